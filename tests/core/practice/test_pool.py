"""What may be practised: the hold-out, running assessments, shared facts; and what needs practice most."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.practice import QuestionRecord, build_pool, held_out
from quizapp.core.question import Question
from tests.core.practice.pasts import Past, make_card, pasts, pool_of
from tests.core.test_plan import FRAMEWORK, LARGE, TOPICS, pools
from tests.factories import NOW, make_question


def of_topic(questions: tuple[Question, ...], topic: tuple[str, str]) -> list[Question]:
    return [question for question in questions if (question.competency, question.topic) == topic]


@given(pools())
def test_half_of_each_topic_is_held_out_from_someone_new(questions: tuple[Question, ...]) -> None:
    held = held_out(questions, {})
    for topic in TOPICS:
        mine = of_topic(questions, topic)
        assert sum(question.id in held for question in mine) == (len(mine) + 1) // 2


@given(pools(), st.randoms(use_true_random=False))
def test_the_half_is_the_same_in_any_order(questions: tuple[Question, ...], random: object) -> None:
    mixed = list(questions)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert held_out(mixed, {}) == held_out(questions, {})


@given(pools())
def test_one_more_question_moves_one_at_most(questions: tuple[Question, ...]) -> None:
    more = make_question("more", "single", *TOPICS[0])
    before, after = held_out(questions, {}), held_out((*questions, more), {})
    assert len(before ^ after) <= 2  # the new one, and one that it pushes out or in
    assert len((before ^ after) - {"more"}) <= 1


def test_the_half_is_the_same_on_every_computer_and_for_ever() -> None:
    assert sorted(held_out(LARGE[:16], {})) == HELD


HELD = ["q0", "q14", "q2", "q3", "q4", "q5", "q7", "q9"]


@given(pasts())
def test_what_is_held_out_or_asked_is_not_given_away(past: Past) -> None:
    questions, _, records = past
    pool = pool_of(past)
    free = {question.id for question in pool.questions}
    kept = pool.held_out | {record.question_id for record in records if record.is_in_assessment}
    facts = {fact for question in questions if question.id in kept for fact in question.facts}
    assert free.isdisjoint(kept)
    assert all(facts.isdisjoint(question.facts) for question in pool.questions)
    left = [question for question in questions if question.id not in free | kept]
    assert all(facts & set(question.facts) for question in left)


@given(pasts())
def test_what_was_assessed_or_practised_is_free(past: Past) -> None:
    _, cards, records = past
    free = {record.question_id for record in records if record.is_assessed or record.is_practised}
    assert pool_of(past).held_out.isdisjoint(free | {card.question_id for card in cards})


@given(pasts())
def test_to_practise_holds_nothing_more_out(past: Past) -> None:
    questions, cards, records = past
    pool = pool_of(past)
    practised = (*cards, *(make_card(question.id) for question in pool.questions))
    assert build_pool(FRAMEWORK, questions, practised, records).held_out == pool.held_out


def test_an_assessment_sets_a_question_free_once_it_is_finished() -> None:
    held = held_out(LARGE, {})
    id_ = min(held)
    running = QuestionRecord(id_, is_in_assessment=True)
    finished = replace(running, is_assessed=True, is_in_assessment=False)
    pools_ = [build_pool(FRAMEWORK, LARGE, (), [record]) for record in (running, finished)]
    assert [id_ in {question.id for question in pool.questions} for pool in pools_] == [False, True]


def needs(*scores: float) -> float:
    """The need of a topic after some answers."""
    mine = of_topic(LARGE, TOPICS[0])
    records = [QuestionRecord(q.id, last_score=score, last_at=NOW) for q, score in zip(mine, scores, strict=False)]
    return build_pool(FRAMEWORK, LARGE, (), records).needs[TOPICS[0]]


def test_a_topic_needs_practice_by_its_weight_and_by_what_is_not_known() -> None:
    untouched = build_pool(FRAMEWORK, LARGE, (), ()).needs
    assert [round(untouched[topic], 3) for topic in TOPICS[:2]] == [0.333, 0.167]  # weights 2 and 1, half of each
    assert needs(0.0, 0.0) > needs(0.0) > needs() > needs(1.0) > needs(1.0, 1.0) > 0
    assert needs(0.5) == needs()
