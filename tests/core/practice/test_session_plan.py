"""A practice session is an ordinary plan, and an attempt that measures nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.measure import Claim, session_rows
from quizapp.core.parametric import ErrorFormula, ParametricBody, Target, Variable
from quizapp.core.plan import Feedback, PlanMethod, QuizPlan
from quizapp.core.practice import QueueEntry, Reason, build_practice_plan, practice_queue
from quizapp.core.score import score_session
from tests.core.practice.pasts import Past, pasts, pool_of
from tests.core.practice.test_queue import large
from tests.core.test_plan import FRAMEWORK, LARGE, SLUGS
from tests.factories import NOW, make_question, make_session


def build(
    queue: tuple[QueueEntry, ...], length: int = 20, seed: int = 1, seen: frozenset[str] = frozenset()
) -> QuizPlan:
    return build_practice_plan(FRAMEWORK, queue, length, seed=seed, bank_digest="00", seen=seen)


@given(pasts(), st.integers(1, 8), st.integers(0, 99))
def test_a_session_is_the_head_of_the_queue_without_shared_facts(past: Past, length: int, seed: int) -> None:
    queue = practice_queue(pool_of(past), now=NOW, seed=seed)
    if not queue:
        with pytest.raises(ValueError, match="nothing to practise"):
            build(queue, length)
        return
    asked = [item.question for item in build(queue, length, seed).items]
    facts = [fact for question in asked for fact in question.facts]
    places = [[entry.question for entry in queue].index(question) for question in asked]
    assert len(asked) <= length
    assert len(facts) == len(set(facts))
    assert places == sorted(set(places))
    skipped = [entry.question for entry in queue if entry.question not in asked]
    assert len(asked) == length or all(set(facts) & set(question.facts) for question in skipped)


def test_the_plan_says_that_it_is_practice() -> None:
    plan = build(practice_queue(large(), now=NOW), seen=frozenset({"q0"}))
    assert (plan.method, plan.feedback, plan.pool, plan.limit) == (PlanMethod.PRACTICE, Feedback.EACH, (), None)
    assert plan.competencies == SLUGS
    assert all(item.seen_before == (item.question.id == "q0") for item in plan.items)
    assert build(practice_queue(large(), now=NOW), seen=frozenset({"q0"})) == plan


def test_parametric_questions_come_with_new_numbers() -> None:
    variable = Variable("n", tuple(float(n) for n in range(1, 500)))
    body = ParametricBody((variable,), Target("2 * n"), common_errors=(ErrorFormula("n + 1000", rationale="No."),))
    question = replace(make_question("p", "numeric"), type="parametric", stem="Twice <<n>>?", body=body)
    plans = [build((QueueEntry(question, Reason.NEW),), seed=seed) for seed in (1, 2)]
    drawn = [plan.items[0].drawn for plan in plans]
    assert drawn[0] != drawn[1]
    assert plans[0].items[0].question.stem != plans[1].items[0].question.stem


def test_practice_measures_nothing_and_claims_nothing() -> None:
    plan = build(tuple(QueueEntry(question, Reason.NEW) for question in LARGE), 48)
    session = make_session(plan, [True] * 48, finished=True)
    report = score_session(session)
    assert report.is_practice
    assert (report.total.right, report.total.scored) == (48, 48)
    for score in report.competencies:
        assert (score.measure.answers, score.measure.claim, score.measure.label) == (0, Claim.RAW, None)
        assert (score.measure.level, score.measure.band, score.measure.readiness) == (None, None, None)
    assert all(row.seen_before for row in session_rows(session))
    as_assessment = replace(session, plan=replace(plan, method=PlanMethod.FIXED))
    assert {score.measure.answers for score in score_session(as_assessment).competencies} == {12}
    assert not score_session(as_assessment).is_practice
