"""The four-parameter logistic model, for items whose parameters are known: published examples check the method.

The measure itself has no such items; its difficulties are estimates (see ``curve``).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, pi, prod, sqrt

_POINTS = 241
_REACH = 8.0


@dataclass(frozen=True, slots=True)
class Item:
    """P(θ) = c + (d − c)·σ(a·(θ − b)) (Barton and Lord 1981); c = 0 and d = 1 make it the 2PL, a = 1 as well 1PL."""

    a: float
    b: float
    c: float = 0.0
    d: float = 1.0

    def share(self, theta: float) -> float:
        """The probability of a right answer, in (c, d)."""
        return self.c + (self.d - self.c) / (1 + exp(-self.a * (theta - self.b)))


@dataclass(frozen=True, slots=True)
class Estimate:
    """Posterior mean (EAP) and standard deviation of θ; ``evidence`` is the probability of the answers, all told."""

    mean: float
    sd: float
    evidence: float


def estimate(items: Sequence[Item], scores: Sequence[float], *, mean: float = 0.0, sd: float = 1.0) -> Estimate:
    """The EAP of scores (0..1) with a prior N(mean, sd²): the trapezoidal rule over 8 prior SDs either way."""
    step = 2 * _REACH / (_POINTS - 1)
    steps = [-_REACH + step * index for index in range(_POINTS)]
    thetas = [mean + sd * z for z in steps]
    masses = [_density(z) * step * _likelihood(items, scores, theta) for z, theta in zip(steps, thetas, strict=True)]
    evidence = sum(masses)
    centre = sum(mass * theta for mass, theta in zip(masses, thetas, strict=True)) / evidence
    spread = sum(mass * (theta - centre) ** 2 for mass, theta in zip(masses, thetas, strict=True)) / evidence
    return Estimate(centre, sqrt(spread), evidence)


def _likelihood(items: Sequence[Item], scores: Sequence[float], theta: float) -> float:
    shares = [item.share(theta) for item in items]
    return prod(math.pow(p, s) * math.pow(1 - p, 1 - s) for p, s in zip(shares, scores, strict=True))


def _density(z: float) -> float:
    return exp(-z * z / 2) / sqrt(2 * pi)
