"""Confidence: how well someone knows what they know (docs/measure.md, "Confidence"). It is never part of a score."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import exp, lgamma, log

from quizapp.core.grading import grade_answer
from quizapp.core.score import wilson_interval
from quizapp.core.session import QuizSession

CONFIDENCES = (0.25, 0.5, 0.75, 0.95)
"""What one can say: the probability that the answer earns full credit."""

MINIMUM_RATED = 10
"""With fewer rated answers there is no gap: its interval would be wider than most gaps are."""

CONFIDENT = 0.75
"""Errors at this confidence or a higher one are confident errors."""

_TAIL = 0.05
_ROUNDING = 1e-9
"""One answer at 95 % is wrong in exactly 5 % of cases: sums of floats must not decide on which side that is."""


class CalibrationVerdict(StrEnum):
    """What the gap says: its 90 % interval lies above 0, below it, or around it; or there are too few answers."""

    OVERCONFIDENT = "overconfident"
    UNDERCONFIDENT = "underconfident"
    WITHIN_CHANCE = "within-chance"
    TOO_FEW = "too-few"


@dataclass(frozen=True, slots=True)
class RatedAnswer:
    """An answer with its stated confidence, one of ``CONFIDENCES``; ``is_right`` for full credit."""

    confidence: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class CalibrationPoint:
    """The answers at one stated confidence: ``count`` of them, at least one, of which ``right`` had full credit."""

    confidence: float
    count: int
    right: int

    @property
    def share(self) -> float:
        """The share right, 0..1."""
        return self.right / self.count

    @property
    def interval(self) -> tuple[float, float]:
        """The 90 % Wilson interval of the share."""
        return wilson_interval(self.right, self.count)

    @property
    def expected(self) -> tuple[int, int]:
        """How many would be right, from and to, for someone whose confidence is right, nine times in ten."""
        return binomial_band(self.count, self.confidence)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Rated answers by stated confidence, at least one; one point for each confidence in use, lowest first."""

    points: tuple[CalibrationPoint, ...]

    @property
    def count(self) -> int:
        return sum(point.count for point in self.points)

    @property
    def right(self) -> int:
        return sum(point.right for point in self.points)

    @property
    def mean_confidence(self) -> float:
        return sum(point.confidence * point.count for point in self.points) / self.count

    @property
    def share(self) -> float:
        """The share right of all rated answers, 0..1."""
        return self.right / self.count

    @property
    def gap(self) -> float | None:
        """Mean confidence − share right, −1..1: above 0 overconfident. None with too few answers."""
        return self.mean_confidence - self.share if self.count >= MINIMUM_RATED else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 90 % interval of the gap, or None with too few answers.

        What was stated is known, so all uncertainty is that of the share right: the gap's interval is the mean
        confidence less the Wilson interval of the share. Where chances differ between answers their sum varies less
        than a binomial one (Hoeffding 1956, doi:10.1214/aoms/1177728178), so that it is rather too wide than too short.
        """
        if self.gap is None:
            return None
        low, high = wilson_interval(self.right, self.count)
        return self.mean_confidence - high, self.mean_confidence - low

    @property
    def verdict(self) -> CalibrationVerdict:
        if self.interval is None:
            return CalibrationVerdict.TOO_FEW
        low, high = self.interval
        if low > 0:
            return CalibrationVerdict.OVERCONFIDENT
        return CalibrationVerdict.UNDERCONFIDENT if high < 0 else CalibrationVerdict.WITHIN_CHANCE


def calibrate_sessions(sessions: Iterable[QuizSession]) -> Calibration | None:
    """The calibration of some attempts together; None where no answer was rated."""
    return calibrate(answer for session in sessions for answer in rated_answers(session))


def calibrate(answers: Iterable[RatedAnswer]) -> Calibration | None:
    """The calibration of some rated answers; None without any."""
    rated = list(answers)
    groups = ((confidence, [a.is_right for a in rated if a.confidence == confidence]) for confidence in CONFIDENCES)
    points = tuple(CalibrationPoint(confidence, len(marks), sum(marks)) for confidence, marks in groups if marks)
    return Calibration(points) if points else None


def rated_answers(session: QuizSession) -> tuple[RatedAnswer, ...]:
    """The answers with a confidence to questions not seen before, in the order asked; "I don't know" has none."""
    items = session.plan.items
    return tuple(
        RatedAnswer(confidence, grade_answer(items[position].question, session.states[position].answer).is_right)
        for position, confidence in _confidences(session)
        if not items[position].seen_before
    )


def confident_errors(session: QuizSession) -> tuple[int, ...]:
    """Positions answered without full credit at a confidence of ``CONFIDENT`` or more, most confident first."""
    wrong = [
        (position, confidence)
        for position, confidence in _confidences(session)
        if confidence >= CONFIDENT and not _is_right(session, position)
    ]
    return tuple(position for position, _ in sorted(wrong, key=_falling))


def lucky_answers(session: QuizSession) -> tuple[int, ...]:
    """Positions answered with full credit at the lowest confidence, in the order asked."""
    return tuple(
        position
        for position, confidence in _confidences(session)
        if confidence <= CONFIDENCES[0] and _is_right(session, position)
    )


def review_order(session: QuizSession) -> tuple[int, ...]:
    """All positions: confident errors first, most confident first, and the rest in the order asked."""
    first = confident_errors(session)
    return (*first, *(position for position in range(len(session.states)) if position not in first))


def binomial_band(count: int, share: float) -> tuple[int, int]:
    """The 5 % and 95 % quantiles of Bin(count, share): less than 5 % lies below them, at most 5 % above.

    ``share`` lies between 0 and 1, both excluded.
    """
    low, total = -1, 0.0
    for right in range(count + 1):
        total += _binomial(right, count, share)
        if low < 0 and total >= _TAIL - _ROUNDING:
            low = right
        if total >= 1 - _TAIL - _ROUNDING:
            return low, right
    return low, count


def _binomial(right: int, count: int, share: float) -> float:
    """The probability of ``right`` in Bin(count, share); by logarithms, since coefficients leave a float's range."""
    coefficient = lgamma(count + 1) - lgamma(right + 1) - lgamma(count - right + 1)
    return exp(coefficient + right * log(share) + (count - right) * log(1 - share))


def _confidences(session: QuizSession) -> list[tuple[int, float]]:
    """Position and confidence of each rated answer, in the order asked."""
    answers = [(position, state.answer) for position, state in enumerate(session.states)]
    return [(p, a.confidence) for p, a in answers if a and not a.dont_know and a.confidence is not None]


def _is_right(session: QuizSession, position: int) -> bool:
    return grade_answer(session.plan.items[position].question, session.states[position].answer).is_right


def _falling(found: tuple[int, float]) -> tuple[float, int]:
    return -found[1], found[0]
