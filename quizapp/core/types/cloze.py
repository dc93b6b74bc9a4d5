"""Cloze: drop-downs to choose from and fields to fill in, in the middle of a text or of code."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import prod
from random import Random
from typing import ClassVar

from quizapp.core.answer import Grade, Response, ReviewRow, Verdict
from quizapp.core.cloze_text import put_into_code, put_into_markup
from quizapp.core.markup import Block, Span, Spans
from quizapp.core.question import Body, Code, Scoring
from quizapp.core.types.base import QuestionType
from quizapp.core.types.gap import (
    Gap,
    gap_key,
    gap_kind,
    gap_misconceptions,
    gap_rows,
    gap_verdict,
    gap_words,
    is_readable,
)


@dataclass(frozen=True, slots=True)
class ClozeBody(Body):
    """``text`` holds each gap once as ``[[id]]``; ``gaps`` stand in that order. With a ``language`` it is code."""

    text: str
    gaps: tuple[Gap, ...]
    language: str = ""

    @property
    def is_code(self) -> bool:
        return bool(self.language)


class Cloze(QuestionType[ClozeBody]):
    name = "cloze"
    body: ClassVar[type[Body]] = ClozeBody

    def grade(self, body: ClozeBody, response: Response, scoring: Scoring) -> Grade:
        """PARTIAL: right gaps / gaps; STRICT: 1 for all of them."""
        given = given_texts(body, response)
        marks = tuple((gap.id, gap_verdict(gap, given.get(gap.id, ""))) for gap in body.gaps)
        share = sum(mark is Verdict.RIGHT for _, mark in marks) / len(marks)
        return Grade(float(share == 1) if scoring is Scoring.STRICT else share, marks)

    def frame(self, body: ClozeBody) -> frozenset[str]:
        """The gaps, what each asks for, and the entries of the drop-downs."""
        return super().frame(body) | {entry(f"gap {gap.id}", gap_kind(gap)) for gap in body.gaps}

    def chance(self, body: ClozeBody, scoring: Scoring) -> float:
        """A drop-down of n entries is hit with 1 / n, and a field never; gaps are independent of one another."""
        hits = [1 / len(gap.options) if gap.options else 0.0 for gap in body.gaps]
        return prod(hits) if scoring is Scoring.STRICT else sum(hits) / len(hits)

    def key(self, body: ClozeBody) -> Response:
        return tuple(entry(gap.id, gap_key(gap)) for gap in body.gaps)

    def arrange(self, body: ClozeBody, random: Random) -> tuple[str, ...]:
        """All options of all drop-downs as entries of a response; those of one gap stand together."""
        return tuple(shown for gap in body.gaps for shown in _arranged(gap, random))

    def is_complete(self, body: ClozeBody, response: Response) -> bool:
        """Whether something can be read from every gap."""
        given = given_texts(body, response)
        return all(is_readable(gap, given.get(gap.id, "")) for gap in body.gaps)

    def describe(self, body: ClozeBody, response: Response, order: Sequence[str]) -> str:
        given = given_texts(body, response)
        return "; ".join(
            f"{number}. {gap_words(gap, given[gap.id], is_code=body.is_code)}"
            for number, gap in enumerate(body.gaps, 1)
            if gap.id in given
        )

    def listing(self, body: ClozeBody) -> Code | tuple[Block, ...]:
        """The text with numbered blanks for its gaps."""
        blanks = {gap.id: f"__{number}__" for number, gap in enumerate(body.gaps, 1)}

        def put(id_: str) -> Spans:
            return (Span(blanks[id_]),)

        if body.is_code:
            return Code(body.language, put_into_code(body.text, blanks.__getitem__))
        return put_into_markup(body.text, put)

    def misconceptions(self, body: ClozeBody, response: Response) -> tuple[str, ...]:
        given = given_texts(body, response)
        return tuple(name for gap in body.gaps for name in gap_misconceptions(gap, given.get(gap.id, "")))

    def review(self, body: ClozeBody, response: Response, order: Sequence[str]) -> tuple[ReviewRow, ...]:
        given = given_texts(body, response)
        return tuple(
            replace(row, label=str(number))
            for number, gap in enumerate(body.gaps, 1)
            for row in gap_rows(gap, given.get(gap.id, ""), is_code=body.is_code)
        )


def entry(gap: str, text: str) -> str:
    """What a response holds for a gap: the id of an option, or the text that was typed."""
    return f"{gap}={text}"


def given_texts(body: ClozeBody, response: Response) -> dict[str, str]:
    """What was given by the gap's id; the first entry for a gap counts, unknown and empty ones are left out."""
    gaps = {gap.id: gap for gap in body.gaps}
    given: dict[str, str] = {}
    for part in response:
        id_, _, text = part.partition("=")
        gap, text = gaps.get(id_), text.strip()
        if gap and text and id_ not in given and (not gap.options or gap.option(text)):
            given[id_] = text
    return given


def _arranged(gap: Gap, random: Random) -> list[str]:
    entries = [entry(gap.id, option.id) for option in gap.options]
    if not gap.fixed_order:
        random.shuffle(entries)
    return entries
