"""catsim on the same pools, people and answers; what it asked is scored by our scorer."""

from collections.abc import Iterator

import numpy as np
from catsim.estimation import NumericalSearchEstimator
from catsim.item_bank import ItemBank
from catsim.selection import BaseSelector, MaxInfoSelector, RandomesqueSelector

from quizapp.core.measure import CANDIDATES, TAU
from quizapp.core.measure.curve import LOGITS_PER_LEVEL, MIDDLE_LEVEL
from studies.banks import Bank, Bools, Floats, Ints
from studies.cells import Cell, Row, rmse
from studies.model import Model, build_model, masses, moments
from studies.people import Population, draw_people, random_of
from studies.walk import Choose, by_information, walk

LENGTHS = (10, 20, 40)
OURS = "ours"
WITHIN = "randomesque 5 within the topic that is due, our estimate"
CHOICES = (
    ("randomesque 5, catsim's estimate", RandomesqueSelector(CANDIDATES), False),
    ("randomesque 5, our estimate", RandomesqueSelector(CANDIDATES), True),
    ("max info, our estimate", MaxInfoSelector(), True),
)


def compare_with_catsim(bank: Bank, population: Population, people: int) -> Iterator[Row]:
    """RMSE of θ after 10, 20 and 40 answers, and ours over catsim's. catsim knows neither topics nor facts."""
    model, about = build_model(bank), Cell(bank, population, adaptive=True).about
    rng = random_of("catsim", *about.values())
    drawn = draw_people(bank, population, people, TAU, rng)
    steps = {s.number: s for s in walk(bank, model, drawn.scores, max(LENGTHS), by_information(model, rng))}
    ours = {n: rmse(moments(masses(steps[n].logs))[0], drawn.ability) for n in LENGTHS}
    errors = {OURS: ours}
    for name, selector, with_ours in CHOICES:
        asked = _ask(bank, model, selector, drawn.scores, with_ours, rng)
        errors[name] = {n: rmse(_estimate(model, drawn.scores, asked[:, :n]), drawn.ability) for n in LENGTHS}
    within = {s.number: s for s in walk(bank, model, drawn.scores, max(LENGTHS), by_catsim(bank, rng))}
    errors[WITHIN] = {n: rmse(moments(masses(within[n].logs))[0], drawn.ability) for n in LENGTHS}
    for name, by_length in errors.items():
        for n, value in by_length.items():
            row = {"people": people, "choice": name, "answers": n, "rmse_ability": value, "ratio": ours[n] / value}
            yield {**about, **row}


def item_bank(bank: Bank) -> ItemBank:
    """The same questions for catsim: discrimination 1, the stated difficulty, the chance score, no upper bound."""
    stated = LOGITS_PER_LEVEL * (bank.difficulty - MIDDLE_LEVEL)
    return ItemBank(np.stack([np.ones(bank.size), stated, bank.chance, np.ones(bank.size)], axis=1))


def by_catsim(bank: Bank, rng: np.random.Generator) -> Choose:
    """catsim's randomesque choice among the questions that may come."""
    items, selector, everything = item_bank(bank), RandomesqueSelector(CANDIDATES), np.arange(bank.size)

    def choose(logs: Floats, may_come: Bools) -> Ints:
        pairs = zip(may_come, moments(masses(logs))[0], strict=True)
        return np.array([_select(selector, items, everything[~mine].tolist(), theta, rng) for mine, theta in pairs])

    return choose


def _select(selector: BaseSelector, items: ItemBank, closed: list[int], theta: float, rng: np.random.Generator) -> int:
    return int(selector.select(item_bank=items, administered_items=closed, est_theta=float(theta), rng=rng))


def _ask(
    bank: Bank, model: Model, selector: BaseSelector, scores: Floats, with_ours: bool, rng: np.random.Generator
) -> Ints:
    """What catsim asks everyone, (N, 40); it starts at 0 and goes by its own or by our estimate."""
    items, estimator = item_bank(bank), NumericalSearchEstimator()
    asked: list[list[int]] = [[] for _ in scores]
    thetas = np.zeros(len(scores))
    for _ in range(max(LENGTHS)):
        for mine, theta in zip(asked, thetas, strict=True):
            mine.append(_select(selector, items, mine, theta, rng))
        if with_ours:
            thetas = _estimate(model, scores, np.array(asked))
        else:
            thetas = np.array([_own(items, estimator, *row) for row in zip(asked, scores, thetas, strict=True)])
    return np.array(asked)


def _own(items: ItemBank, estimator: NumericalSearchEstimator, asked: list[int], scores: Floats, theta: float) -> float:
    responses = [bool(scores[question]) for question in asked]
    return estimator.estimate(
        item_bank=items, administered_items=asked, response_vector=responses, est_theta=float(theta)
    )


def _estimate(model: Model, scores: Floats, asked: Ints) -> Floats:
    """Our posterior means from what was asked, (N,)."""
    score = np.take_along_axis(scores, asked, axis=1)[:, :, None]
    logs = model.prior + (score * model.log_right[asked] + (1 - score) * model.log_wrong[asked]).sum(axis=1)
    return moments(masses(logs))[0]
