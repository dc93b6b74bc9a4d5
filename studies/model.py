"""core.measure over many people at once. Curves, grid and prior are core's own; the rest is checked against it."""

from dataclasses import dataclass
from math import erf, sqrt

import numpy as np

from quizapp.core.measure import TAU, Cut, response_curve
from quizapp.core.measure.grid import LOG_PRIOR, PRIOR_SD, STEP, THETAS
from studies.banks import Bank, Floats

GRID = np.array(THETAS)
CUT = Cut(0.7)
TAIL = 0.05
_HALVINGS = 45


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Tables of a bank: (K, 61) for each question, (61,) for the domain; ``reached`` is P(cut ≤ D) at each θ."""

    log_right: Floats
    log_wrong: Floats
    information: Floats
    prior: Floats
    domain: Floats
    slope: Floats
    reached: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """What the measure tells of N people; each array is (N,), the intervals are (N, 2)."""

    ability: Floats
    sd: Floats
    ability_interval: Floats
    domain: Floats
    domain_interval: Floats
    p_ready: Floats


def build_model(bank: Bank, tau: float = TAU, prior_mean: float = 0.0, prior_sd: float = PRIOR_SD) -> Model:
    """The tables of the model as it stands, or of one with another τ or prior."""
    curves = [response_curve(int(d), float(c), tau) for d, c in zip(bank.difficulty, bank.chance, strict=True)]
    domain = bank.shares @ np.array([curve.share for curve in curves])
    usual = (prior_mean, prior_sd) == (0.0, PRIOR_SD)
    return Model(
        np.array([curve.log_right for curve in curves]),
        np.array([curve.log_wrong for curve in curves]),
        np.array([curve.information for curve in curves]),
        np.array(LOG_PRIOR) if usual else -(((GRID - prior_mean) / prior_sd) ** 2) / 2,
        domain,
        bank.shares @ np.array([curve.slope for curve in curves]),
        np.array([(1 + erf((d - CUT.share) / (CUT.spread * sqrt(2)))) / 2 for d in domain]),
    )


def masses(logs: Floats) -> Floats:
    """The probability of each grid point, (N, 61)."""
    raised = np.exp(logs - logs.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def moments(weights: Floats) -> tuple[Floats, Floats]:
    """Posterior mean and standard deviation of θ."""
    mean = weights @ GRID
    return mean, np.sqrt(np.maximum(weights @ GRID**2 - mean**2, 0))


def read(model: Model, logs: Floats) -> Readings:
    """Everything the measure tells, from the logs of the posterior, (N, 61)."""
    weights = masses(logs)
    mean, sd = moments(weights)
    below = cumulative(weights)
    return Readings(
        mean,
        sd,
        interval(GRID, below, weights / STEP),
        weights @ model.domain,
        interval(model.domain, below, weights / STEP / model.slope),
        weights @ model.reached,
    )


def cumulative(weights: Floats) -> Floats:
    """core.measure.distribution.cumulative, row by row."""
    padded = np.pad(weights, ((0, 0), (1, 1)))
    reached = np.cumsum(weights, axis=1) - weights / 2 - (padded[:, 2:] - padded[:, :-2]) / 24
    return np.clip(np.maximum.accumulate(np.maximum(reached, 0), axis=1), 0, 1)


def interval(nodes: Floats, below: Floats, density: Floats) -> Floats:
    """The equal-tailed 90 % intervals, (N, 2)."""
    return np.stack([_quantile(nodes, below, density, level) for level in (TAIL, 1 - TAIL)], axis=1)


def _quantile(nodes: Floats, below: Floats, density: Floats, level: float) -> Floats:
    """core.measure.distribution.Distribution.quantile, row by row."""
    rows = np.arange(len(below))
    index = (below < level).sum(axis=1)
    i = np.clip(index, 1, len(nodes) - 1)
    width = nodes[i] - nodes[i - 1]
    left, right = below[rows, i - 1], below[rows, i]
    first, last = density[rows, i - 1], density[rows, i]
    low, high = np.zeros(len(rows)), np.ones(len(rows))
    for _ in range(_HALVINGS):
        t = (low + high) / 2
        bend = t * (1 - t) * width * ((1 - t) * first - t * last)
        short = left + (right - left) * t * t * (3 - 2 * t) + bend < level
        low, high = np.where(short, t, low), np.where(short, high, t)
    inside = nodes[i - 1] + width * (low + high) / 2
    return np.where(index == 0, nodes[0], np.where(index == len(nodes), nodes[-1], inside))
