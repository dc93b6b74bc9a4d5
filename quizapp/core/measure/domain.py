"""The domain score: the expected share right on all questions of a competency, as a function of ability."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import erf, sqrt
from operator import mul

from quizapp.core.framework import Competency
from quizapp.core.measure.curve import response_curve
from quizapp.core.measure.cut import Cut
from quizapp.core.measure.distribution import Distribution, cumulative
from quizapp.core.measure.grid import STEP, dot
from quizapp.core.measure.posterior import Posterior
from quizapp.core.pool import PoolCount, count_pool
from quizapp.core.question import Question

INTERVAL = 0.9
"""How much of the posterior an interval holds; what is left out is the same on both sides."""


@dataclass(frozen=True, slots=True)
class DomainItem:
    """``count`` questions of a bank that are alike as far as the domain score is concerned."""

    topic: str
    difficulty: float
    chance: float
    count: int = 1


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
    kinds: Counter[tuple[str, float, float]] = Counter()
    for item in items:
        if item.topic in weights:
            kinds[item.topic, item.difficulty, item.chance] += item.count
    if not kinds:
        raise ValueError("a domain score needs at least one question of the competency's topics")
    sizes: Counter[str] = Counter()
    for (topic, _, _), count in kinds.items():
        sizes[topic] += count
    total = sum(weights[topic] for topic in sizes)
    # In a fixed order, so that the same bank gives the same digits however its questions come.
    parts = [
        (response_curve(difficulty, chance), weights[topic] / total * count / sizes[topic])
        for (topic, difficulty, chance), count in sorted(kinds.items())
    ]
    return Domain(_mix([(c.share, part) for c, part in parts]), _mix([(c.slope, part) for c, part in parts]))


def competency_domain(competency: Competency, questions: Iterable[Question]) -> Domain:
    """The domain of a competency over a bank's questions; those of other competencies don't count.

    Raises ValueError where the bank has none of the competency's.
    """
    return pool_domain(competency, count_pool(questions, {competency.slug}))


def pool_domain(competency: Competency, pool: Iterable[PoolCount]) -> Domain:
    """The same over a bank's counts; raises ValueError where they hold none of the competency's."""
    mine = [kind for kind in pool if kind.competency == competency.slug]
    items = [DomainItem(kind.topic, kind.difficulty, kind.chance, kind.count) for kind in mine]
    return build_domain(items, {topic.slug: topic.weight for topic in competency.topics})


def _mix(parts: Sequence[tuple[tuple[float, ...], float]]) -> tuple[float, ...]:
    shares = [part for _, part in parts]
    return tuple(sum(map(mul, column, shares)) for column in zip(*(row for row, _ in parts), strict=True))


@lru_cache(maxsize=64)
def _reached(domain: Domain, cut: Cut) -> tuple[float, ...]:
    return tuple((1 + erf((share - cut.share) / (cut.spread * sqrt(2)))) / 2 for share in domain.share)
