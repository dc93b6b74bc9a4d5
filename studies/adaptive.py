"""What the adaptive choice gains over a random draw with the same blueprint, and what it costs in exposure."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from quizapp.core.measure import CANDIDATES, READY_ANSWERS, SURE, TAU
from quizapp.core.measure.competency import LABEL_ANSWERS
from studies.banks import Bank, Bools, Floats
from studies.cells import Cell, Row, rmse
from studies.model import Model, build_model, masses, moments
from studies.people import People, Population, draw_people, random_of
from studies.walk import Pool, Step, at_random, by_information, due_topic, due_topics, walk

SD_AIM = 0.6
LENGTHS = (10, 20, 40)


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to choose the next question; without candidates it is drawn at random."""

    name: str
    pool: Pool
    candidates: int


RANDOM = Rule("random", due_topic, 0)
PROGRAM = Rule("adaptive", due_topic, CANDIDATES)
RULES = (
    RANDOM,
    PROGRAM,
    Rule("any topic below its share, 5", due_topics, CANDIDATES),
    Rule("any topic below its share, 10", due_topics, 2 * CANDIDATES),
)


@dataclass(slots=True)
class Trace:
    """What is kept of N people on their way through a bank of K questions."""

    needed: Floats
    exposed: Floats
    exposed_stopping: Floats
    running: Bools
    deviation: float = 0.0
    last: int = 0

    def add(self, bank: Bank, model: Model, step: Step) -> None:
        weights = masses(step.logs)
        self.needed = np.where((moments(weights)[1] <= SD_AIM) & np.isinf(self.needed), step.number, self.needed)
        self.last = step.number
        if step.number <= max(LENGTHS):
            self.exposed += np.bincount(step.asked, minlength=bank.size)
            self.exposed_stopping += np.bincount(step.asked[self.running], minlength=bank.size)
            self.running &= ~_is_decided(weights @ model.reached, step.number)
            self.deviation = max(self.deviation, float(np.abs(step.counts - bank.weights * step.number).max()))

    @property
    def answers(self) -> Floats:
        """Answers until the aim; who never reaches it is counted with the whole bank."""
        return np.where(np.isinf(self.needed), self.last, self.needed)


def compare_rules(bank: Bank, population: Population, people: int) -> Iterator[Row]:
    """Every rule on the same people and answers: questions to the aim against random, error, exposure, deviation."""
    about, model = Cell(bank, population).about, build_model(bank)
    drawn = draw_people(bank, population, people, TAU, random_of("rules", *about.values()))
    plain = None
    for rule in RULES:
        trace, found = follow(bank, model, drawn, rule)
        plain = plain or trace
        yield {
            **about,
            "people": people,
            "rule": rule.name,
            "median_answers": float(np.median(trace.answers)),
            "mean_answers": float(trace.answers.mean()),
            "median_ratio": float(np.median(trace.answers) / np.median(plain.answers)),
            "mean_ratio": float(trace.answers.mean() / plain.answers.mean()),
            "never": float(np.isinf(trace.needed).mean()),
            "deviation": trace.deviation,
            "exposure_stopping": float(trace.exposed_stopping.max() / people),
            **found,
        }


def follow(bank: Bank, model: Model, people: People, rule: Rule) -> tuple[Trace, dict[str, float]]:
    """A walk until everyone has reached the aim or the bank is used up; error and exposure after LENGTHS."""
    count, rng = len(people.ability), random_of("follow", bank.name, rule.name)
    choose = by_information(model, rng, rule.candidates) if rule.candidates else at_random(rng)
    trace = Trace(np.full(count, np.inf), np.zeros(bank.size), np.zeros(bank.size), np.ones(count, dtype=bool))
    found = {}
    for step in walk(bank, model, people.scores, bank.size, choose, rule.pool):
        trace.add(bank, model, step)
        if step.number in LENGTHS:
            found[f"exposure_{step.number}"] = float(trace.exposed.max() / count)
            found[f"rmse_{step.number}"] = rmse(moments(masses(step.logs))[0], people.ability)
        if step.number >= max(LENGTHS) and not np.isinf(trace.needed).any():
            break
    return trace, found


def _is_decided(p_ready: Floats, number: int) -> Bools:
    """Where an adaptive test stops before its limit."""
    is_ready = (p_ready >= SURE) & (number >= READY_ANSWERS)
    return is_ready | ((1 - p_ready >= SURE) & (number >= LABEL_ANSWERS))
