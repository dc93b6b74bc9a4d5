"""How right the labels are, after a fixed number of answers and where a test stops as soon as it is decided."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from quizapp.core.measure.competency import LABEL_ANSWERS, SURE
from studies.banks import Floats
from studies.cells import Cell, Row, labels, share_of
from studies.model import CUT, build_model, masses
from studies.people import draw_people, random_of
from studies.walk import at_random, by_information, walk

LENGTHS = (8, 10, 12, 15, 20, 25, 30, 35, 40)
LEAST = (8, 15, 20, 25, 30, 35)
SURES = (0.9, 0.95)
LIMIT = 40


@dataclass(frozen=True, slots=True, eq=False)
class Paths:
    """P(ready) after each answer (N, L), with the true D and a drawn cut of each of N people."""

    p_ready: Floats
    domain: Floats
    cut: Floats


def draw_paths(cell: Cell, people: int, batches: int) -> Paths:
    """People in batches, to bound the memory."""
    parts = [_batch(cell, people, number) for number in range(batches)]
    return Paths(*(np.concatenate([getattr(part, name) for part in parts]) for name in ("p_ready", "domain", "cut")))


def fixed_rows(cell: Cell, paths: Paths) -> Iterator[Row]:
    """The labels after a fixed number of answers, with "ready" from LABEL_ANSWERS on."""
    for n in dict.fromkeys((*LENGTHS, paths.p_ready.shape[1])):
        if n <= paths.p_ready.shape[1]:
            told = labels(paths.domain, paths.p_ready[:, n - 1], paths.cut)
            yield {**cell.about, "people": len(paths.domain), "answers": n, **told}


def stopped_rows(cell: Cell, paths: Paths) -> Iterator[Row]:
    """The labels of tests that stop when decided, for several least numbers of answers for "ready"."""
    for least in LEAST:
        for sure in SURES:
            if least <= paths.p_ready.shape[1]:
                rule: Row = {"people": len(paths.domain), "least": least, "sure": sure}
                yield {**cell.about, **rule, **_stopped(paths, least, sure)}


def _stopped(paths: Paths, least: int, sure: float) -> Row:
    """Stops at P(ready) ≥ sure with the least number of answers, at ≤ .1 with LABEL_ANSWERS, or at the limit."""
    number = np.arange(1, paths.p_ready.shape[1] + 1)
    is_ready = (paths.p_ready >= sure) & (number >= least)
    is_not_yet = (1 - paths.p_ready >= SURE) & (number >= LABEL_ANSWERS)
    decided = is_ready | is_not_yet
    at = np.where(decided.any(axis=1), decided.argmax(axis=1), len(number) - 1)
    rows = np.arange(len(at))
    ready, not_yet = is_ready[rows, at], is_not_yet[rows, at]
    return {
        "answers": float(at.mean()) + 1,
        "said_ready": float(ready.mean()),
        "said_not_yet": float(not_yet.mean()),
        "ready_right": share_of(paths.domain >= CUT.share, ready),
        "ready_right_drawn": share_of(paths.domain >= paths.cut, ready),
        "not_yet_right": share_of(paths.domain < CUT.share, not_yet),
        "not_yet_right_drawn": share_of(paths.domain < paths.cut, not_yet),
    }


def _batch(cell: Cell, people: int, number: int) -> Paths:
    rng, model = random_of("readiness", number, *cell.about.values()), build_model(cell.bank)
    drawn = draw_people(cell.bank, cell.population, people, cell.tau, rng, shift=cell.shift, partial=cell.partial)
    choose = by_information(model, rng) if cell.adaptive else at_random(rng)
    steps = walk(cell.bank, model, drawn.scores, LIMIT, choose)
    p_ready = np.array([masses(step.logs) @ model.reached for step in steps]).T
    return Paths(p_ready, drawn.domain, rng.normal(CUT.share, CUT.spread, people))
