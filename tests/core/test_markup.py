"""The markup of banks: what each form becomes, and that no text is lost or breaks it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.markup import (
    Block,
    CodeBlock,
    Listing,
    Paragraph,
    Span,
    Spans,
    Style,
    TableBlock,
    parse_markup,
    parse_spans,
    plain_text,
)


def line(text: str) -> Spans:
    return (Span(text),)


def read_back(blocks: tuple[Block, ...]) -> str:
    """Everything that the blocks would show, in order."""
    parts: list[str] = []
    for block in blocks:
        match block:
            case CodeBlock(language, text):
                parts += [language, text]
            case Paragraph(spans):
                parts.append("".join(span.text for span in spans))
            case Listing(items):
                parts += ["".join(span.text for span in item) for item in items]
            case TableBlock(rows):
                parts += ["".join(span.text for span in cell) for row in rows for cell in row]
    return "\n".join(parts)


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", ()),
        ("a **b c** d", (Span("a "), Span("b c", Style.BOLD), Span(" d"))),
        ("`x = 1`.", (Span("x = 1", Style.CODE), Span("."))),
        ("2^{10}", (Span("2"), Span("10", Style.SUPERSCRIPT))),
        ("d_{model}", (Span("d"), Span("model", Style.SUBSCRIPT))),
        ("`a**b**`", (Span("a**b**", Style.CODE),)),
        ("**a", line("**a")),
        ("****", line("****")),
        ("2 * 3 * 4 and `", line("2 * 3 * 4 and `")),
        ("x^2, x_i, x^{}", line("x^2, x_i, x^{}")),
        ("<b>a</b> [b](c) &amp;", line("<b>a</b> [b](c) &amp;")),
    ],
)
def test_spans_of_a_line(text: str, spans: Spans) -> None:
    assert parse_spans(text) == spans


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", ()),
        (" \n\n\t\n", ()),
        ("One\n  two\n\nThree", (Paragraph(line("One two")), Paragraph(line("Three")))),
        ("- a\n• b\n-c", (Listing((line("a"), line("b")), False), Paragraph(line("-c")))),
        ("Do:\n1. a\n 2) b", (Paragraph(line("Do:")), Listing((line("a"), line("b")), True))),
        ("- a\n1. b", (Listing((line("a"),), False), Listing((line("b"),), True))),
        ("2024. Of old", (Paragraph(line("2024. Of old")),)),
        ("- - a", (Listing((line("- a"),), False),)),
        ("1. 2. a", (Listing((line("2. a"),), True),)),
        ("````", (Paragraph(line("````")),)),
        ("```python\nif x:\n\n    - y\n```\nEnd", (CodeBlock("python", "if x:\n\n    - y"), Paragraph(line("End")))),
        ("a\n```\nopen\n``` no", (Paragraph(line("a")), CodeBlock("", "open\n``` no"))),
        ("```\n```", (CodeBlock("", ""),)),
        ("```sql", (CodeBlock("sql", ""),)),
        ("```x```", (Paragraph((Span("``"), Span("x", Style.CODE), Span("``"))),)),
    ],
)
def test_blocks_of_a_text(text: str, blocks: tuple[Block, ...]) -> None:
    assert parse_markup(text) == blocks


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("| a | b |\n|---|:-:|\n| 1 | **2** |", [["a", "b"], ["1", "2"]]),
        ("|a|b\n|1|2", [["a", "b"], ["1", "2"]]),
        ("| a | b |\n| 1 |", [["a", "b"], ["1", ""]]),
        ("| a |\n| 1 | 2 |", [["a", ""], ["1", "2"]]),
        ("|| b |\n|-|-|\n|1||", [["", "b"], ["1", ""]]),
        ("| a |\n|---|\n| - |", [["a"], ["-"]]),
        ("|---|", [["---"]]),
        ("|", [[""]]),
    ],
)
def test_tables_have_the_same_cells_in_each_row(text: str, rows: list[list[str]]) -> None:
    (table,) = parse_markup(text)
    assert isinstance(table, TableBlock)
    assert [["".join(span.text for span in cell) for cell in row] for row in table.rows] == rows


def test_cells_and_items_have_spans_of_their_own() -> None:
    assert parse_markup("| **a** |") == (TableBlock((((Span("a", Style.BOLD),),),)),)
    assert parse_markup("- `a`") == (Listing(((Span("a", Style.CODE),),), False),)


def test_plain_text_is_one_line_without_marks() -> None:
    assert plain_text("A **bold**\n move:  `f(x)` = x^{2} + y_{i} ") == "A bold move: f(x) = x2 + yi"


def test_styles_are_told_by_words() -> None:
    assert [*Style] == ["plain", "bold", "code", "superscript", "subscript", "formula"]


marked = st.one_of(st.text(), st.text("ab1 \n|-`*^_{}.)•:"))


@given(marked)
def test_every_letter_of_any_text_survives_in_order(text: str) -> None:
    assert letters(read_back(parse_markup(text))) == letters(text)
    assert letters(plain_text(text)) == letters(text)
    assert len(plain_text(text).splitlines()) <= 1


@given(marked)
def test_every_table_is_a_full_rectangle(text: str) -> None:
    tables = [block for block in parse_markup(text) if isinstance(block, TableBlock)]
    assert all(len({len(row) for row in table.rows}) == 1 for table in tables)


words = st.lists(st.text("abcxyz", min_size=1, max_size=5), min_size=1, max_size=4)
FORMS = ["{}", "**{}**", "- {}", "1. {}", "| {} |", "`{}`", "```\n{}\n```", "\n{}\n", "  {}"]


@given(st.lists(st.tuples(st.sampled_from(FORMS), words), max_size=8))
def test_words_in_are_words_out(pieces: list[tuple[str, list[str]]]) -> None:
    text = "\n".join(form.format(" ".join(some)) for form, some in pieces)
    assert read_back(parse_markup(text)).split() == [word for _, some in pieces for word in some]


@pytest.mark.parametrize("piece", ["^{", "_{", "^{_{", "**", "*", "`", "**a", "| a", "|--", "- ", "1. ", "```\n", "\n"])
def test_a_long_hostile_text_is_read(piece: str) -> None:
    """Under 0.1 s; a quadratic pattern takes minutes and runs into the suite's limit for a hang."""
    text = piece * (200_000 // len(piece))
    assert isinstance(parse_markup(text), tuple)
    assert isinstance(plain_text(text), str)
