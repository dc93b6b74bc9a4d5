"""From sessions to measures: which answers count, with what, and over which bank."""

from dataclasses import replace

from quizapp.core.framework import RatedCut
from quizapp.core.measure import (
    Cut,
    competency_domain,
    cut_of,
    measure_competency,
    measure_session,
    plan_domain,
    session_rows,
)
from quizapp.core.plan import Feedback, QuizPlan
from quizapp.core.pool import count_pool
from quizapp.core.question import Question
from quizapp.core.session import finish_session, move_to
from tests.factories import NOW, answer_position, make_framework, make_plan, make_question, make_session

CUT = Cut(0.7)


def bank() -> tuple[Question, ...]:
    kinds = [(competency.slug, level) for competency in make_framework().competencies for level in (2, 4)]
    return tuple(make_question(f"{slug}-{level}", competency=slug, difficulty=level) for slug, level in kinds)


def with_seen(plan: QuizPlan, *positions: int) -> QuizPlan:
    items = tuple(replace(item, seen_before=i in positions) for i, item in enumerate(plan.items))
    return replace(plan, items=items)


def test_a_row_has_what_the_measure_needs() -> None:
    rows = session_rows(make_session(make_plan(4), [True, None]))
    assert [(r.question_id, r.competency, r.topic, r.score) for r in rows] == [
        ("q0", "llm-basics", "llm-basics-theory", 1.0),
        ("q1", "fine-tuning", "fine-tuning-theory", 0.0),
    ]
    # Single choice of four. Multiple choice of four with two right: of 16 ways one has the point, four have half.
    assert [row.chance for row in rows] == [0.25, 3 / 16]
    assert [row.difficulty for row in rows] == [3, 3]
    assert [(row.answered_at - NOW).total_seconds() for row in rows] == [20, 40]
    assert not any(row.seen_before for row in rows)


def test_the_question_on_screen_counts_once_the_attempt_is_finished() -> None:
    session = move_to(answer_position(make_session(make_plan(4, Feedback.AT_END)), 0, True), 2)
    assert [row.question_id for row in session_rows(session)] == ["q0"]
    finished = finish_session(session, now=NOW.replace(hour=11))
    assert [(row.question_id, row.score) for row in session_rows(finished)] == [("q0", 1.0), ("q2", 0.0)]
    assert session_rows(finished)[1].answered_at == NOW.replace(hour=11)


def on_bank(plan: QuizPlan) -> QuizPlan:
    return replace(plan, pool=count_pool(bank(), {competency.slug for competency in plan.framework.competencies}))


def test_each_competency_asked_about_is_measured_on_the_bank_of_the_day() -> None:
    session = make_session(on_bank(make_plan(6)), [True, False, True, True, False, True], finished=True)
    measures = measure_session(session)
    assert [(m.slug, m.answers, m.mean_score) for m in measures] == [
        ("llm-basics", 2, 0.5),
        ("fine-tuning", 2, 0.5),
        ("prompting", 1, 1.0),
        ("llmops", 1, 1.0),
    ]
    framework = make_framework()
    for measured, competency in zip(measures, framework.competencies, strict=True):
        rows = [row for row in session_rows(session) if row.competency == competency.slug]
        assert measured == measure_competency(competency.slug, rows, competency_domain(competency, bank()), CUT)


def test_competencies_that_were_not_asked_about_are_not_measured() -> None:
    measures = measure_session(make_session(on_bank(make_plan(2)), [True, True]))
    assert [measured.slug for measured in measures] == ["llm-basics", "fine-tuning"]


def test_answers_to_questions_seen_before_are_counted_apart() -> None:
    session = make_session(with_seen(make_plan(8), 0), [True] * 8, finished=True)
    measured = measure_session(session)[0]
    assert (measured.answers, measured.seen.count, measured.seen.mean_score) == (1, 1, 1.0)
    without = make_session(make_plan(8), [None] * 8, finished=True)
    assert measured.score != measure_session(without)[0].score


def test_a_plan_without_counts_is_measured_on_its_own_questions() -> None:
    plan, basics = make_plan(8), make_framework().competencies[0]
    asked = [item.question for item in plan.items]
    assert plan_domain(plan, basics) == competency_domain(basics, asked)
    assert plan_domain(on_bank(plan), basics) == competency_domain(basics, bank())
    other = replace(plan, pool=count_pool(bank(), {"llmops"}))
    assert plan_domain(other, basics) == competency_domain(basics, asked)


def test_a_rated_cut_holds_for_its_competency_alone() -> None:
    plan = make_plan(8)
    first, *others = plan.framework.competencies
    rated = replace(first, cut=RatedCut(0.62, 0.08, "three raters"))
    framework = replace(plan.framework, competencies=(rated, *others))
    assert [cut_of(framework, c) for c in framework.competencies] == [Cut(0.62, 0.08), *[Cut(0.7, 0.05)] * 3]
    session = make_session(replace(plan, framework=framework), [True] * 8, finished=True)
    plain = make_session(plan, [True] * 8, finished=True)
    measures = measure_session(session)
    assert [measured.cut.share for measured in measures] == [0.62, 0.7, 0.7, 0.7]
    assert measures[0].p_ready > measure_session(plain)[0].p_ready
    assert measures[1:] == measure_session(plain)[1:]


def test_other_cuts_can_be_asked_for() -> None:
    session = make_session(make_plan(4), [True] * 4, finished=True)
    measures = measure_session(session, {"prompting": Cut(0.4, 0.1)})
    assert [measured.cut for measured in measures] == [CUT, CUT, Cut(0.4, 0.1), CUT]
