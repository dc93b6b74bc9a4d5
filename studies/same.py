"""The study's model has to be the program's, or its figures say nothing: compared at every start."""

from random import Random

import numpy as np

from quizapp.bank.loader import load_bank
from quizapp.core.measure import DomainItem, DomainScore, build_domain, most_informative, posterior_of, response_curve
from quizapp.core.measure.posterior import Posterior
from quizapp.core.plan import select_questions
from studies.banks import DAY, SHIPPED, Bank, Floats, Ints, bank_of
from studies.model import CUT, Model, build_model, masses, read
from studies.people import WIDE, draw_people, random_of
from studies.walk import at_random, by_information, information_at, walk

TOLERANCE = 1e-9
_PEOPLE = 40


class Answer:
    """An answer as core.measure takes it."""

    def __init__(self, bank: Bank, question: int, score: float) -> None:
        self.difficulty, self.chance, self.score = int(bank.difficulty[question]), float(bank.chance[question]), score


def check_same(bank: Bank) -> float:
    """The greatest difference in any weight, quantile, probability or information; ends the program above 1e-9."""
    rng, model = random_of("same", bank.name), build_model(bank)
    people = draw_people(bank, WIDE, _PEOPLE, 0.8, rng, partial=True)
    steps = list(walk(bank, model, people.scores, 12, at_random(rng)))
    asked = np.array([step.asked for step in steps]).T
    worst = max(_difference(bank, model, asked[i], people.scores[i], steps[-1].logs[i]) for i in range(_PEOPLE))
    if worst > TOLERANCE:
        raise SystemExit(f"the study's measure differs from the program's by {worst} in the bank {bank.name}")
    _check_candidates(bank, model, steps[-1].logs)
    return worst


def _difference(bank: Bank, model: Model, asked: Ints, scores: Floats, logs: Floats) -> float:
    posterior = posterior_of([Answer(bank, q, float(scores[q])) for q in asked])
    theirs, ours = _told(bank, posterior), read(model, logs[None])
    mine = [*ours.ability, *ours.sd, *ours.ability_interval[0], *ours.domain, *ours.domain_interval[0], *ours.p_ready]
    weights = np.abs(np.array(posterior.weights) - masses(logs[None])[0]).max()
    return max(float(weights), float(np.abs(np.array(theirs) - mine).max()))


def _told(bank: Bank, posterior: Posterior) -> list[float]:
    rows = zip(bank.topic, bank.difficulty, bank.chance, strict=True)
    items = [DomainItem(str(topic), int(difficulty), float(chance)) for topic, difficulty, chance in rows]
    domain = build_domain(items, {str(i): float(weight) for i, weight in enumerate(bank.weights)})
    score = DomainScore(posterior, domain)
    ability = [posterior.mean, posterior.sd, posterior.quantile(0.05), posterior.quantile(0.95)]
    return [*ability, score.mean, *score.interval, score.p_ready(CUT)]


def _check_candidates(bank: Bank, model: Model, logs: Floats) -> None:
    """The adaptive choice is among core's most informative."""
    curves = [response_curve(int(d), float(c)) for d, c in zip(bank.difficulty, bank.chance, strict=True)]
    abilities = read(model, logs).ability
    worth = information_at(model, abilities)
    chosen = by_information(model, random_of("candidates"))(logs, np.ones(worth.shape, dtype=bool))
    for row, ability, question in zip(worth, abilities, chosen, strict=True):
        if row[question] < row[most_informative(curves, float(ability))].min() - TOLERANCE:
            raise SystemExit(f"the study asks what core.measure would not, in the bank {bank.name}")


def check_draw() -> None:
    """Topics are drawn as core.plan draws them: the same counts by topic after 10 questions of a shipped bank."""
    loaded = load_bank(SHIPPED, today=DAY)
    for competency in loaded.framework.competencies if loaded.framework else ():
        bank, slugs = bank_of(competency, loaded.bank.questions), [topic.slug for topic in competency.topics]
        pool = [question for question in loaded.bank.questions if question.competency == competency.slug]
        drawn = select_questions(competency, pool, 10, Random(1))
        theirs = np.bincount([slugs.index(question.topic) for question in drawn], minlength=len(slugs))
        scores = np.zeros((_PEOPLE, bank.size))
        *_, last = walk(bank, build_model(bank), scores, 10, at_random(random_of("draw")))
        if not (last.counts == theirs).all(axis=1).any():
            raise SystemExit(f"the study draws other topics than core.plan in {competency.slug}")
