"""Formulas in markup: what is one, and what stays text."""

import pytest

from quizapp.core.markup import Paragraph, Style, parse_markup, parse_spans, plain_text, spans_of


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (r"a \(x^{2}_{i}\) b", [("a ", "plain"), ("x^{2}_{i}", "formula"), (" b", "plain")]),
        (r"\( \frac{a}{b} \)", [(r"\frac{a}{b}", "formula")]),
        (r"\(a ** b ** c `d`\)", [("a ** b ** c `d`", "formula")]),
        (r"**all \(x * y\) of it**", [("all ", "bold"), ("x * y", "formula"), (" of it", "bold")]),
        (r"\(a \\(b) c\)", [(r"a \\(b) c", "formula")]),
        (r"\(a\)\(b\)", [("a", "formula"), ("b", "formula")]),
        (r"open \( x", [(r"open \( x", "plain")]),
        (r"open \(a, then \(b\)", [(r"open \(a, then ", "plain"), ("b", "formula")]),
        (r"`\(x\)`", [(r"\(x\)", "code")]),
    ],
)
def test_inline(text: str, spans: list[tuple[str, str]]) -> None:
    assert [(span.text, span.style.value) for span in parse_spans(text)] == spans


def test_a_code_block_holds_no_formula() -> None:
    assert not [span for block in parse_markup("```\n\\(x\\)\n```") for span in spans_of(block)]


def test_a_formula_alone_is_displayed_and_others_are_not() -> None:
    blocks = parse_markup("\\(x\\)\n\nwith \\(x\\)\n\n\\(a\\)\\(b\\)")
    assert [isinstance(block, Paragraph) and block.is_formula for block in blocks] == [True, False, False]


def test_a_formula_may_run_over_lines_of_its_paragraph() -> None:
    (block,) = parse_markup("so \\(a +\n b\\)")
    assert [span.text for span in spans_of(block)] == ["so ", "a + b"]


def test_the_spans_of_lists_and_tables_come_in_order() -> None:
    blocks = parse_markup("- \\(a\\)\n- b\n\n| \\(c\\) | d |\n|---|---|\n| e | \\(f\\) |")
    assert "".join(span.text for block in blocks for span in spans_of(block)) == "abcdef"
    formulas = [span.text for block in blocks for span in spans_of(block) if span.style is Style.FORMULA]
    assert formulas == ["a", "c", "f"]


def test_plain_text_says_the_tex() -> None:
    assert plain_text("**The \\(x_i\\)** and\n\\(\\frac{1}{2}\\)") == r"The x_i and \frac{1}{2}"


@pytest.mark.parametrize("text", [r"\(a" * 20_000, r"\(" * 30_000, r"\(\\" * 12_000, "**" + r"\(x\)" * 9_000])
def test_unclosed_brackets_are_read_in_one_go(text: str) -> None:
    assert "".join(span.text for span in parse_spans(text))
