"""Fixed plans: coverage, error and labels at every length of interest, one row for each."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np

from quizapp.core.measure import SURE, TAU
from quizapp.core.measure.competency import LABEL_ANSWERS
from studies.banks import Bank, Bools, Floats
from studies.model import CUT, Model, Readings, build_model, read
from studies.people import People, Population, draw_people, random_of
from studies.walk import at_random, by_information, walk

Row = dict[str, object]

LENGTHS = (10, 20, 40)
LABEL_LENGTHS = (8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 27, 30, 35, 40)


@dataclass(frozen=True, slots=True)
class Cell:
    """Who is asked what, and how. ``shift`` moves all true difficulties; ``tau`` is the truth's, not the model's."""

    bank: Bank
    population: Population
    tau: float = TAU
    shift: float = 0.0
    partial: bool = False
    adaptive: bool = False

    @property
    def about(self) -> Row:
        return {
            "bank": self.bank.name,
            "population": self.population.name,
            "tau": self.tau,
            "shift": self.shift,
            "partial": self.partial,
            "adaptive": self.adaptive,
        }


def run_cell(cell: Cell, people: int, lengths: Collection[int] = LENGTHS, model: Model | None = None) -> Iterator[Row]:
    """A row for each length that the bank allows, and for its last question where that comes before."""
    model = model or build_model(cell.bank)
    rng = random_of(*cell.about.values())
    drawn = draw_people(cell.bank, cell.population, people, cell.tau, rng, shift=cell.shift, partial=cell.partial)
    cut = rng.normal(CUT.share, CUT.spread, people)
    choose = by_information(model, rng) if cell.adaptive else at_random(rng)
    step = None
    for step in walk(cell.bank, model, drawn.scores, max(lengths), choose):
        if step.number in lengths:
            yield {**cell.about, "answers": step.number, **figures(drawn, read(model, step.logs), step.number, cut)}
    if step and step.number not in lengths:
        yield {**cell.about, "answers": step.number, **figures(drawn, read(model, step.logs), step.number, cut)}


def figures(people: People, found: Readings, answers: int, cut: Floats) -> Row:
    """What a reading of many people is worth against the truth."""
    return {
        "people": len(people.ability),
        "coverage_ability": inside(found.ability_interval, people.ability),
        "coverage_domain": inside(found.domain_interval, people.domain),
        "width_domain": float(np.diff(found.domain_interval).mean()),
        "rmse_ability": rmse(found.ability, people.ability),
        "bias_ability": float((found.ability - people.ability).mean()),
        "rmse_domain": rmse(found.domain, people.domain),
        "bias_domain": float((found.domain - people.domain).mean()),
        "truly_ready": float((people.domain >= CUT.share).mean()),
        **(labels(people.domain, found.p_ready, cut) if answers >= LABEL_ANSWERS else {}),
    }


def labels(domain: Floats, p_ready: Floats, cut: Floats, sure: float = SURE) -> Row:
    """How often each label is said, and is right: with the cut itself, and with everyone's own draw of it."""
    ready, not_yet = p_ready >= sure, 1 - p_ready >= sure
    return {
        "said_ready": float(ready.mean()),
        "said_not_yet": float(not_yet.mean()),
        "ready_right": share_of(domain >= CUT.share, ready),
        "ready_right_drawn": share_of(domain >= cut, ready),
        "not_yet_right": share_of(domain < CUT.share, not_yet),
        "not_yet_right_drawn": share_of(domain < cut, not_yet),
    }


def share_of(right: Bools, said: Bools) -> float | None:
    """How often something said is right; None where it is said of fewer than 30 people."""
    return float(right[said].mean()) if said.sum() >= 30 else None


def inside(interval: Floats, truth: Floats) -> float:
    return float(((interval[:, 0] <= truth) & (truth <= interval[:, 1])).mean())


def rmse(found: Floats, truth: Floats) -> float:
    return float(np.sqrt(((found - truth) ** 2).mean()))
