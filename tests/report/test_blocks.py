"""Markup and code as data for the page."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.question import Table
from quizapp.report.blocks import BREAK, LONGEST_WORD, line_spans, table_block, text_blocks
from quizapp.report.code import CONTINUATION, code_block
from quizapp.report.extent import SHORT, is_short
from quizapp.report.glyphs import readable


def _text(spans: list[list[str]]) -> str:
    return "".join(text for _, text in spans)


def _drawn(block: dict[str, Any]) -> list[str]:
    return ["".join(text for _, text in line["runs"]) for line in block["lines"]]


def test_every_kind_of_block_becomes_data() -> None:
    paragraph, bullets, numbers, code, table = text_blocks(
        "a **b** `c` x^{2} y_{i}\n\n- one\n- two\n\n1. three\n\n```json\n{}\n```\n\n| h | k |\n|---|---|\n| 1 | 2 |"
    )
    styles = [style for style, _ in paragraph["spans"]]
    assert styles == ["plain", "bold", "plain", "code", "plain", "superscript", "plain", "subscript"]
    assert (bullets["ordered"], [_text(item) for item in bullets["items"]]) == (False, ["one", "two"])
    assert numbers["ordered"]
    assert (code["kind"], code["text"]) == ("code", "{}")
    assert ([_text(cell) for cell in table["header"]], len(table["rows"])) == (["h", "k"], 1)


def test_an_empty_text_has_no_blocks() -> None:
    assert text_blocks("") == []
    assert line_spans("") == []


def test_long_words_may_break_after_signs_and_short_ones_not() -> None:
    spans = line_spans("see https://example.org/a/very/long_path/to/somewhere.html now")
    assert BREAK in spans
    assert next(text for _, text in spans) == "see https:"
    assert line_spans("a" * LONGEST_WORD) == [["plain", "a" * LONGEST_WORD]]


def test_a_letter_keeps_its_accents_at_a_break() -> None:
    pieces = [text for style, text in line_spans("q\u0323\u0301" * 30) if style == "plain"]
    assert all(piece.startswith("q") for piece in pieces)


def test_words_in_a_table_may_break_the_sooner_the_more_columns_it_has() -> None:
    def pieces(columns: int) -> int:
        return len(table_block(Table(("identifier",) * columns, ()))["header"][0])

    assert pieces(2) == 1
    assert 1 < pieces(8) < pieces(20)


@given(st.text())
def test_breaks_change_no_letter(text: str) -> None:
    assert _text(line_spans(text)) == readable(" ".join(text.split())).replace("\n", " ")


def test_code_is_coloured_where_the_language_is_known() -> None:
    runs = code_block("python", 'def f(x):  # why\n    return "s" + 1')["lines"][0]["runs"]
    assert runs[0] == ["keyword", "def"]
    assert ["name", "f"] in runs
    assert runs[-1] == ["comment", "# why"]
    diff = code_block("diff", "-old\n+new")["lines"]
    assert [line["runs"][0][0] for line in diff] == ["deleted", "inserted"]
    assert code_block("no such language", "def")["lines"][0]["runs"] == [["plain", "def"]]


def test_long_lines_are_cut_at_blanks_and_marked() -> None:
    block = code_block("text", "word " * 30, columns=40)
    assert [line["continued"] for line in block["lines"]] == [False] + [True] * (len(block["lines"]) - 1)
    assert all(len(text) <= 40 for text in _drawn(block))
    assert all(text.endswith(" ") for text in _drawn(block)[:-1])


def test_a_long_token_is_cut_where_the_line_is_full() -> None:
    assert [len(text) for text in _drawn(code_block("text", "x" * 100, columns=40))] == [40, 38, 22]


def test_a_letter_from_the_other_font_counts_as_wide_as_it_is() -> None:
    # A circled number is missing in JetBrains Mono, and Inter's is wider than a column.
    assert len(_drawn(code_block("text", "①" * 40, columns=40))) > 1


@given(st.text(), st.sampled_from(["python", "json", "yaml", "bash", "sql", "text", "http", "diff", "?"]))
def test_wrapping_changes_no_letter(text: str, language: str) -> None:
    block = code_block(language, text, columns=10)
    shown = readable(text).rstrip("\n")
    assert "".join(_drawn(block)) == shown.replace("\n", "")
    assert sum(not line["continued"] for line in block["lines"]) == shown.count("\n") + 1
    assert all(len(line) <= 10 - CONTINUATION * item["continued"] or len(line) == 1
               for line, item in zip(_drawn(block), block["lines"], strict=True) if line.isascii())  # fmt: skip


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("word " * 20, True),
        ("W" * 45 * (SHORT - 1), False),
        ("- item\n" * SHORT, False),
        ("```\n" + "x\n" * 10 + "```", True),
        ("```\n" + "x\n" * SHORT + "```", False),
        ("| a | b |\n" * 3, True),
        ("| a | b |\n" * SHORT, False),
        ("|---|", True),
    ],
)
def test_only_what_surely_is_short_is_called_so(text: str, short: bool) -> None:
    assert is_short(text_blocks(text)) is short
