"""Logistic regression with a ridge penalty in plain Python, fast where many sets of labels are fitted to the same rows.

It minimises ½·|w|² + Σ log(1 + exp(−y·(w·x + b))), as scikit-learn's LogisticRegression does with C = 1. The steps are
those of Newton's method with its matrix replaced by the upper bound ¼·XᵀX + I (Böhning and Lindsay 1988, Annals of the
Institute of Statistical Mathematics 40, 641–663): it needs one factorisation for all labels, and every step goes down.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt
from operator import mul

Row = Sequence[float]
STEPS, SMALL = 100, 1e-4


@dataclass(frozen=True, slots=True)
class Design:
    """Rows with a 1 for the intercept, their columns, and the Cholesky factor of the bound."""

    rows: tuple[Row, ...]
    columns: tuple[Row, ...]
    factor: tuple[Row, ...]


def build_design(rows: Sequence[Row]) -> Design:
    with_one = tuple((*row, 1.0) for row in rows)
    columns = tuple(zip(*with_one, strict=True))
    size = len(columns)
    # The intercept, last, has no penalty; a tiny one keeps the matrix sound.
    bound = [[0.25 * sum(map(mul, one, other)) for other in columns] for one in columns]
    for place in range(size):
        bound[place][place] += 1.0 if place < size - 1 else 1e-9
    return Design(with_one, columns, tuple(_cholesky(bound)))


def fit(design: Design, labels: Sequence[bool]) -> list[float]:
    """The weights, the intercept last."""
    weights = [0.0] * len(design.columns)
    goals = [float(label) for label in labels]
    for _ in range(STEPS):
        rest = [goal - _logistic(sum(map(mul, weights, row))) for goal, row in zip(goals, design.rows, strict=True)]
        slope = [sum(map(mul, column, rest)) - weight for column, weight in zip(design.columns, weights, strict=True)]
        slope[-1] += weights[-1]
        step = _solve(design.factor, slope)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < SMALL:
            break
    return weights


def margin(weights: Sequence[float], row: Row) -> float:
    """How much a row looks like one labelled true; the intercept is the same for all and left out."""
    return float(sum(map(mul, weights, row)))


def _logistic(value: float) -> float:
    return 1 / (1 + exp(-value)) if value > -500 else 0.0


def _cholesky(matrix: Sequence[Row]) -> list[list[float]]:
    """The lower triangle L with L·Lᵀ = matrix."""
    lower: list[list[float]] = []
    for place, row in enumerate(matrix):
        new: list[float] = []
        for other in range(place):
            new.append((row[other] - sum(map(mul, new, lower[other]))) / lower[other][other])
        new.append(sqrt(row[place] - sum(value * value for value in new)))
        lower.append(new)
    return lower


def _solve(lower: Sequence[Row], right: Row) -> list[float]:
    forward: list[float] = []
    for row, value in zip(lower, right, strict=True):
        forward.append((value - sum(map(mul, row, forward))) / row[len(forward)])
    back = [0.0] * len(forward)
    for place in reversed(range(len(forward))):
        known = sum(lower[below][place] * back[below] for below in range(place + 1, len(forward)))
        back[place] = (forward[place] - known) / lower[place][place]
    return back
