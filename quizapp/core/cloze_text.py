"""The text of a cloze question: where its gaps stand, and the text with something else in their place.

A gap is written ``[[id]]``. In prose it may stand in paragraphs and lists, bold or in inline code too; tables, code
blocks, formulas, super- and subscripts have no room for a control.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from quizapp.core.markup import Block, Listing, Paragraph, Span, Spans, Style, parse_markup

GAP = re.compile(r"\[\[([a-z0-9]+(?:-[a-z0-9]+)*)\]\]")
_ROOMY = frozenset({Style.PLAIN, Style.BOLD, Style.CODE})
_NEAR = 40
"""Characters of context that a gap is told with."""

Put = Callable[[str], Spans]
"""What stands in the place of the gap with an id."""


@dataclass(frozen=True, slots=True)
class Near:
    """The words just before and after a gap on its line; empty where there are none."""

    before: str
    after: str


def gap_ids(text: str) -> tuple[str, ...]:
    """The ids of all gaps as they are written, repeated ones too."""
    return tuple(GAP.findall(text))


def placed_ids(text: str) -> tuple[str, ...]:
    """The ids of the gaps in prose that stand where a control has room."""
    placed: list[str] = []

    def put(id_: str) -> Spans:
        placed.append(id_)
        return ()

    put_into_markup(text, put)
    return tuple(placed)


def put_into_markup(text: str, put: Put) -> tuple[Block, ...]:
    """The blocks of prose with its gaps replaced; what is around them keeps its style."""
    return tuple(_block(block, put) for block in parse_markup(text))


def put_into_code(text: str, put: Callable[[str], str]) -> str:
    """Code with its gaps replaced."""
    return GAP.sub(lambda match: put(match[1]), text)


def near(text: str, id_: str, *, is_code: bool) -> Near:
    """What stands around a gap on its line, another gap being told as "…"."""
    lines = text.split("\n") if is_code else list(_lines(put_into_markup(text, _kept)))
    line = next((line for line in lines if f"[[{id_}]]" in line), "")
    before, _, after = (GAP.sub("…", part) for part in line.partition(f"[[{id_}]]"))
    return Near(_shortened(before[::-1])[::-1], _shortened(after))


def _block(block: Block, put: Put) -> Block:
    match block:
        case Paragraph(spans):
            return Paragraph(tuple(_spans(spans, put)))
        case Listing(items, ordered):
            return Listing(tuple(tuple(_spans(spans, put)) for spans in items), ordered)
    return block


def _spans(spans: Spans, put: Put) -> Iterator[Span]:
    for span in spans:
        # Splitting at the one group gives text, id, text, id, …, text.
        pieces = GAP.split(span.text) if span.style in _ROOMY else [span.text]
        for position, piece in enumerate(pieces):
            if position % 2:
                yield from put(piece)
            elif piece:
                yield replace(span, text=piece)


def _kept(id_: str) -> Spans:
    return (Span(f"[[{id_}]]"),)


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(spans):
                yield "".join(span.text for span in spans)
            case Listing(items):
                yield from ("".join(span.text for span in spans) for spans in items)


def _shortened(text: str) -> str:
    """The first words of a text, up to about _NEAR characters and at least one character."""
    words = " ".join(text.split())
    return words if len(words) <= _NEAR else words[:_NEAR].rpartition(" ")[0] or words[:_NEAR]
