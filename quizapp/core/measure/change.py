"""Whether two measures of a competency differ by more than their uncertainty."""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.core.measure.competency import SURE, Claim, CompetencyMeasure, SeenAnswers
from quizapp.core.measure.domain import INTERVAL, DomainScore

_HALVINGS = 40


class Change(StrEnum):
    """What the posterior of the difference says."""

    IMPROVED = "improved"
    DECLINED = "declined"
    WITHIN_NOISE = "within-noise"
    TOO_FEW = "too-few"  # one of the two has too few answers for a band


@dataclass(frozen=True, slots=True)
class DomainChange:
    """The later domain score minus the earlier one, -1..1, with its 90 % posterior interval.

    ``p_improved`` is the posterior probability that the later one is higher. The answers to questions seen before are
    no part of any of these; ``seen_earlier`` and ``seen_later`` say how many there were and by how much they went
    better than the other answers let expect.
    """

    difference: float
    interval: tuple[float, float]
    p_improved: float
    verdict: Change
    seen_earlier: SeenAnswers
    seen_later: SeenAnswers


def compare_measures(before: CompetencyMeasure, after: CompetencyMeasure) -> DomainChange:
    """How a competency changed between two attempts whose answers are independent given the abilities.

    Both posteriors start from the same prior, which draws the difference towards 0: the verdict is cautious.
    """
    p_improved = 1 - p_below(before.score, after.score, 0.0)
    is_known = Claim.RAW not in (before.claim, after.claim)
    return DomainChange(
        difference=after.domain_score - before.domain_score,
        interval=_interval(before.score, after.score),
        p_improved=p_improved,
        verdict=_verdict(p_improved) if is_known else Change.TOO_FEW,
        seen_earlier=before.seen,
        seen_later=after.seen,
    )


def p_below(before: DomainScore, after: DomainScore, difference: float) -> float:
    """P(D after − D before < difference): Σ over the grid of the earlier D, with the later one's distribution."""
    later = after.distribution
    rows = zip(before.weights, before.domain.share, strict=True)
    return min(sum(weight * later.cdf(share + difference) for weight, share in rows), 1.0)


def _interval(before: DomainScore, after: DomainScore) -> tuple[float, float]:
    tail = (1 - INTERVAL) / 2
    return _quantile(before, after, tail), _quantile(before, after, 1 - tail)


def _quantile(before: DomainScore, after: DomainScore, level: float) -> float:
    low, high = -1.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if p_below(before, after, middle) < level else (low, middle)
    return (low + high) / 2


def _verdict(p_improved: float) -> Change:
    if p_improved >= SURE:
        return Change.IMPROVED
    return Change.DECLINED if 1 - p_improved >= SURE else Change.WITHIN_NOISE
