"""Markup as data for the template: blocks, spans, and long words that may break."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from quizapp.core.markup import (
    Block,
    CodeBlock,
    Listing,
    Paragraph,
    Span,
    Spans,
    TableBlock,
    parse_markup,
    parse_spans,
)
from quizapp.core.question import Table
from quizapp.report.code import NESTED_COLUMNS, code_block
from quizapp.report.glyphs import MARKS, readable

BREAK = ["break", ""]
"""A place inside a long word where a line may end."""

LONGEST_WORD = 24
"""A word of more letters may be broken anywhere that reads well."""

TABLE_LETTERS = 56
"""Letters that all columns of a table have room for together when it has to be squeezed."""

_ENDS = r"/_:;=&?\-"

Data = dict[str, Any]


def text_blocks(markup: str, columns: int = NESTED_COLUMNS) -> list[Data]:
    """A text of a bank as blocks; code in it is wrapped at ``columns``."""
    return blocks_data(parse_markup(markup), columns)


def blocks_data(blocks: tuple[Block, ...], columns: int = NESTED_COLUMNS) -> list[Data]:
    """Blocks as data."""
    return [_block(block, columns) for block in blocks]


def line_spans(text: str, longest: int = LONGEST_WORD) -> list[list[str]]:
    """One line without markup, such as a title or a name."""
    return _spans((Span(" ".join(text.split())),), longest)


def table_block(table: Table) -> Data:
    """The table under a stem; its cells know inline markup."""
    return _table(tuple(tuple(parse_spans(cell) for cell in row) for row in (table.header, *table.rows)))


def _block(block: Block, columns: int) -> Data:
    match block:
        case Paragraph(spans):
            return {"kind": "paragraph", "spans": _spans(spans)}
        case Listing(items, ordered):
            return {"kind": "list", "ordered": ordered, "items": [_spans(item) for item in items]}
        case CodeBlock(language, text):
            return code_block(language, text, columns)
        case TableBlock(rows):
            return _table(rows)


def _table(rows: tuple[tuple[Spans, ...], ...]) -> Data:
    columns = max((len(row) for row in rows), default=1)
    longest = max(1, min(10, TABLE_LETTERS // columns))
    cells = [[_spans(cell, longest) for cell in row] for row in rows]
    return {"kind": "table", "header": cells[0] if cells else [], "rows": cells[1:]}


@lru_cache(maxsize=16)
def _pieces(letters: int) -> re.Pattern[str]:
    """Up to so many letters with their accents, and the sign after them that a line likes to end with."""
    return re.compile(rf"(?:[^{_ENDS}{MARKS}][{MARKS}]*){{1,{letters}}}[{_ENDS}]?|.", re.DOTALL)


def _spans(spans: Spans, longest: int = LONGEST_WORD) -> list[list[str]]:
    return [part for span in spans for part in _span(span, longest)]


def _span(span: Span, longest: int) -> Iterator[list[str]]:
    """The span in parts of the same style, with breaks inside its long words."""
    whole = ""
    for word in re.split(r"(\s+)", readable(span.text).replace("\n", " ")):
        if len(word) <= longest:
            whole += word
            continue
        first, *rest = _pieces(min(longest, 11)).findall(word)
        yield [span.style, whole + first]
        for piece in rest:
            yield from (BREAK, [span.style, piece])
        whole = ""
    if whole:
        yield [span.style, whole]
