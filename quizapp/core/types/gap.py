"""One gap of a cloze question: a drop-down to choose from, or a field for a text or a number."""

from dataclasses import dataclass, replace
from typing import Any

from quizapp.core.answer import Response, ReviewRow, Verdict
from quizapp.core.markup import Block, Paragraph, Span, Style, parse_markup, parse_spans, plain_text
from quizapp.core.question import Body, Scoring
from quizapp.core.types.base import QuestionType
from quizapp.core.types.numeric import Numeric, NumericBody
from quizapp.core.types.short_text import ShortText, ShortTextBody


@dataclass(frozen=True, slots=True)
class GapOption:
    """An entry of a drop-down, one line: markup in prose, as written in code. ``rationale`` is for who chose it."""

    id: str
    text: str
    rationale: str
    misconception: str = ""

    def words(self, *, is_code: bool) -> str:
        """The text as a list shows it."""
        return self.text if is_code else plain_text(self.text)


@dataclass(frozen=True, slots=True)
class Gap:
    """A drop-down with ``options``, of which ``answer`` is the right one, or a field for a ``text`` or a ``number``.

    ``rationale`` says why what a field asks for is right; options have their own.
    """

    id: str
    options: tuple[GapOption, ...] = ()
    answer: str = ""
    fixed_order: bool = False
    text: ShortTextBody | None = None
    number: NumericBody | None = None
    rationale: str = ""

    def option(self, id_: str) -> GapOption | None:
        return next((option for option in self.options if option.id == id_), None)


def gap_verdict(gap: Gap, given: str) -> Verdict:
    """What became of a gap; ``given`` is an option's id or what was typed, empty where nothing is."""
    if not given:
        return Verdict.MISSED
    if gap.options:
        return Verdict.RIGHT if given == gap.answer else Verdict.WRONG
    kind, body = _field(gap)
    return Verdict.RIGHT if kind.grade(body, (given,), Scoring.STRICT).is_right else Verdict.WRONG


def gap_kind(gap: Gap) -> str:
    """Whether a gap asks for a choice, a text or a number, and in which unit."""
    if gap.options:
        return "choice"
    return "text" if gap.number is None else f"number {gap.number.unit}"


def gap_key(gap: Gap) -> str:
    """What is right: an option's id, or a text to type."""
    if gap.options:
        return gap.answer
    kind, body = _field(gap)
    return kind.key(body)[0]


def is_readable(gap: Gap, given: str) -> bool:
    """Whether what was given can be graded: an entry was chosen, a number can be read."""
    if gap.options or not given:
        return bool(given)
    kind, body = _field(gap)
    return kind.is_complete(body, (given,))


def gap_words(gap: Gap, given: str, *, is_code: bool) -> str:
    """What was given in plain words."""
    option = gap.option(given)
    if option:
        return option.words(is_code=is_code)
    kind, body = _field(gap)
    return kind.describe(body, (given,), ())


def gap_misconceptions(gap: Gap, given: str) -> tuple[str, ...]:
    """The names of the wrong ideas that a gap shows."""
    if not gap.options:
        kind, body = _field(gap)
        return kind.misconceptions(body, (given,)) if given else ()
    option = None if given == gap.answer else gap.option(given)
    return (option.misconception,) if option and option.misconception else ()


def gap_rows(gap: Gap, given: str, *, is_code: bool) -> tuple[ReviewRow, ...]:
    """The right answer; before it what was given, where that is something else."""
    rows = _option_rows(gap, given, is_code) if gap.options else _field_rows(gap, given, is_code)
    found = gap_verdict(gap, given)
    if found is Verdict.WRONG:
        return rows[0], rows[-1]
    return (rows[0],)


def _field(gap: Gap) -> tuple[QuestionType[Any], Body]:
    """The type that a field has as a whole question, and its body there."""
    if gap.number is not None:
        return Numeric(), gap.number
    assert gap.text is not None
    return ShortText(), gap.text


def _option_rows(gap: Gap, given: str, is_code: bool) -> list[ReviewRow]:
    """What was chosen, if anything was, and then what is right."""
    shown = [(gap.option(given), gap_verdict(gap, given)), (gap.option(gap.answer), Verdict.MISSED)]
    return [
        ReviewRow(found, _as_blocks(option.text, is_code), parse_markup(option.rationale))
        for option, found in shown
        if option
    ]


def _field_rows(gap: Gap, given: str, is_code: bool) -> list[ReviewRow]:
    """What the field's own type shows; what is right gets the rationale of the gap."""
    kind, body = _field(gap)
    response: Response = (given,) if given else ()
    why = parse_markup(gap.rationale)
    rows = [replace(row, text=_in_code(row.text)) if is_code else row for row in kind.review(body, response, ())]
    return [row if row.verdict is Verdict.WRONG else replace(row, rationale=why) for row in rows]


def _as_blocks(text: str, is_code: bool) -> tuple[Block, ...]:
    return (Paragraph((Span(text, Style.CODE),) if is_code else parse_spans(text)),)


def _in_code(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(
        Paragraph(tuple(Span(span.text, Style.CODE) for span in block.spans)) if isinstance(block, Paragraph) else block
        for block in blocks
    )
