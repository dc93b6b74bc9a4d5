"""Plans that grow: no repeats, the blueprint, informative questions, and where they stop."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.adaptive import (
    Outlook,
    PlanEnd,
    build_adaptive_plan,
    competency_outlooks,
    draw_question,
    greatest_length,
    next_item,
)
from quizapp.core.measure import CANDIDATES, LABEL_ANSWERS, READY_ANSWERS, SURE, Label, measure_session
from quizapp.core.plan import Feedback, PlanItem, PlanMethod, QuizPlan
from quizapp.core.question import Question
from quizapp.core.session import QuizSession, append_item, start_session
from tests.core.test_plan import FRAMEWORK, SLUGS, TOPICS, pools, seeds, seen_ids
from tests.factories import NOW, TYPES, answer_position, make_question

BANK = tuple(
    make_question(f"q{n:03}", TYPES[n % 3], *TOPICS[n % len(TOPICS)], difficulty=1 + n // 8 % 5) for n in range(400)
)
NOTHING: frozenset[str] = frozenset()


def build(
    questions: tuple[Question, ...] = BANK, limit: int = 60, seed: int = 1, *, seen: frozenset[str] = NOTHING,
    competencies: tuple[str, ...] = SLUGS, feedback: Feedback = Feedback.EACH,
) -> QuizPlan:  # fmt: skip
    return build_adaptive_plan(
        FRAMEWORK, questions, competencies, limit, feedback=feedback, seed=seed, bank_digest="00", seen=seen
    )


def run(
    plan: QuizPlan, questions: tuple[Question, ...], answers: Random | bool, seen: frozenset[str] = NOTHING
) -> tuple[QuizSession, PlanEnd]:
    """An attempt to its end: all right, all wrong, or at random (also "I don't know")."""
    session = start_session(plan, id_="attempt-1", now=NOW)
    for position in range(500):
        given_ = answers if isinstance(answers, bool) else answers.choice((True, True, False, None))
        session = answer_position(session, position, given_)
        found = next_item(session, questions, seen)
        if isinstance(found, PlanEnd):
            return session, found
        session = append_item(session, found)
    raise AssertionError("it never ends")


def ids(session: QuizSession) -> list[str]:
    return [item.question.id for item in session.plan.items]


def test_it_begins_with_one_question_and_says_how_it_was_made() -> None:
    plan = build(limit=40, feedback=Feedback.AT_END, competencies=SLUGS[::-1])
    assert len(plan.items) == 1
    assert (plan.method, plan.limit, plan.most_questions) == (PlanMethod.ADAPTIVE, 40, 40)
    assert (plan.competencies, plan.feedback, plan.seed) == (SLUGS, Feedback.AT_END, 1)
    assert sum(kind.count for kind in plan.pool) == len(BANK)
    assert build(()).items == ()


@given(pools(), st.integers(0, 25), seeds, seen_ids, st.integers(0, 99))
@settings(max_examples=60)
def test_no_question_and_no_fact_is_met_twice(
    pool: tuple[Question, ...], limit: int, seed: int, seen: frozenset[str], answers: int
) -> None:
    plan = build(pool, limit, seed, seen=seen)
    if not plan.items:
        return
    session, _ = run(plan, pool, Random(answers), seen)
    facts = [fact for item in session.plan.items for fact in item.question.facts]
    assert len(session.plan.items) <= limit
    assert len(set(ids(session))) == len(session.plan.items)
    assert len(set(facts)) == len(facts)
    assert all(item.seen_before == (item.question.id in seen) for item in session.plan.items)


@given(seeds, st.integers(0, 99), st.integers(4, 80))
@settings(max_examples=25)
def test_topics_keep_within_one_question_of_their_weight(seed: int, answers: int, limit: int) -> None:
    session, _ = run(build(BANK, limit, seed), BANK, Random(answers))
    for competency in FRAMEWORK.competencies:
        asked = [item.question.topic for item in session.plan.items if item.question.competency == competency.slug]
        for topic in competency.topics:
            assert abs(asked.count(topic.slug) - len(asked) * topic.weight / 3) <= 1 + 1e-9


@given(seeds, st.integers(0, 99))
@settings(max_examples=25)
def test_undecided_competencies_take_turns_up_to_their_share(seed: int, answers: int) -> None:
    session, end = run(build(BANK, 42, seed), BANK, Random(answers))
    outlooks = competency_outlooks(session)
    assert [outlook.limit for outlook in outlooks] == [11, 11, 10, 10]
    assert end is (PlanEnd.DECIDED if all(outlook.is_decided for outlook in outlooks) else PlanEnd.LIMIT)
    assert all(outlook.is_decided or outlook.asked == outlook.limit for outlook in outlooks)
    # No competency is asked again before the others have caught up, until the first is decided at 8 answers.
    first = [item.question.competency for item in session.plan.items[: 4 * LABEL_ANSWERS]]
    assert all(len(set(first[n : n + 4])) == 4 for n in range(0, len(first), 4))


@pytest.mark.parametrize(("right", "label"), [(True, Label.READY), (False, Label.NOT_YET)])
def test_it_stops_as_soon_as_all_is_decided(right: bool, label: Label) -> None:
    session, end = run(build(limit=200), BANK, right)
    assert end is PlanEnd.DECIDED
    least = READY_ANSWERS if right else LABEL_ANSWERS
    for outlook in competency_outlooks(session):
        assert outlook.label is label
        assert outlook.p_ready >= SURE if right else outlook.p_ready <= 1 - SURE
        assert least <= outlook.asked < least + 8


def test_the_outlook_is_the_measure_of_the_session() -> None:
    session, _ = run(build(limit=24), BANK, Random(3))
    for outlook, measure in zip(competency_outlooks(session), measure_session(session), strict=True):
        assert (outlook.slug, outlook.asked, outlook.label) == (measure.slug, measure.answers, measure.label)
        assert outlook.ability == pytest.approx(measure.ability)
        assert outlook.p_ready == pytest.approx(measure.p_ready)


def test_a_changed_answer_may_let_it_grow_again() -> None:
    session, end = run(build(limit=80, competencies=SLUGS[:1], feedback=Feedback.AT_END), BANK, answers=True)
    assert end is PlanEnd.DECIDED
    for position in range(READY_ANSWERS // 3):
        session = answer_position(session, position, False)
    assert isinstance(next_item(session, BANK), PlanItem)


def test_a_small_bank_ends_where_nothing_is_left() -> None:
    few = BANK[:12]
    session, end = run(build(few), few, Random(1))
    assert (end, sorted(ids(session))) == (PlanEnd.NO_QUESTION, [question.id for question in few])
    assert next_item(session, ()) is PlanEnd.NO_QUESTION


@given(pools(), st.integers(1, 80), seeds, st.integers(0, 99))
@settings(max_examples=20)
def test_it_never_gets_longer_than_its_greatest_length(
    pool: tuple[Question, ...], limit: int, seed: int, answers: int
) -> None:
    plan = build(pool, limit, seed)
    assert greatest_length(plan) <= min(limit, len(pool))
    if plan.items:
        session, end = run(plan, pool, Random(answers))
        assert len(session.plan.items) <= greatest_length(session.plan) == greatest_length(plan)
        if end is PlanEnd.LIMIT:
            assert len(session.plan.items) <= limit


def test_the_greatest_length_heeds_limit_and_bank() -> None:
    assert greatest_length(build(limit=60)) == 60
    assert greatest_length(build(BANK[:12], limit=60)) == 12
    uneven = tuple(q for n, q in enumerate(BANK) if q.competency != SLUGS[0] or n < 16)
    held = sum(question.competency == SLUGS[0] for question in uneven)
    assert greatest_length(build(uneven, limit=80)) == 60 + held
    fixed = replace(build(), limit=None)
    assert greatest_length(fixed) == len(fixed.items)


@given(seeds, st.integers(0, 99), st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_seed_answers_and_bank_alone_decide(seed: int, answers: int, mix: Random) -> None:
    session, _ = run(build(seed=seed), BANK, Random(answers))
    mixed = tuple(mix.sample(BANK, len(BANK)))
    again, _ = run(build(mixed, seed=seed), mixed, Random(answers))
    assert ids(again) == ids(session)
    assert [item.option_order for item in again.plan.items] == [item.option_order for item in session.plan.items]


def test_answers_decide_what_comes_next() -> None:
    able, weak = (run(build(limit=28, competencies=SLUGS[:1]), BANK, right)[0] for right in (True, False))
    assert ids(able)[0] == ids(weak)[0]
    mean = [sum(item.question.difficulty for item in s.plan.items[3:8]) / 5 for s in (able, weak)]
    assert mean[0] > mean[1] + 1


def test_other_seeds_ask_other_questions() -> None:
    first = Counter(build(seed=seed).items[0].question.id for seed in range(200))
    assert len(first) > CANDIDATES
    assert max(first.values()) < 200 / 3


def test_unseen_questions_of_a_topic_come_first() -> None:
    pool = [make_question(f"q{n}", difficulty=3 if n < 6 else 1) for n in range(8)]
    seen = frozenset(f"q{n}" for n in range(6))
    competency = FRAMEWORK.competencies[0]
    drawn = {draw_question(competency, pool, (), 0.0, Random(seed), seen).id for seed in range(40)}
    assert drawn == {"q6", "q7"}


def test_one_of_the_five_most_informative_is_drawn() -> None:
    pool = [make_question(f"q{n}", "numeric", difficulty=1 + n % 5) for n in range(40)]
    competency = FRAMEWORK.competencies[0]
    for ability, difficulty in ((-4.0, 1), (0.0, 3), (4.0, 5)):
        drawn = [draw_question(competency, pool, (), ability, Random(seed)) for seed in range(60)]
        assert {question.difficulty for question in drawn} == {difficulty}
        assert len({question.id for question in drawn}) > CANDIDATES  # of equal ones not always the same five


def test_answers_to_questions_seen_before_decide_nothing() -> None:
    few = BANK[::8][:20]
    seen = frozenset(question.id for question in few)
    session, end = run(build(few, 40, seen=seen, competencies=SLUGS[:1]), few, answers=True, seen=seen)
    (outlook,) = competency_outlooks(session)
    assert end is PlanEnd.NO_QUESTION
    assert (outlook.label, outlook.asked) == (None, 20)
    assert outlook.ability == pytest.approx(0.0, abs=1e-9)


def test_undecided_is_no_decision() -> None:
    outlook = Outlook("llm-basics", 9, 20, 0.0, 0.5, Label.UNDECIDED)
    assert not outlook.is_decided
    assert not replace(outlook, label=None).is_decided
