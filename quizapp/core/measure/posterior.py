"""What the answers say about ability: a distribution on the grid, updated with every answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, sqrt
from typing import Protocol

from quizapp.core.measure.curve import ResponseCurve, response_curve
from quizapp.core.measure.distribution import Distribution, cumulative
from quizapp.core.measure.grid import LOG_PRIOR, STEP, THETAS, dot


class Scored(Protocol):
    """What the measure has to know of an answer: the question's difficulty and chance score, and the score 0..1."""

    @property
    def difficulty(self) -> float: ...
    @property
    def chance(self) -> float: ...
    @property
    def score(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Posterior:
    """ln of the density of θ at the 61 points of ``THETAS``, up to a constant; without answers it is the prior."""

    logs: tuple[float, ...] = LOG_PRIOR

    def update(self, curve: ResponseCurve, score: float) -> "Posterior":
        """The posterior after one more answer: + s·ln P + (1 − s)·ln(1 − P). The order of answers does not matter.

        The fractional (Bernoulli quasi-) likelihood of Papke and Wooldridge 1996; for scores 0 and 1 the usual one.

        Raises ValueError for a score outside [0, 1].
        """
        if not 0 <= score <= 1:
            raise ValueError(f"a score has to be in [0, 1], not {score}")
        rest = 1 - score
        rows = zip(self.logs, curve.log_right, curve.log_wrong, strict=True)
        return Posterior(tuple([log + score * right + rest * wrong for log, right, wrong in rows]))

    @property
    def weights(self) -> tuple[float, ...]:
        """The probability of each grid point; together 1."""
        top = max(self.logs)
        masses = [exp(log - top) for log in self.logs]
        total = sum(masses)
        return tuple([mass / total for mass in masses])

    @property
    def mean(self) -> float:
        """The posterior mean of θ: the EAP estimate (Bock and Mislevy 1982, doi:10.1177/014662168200600405)."""
        return dot(self.weights, THETAS)

    @property
    def sd(self) -> float:
        """The posterior standard deviation of θ."""
        weights = self.weights
        mean = dot(weights, THETAS)
        return sqrt(sum(weight * (theta - mean) ** 2 for weight, theta in zip(weights, THETAS, strict=True)))

    def quantile(self, level: float) -> float:
        """The θ below which lies ``level`` (in (0, 1)) of the posterior."""
        weights = self.weights
        density = tuple(weight / STEP for weight in weights)
        return Distribution(THETAS, cumulative(weights), density).quantile(level)


PRIOR = Posterior()
"""What is believed before the first answer."""


def posterior_of(answers: Iterable[Scored], start: Posterior = PRIOR) -> Posterior:
    """The posterior after some answers, from the prior or from what is known already."""
    for answer in answers:
        start = start.update(response_curve(answer.difficulty, answer.chance), answer.score)
    return start
