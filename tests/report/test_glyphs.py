"""The table of glyphs says what the fonts say."""

import json
import unicodedata

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from quizapp.report import glyphs
from quizapp.report.glyphs import LACKING, readable, text_width
from quizapp.resources import shipped_folder

FONTS = typst.Fonts(
    include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(shipped_folder("resources") / "fonts")]
)
STYLES = [("Inter", 400, "normal"), ("Inter", 600, "normal"), ("Inter", 700, "normal"), ("Inter", 400, "italic")]


def _known(family: str) -> str:
    return "".join(glyphs._widths(family))


def _typeset(text: str, family: str, weight: int, style: str) -> None:
    source = f"""#set document(title: "T")
#set text(font: "{family}", weight: {weight}, style: "{style}", fallback: false, ligatures: false)
= T
#json(bytes(sys.inputs.text)).map(it => box(it)).join([ ])"""
    typst.compile(
        source.encode(), font_paths=FONTS, sys_inputs={"text": json.dumps(list(text))}, pdf_standards=["ua-1"]
    )


@pytest.mark.parametrize(("family", "weight", "style"), STYLES)
def test_every_style_of_inter_has_the_characters_of_the_table(family: str, weight: int, style: str) -> None:
    _typeset(_known("inter"), family, weight, style)


@pytest.mark.parametrize("weight", [400, 700])
def test_both_styles_of_jetbrains_mono_have_theirs(weight: int) -> None:
    _typeset(_known("mono"), "JetBrains Mono", weight, "normal")


def test_a_character_outside_the_table_would_stop_the_report() -> None:
    with pytest.raises(typst.TypstError, match="could not be displayed"):
        _typeset("漢", "Inter", 400, "normal")


@pytest.mark.parametrize("text", ["LLM basics", "Fine-tuning", "Tooling & LLMOps", "Würfel – 50 %", "illicit WWW"])
def test_widths_are_those_of_the_font(text: str) -> None:
    source = """#set text(font: "Inter", size: 100pt, kerning: false, ligatures: false, features: ("calt": 0))
#context [#metadata(measure(text(sys.inputs.text)).width.pt()) <width>]"""
    found = typst.query(source.encode(), "<width>", "value", True, font_paths=FONTS, sys_inputs={"text": text})
    assert text_width(text, 100) == pytest.approx(float(found), abs=0.1 * len(text))


def test_an_unknown_character_is_taken_for_a_wide_one() -> None:
    assert text_width("漢", 10) == 13.0
    assert text_width("", 10) == 0.0


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain -> text", "plain -> text"),
        ("two\r\nlines\rmore\n", "two\nlines\nmore\n"),
        ("\tx", "    x"),
        ("😀", "⁅grinning face⁆"),
        ("😀😀 👩‍💻", "⁅grinning face, grinning face⁆ ⁅woman, personal computer⁆"),
        ("漢字", "⁅U+6F22, U+5B57⁆"),
        ("a\u202eb", "a⁅U+202E⁆b"),
        ("\x07", "⁅U+0007⁆"),
        ("\ud800", "⁅U+D800⁆"),
        ("soft\u00adhyphen zero\u200bwidth heart\ufe0f", "softhyphen zerowidth heart"),
        ("e\u0301", "é"),
        ("a\u3000b\u2028c", "a b c"),
        ("Aᵀ 𝐱 ｆｕｌｌ", "A^T x full"),
        ("├─┤ ∑ ≤ π я ß", "├─┤ ∑ ≤ π я ß"),
    ],
)
def test_what_the_fonts_lack_is_named_or_written_plainer(text: str, shown: str) -> None:
    assert readable(text) == shown


@given(st.text())
def test_readable_text_holds_nothing_that_no_font_has(text: str) -> None:
    known = set(_known("inter")) | set(_known("mono")) | {"\n"}
    shown = readable(text)
    assert set(shown) <= known
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs"} for char in shown.replace("\n", ""))


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"], max_codepoint=0x17F)))
def test_readable_text_stays_as_it_is(text: str) -> None:
    once = readable(text)
    assert readable(once) == once
    assert LACKING[0] not in once
