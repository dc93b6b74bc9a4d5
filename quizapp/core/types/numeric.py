"""Numeric: a number is typed, and is right within a tolerance."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import ClassVar

from quizapp.core.answer import Grade, Response, ReviewRow, Verdict
from quizapp.core.markup import as_text, parse_markup
from quizapp.core.numbers import format_number, read_number, within
from quizapp.core.question import Body, Scoring
from quizapp.core.types.base import QuestionType
from quizapp.core.units import has_unit


@dataclass(frozen=True, slots=True)
class CommonError:
    """A wrong value that people reach, recognised within ``tolerance``, with what it shows them."""

    value: float
    tolerance: float
    rationale: str
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class NumericBody(Body):
    """The right value; ``tolerance`` is absolute and at least 0; ``unit`` stands beside the field."""

    value: float
    tolerance: float
    unit: str = ""
    common_errors: tuple[CommonError, ...] = ()


class Numeric(QuestionType[NumericBody]):
    name = "numeric"
    body: ClassVar[type[Body]] = NumericBody

    def grade(self, body: NumericBody, response: Response, scoring: Scoring) -> Grade:
        value = read_number(response[0], body.unit) if response else None
        right = value is not None and within(value, body.value, body.tolerance)
        given = Verdict.RIGHT if right else Verdict.WRONG
        return Grade(float(right), (("value", given if response else Verdict.MISSED),))

    def frame(self, body: NumericBody) -> frozenset[str]:
        """The unit: a number typed beside one means another beside another."""
        return frozenset((body.unit,))

    def chance(self, body: NumericBody, scoring: Scoring) -> float:
        return 0.0

    def key(self, body: NumericBody) -> Response:
        # All digits, unlike format_number: the key has full credit with tolerance 0 too.
        return (f"{body.value:.15g}",)

    def arrange(self, body: NumericBody, random: Random) -> tuple[str, ...]:
        return ()

    def is_complete(self, body: NumericBody, response: Response) -> bool:
        return bool(response) and read_number(response[0], body.unit) is not None

    def describe(self, body: NumericBody, response: Response, order: Sequence[str]) -> str:
        text = response[0].strip() if response else ""
        return text if not text or not body.unit or has_unit(text, body.unit) else f"{text} {body.unit}"

    def misconceptions(self, body: NumericBody, response: Response) -> tuple[str, ...]:
        error = None if self.grade(body, response, Scoring.PARTIAL).is_right else recognise(body, response)
        return (error.misconception,) if error and error.misconception else ()

    def review(self, body: NumericBody, response: Response, order: Sequence[str]) -> tuple[ReviewRow, ...]:
        key = ReviewRow(Verdict.MISSED, as_text(_key_text(body)))
        if not response:
            return (key,)
        given = as_text(self.describe(body, response, order))
        if self.grade(body, response, Scoring.PARTIAL).is_right:
            return (ReviewRow(Verdict.RIGHT, given), key)
        error = recognise(body, response)
        return (ReviewRow(Verdict.WRONG, given, parse_markup(error.rationale) if error else ()), key)


def recognise(body: NumericBody, response: Response) -> CommonError | None:
    """The common error that a response shows, the nearest where two fit."""
    value = read_number(response[0], body.unit) if response else None
    if value is None:
        return None
    fitting = [error for error in body.common_errors if within(value, error.value, error.tolerance)]
    return min(fitting, key=lambda error: abs(error.value - value), default=None)


def _key_text(body: NumericBody) -> str:
    tolerance = f" (± {format_number(body.tolerance)})" if body.tolerance else ""
    return " ".join(filter(None, [format_number(body.value), body.unit])) + tolerance
