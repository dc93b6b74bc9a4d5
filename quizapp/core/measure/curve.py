"""How the probability of a question's points grows with ability, as tables on the grid."""

from dataclasses import dataclass
from functools import lru_cache
from math import exp, log

from quizapp.core.measure.grid import NODES, STEP, THETAS

TAU = 0.8
"""How far a question's true difficulty lies from the author's estimate: its standard deviation, on the scale of θ."""

LOGITS_PER_LEVEL = 0.8
"""How far apart two neighbouring levels of the authors' five-point difficulty lie, on the scale of θ."""

MIDDLE_LEVEL = 3
"""The author's level whose difficulty is 0 on the scale of θ."""


# Curves are cached, so they are compared and hashed by identity: one curve for each difficulty and chance.
@dataclass(frozen=True, slots=True, eq=False)
class ResponseCurve:
    """A question's curve; each table has 61 values, one for a point of ``THETAS``.

    ``share`` is P(θ), the expected share of the point, in (chance, 1); ``log_right`` and ``log_wrong`` are ln P and
    ln(1 − P); ``slope`` is dP/dθ; ``information`` is dP/dθ² / (P·(1 − P)).
    """

    difficulty: float
    chance: float
    share: tuple[float, ...]
    slope: tuple[float, ...]
    log_right: tuple[float, ...]
    log_wrong: tuple[float, ...]
    information: tuple[float, ...]


@lru_cache(maxsize=4096)
def response_curve(difficulty: float, chance: float, tau: float = TAU) -> ResponseCurve:
    """P(θ) = c + (1 − c)·Σ w·σ(θ − b − τ·z) with b = 0.8·(difficulty − 3) and the nodes (z, w) of ``NODES``.

    ``difficulty`` is the author's 1..5, ``chance`` the exact mean score of random answering. The three-parameter
    logistic model with slope 1 (Birnbaum 1968), its difficulty b ~ N(b̂, τ²) integrated out.

    Raises ValueError unless 0 ≤ chance < 1: a question that guessing answers tells nothing.
    """
    if not 0 <= chance < 1:
        raise ValueError(f"the chance score of a question has to be in [0, 1), not {chance}")
    places = tuple(theta - LOGITS_PER_LEVEL * (difficulty - MIDDLE_LEVEL) for theta in THETAS)
    rest = 1 - chance
    # 1 − P is added up by itself: taken from P it would lose its digits where P is near 1.
    wrong = tuple(rest * sum(w * _logistic(tau * z - place) for z, w in NODES) for place in places)
    knows = tuple(sum(w * _logistic(place - tau * z) for z, w in NODES) for place in places)
    share = tuple(chance + rest * known for known in knows)
    slope = tuple(rest * sum(w * _logistic_slope(place - tau * z) for z, w in NODES) for place in places)
    information = tuple(d * d / (p * q) for d, p, q in zip(slope, share, wrong, strict=True))
    log_right, log_wrong = tuple(map(log, share)), tuple(map(log, wrong))
    return ResponseCurve(difficulty, chance, share, slope, log_right, log_wrong, information)


def information(curve: ResponseCurve, theta: float) -> float:
    """The Fisher information of one answer at an ability, linear between grid points; beyond the grid its end's.

    For a fractional score it is the expected curvature of the fractional likelihood, which has the same formula.
    """
    place = min(max((theta - THETAS[0]) / STEP, 0.0), len(THETAS) - 1.0)
    low = min(int(place), len(THETAS) - 2)
    part = place - low
    return curve.information[low] * (1 - part) + curve.information[low + 1] * part


def _logistic(x: float) -> float:
    return 1 / (1 + exp(-x))


def _logistic_slope(x: float) -> float:
    return _logistic(x) * _logistic(-x)
