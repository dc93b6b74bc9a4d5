"""Answers as the measure takes them: lean rows, from a session or from the store."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from quizapp.core.framework import Competency
from quizapp.core.grading import chance_score, grade_answer
from quizapp.core.measure.competency import CompetencyMeasure, measure_competency
from quizapp.core.measure.cut import Cut, cut_of
from quizapp.core.measure.domain import Domain, competency_domain, pool_domain
from quizapp.core.plan import PlanItem, QuizPlan
from quizapp.core.session import ItemState, QuizSession, is_scored


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A scored answer. ``difficulty`` is the author's 1..5, ``chance`` in [0, 1), ``score`` the partial one, 0..1.

    ``seen_before`` says that the person had met the question before this attempt was planned, or that the answer is
    of practice: it then enters no measure.
    """

    question_id: str
    competency: str
    topic: str
    difficulty: float
    chance: float
    score: float
    answered_at: datetime
    seen_before: bool = False


def session_rows(session: QuizSession) -> tuple[AnswerRow, ...]:
    """What an attempt has to say, in the order of its plan; "I don't know" scores 0.

    A question that was shown and left open scores 0 once the attempt is finished. While it runs, the question on
    screen may still be answered, and a measure that dipped with every new question would mislead.
    """
    pairs = zip(session.plan.items, session.states, strict=True)
    return tuple(_row(session, item, state) for item, state in pairs if _counts(session, state))


def measure_session(
    session: QuizSession, cuts: Mapping[str, Cut] = MappingProxyType({})
) -> tuple[CompetencyMeasure, ...]:
    """The measure of each competency that an attempt asked about, in the framework's order.

    The bank that it stands on is the one of the day of planning (``QuizPlan.pool``), so that nothing that becomes of
    a bank changes a past result; where the plan has none of a competency, the questions asked stand for it. A
    competency that is not in ``cuts`` has the cut of the plan's framework.
    """
    plan, rows = session.plan, session_rows(session)
    return tuple(
        measure_rows(c.slug, rows, plan_domain(plan, c), cuts.get(c.slug) or cut_of(plan.framework, c))
        for c in plan.framework.competencies
        if any(item.question.competency == c.slug for item in plan.items)
    )


def plan_domain(plan: QuizPlan, competency: Competency) -> Domain:
    """The domain of a competency over a plan's pool, or over the questions asked where the pool has none of it.

    Raises ValueError where the plan asked nothing about any topic of it.
    """
    if any(kind.competency == competency.slug for kind in plan.pool):
        return pool_domain(competency, plan.pool)
    return competency_domain(competency, (item.question for item in plan.items))


def measure_rows(slug: str, rows: Iterable[AnswerRow], domain: Domain, cut: Cut) -> CompetencyMeasure:
    """The measure of one competency from rows of any; those seen before are counted apart."""
    mine = [row for row in rows if row.competency == slug]
    fresh = [row for row in mine if not row.seen_before]
    return measure_competency(slug, fresh, domain, cut, [row for row in mine if row.seen_before])


def _counts(session: QuizSession, state: ItemState) -> bool:
    return is_scored(state) and (state.answer is not None or session.is_finished)


def _row(session: QuizSession, item: PlanItem, state: ItemState) -> AnswerRow:
    question = item.question
    return AnswerRow(
        question_id=question.id,
        competency=question.competency,
        topic=question.topic,
        difficulty=question.difficulty,
        chance=chance_score(question),
        score=grade_answer(question, state.answer).score,
        answered_at=state.answer.answered_at if state.answer else session.finished_at or session.started_at,
        seen_before=item.seen_before or session.plan.method.is_practice,
    )
