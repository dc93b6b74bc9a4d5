"""TeX becomes outlines, and nothing else; what can't be drawn says why."""

import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.tex import INK, MAX_TEX, TexError, draw_tex

ROOT = Path(__file__).parents[2]
SHAPES = {"svg", "g", "path", "rect", "line", "polyline", "polygon"}
GOOD = [
    r"\frac{a}{b}",
    r"\sum_{i=1}^{n} x_i^2",
    r"\sqrt[3]{x}",
    r"a < b > c",
    r"\text{else if } x",
    r"\begin{cases} 1 & x>0 \\ 0 & \text{else}\end{cases}",
    r"\begin{pmatrix}1&2\\3&4\end{pmatrix}",
    r"\text{Attention} = \operatorname{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V",
    r"\frac{\hat{p} + \frac{z^2}{2n} \pm z\sqrt{\frac{\hat{p}(1-\hat{p})}{n}}}{1 + \frac{z^2}{n}}",
    r"\mathbb{E}[x] \approx \bar{x} \in \mathcal{L}",
]
# The text of a reason, so that each is found by its own check.
BAD = [
    ("x" * (MAX_TEX + 1), "501 characters"),
    (r"\frac{a", "braces"),
    (r"{" * 60 + "}" * 60, "braces stand in each other"),
    (r"\frac{a}", "lacks its argument"),
    (r"\sqrt", "ends too early"),
    (r"\foo x", r"\\foo is not known"),
    (r"\text{50\%}", r"\\% is not known"),
    ("a & b", "outside of a table"),
    (r"\def\a{xx}\a", "can't be defined"),
    (r"\newcommand{\a}{xx}\a", "can't be defined"),
    (r"\hspace{9999em}x", "too large"),
    (r"\\", "empty"),
    ("", "ends too early"),
    (r"\text{日}", r"lacks the character 日 \(U\+65E5\)"),
    (r"\color{red}{x}", "colours"),
    (r"\href{file:///etc/passwd}{x}", "href"),
    (r"\class{a}{x}", "class"),
    (r"\text{<image href='file:///etc/passwd'/>}", "text"),
    (r"\text{<b>x</b>}", "<b> is no part"),
    (r"\text{<script>x</script>}", "<script> is no part"),
    (r"\text{<use href='#a'>x</use>}", "."),
    (r"\text{<mi style='fill:url(http://x)'>x</mi>}", "."),
    ("x^{" * 39 + "x" + "}" * 39, "stands in each other"),
    (r"\left(" * 35 + "x" + r"\right)" * 35, "stands in each other"),
    (r"\phantom{" * 20 + "x" + "}" * 20, "stands in each other"),
    (r"\begin{cases}" * 12 + "x" + r"\end{cases}" * 12, "stands in each other"),
]
COMMANDS = [
    *(r"\frac", r"\sqrt", r"\left(", r"\right)", r"\text", r"\sum", r"\begin{matrix}", r"\end{matrix}", r"\\", "&"),
    *("^", "_", "{", "}", "x", "1", "<", ">", r"\over", r"\hat", r"\not", "%"),
]


def attributes(svg: str) -> set[str]:
    return {value for element in ElementTree.fromstring(svg).iter() for value in element.attrib.values()}


def assert_only_shapes(svg: str) -> None:
    tree = ElementTree.fromstring(svg)
    assert {element.tag.rpartition("}")[2] for element in tree.iter()} <= SHAPES
    assert not re.search(r"url|href=|&#|<!|<\?|file:|http:(?!//www\.w3\.org)", svg)


@pytest.mark.parametrize("tex", GOOD)
@pytest.mark.parametrize("display", [False, True])
def test_good_tex_becomes_shapes_in_one_colour(tex: str, display: bool) -> None:
    drawing = draw_tex(tex, display=display)
    assert drawing.width > 0
    assert drawing.ascent + drawing.descent > 0
    assert_only_shapes(drawing.svg)
    assert {value for value in attributes(drawing.coloured("#12ab34")) if value.startswith("#")} == {"#12ab34"}
    assert INK in drawing.svg


@pytest.mark.parametrize(("tex", "reason"), BAD)
def test_bad_tex_says_why(tex: str, reason: str) -> None:
    with pytest.raises(TexError, match=reason):
        draw_tex(tex)


def test_the_baseline_is_that_of_the_letters() -> None:
    assert abs(draw_tex("x").descent) < 0.02
    assert 0.15 < draw_tex("y").descent < 0.35
    assert 0.3 < draw_tex(r"\frac{a}{b}").descent < draw_tex(r"\frac{a}{b}", display=True).descent


def test_letters_are_as_large_as_those_of_the_text_around() -> None:
    assert draw_tex("x").ascent == pytest.approx(0.53, abs=0.03)  # Inter: 0.546


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(COMMANDS) | st.text(max_size=3), max_size=30).map(" ".join))
def test_whatever_is_written_becomes_shapes_or_a_reason(tex: str) -> None:
    with suppress(TexError):
        assert_only_shapes(draw_tex(tex).svg)


def test_ziamath_is_loaded_with_the_first_formula() -> None:
    loaded = "'ziamath' in sys.modules"
    program = f"import sys, quizapp.tex as t; a = {loaded}; t.draw_tex('x'); print(a, {loaded})"
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False True"
