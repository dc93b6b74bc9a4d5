"""Simulated people: their abilities, the true difficulties they meet, and the answers they would give."""

from dataclasses import dataclass
from zlib import crc32

import numpy as np

from quizapp.core.measure.curve import LOGITS_PER_LEVEL, MIDDLE_LEVEL
from studies.banks import Bank, Floats

SEED = 20261124


@dataclass(frozen=True, slots=True)
class Population:
    """Abilities N(mean, sd²); with an sd of 0 all are the same."""

    name: str
    mean: float
    sd: float


WIDE, NARROW, LOWER = Population("N(0, 1.5²)", 0, 1.5), Population("N(0, 1)", 0, 1), Population("N(−.5, 1)", -0.5, 1)
POPULATIONS = (WIDE, NARROW, LOWER)
FIXED = (Population("θ = −2", -2, 0), Population("θ = 2", 2, 0))


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """N people before a bank of K. ``scores`` (N, K) is what each would get; ``domain`` their true D."""

    ability: Floats
    scores: Floats
    domain: Floats


def random_of(*names: object) -> np.random.Generator:
    """A generator of a cell's own, so that a cell's figures depend on no other cell."""
    return np.random.default_rng([SEED, crc32("/".join(map(str, names)).encode())])


def draw_people(
    bank: Bank,
    population: Population,
    count: int,
    tau: float,
    rng: np.random.Generator,
    *,
    shift: float = 0.0,
    partial: bool = False,
) -> People:
    """Everyone meets the bank with difficulties of their own draw, b = 0.8·(difficulty − 3) + shift + τ·z.

    Answers follow the three-parameter logistic model with these. With ``partial`` a question of m parts pays
    Binomial(m, P) / m, whose mean is P; without, its whole point with probability P.
    """
    ability = population.mean + population.sd * rng.standard_normal(count)
    stated = LOGITS_PER_LEVEL * (bank.difficulty - MIDDLE_LEVEL) + shift
    difficulty = stated + tau * rng.standard_normal((count, bank.size))
    chances = bank.chance + (1 - bank.chance) / (1 + np.exp(difficulty - ability[:, None]))
    parts = bank.parts if partial else np.ones_like(bank.parts)
    scores = rng.binomial(parts, chances) / parts
    return People(ability, scores, chances @ bank.shares)
