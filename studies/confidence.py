"""How often the 90 % interval of the calibration gap holds the true gap: docs/measure.md, "Confidence".

``python -m studies.confidence`` prints the table. Needs nothing but the program itself.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import sqrt
from random import Random

from quizapp.core.calibration import CONFIDENCES, Calibration, CalibrationPoint
from quizapp.core.score import wilson_interval

SEED, PEOPLE = 20261124, 6000
COUNTS = (8, 10, 15, 20, 40, 80)

MIXTURES = {"even": (1, 1, 1, 1), "high": (1, 2, 4, 6), "poles": (1, 0, 0, 1), "one": (0, 0, 1, 0), "top": (0, 0, 1, 4)}
"""How often each of ``CONFIDENCES`` is said."""

Truth = Callable[[float], float]
"""The true chance of being right at a stated confidence."""


def calibrated(said: float) -> float:
    return said


def narrow(said: float) -> float:
    """Half of the spread: 25 % right at 25 %, 60 % at 95 %."""
    return 0.25 + (said - 0.25) / 2


def constant(_said: float) -> float:
    return 0.6


def underconfident(said: float) -> float:
    return min(1.0, said + 0.04 + 0.3 * (1 - said))


def overconfident(said: float) -> float:
    return max(0.02, said - 0.3)


TRUTHS: tuple[Truth, ...] = (calibrated, narrow, constant, underconfident, overconfident)


@dataclass(frozen=True)
class Cell:
    """Shares of people: whose interval held the true gap, by method; ``width`` is the mean width, ``false`` verdicts
    of over- or underconfident."""

    mixture: str
    truth: str
    ours: float
    mover: float
    width: float
    mover_width: float
    false: float


def pooled_interval(calibration: Calibration) -> tuple[float, float]:
    """The program's interval, also below its least number of answers."""
    low, high = wilson_interval(calibration.right, calibration.count)
    return calibration.mean_confidence - high, calibration.mean_confidence - low


def mover_interval(calibration: Calibration) -> tuple[float, float]:
    """The Wilson intervals of the confidences joined (Zou, Huang and Zhang 2009, doi:10.1016/j.csda.2008.09.033)."""
    gap = calibration.mean_confidence - calibration.share
    below = above = 0.0
    for point in calibration.points:
        weight, (low, high) = point.count / calibration.count, point.interval
        below += (weight * (high - point.share)) ** 2
        above += (weight * (point.share - low)) ** 2
    return gap - sqrt(below), gap + sqrt(above)


def simulate(count: int, mixture: str, truth: Truth, random: Random) -> Cell:
    held, widths, false = [0, 0], [0.0, 0.0], 0
    for _ in range(PEOPLE):
        calibration = _person(random.choices(CONFIDENCES, MIXTURES[mixture], k=count), truth, random)
        gap = sum((p.confidence - truth(p.confidence)) * p.count for p in calibration.points) / count
        intervals = pooled_interval(calibration), mover_interval(calibration)
        for method, (low, high) in enumerate(intervals):
            held[method] += low - 1e-9 <= gap <= high + 1e-9
            widths[method] += high - low
        false += not intervals[0][0] <= 0 <= intervals[0][1]
    ours, mover, width, mover_width = (value / PEOPLE for value in (*held, *widths))
    return Cell(mixture, truth.__name__, ours, mover, width, mover_width, false / PEOPLE)


def _person(said: list[float], truth: Truth, random: Random) -> Calibration:
    counts = Counter(said)
    return Calibration(
        tuple(
            CalibrationPoint(c, n, sum(random.random() < truth(c) for _ in range(n))) for c, n in sorted(counts.items())
        )
    )


def cells(count: int) -> Iterator[Cell]:
    random = Random(f"{SEED}/{count}")
    for mixture in MIXTURES:
        for truth in TRUTHS:
            yield simulate(count, mixture, truth, random)


def main() -> None:
    print("| rated answers | p̄ − Wilson | width | MOVER | width | calibrated, yet called over- or underconfident |")
    print("|---|---|---|---|---|---|")
    for count in COUNTS:
        found = list(cells(count))
        false = [cell.false for cell in found if cell.truth == calibrated.__name__]
        columns = (
            [cell.ours for cell in found],
            [cell.width for cell in found],
            [cell.mover for cell in found],
            [cell.mover_width for cell in found],
            false,
        )
        print(f"| {count} | {' | '.join(_range(values) for values in columns)} |")


def _range(values: list[float]) -> str:
    return f"{_number(min(values))}–{_number(max(values))}"


def _number(value: float) -> str:
    return f"{value:.3f}".removeprefix("0")


if __name__ == "__main__":
    main()
