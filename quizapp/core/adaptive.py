"""Attempts that grow: which question comes next, by what the answers say so far, and when there is none."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from random import Random

from quizapp.core.framework import Competency, Framework
from quizapp.core.grading import chance_score
from quizapp.core.measure.competency import Label, label_for
from quizapp.core.measure.curve import response_curve
from quizapp.core.measure.cut import cut_of
from quizapp.core.measure.domain import Domain, DomainScore, pool_domain
from quizapp.core.measure.posterior import posterior_of
from quizapp.core.measure.rows import AnswerRow, session_rows
from quizapp.core.measure.selection import most_informative
from quizapp.core.plan import (
    Feedback,
    PlanItem,
    PlanMethod,
    QuizPlan,
    facts_of,
    in_order,
    largest_remainder,
    next_topic,
    plan_item,
)
from quizapp.core.pool import PoolCount, count_pool
from quizapp.core.question import Question
from quizapp.core.session import QuizSession


class PlanEnd(StrEnum):
    """Why a plan grows no further."""

    DECIDED = "decided"  # every competency has its label, and it is not "undecided"
    LIMIT = "limit"  # what is not decided has had its share of the limit
    NO_QUESTION = "no-question"  # the bank has nothing more to ask that gives nothing away
    NO_BANK = "no-bank"  # the bank is not there any more, or has changed


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where a competency stands while an attempt runs. ``asked`` counts its questions, ``limit`` is their limit.

    ``ability`` is the posterior mean of θ, ``p_ready`` P(ready) in 0..1, ``label`` None with too few answers for one.
    """

    slug: str
    asked: int
    limit: int
    ability: float
    p_ready: float
    label: Label | None

    @property
    def is_decided(self) -> bool:
        return self.label in (Label.READY, Label.NOT_YET)


def build_adaptive_plan(
    framework: Framework,
    questions: Sequence[Question],
    competencies: Collection[str],
    limit: int,
    *,
    feedback: Feedback,
    seed: int,
    bank_digest: str,
    seen: frozenset[str] = frozenset(),
) -> QuizPlan:
    """A plan of one question, which grows up to ``limit``; the competencies share the limit evenly."""
    chosen = in_order(framework, competencies)
    pool = count_pool(questions, chosen)
    plan = QuizPlan(framework, (), feedback, seed, bank_digest, pool, PlanMethod.ADAPTIVE, chosen, limit)
    first = _next(plan, (), questions, seen)
    items = (first,) if isinstance(first, PlanItem) else ()
    return replace(plan, items=items)


def next_item(
    session: QuizSession, questions: Sequence[Question], seen: frozenset[str] = frozenset()
) -> PlanItem | PlanEnd:
    """The next question of an adaptive attempt, or why there is none.

    The competencies that are neither decided nor at their limit take turns: the one asked least, of equals the one
    least decided. Within it the blueprint names the topic, and of that topic's questions one of the most informative
    at the present ability is drawn, unseen before seen, none that shares a fact with another. Only the plan's seed,
    the answers and the bank decide, so that a resumed attempt goes on as it would have.
    """
    return _next(session.plan, session_rows(session), questions, seen)


def greatest_length(plan: QuizPlan) -> int:
    """The most questions that an attempt may come to have: its limit, as far as the bank had questions for it."""
    if plan.limit is None:
        return len(plan.items)
    held: Counter[str] = Counter()
    for kind in plan.pool:
        held[kind.competency] += kind.count
    return sum(min(limit, held[slug]) for slug, limit in zip(plan.competencies, _limits(plan), strict=True))


def competency_outlooks(session: QuizSession) -> tuple[Outlook, ...]:
    """Where the competencies chosen stand, in the framework's order, without those that the bank had no question of."""
    return _outlooks(session.plan, session_rows(session))


def draw_question(
    competency: Competency,
    waiting: Collection[Question],
    asked: Collection[Question],
    ability: float,
    random: Random,
    seen: frozenset[str] = frozenset(),
) -> Question:
    """One of the five most informative questions of the topic whose turn it is, unseen if it has any.

    ``waiting`` are the competency's questions that may be asked, at least one; ``asked`` those that were.
    """
    counts = Counter(question.topic for question in asked)
    topic = next_topic(competency, {question.topic for question in waiting}, counts, len(asked))
    mine = sorted((question for question in waiting if question.topic == topic), key=_id)
    mine = [question for question in mine if question.id not in seen] or mine
    # A bank has many questions of the same curve: without mixing, the first five of them would be asked of everyone.
    random.shuffle(mine)
    curves = [response_curve(question.difficulty, chance_score(question)) for question in mine]
    return mine[random.choice(most_informative(curves, ability))]


def _next(
    plan: QuizPlan, rows: Sequence[AnswerRow], questions: Sequence[Question], seen: frozenset[str]
) -> PlanItem | PlanEnd:
    undecided = [outlook for outlook in _outlooks(plan, rows) if not outlook.is_decided]
    if not undecided:
        return PlanEnd.DECIDED
    turns = sorted((outlook for outlook in undecided if outlook.asked < outlook.limit), key=_turn)
    if not turns:
        return PlanEnd.LIMIT
    for outlook in turns:
        waiting = _waiting(plan, outlook.slug, questions)
        if waiting:
            return _draw_item(plan, outlook, waiting, seen)
    return PlanEnd.NO_QUESTION


def _draw_item(plan: QuizPlan, outlook: Outlook, waiting: list[Question], seen: frozenset[str]) -> PlanItem:
    competency = plan.framework.competency(outlook.slug)
    asked = [item.question for item in plan.items if item.question.competency == outlook.slug]
    random = Random(f"{plan.seed}/{len(plan.items)}")
    question = draw_question(competency, waiting, asked, outlook.ability, random, seen)
    return plan_item(question, random, seen_before=question.id in seen)


def _waiting(plan: QuizPlan, slug: str, questions: Iterable[Question]) -> list[Question]:
    asked = [item.question for item in plan.items]
    ids, facts = {question.id for question in asked}, facts_of(asked)
    return [q for q in questions if q.competency == slug and q.id not in ids and facts.isdisjoint(q.facts)]


def _outlooks(plan: QuizPlan, rows: Sequence[AnswerRow]) -> tuple[Outlook, ...]:
    counts = Counter(item.question.competency for item in plan.items)
    held = {kind.competency for kind in plan.pool}
    return tuple(
        _outlook(plan, plan.framework.competency(slug), counts[slug], limit, rows)
        for slug, limit in zip(plan.competencies, _limits(plan), strict=True)
        if slug in held
    )


def _limits(plan: QuizPlan) -> list[int]:
    """The share that each competency has of the limit."""
    return largest_remainder(plan.most_questions, [1.0] * len(plan.competencies))


def _outlook(plan: QuizPlan, competency: Competency, asked: int, limit: int, rows: Sequence[AnswerRow]) -> Outlook:
    fresh = [row for row in rows if row.competency == competency.slug and not row.seen_before]
    posterior = posterior_of(fresh)
    p_ready = DomainScore(posterior, _domain(competency, plan.pool)).p_ready(cut_of(plan.framework, competency))
    return Outlook(competency.slug, asked, limit, posterior.mean, p_ready, label_for(p_ready, len(fresh)))


@lru_cache(maxsize=32)
def _domain(competency: Competency, pool: tuple[PoolCount, ...]) -> Domain:
    return pool_domain(competency, pool)


def _turn(outlook: Outlook) -> tuple[int, float]:
    return outlook.asked, abs(outlook.p_ready - 0.5)


def _id(question: Question) -> str:
    return question.id
