"""How many lines a text will take at the most: what is surely short needs no measuring, which is slow."""

from math import ceil
from typing import Any

from quizapp.report.formula import extra_lines, letters_of

SHORT = 24
"""Lines that fill about half a page."""

_LETTERS = 45
"""Letters that a line of an option surely holds, even of the widest."""


def is_short(*texts: list[dict[str, Any]]) -> bool:
    """Whether texts together surely take no more than half a page; ``texts`` are blocks from ``text_blocks``."""
    return sum(_lines(block) for blocks in texts for block in blocks) <= SHORT


def _lines(block: dict[str, Any]) -> int:
    """The most lines of one block, the room before it included."""
    match block["kind"]:
        case "paragraph" | "formula":
            return 1 + _wrapped(block["spans"])
        case "list":
            return 1 + sum(_wrapped(item) for item in block["items"])
        case "code":
            return 2 + len(block["lines"])
        case "picture":
            return SHORT + 1  # surely short is none: it has to be measured
        case _:
            # A table gives no column less than its even share.
            letters = max(1, _LETTERS // max(1, len(block["header"])) - 2)
            rows = [block["header"], *block["rows"]]
            return 2 + sum(1 + max((_wrapped(cell, letters) for cell in row), default=0) for row in rows)


def _wrapped(spans: list[list[str]], letters: int = _LETTERS) -> int:
    """Lines of a text that breaks after whole words: a word may leave most of a line empty, but not of two."""
    return ceil(sum(map(letters_of, spans)) / letters * 1.5) + sum(map(extra_lines, spans))
