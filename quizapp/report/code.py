"""Code for paper: coloured where the language is known, and cut into lines that fit, with every cut told."""

from collections.abc import Iterator
from itertools import groupby
from math import ceil
from typing import Any

from quizapp.report.glyphs import readable, text_width

COLUMNS = 86
"""Characters of JetBrains Mono that stand beside each other in the report; the template's type size keeps to it."""

NESTED_COLUMNS = 78
"""The same inside an option or a list."""

CONTINUATION = 2
"""Columns that the mark of a continued line takes."""

_MONO_WIDTH = 0.6
# Colouring is a comfort: a text this long is no example of code any more.
_LONGEST_COLOURED = 16_000

Run = tuple[str, str]
"""A kind (plain, keyword, string, comment, number, name, deleted, inserted) and a text without line feed."""


def code_block(language: str, text: str, columns: int = COLUMNS) -> dict[str, Any]:
    """A block of code as data: its text whole, for copying and reading aloud, and the lines to draw."""
    shown = readable(text).rstrip("\n")
    # Lexers know a line by its end.
    lines = [line for whole in _lines(_tokens(language, shown + "\n")) for line in _wrapped(whole, columns)]
    return {"kind": "code", "text": shown, "lines": lines}


def _tokens(language: str, text: str) -> list[Run]:
    """The text in coloured runs; as one plain run where the language is unknown or the lexer changed a letter."""
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    if len(text) > _LONGEST_COLOURED:
        return [("plain", text)]
    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return [("plain", text)]
    runs = [(_kind(token), part) for token, part in lexer.get_tokens(text)]
    return runs if "".join(part for _, part in runs) == text else [("plain", text)]


def _kind(token: Any) -> str:
    from pygments.token import Comment, Generic, Keyword, Name, Number, Operator, String

    kinds = {
        Keyword: "keyword",
        Operator.Word: "keyword",
        String: "string",
        Comment: "comment",
        Number: "number",
        Name.Function: "name",
        Name.Class: "name",
        Name.Tag: "name",
        Generic.Deleted: "deleted",
        Generic.Inserted: "inserted",
    }
    return next((name for parent, name in kinds.items() if token in parent), "plain")


def _lines(runs: list[Run]) -> Iterator[list[Run]]:
    """Letters with their kinds, line by line; the last line has its end too."""
    line: list[Run] = []
    for kind, text in runs:
        for char in text:
            if char == "\n":
                yield line
                line = []
            else:
                line.append((kind, char))


def _wrapped(line: list[Run], columns: int) -> Iterator[dict[str, Any]]:
    """The pieces of one line; all but the first are marked as continued."""
    start = 0
    while True:
        room = columns - (CONTINUATION if start else 0)
        end = _cut(line, start, room)
        yield {"continued": start > 0, "runs": _joined(line[start:end])}
        if end >= len(line):
            return
        start = end


def _cut(line: list[Run], start: int, room: int) -> int:
    """Where a piece that begins at ``start`` ends: after the last blank of its last third, else where it is full."""
    end, used = start, 0
    while end < len(line) and (used := used + _columns(line[end][1])) <= room:
        end += 1
    if end == len(line):
        return end
    blanks = (place for place in range(end, start + 2 * room // 3, -1) if line[place - 1][1] == " ")
    return next(blanks, max(end, start + 1))


def _columns(char: str) -> int:
    return 1 if char.isascii() else ceil(round(text_width(char, 1) / _MONO_WIDTH, 3))


def _joined(line: list[Run]) -> list[list[str]]:
    return [
        [kind, "".join(char for _, char in letters)] for kind, letters in groupby(line, key=lambda letter: letter[0])
    ]
