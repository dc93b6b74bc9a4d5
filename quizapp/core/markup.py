"""The small markup of banks as a tree that screens and reports draw; text stays text, never HTML.

Blocks are separated by blank lines or change of kind: paragraphs, lists (``- `` or ``1. ``), fenced code
(three backticks), tables (lines that begin with ``|``; a ``|---|`` line under the header), pictures
(``{picture: name | what is to be seen}`` alone on its line).
Inside a line: ``\\( TeX \\)``, ``**bold**``, `` `code` ``, ``x^{2}``, ``x_{i}``. Anything else stands as it is written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Style(StrEnum):
    PLAIN = "plain"
    BOLD = "bold"
    CODE = "code"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    FORMULA = "formula"
    """The text is TeX."""


@dataclass(frozen=True, slots=True)
class Span:
    text: str
    style: Style = Style.PLAIN


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    spans: Spans

    @property
    def is_formula(self) -> bool:
        """Whether it is one formula alone, which is displayed on a line of its own."""
        return len(self.spans) == 1 and self.spans[0].style is Style.FORMULA


@dataclass(frozen=True, slots=True)
class Listing:
    """A bullet list, or a numbered one."""

    items: tuple[Spans, ...]
    ordered: bool


@dataclass(frozen=True, slots=True)
class CodeBlock:
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class TableBlock:
    """The first row is the header."""

    rows: tuple[tuple[Spans, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its name in the bank; ``alt`` is plain text that says what is to be seen."""

    name: str
    alt: str


Block = Paragraph | Listing | CodeBlock | TableBlock | Picture

# TeX runs to the first closing bracket; a backslash takes the sign after it along, so that \\\\( opens nothing.
_TEX = r"\\\((?P<tex>(?:\\[^()]|[^\\])++)\\\)"
_FORMULA = re.compile(_TEX)
# Possessive parts: what was taken for a formula is never tried again as letters, which could take ages.
_INLINE = re.compile(
    rf"{_TEX}|\*\*(?P<bold>(?:{_TEX.replace('?P<tex>', '?:')}|[^*\n])++)\*\*"
    r"|`(?P<code>[^`\n]+)`|\^\{(?P<sup>[^{}\n]+)\}|_\{(?P<sub>[^{}\n]+)\}"
)
_STYLES = {"bold": Style.BOLD, "code": Style.CODE, "sup": Style.SUPERSCRIPT, "sub": Style.SUBSCRIPT}
_BULLET = re.compile(r"[-•]\s+")
_NUMBER = re.compile(r"\d{1,3}[.)]\s+")
_RULE = re.compile(r"\|[\s|:-]+\|?")
_PICTURE = re.compile(r"^[ \t]*\{picture:(?P<name>[^|\n]*)(?:\|(?P<alt>[^\n]*))?\}[ \t]*$", re.MULTILINE)


@lru_cache(maxsize=2048)
def parse_markup(text: str) -> tuple[Block, ...]:
    """The blocks of a text; the empty tuple for an empty one. Never raises: unknown markup is plain text."""
    return tuple(_blocks(text.splitlines()))


def as_text(text: str) -> tuple[Block, ...]:
    """A text that is no markup, such as what a person typed, as one paragraph."""
    return (Paragraph((Span(text),)),)


def parse_spans(text: str) -> Spans:
    """The spans of one line."""
    return tuple(_spans(text))


def spans_of(block: Block) -> Iterator[Span]:
    """The spans of a block in the order of reading; code blocks and pictures have none."""
    match block:
        case Paragraph(spans):
            yield from spans
        case Listing(items, _):
            yield from (span for item in items for span in item)
        case TableBlock(rows):
            yield from (span for row in rows for cell in row for span in cell)


def plain_text(text: str) -> str:
    """A text without its markup, for accessible names, search and one-line summaries; of pictures, what they show."""
    text = _PICTURE.sub(lambda match: match["alt"] or "", text)
    return " ".join("".join(span.text for span in _spans(text)).split())


def _spans(text: str) -> Iterator[Span]:
    end = 0
    for match in _INLINE.finditer(text):
        if match.start() > end:
            yield Span(text[end : match.start()])
        name = match.lastgroup or "bold"
        if name == "bold":
            yield from _bold(match[name])
        else:
            yield Span(match[name].strip(), Style.FORMULA) if name == "tex" else Span(match[name], _STYLES[name])
        end = match.end()
    if end < len(text):
        yield Span(text[end:])


def _bold(text: str) -> Iterator[Span]:
    """Formulas keep their own letters in the midst of bold text."""
    end = 0
    for match in _FORMULA.finditer(text):
        if match.start() > end:
            yield Span(text[end : match.start()], Style.BOLD)
        yield Span(match["tex"].strip(), Style.FORMULA)
        end = match.end()
    if end < len(text):
        yield Span(text[end:], Style.BOLD)


def _blocks(lines: list[str]) -> Iterator[Block]:
    start = 0
    while start < len(lines):
        kind = _kind(lines[start])
        end = _end(lines, start, kind)
        if kind:
            yield _BUILD[kind](lines[start:end])
        start = end


def _kind(line: str) -> str:
    stripped = line.strip()
    if stripped.startswith("```") and "`" not in stripped[3:]:
        return "code"
    if stripped.startswith("|"):
        return "table"
    if _PICTURE.fullmatch(stripped):
        return "picture"
    if _BULLET.match(stripped):
        return "bullets"
    if _NUMBER.match(stripped):
        return "numbers"
    return "text" if stripped else ""


def _end(lines: list[str], start: int, kind: str) -> int:
    """The line after the block that begins at ``start``; an open code fence runs to the end."""
    if kind == "picture":
        return start + 1
    rest = range(start + 1, len(lines))
    if kind == "code":
        return next((line + 1 for line in rest if lines[line].strip() == "```"), len(lines))
    return next((line for line in rest if _kind(lines[line]) != kind), len(lines))


def _code(lines: list[str]) -> Block:
    body = lines[1:-1] if len(lines) > 1 and lines[-1].strip() == "```" else lines[1:]
    return CodeBlock(lines[0].strip().removeprefix("```").strip(), "\n".join(body))


def _table(lines: list[str]) -> Block:
    written = [line.strip() for number, line in enumerate(lines) if number != 1 or not _RULE.fullmatch(line.strip())]
    rows = [line.removeprefix("|").removesuffix("|").split("|") for line in written]
    width = max(len(row) for row in rows)
    padded = [row + [""] * (width - len(row)) for row in rows]
    return TableBlock(tuple(tuple(parse_spans(cell.strip()) for cell in row) for row in padded))


def _bullets(lines: list[str]) -> Block:
    return Listing(tuple(parse_spans(_BULLET.sub("", line.strip(), count=1)) for line in lines), ordered=False)


def _numbers(lines: list[str]) -> Block:
    return Listing(tuple(parse_spans(_NUMBER.sub("", line.strip(), count=1)) for line in lines), ordered=True)


def _picture(lines: list[str]) -> Block:
    match = _PICTURE.fullmatch(lines[0].strip())
    name, alt = match.group("name", "alt") if match else ("", "")
    return Picture(name.strip(), " ".join((alt or "").split()))


def _text(lines: list[str]) -> Block:
    return Paragraph(parse_spans(" ".join(line.strip() for line in lines)))


_BUILD = {"code": _code, "table": _table, "bullets": _bullets, "numbers": _numbers, "picture": _picture, "text": _text}
