"""Markup as data for the template: blocks, spans, and long words that may break."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from quizapp.core.markup import (
    Block,
    CodeBlock,
    Listing,
    Paragraph,
    Picture,
    Span,
    Spans,
    Style,
    TableBlock,
    parse_markup,
    parse_spans,
)
from quizapp.core.question import Table
from quizapp.report.code import NESTED_COLUMNS, code_block
from quizapp.report.formula import WIDEST, formula_part
from quizapp.report.glyphs import MARKS, readable
from quizapp.report.pictures import picture_key

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
    return [_block(block, columns, alone=len(blocks) == 1) for block in blocks]


def line_spans(text: str, longest: int = LONGEST_WORD) -> list[list[str]]:
    """One line without markup, such as a title or a name."""
    return _spans((Span(" ".join(text.split())),), longest)


def table_block(table: Table) -> Data:
    """The table under a stem; its cells know inline markup."""
    return _table(tuple(tuple(parse_spans(cell) for cell in row) for row in (table.header, *table.rows)))


def _block(block: Block, columns: int, *, alone: bool) -> Data:
    match block:
        case Paragraph((span,)) if block.is_formula and (part := formula_part(span, display=True)):
            return {"kind": "formula", "spans": [part], "alone": alone}
        case Paragraph(spans):
            return {"kind": "paragraph", "spans": _spans(spans)}
        case Listing(items, ordered):
            return {"kind": "list", "ordered": ordered, "items": [_spans(item) for item in items]}
        case CodeBlock(language, text):
            return code_block(language, text, columns)
        case TableBlock(rows):
            return _table(rows)
        case Picture(name, alt):
            words = f"A picture that can't be shown: {alt}"
            return {"kind": "picture", "key": picture_key(name), "alt": readable(alt), "lost": line_spans(words)}


def _table(rows: tuple[tuple[Spans, ...], ...]) -> Data:
    columns = max((len(row) for row in rows), default=1)
    longest = max(1, min(10, TABLE_LETTERS // columns))
    cells = [[_spans(cell, longest, max(3.0, WIDEST / columns)) for cell in row] for row in rows]
    return {"kind": "table", "header": cells[0] if cells else [], "rows": cells[1:]}


@lru_cache(maxsize=16)
def _pieces(letters: int) -> re.Pattern[str]:
    """Up to so many letters with their accents, and the sign after them that a line likes to end with."""
    return re.compile(rf"(?:[^{_ENDS}{MARKS}][{MARKS}]*){{1,{letters}}}[{_ENDS}]?|.", re.DOTALL)


def _spans(spans: Spans, longest: int = LONGEST_WORD, widest: float = WIDEST) -> list[list[str]]:
    """Parts of a line; no word is longer than ``longest`` letters, no formula wider than ``widest`` em."""
    return [part for span in spans for part in _parts(span, longest, widest)]


def _parts(span: Span, longest: int, widest: float) -> Iterable[list[str]]:
    if span.style is not Style.FORMULA:
        return _span(span, longest)
    part = formula_part(span, widest)
    return [part] if part else _span(Span(span.text, Style.CODE), longest)


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
