"""The questions that people are asked, one at a time: core.plan's rule, with a random or the adaptive choice."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from quizapp.core.measure.grid import STEP
from quizapp.core.measure.selection import CANDIDATES
from studies.banks import Bank, Bools, Floats, Ints
from studies.model import GRID, Model, masses

Pool = Callable[[Bank, Bools, Floats, int], Bools]
"""From the bank, the questions open (N, K), the counts by topic (N, T) and n: those that may come next, (N, K)."""

Choose = Callable[[Floats, Bools], Ints]
"""From the logs of the posteriors (N, 61) and the questions that may come (N, K), each person's next question, (N,)."""


FAR_BELOW = 0.9
"""How many questions a topic may lack before ``due_topics`` takes it alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """After ``number`` answers: the logs of the posteriors, the questions asked last (N,), counts by topic (N, T)."""

    number: int
    logs: Floats
    asked: Ints
    counts: Floats


def due_topic(bank: Bank, is_open: Bools, counts: Floats, number: int) -> Bools:
    """The open questions of the topic with the largest weight·(n + 1) − count, as core.plan has it."""
    topic = _due(bank, is_open, counts, number).argmax(axis=1)
    return is_open & (bank.topic == topic[:, None])


def due_topics(bank: Bank, is_open: Bools, counts: Floats, number: int) -> Bools:
    """Not what the program does: the open questions of all topics below their share, or of one that lies far below."""
    due = _due(bank, is_open, counts, number)
    first = due.argmax(axis=1)[:, None] == np.arange(len(bank.weights))
    may_come = np.where(due.max(axis=1, keepdims=True) >= FAR_BELOW, first, due > 0)
    return is_open & may_come[:, bank.topic]


def walk(
    bank: Bank, model: Model, scores: Floats, length: int, choose: Choose, pool: Pool = due_topic
) -> Iterator[Step]:
    """Ask until ``length`` or until someone has nothing left to be asked."""
    people = np.arange(len(scores))
    is_open = np.ones(scores.shape, dtype=bool)
    counts = np.zeros((len(scores), len(bank.weights)))
    logs = np.tile(model.prior, (len(scores), 1))
    for number in range(length):
        if not is_open.any(axis=1).all():
            return
        asked = choose(logs, pool(bank, is_open, counts, number))
        score = scores[people, asked][:, None]
        logs = logs + score * model.log_right[asked] + (1 - score) * model.log_wrong[asked]
        counts[people, bank.topic[asked]] += 1
        is_open[people, asked] = False
        is_open &= ~bank.clashes[asked]
        yield Step(number + 1, logs, asked, counts.copy())


def _due(bank: Bank, is_open: Bools, counts: Floats, number: int) -> Floats:
    """weight·(n + 1) − count with weights summing to 1 over the topics that still have a question, else −∞."""
    members = bank.topic[:, None] == np.arange(len(bank.weights))
    has = is_open.astype(np.float32) @ members.astype(np.float32) > 0
    weights = bank.weights * has
    due = weights / weights.sum(axis=1, keepdims=True) * (number + 1) - counts
    return np.where(has, np.round(due, 9), -np.inf)


def at_random(rng: np.random.Generator) -> Choose:
    """Any open question."""

    def choose(_logs: Floats, is_open: Bools) -> Ints:
        return np.where(is_open, rng.random(is_open.shape), -1.0).argmax(axis=1)

    return choose


def by_information(model: Model, rng: np.random.Generator, candidates: int = CANDIDATES) -> Choose:
    """One of the most informative at the posterior mean."""

    def choose(logs: Floats, is_open: Bools) -> Ints:
        # The tiny slope keeps equally informative questions in the bank's order, as core's choice does.
        order = 1e-12 * np.arange(is_open.shape[1])
        worth = np.where(is_open, information_at(model, masses(logs) @ GRID), -1.0) - order
        best = np.argpartition(-worth, candidates - 1, axis=1)[:, :candidates]
        best = np.take_along_axis(best, np.argsort(-np.take_along_axis(worth, best, axis=1), axis=1), axis=1)
        rank = rng.integers(np.minimum(candidates, is_open.sum(axis=1)))
        return best[np.arange(len(best)), rank]

    return choose


def information_at(model: Model, ability: Floats) -> Floats:
    """core.measure.curve.information of every question at each person's ability, (N, K)."""
    place = np.clip((ability - GRID[0]) / STEP, 0, len(GRID) - 1)
    low = np.minimum(place.astype(int), len(GRID) - 2)
    part = (place - low)[:, None]
    table = model.information.T
    return table[low] * (1 - part) + table[low + 1] * part
