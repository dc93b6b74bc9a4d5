"""The domain score: the expected share right on all questions of a competency, as a function of ability."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import erf, sqrt
from operator import mul

from quizapp.core.framework import Competency
from quizapp.core.grading import chance_score
from quizapp.core.measure.curve import ResponseCurve, response_curve
from quizapp.core.measure.distribution import Distribution, cumulative
from quizapp.core.measure.grid import STEP, dot
from quizapp.core.measure.posterior import Posterior
from quizapp.core.question import Question

UNRATED_SPREAD = 0.05
"""The standard deviation of a cut that nobody has rated yet."""

INTERVAL = 0.9
"""How much of the posterior an interval holds; what is left out is the same on both sides."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The domain score that someone just ready reaches: ``share`` in (0, 1) with its standard deviation.

    Raises ValueError for a share outside (0, 1) or a spread of 0 or less: no standard is known exactly.
    """

    share: float
    spread: float = UNRATED_SPREAD

    def __post_init__(self) -> None:
        if not 0 < self.share < 1 or self.spread <= 0:
            raise ValueError(f"a cut lies in (0, 1) and has a spread above 0, unlike {self}")


@dataclass(frozen=True, slots=True)
class DomainItem:
    """One question of a bank, as far as the domain score is concerned."""

    topic: str
    difficulty: float
    chance: float


@dataclass(frozen=True, slots=True)
class Domain:
    """D(θ) and dD/dθ at the 61 points of the grid. D rises with θ, from above the share got by guessing to below 1."""

    share: tuple[float, ...]
    slope: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class DomainScore:
    """The posterior of D: of the share right to be expected on the whole bank, not of the next attempt's share."""

    posterior: Posterior
    domain: Domain

    @property
    def weights(self) -> tuple[float, ...]:
        """The probability of each grid point; together 1."""
        return self.posterior.weights

    @property
    def distribution(self) -> Distribution:
        """D's distribution function and density at D of each grid point."""
        weights = self.weights
        density = tuple(weight / STEP / slope for weight, slope in zip(weights, self.domain.slope, strict=True))
        return Distribution(self.domain.share, cumulative(weights), density)

    @property
    def mean(self) -> float:
        """The posterior mean of D, 0..1."""
        return dot(self.weights, self.domain.share)

    @property
    def interval(self) -> tuple[float, float]:
        """The 90 % posterior interval of D, with 5 % on either side."""
        tail = (1 - INTERVAL) / 2
        distribution = self.distribution
        return distribution.quantile(tail), distribution.quantile(1 - tail)

    def p_ready(self, cut: Cut) -> float:
        """P(D ≥ cut) with D from the posterior and the cut from N(share, spread²): Σ w·Φ((D − share) / spread)."""
        return min(dot(self.weights, _reached(self.domain, cut)), 1.0)


def build_domain(items: Iterable[DomainItem], weights: Mapping[str, float]) -> Domain:
    """The mean of the topics' mean curves, by the topics' weights.

    A topic counts by its weight, not by how many questions someone wrote for it, as in the blueprint; as there, topics
    without questions drop out, and questions of topics without weight do too.

    Raises ValueError where no question is left.
    """
    curves: dict[str, list[ResponseCurve]] = {}
    for item in items:
        if item.topic in weights:
            curves.setdefault(item.topic, []).append(response_curve(item.difficulty, item.chance))
    if not curves:
        raise ValueError("a domain score needs at least one question of the competency's topics")
    total = sum(weights[topic] for topic in curves)
    parts = [(curve, weights[topic] / total / len(mine)) for topic, mine in curves.items() for curve in mine]
    return Domain(_mix([(c.share, part) for c, part in parts]), _mix([(c.slope, part) for c, part in parts]))


def competency_domain(competency: Competency, questions: Sequence[Question]) -> Domain:
    """The domain of a competency over a bank's questions; those of other competencies don't count.

    Raises ValueError where the bank has none of the competency's.
    """
    mine = [question for question in questions if question.competency == competency.slug]
    items = [DomainItem(question.topic, question.difficulty, chance_score(question)) for question in mine]
    return build_domain(items, {topic.slug: topic.weight for topic in competency.topics})


def _mix(parts: Sequence[tuple[tuple[float, ...], float]]) -> tuple[float, ...]:
    shares = [part for _, part in parts]
    return tuple(sum(map(mul, column, shares)) for column in zip(*(row for row, _ in parts), strict=True))


@lru_cache(maxsize=64)
def _reached(domain: Domain, cut: Cut) -> tuple[float, ...]:
    return tuple((1 + erf((share - cut.share) / (cut.spread * sqrt(2)))) / 2 for share in domain.share)
