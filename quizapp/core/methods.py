"""A plan by any method: what the set-up page asks for."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from random import Random

from quizapp.core.adaptive import build_adaptive_plan
from quizapp.core.framework import Framework
from quizapp.core.plan import (
    Feedback,
    PlanMethod,
    QuizPlan,
    build_plan,
    in_order,
    plan_item,
    select_questions,
)
from quizapp.core.pool import count_pool
from quizapp.core.question import Question

QUICK_SECONDS = 600
"""How long a quick check may take, by the questions' estimated times."""


def build_plan_by(
    method: PlanMethod,
    framework: Framework,
    questions: Sequence[Question],
    competencies: Collection[str],
    length: int,
    *,
    feedback: Feedback,
    seed: int,
    bank_digest: str,
    seen: frozenset[str] = frozenset(),
    ask_confidence: bool = False,
) -> QuizPlan:
    """A plan by a method; the seed decides every draw.

    ``length`` is the number of questions in all: the very one, as far as the bank has them, for a fixed plan, the
    greatest one for an adaptive plan. A quick check heeds the time alone, and asks about the first of
    ``competencies`` in the framework's order; it raises ValueError without any, and so does practice, which has a
    plan of its own (``core.practice``).
    """
    if method.is_practice:
        raise ValueError("a practice session is no assessment")
    if method is PlanMethod.QUICK:
        quick = _build_quick_plan(
            framework, questions, competencies, feedback=feedback, seed=seed, bank_digest=bank_digest, seen=seen
        )
        return replace(quick, ask_confidence=ask_confidence)
    build = build_adaptive_plan if method is PlanMethod.ADAPTIVE else build_plan
    plan = build(
        framework,
        questions,
        in_order(framework, competencies),
        length,
        feedback=feedback,
        seed=seed,
        bank_digest=bank_digest,
        seen=seen,
    )
    return replace(plan, ask_confidence=ask_confidence)


def _build_quick_plan(
    framework: Framework,
    questions: Sequence[Question],
    competencies: Collection[str],
    *,
    feedback: Feedback,
    seed: int,
    bank_digest: str,
    seen: frozenset[str],
) -> QuizPlan:
    random = Random(seed)
    (slug,) = in_order(framework, competencies)[:1]
    mine = [question for question in questions if question.competency == slug]
    taken = select_questions(framework.competency(slug), mine, len(mine), random, seen, seconds=QUICK_SECONDS)
    random.shuffle(taken)
    items = tuple(plan_item(question, random, seen_before=question.id in seen) for question in taken)
    pool = count_pool(questions, (slug,))
    return QuizPlan(framework, items, feedback, seed, bank_digest, pool, PlanMethod.QUICK, (slug,))
