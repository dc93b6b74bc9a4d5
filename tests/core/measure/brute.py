"""The measure once more, the long way: numeric integration on a grid ten times finer, and no tables."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import erf, exp, log, pi, sqrt

from hypothesis import strategies as st

from quizapp.core.measure import Domain, DomainItem, build_domain

STEP = 0.02
THETAS = [index * STEP - 6.1 for index in range(611)]
"""The 61 points of the measure stand for cells of 0.2, so the whole reaches from -6.1 to 6.1."""

ZS = [index * 0.05 - 8 for index in range(321)]

WEIGHTS = {"theory": 2.0, "practice": 1.0}
BANK = (
    DomainItem("theory", 2, 0.25),
    DomainItem("theory", 4, 0.2),
    DomainItem("theory", 5, 0.0),
    DomainItem("practice", 1, 0.5),
    DomainItem("practice", 3, 0.0625),
)


@dataclass(frozen=True, slots=True)
class Shot:
    """An answer as the measure sees it."""

    difficulty: float
    chance: float
    score: float


def bank_domain() -> Domain:
    return build_domain(BANK, WEIGHTS)


def share(theta: float, difficulty: float, chance: float) -> float:
    """P(θ), the trapezoidal rule over z."""
    place = theta - 0.8 * (difficulty - 3)
    known = sum(exp(-z * z / 2) / (1 + exp(0.8 * z - place)) for z in ZS) * 0.05 / sqrt(2 * pi)
    return chance + (1 - chance) * known


def density(answers: Sequence[Shot]) -> list[float]:
    """The posterior's probabilities of the fine cells around ``THETAS``."""
    kinds = {(a.difficulty, a.chance) for a in answers}
    table = {kind: [share(theta, *kind) for theta in THETAS] for kind in kinds}
    logs = [-((theta / 1.5) ** 2) / 2 for theta in THETAS]
    for a in answers:
        row = table[a.difficulty, a.chance]
        logs = [x + a.score * log(p) + (1 - a.score) * log(1 - p) for x, p in zip(logs, row, strict=True)]
    masses = [exp(x - max(logs)) for x in logs]
    # Half cells at both ends: the trapezoidal rule.
    masses[0], masses[-1] = masses[0] / 2, masses[-1] / 2
    return [mass / sum(masses) for mass in masses]


def domain_share() -> list[float]:
    """D(θ) of ``BANK``: theory weighs two thirds."""
    parts = [(item, (2 / 3 if item.topic == "theory" else 1 / 3)) for item in BANK]
    sizes = {topic: sum(item.topic == topic for item in BANK) for topic in WEIGHTS}
    return [
        sum(part / sizes[item.topic] * share(theta, item.difficulty, item.chance) for item, part in parts)
        for theta in THETAS
    ]


def normal_cdf(x: float) -> float:
    return (1 + erf(x / sqrt(2))) / 2


def mean_of(masses: Sequence[float], value: Callable[[int], float]) -> float:
    """The mean of a function of the fine grid's index."""
    return sum(mass * value(index) for index, mass in enumerate(masses))


shots = st.builds(
    Shot,
    st.integers(1, 5),
    st.sampled_from([0.0, 0.0625, 0.2, 0.25, 0.5]),
    st.sampled_from([0.0, 0.0, 1 / 3, 0.5, 2 / 3, 1.0, 1.0]),
)
"""Answers of any kind that the question types give."""

some_shots = st.lists(shots, max_size=30)
