"""What is known of one topic: little by itself, so it borrows from the rest of its competency."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp, log

from quizapp.core.measure.cut import Cut
from quizapp.core.measure.domain import Domain, DomainScore
from quizapp.core.measure.grid import STEP, THETAS, dot
from quizapp.core.measure.posterior import Posterior, Scored, posterior_of

TOPIC_SPREAD = 0.75
"""The standard deviation of a topic's ability around that of its competency, on the scale of θ.

An assumption, as there are no data of people: with the prior's 1.5² it makes the abilities in two topics of a
competency correlate 1.5² / (1.5² + 0.75²) = 0.8.
"""

_LEAST = 1e-300  # of a probability, so that it has a logarithm


@dataclass(frozen=True, slots=True)
class TopicMeasure:
    """A topic's posterior, read on its own questions (``domain``) and on the whole competency's (``whole``)."""

    posterior: Posterior
    domain: Domain
    whole: Domain
    cut: Cut

    @property
    def level(self) -> float:
        """The share of the topic's points to be expected, 0..1."""
        return dot(self.posterior.weights, self.domain.share)

    @property
    def target(self) -> float:
        """The share of the topic's points that someone reaches who is just at the cut of the competency, 0..1.

        Topics differ in how hard their questions are, so the cut itself would be too much of one and too little of
        another.
        """
        return target_share(self.domain, self.whole, self.cut)

    @property
    def shortfall(self) -> float:
        """E max(target − level, 0): by how much the level is expected to lie below the target, 0..1."""
        target = self.target
        return dot(self.posterior.weights, tuple(max(target - share, 0.0) for share in self.domain.share))

    @property
    def below(self) -> float:
        """The probability that whoever has the topic's ability in all topics misses the cut, 0..1."""
        return 1 - DomainScore(self.posterior, self.whole).p_ready(self.cut)

    def with_right(self, count: int) -> "TopicMeasure":
        """The same after so many more right answers to the topic's average question."""
        rows = zip(self.posterior.logs, self.domain.share, strict=True)
        return replace(self, posterior=Posterior(tuple(density + count * log(share) for density, share in rows)))


def topic_posterior(own: Iterable[Scored], others: Iterable[Scored]) -> Posterior:
    """The ability in a topic, from its own answers and from those in the other topics of its competency.

    θ_topic = θ_rest + δ with δ ~ N(0, ``TOPIC_SPREAD``²): the posterior of the other topics' answers, widened by δ, is
    the prior that the topic's own answers update by the curves of the measure; so no answer counts twice. With few
    answers of its own a topic stands where its competency stands, and with many where it belongs: a shrunk subscore,
    as Wainer and others (2001, doi:10.4324/9781410604729) and Haberman (2008, doi:10.3102/1076998607302636) have it.

    More points in any of the answers move it up in the order of likelihood ratios, and never down.
    """
    return posterior_of(own, _widened(posterior_of(others)))


@lru_cache(maxsize=256)
def target_share(domain: Domain, whole: Domain, cut: Cut) -> float:
    """The share of ``domain`` at the ability that ``whole`` has the cut at, linear between grid points."""
    place = bisect_left(whole.share, cut.share)
    if place in (0, len(THETAS)):  # a cut that guessing reaches, or nobody
        return domain.share[min(place, len(THETAS) - 1)]
    low, high = whole.share[place - 1], whole.share[place]
    part = (cut.share - low) / (high - low)
    return domain.share[place - 1] * (1 - part) + domain.share[place] * part


def _widened(posterior: Posterior) -> Posterior:
    weights = posterior.weights
    return Posterior(tuple(log(max(dot(row, weights), _LEAST)) for row in _kernel()))


@lru_cache(maxsize=1)
def _kernel() -> tuple[tuple[float, ...], ...]:
    """How probable each ability of a topic (rows) is at each of its competency (columns, which add up to 1)."""
    steps = len(THETAS)
    heights = [exp(-(((STEP * away) / TOPIC_SPREAD) ** 2) / 2) for away in range(steps)]
    sums = [sum(heights[abs(row - column)] for row in range(steps)) for column in range(steps)]
    return tuple(tuple(heights[abs(row - column)] / sums[column] for column in range(steps)) for row in range(steps))
