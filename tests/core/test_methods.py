"""Plans by every method, and the quick check's time."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.adaptive import build_adaptive_plan
from quizapp.core.methods import QUICK_SECONDS, build_plan_by
from quizapp.core.plan import ASSESSMENTS, Feedback, PlanMethod, QuizPlan, build_plan
from quizapp.core.question import Question
from tests.core.test_plan import FRAMEWORK, LARGE, SLUGS, pools, seeds, seen_ids
from tests.factories import make_question


def build(
    method: PlanMethod,
    questions: tuple[Question, ...] = LARGE,
    competencies: tuple[str, ...] = SLUGS,
    seed: int = 1,
    seen: frozenset[str] = frozenset(),
) -> QuizPlan:
    return build_plan_by(
        method, FRAMEWORK, questions, competencies, 20,
        feedback=Feedback.AT_END, seed=seed, bank_digest="00", seen=seen,
    )  # fmt: skip


@pytest.mark.parametrize("method", ASSESSMENTS)
def test_a_plan_says_how_it_was_made(method: PlanMethod) -> None:
    plan = build(method)
    assert (plan.method, plan.feedback, plan.seed, plan.bank_digest) == (method, Feedback.AT_END, 1, "00")
    assert plan.competencies == (SLUGS[:1] if method is PlanMethod.QUICK else SLUGS)
    assert plan.limit == (20 if method is PlanMethod.ADAPTIVE else None)
    assert plan.most_questions == (20 if method is PlanMethod.ADAPTIVE else len(plan.items))
    assert {kind.competency for kind in plan.pool} == set(plan.competencies)


@pytest.mark.parametrize(
    ("method", "function"), [(PlanMethod.FIXED, build_plan), (PlanMethod.ADAPTIVE, build_adaptive_plan)]
)
def test_each_method_has_its_function(method: PlanMethod, function: object) -> None:
    seen = frozenset({"q1", "q8"})
    plan = function(  # type: ignore[operator]
        FRAMEWORK, LARGE, SLUGS, 20, feedback=Feedback.AT_END, seed=1, bank_digest="00", seen=seen
    )
    assert build(method, seen=seen, competencies=SLUGS[::-1]) == plan


@pytest.mark.parametrize("method", ASSESSMENTS)
@pytest.mark.parametrize("ask", [False, True])
def test_every_method_can_ask_for_confidence_which_changes_nothing_else(method: PlanMethod, ask: bool) -> None:
    plan = build_plan_by(
        method, FRAMEWORK, LARGE, SLUGS, 20, feedback=Feedback.AT_END, seed=1, bank_digest="00", ask_confidence=ask
    )
    assert plan == replace(build(method), ask_confidence=ask)


@st.composite
def timed_pools(draw: st.DrawFn) -> tuple[Question, ...]:
    """Questions that take from half a minute to eleven."""
    times = st.sampled_from((30, 60, 90, 200, 600, 660))
    return tuple(
        make_question(q.id, q.type, q.competency, q.topic, facts=q.facts, seconds=draw(times)) for q in draw(pools())
    )


@given(timed_pools(), seeds, seen_ids)
def test_a_quick_check_fills_ten_minutes_of_one_competency(
    pool: tuple[Question, ...], seed: int, seen: frozenset[str]
) -> None:
    plan = build(PlanMethod.QUICK, pool, SLUGS[1:3], seed, seen)
    taken = [item.question for item in plan.items]
    total, facts = sum(q.seconds for q in taken), [fact for q in taken for fact in q.facts]
    assert {q.competency for q in taken} <= {SLUGS[1]}
    assert total <= QUICK_SECONDS
    assert len(set(facts)) == len(facts)
    left = [q for q in pool if q.competency == SLUGS[1] and q not in taken]
    assert all(total + q.seconds > QUICK_SECONDS or set(facts) & set(q.facts) for q in left)
    assert all(item.seen_before == (item.question.id in seen) for item in plan.items)


def test_a_quick_check_keeps_to_the_blueprint_and_the_seed() -> None:
    plan = build(PlanMethod.QUICK)
    topics = [item.question.topic for item in plan.items]
    assert len(topics) == QUICK_SECONDS // 60
    assert abs(topics.count("llm-basics-theory") - len(topics) * 2 / 3) <= 1
    assert build(PlanMethod.QUICK, LARGE[::-1]) == plan
    assert build(PlanMethod.QUICK, seed=2).items != plan.items


def test_a_quick_check_needs_a_competency() -> None:
    with pytest.raises(ValueError, match="not enough values"):
        build(PlanMethod.QUICK, competencies=())


def test_practice_is_no_assessment() -> None:
    assert PlanMethod.PRACTICE not in ASSESSMENTS
    with pytest.raises(ValueError, match="no assessment"):
        build(PlanMethod.PRACTICE)
