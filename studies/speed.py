"""The program's scorer and choice beside catsim's on the same work, in the same run."""

from collections.abc import Callable
from random import Random
from statistics import median, quantiles
from time import perf_counter_ns

import numpy as np
from catsim.estimation import NumericalSearchEstimator
from catsim.item_bank import ItemBank
from catsim.selection import RandomesqueSelector

from quizapp.core.measure import CANDIDATES, most_informative, posterior_of, response_curve
from quizapp.core.measure.curve import LOGITS_PER_LEVEL, MIDDLE_LEVEL
from studies.cells import Row

ROUNDS = 200
ANSWERS = 60
POOL = 10_000
CHANCES = (0.25, 0.2, 0.1875, 0.0)
THETA = 0.3


class Answer:
    """An answer as core.measure takes it."""

    def __init__(self, difficulty: int, chance: float, score: float) -> None:
        self.difficulty, self.chance, self.score = difficulty, chance, score


def time_beside_catsim() -> list[Row]:
    """Median and 95th percentile in milliseconds; each round times every case once, so that load meets all."""
    cases = {**_scorers(), **_choices()}
    times: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(ROUNDS + 1):
        for name, case in cases.items():
            start = perf_counter_ns()
            case()
            times[name].append((perf_counter_ns() - start) / 1e6)
    kept = {name: found[1:] for name, found in times.items()}
    return [{"case": name, "median_ms": median(t), "p95_ms": quantiles(t, n=20)[-1]} for name, t in kept.items()]


def _scorers() -> dict[str, Callable[[], object]]:
    random = Random(5)
    answers = [Answer(random.randint(1, 5), random.choice(CHANCES), random.randint(0, 1)) for _ in range(ANSWERS)]
    items, estimator = _items([(a.difficulty, a.chance) for a in answers]), NumericalSearchEstimator()
    responses, everything = [bool(answer.score) for answer in answers], list(range(ANSWERS))

    def ours() -> object:
        posterior = posterior_of(answers)
        return posterior.mean, posterior.sd

    def theirs() -> object:
        return estimator.estimate(
            item_bank=items, administered_items=everything, response_vector=responses, est_theta=0.0
        )

    return {"score of 60 answers: ours": ours, "score of 60 answers: catsim": theirs}


def _choices() -> dict[str, Callable[[], object]]:
    random, rng = Random(6), np.random.default_rng(6)
    pool = [(random.randint(1, 5), random.choice(CHANCES)) for _ in range(POOL)]
    curves, items, selector = [response_curve(*pair) for pair in pool], _items(pool), RandomesqueSelector(CANDIDATES)

    def ours() -> object:
        return random.choice(most_informative(curves, THETA))

    def theirs() -> object:
        return selector.select(item_bank=items, administered_items=[], est_theta=THETA, rng=rng)

    return {"next question of 10,000: ours": ours, "next question of 10,000: catsim": theirs}


def _items(pairs: list[tuple[int, float]]) -> ItemBank:
    return ItemBank(np.array([[1, LOGITS_PER_LEVEL * (level - MIDDLE_LEVEL), chance, 1] for level, chance in pairs]))
