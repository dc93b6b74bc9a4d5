"""The queue: sources and their order, the limit of a day, and the seed."""

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.practice import (
    CardState,
    DailyLimit,
    PracticeChoice,
    PracticePool,
    PracticeSource,
    QuestionRecord,
    QueueEntry,
    Reason,
    is_due,
    practice_queue,
)
from tests.core.practice.pasts import Past, make_card, pasts, pool_of
from tests.core.test_plan import LARGE, TOPICS
from tests.factories import NOW

sources = st.sampled_from(PracticeSource)
topics = st.none() | st.frozensets(st.sampled_from(TOPICS), min_size=1)
choices = st.builds(PracticeChoice, sources, topics)
limits = st.builds(DailyLimit, st.integers(0, 12), st.integers(0, 12))
seeds = st.integers(0, 2**32)
ENDLESS = DailyLimit(999, 999)


def ids(queue: tuple[QueueEntry, ...]) -> list[str]:
    return [entry.question.id for entry in queue]


@given(pasts(), choices, limits, seeds)
def test_only_what_may_be_practised_and_each_question_once(
    past: Past, choice: PracticeChoice, limit: DailyLimit, seed: int
) -> None:
    pool = pool_of(past)
    queue = practice_queue(pool, choice, now=NOW, limit=limit, seed=seed)
    assert {entry.question for entry in queue} <= set(pool.questions)
    assert len(set(ids(queue))) == len(queue)
    if choice.topics is not None:
        assert {(entry.question.competency, entry.question.topic) for entry in queue} <= choice.topics


@given(pasts(), choices, limits, seeds)
def test_the_same_past_gives_the_same_queue(past: Past, choice: PracticeChoice, limit: DailyLimit, seed: int) -> None:
    questions, cards, records = past
    queue = practice_queue(pool_of(past), choice, now=NOW, limit=limit, seed=seed)
    turned = pool_of((questions[::-1], cards[::-1], records[::-1]))
    assert practice_queue(turned, choice, now=NOW, limit=limit, seed=seed) == queue


@given(pasts(), topics, limits, seeds)
def test_a_day_brings_no_more_than_its_limit(
    past: Past, chosen: frozenset[tuple[str, str]] | None, limit: DailyLimit, seed: int
) -> None:
    pool = pool_of(past)
    today = {record.question_id for record in pool.records.values() if record.practised_today}
    old = {record.question_id for record in pool.records.values() if record.practised_before}
    for source in (PracticeSource.MIXED, PracticeSource.DUE):
        queue = practice_queue(pool, PracticeChoice(source, chosen), now=NOW, limit=limit, seed=seed)
        reviews = [entry.question.id for entry in queue if entry.reason is Reason.DUE]
        fresh = [entry.question.id for entry in queue if entry.reason is not Reason.DUE]
        assert len(set(reviews) - today) <= max(0, limit.reviews - len(today & old))
        assert len(fresh) <= max(0, limit.new - len(today - old))


@given(pasts(), seeds)
def test_without_a_limit_all_that_is_due_comes_by_its_time(past: Past, seed: int) -> None:
    pool = pool_of(past)
    queue = practice_queue(pool, PracticeChoice(PracticeSource.DUE), now=NOW, limit=ENDLESS, seed=seed)
    free = {question.id for question in pool.questions}
    assert set(ids(queue)) == {card.question_id for card in past[1] if is_due(card, NOW)} & free
    times = [pool.cards[id_].due for id_ in ids(queue)]
    assert times == sorted(times)
    assert {entry.reason for entry in queue} <= {Reason.DUE}


@given(pasts(), seeds)
def test_wrong_is_all_whose_last_answer_was_not_right(past: Past, seed: int) -> None:
    pool = pool_of(past)
    queue = practice_queue(pool, PracticeChoice(PracticeSource.WRONG), now=NOW, limit=DailyLimit(0, 0), seed=seed)
    free = {question.id for question in pool.questions}
    wrong = {record.question_id for record in past[2] if record.last_score is not None and record.last_score < 1}
    assert set(ids(queue)) == wrong & free
    times = [pool.records[id_].last_at for id_ in ids(queue)]
    assert times == sorted(times, key=lambda time: time or NOW)


@given(pasts(), st.sampled_from(TOPICS), seeds)
def test_a_topic_is_all_of_it(past: Past, topic: tuple[str, str], seed: int) -> None:
    pool = pool_of(past)
    choice = PracticeChoice(PracticeSource.TOPIC, frozenset({topic}))
    queue = practice_queue(pool, choice, now=NOW, limit=DailyLimit(0, 0), seed=seed)
    mine = {question.id for question in pool.questions if (question.competency, question.topic) == topic}
    assert set(ids(queue)) == mine
    order = [list(Reason).index(entry.reason) for entry in queue]
    assert order == sorted(order)


@given(pasts(), seeds)
def test_mixed_is_due_then_wrong_and_not_practised_then_new(past: Past, seed: int) -> None:
    pool = pool_of(past)
    queue = practice_queue(pool, now=NOW, limit=ENDLESS, seed=seed)
    order = [list(Reason).index(entry.reason) for entry in queue]
    assert order == sorted(order)
    assert Reason.AGAIN not in {entry.reason for entry in queue}
    assert all(is_due(pool.cards[e.question.id], NOW) for e in queue if e.reason is Reason.DUE)
    assert all(e.question.id not in pool.cards for e in queue if e.reason is not Reason.DUE)
    assert all(e.question.id not in pool.records or pool.records[e.question.id].last_score is None
               for e in queue if e.reason is Reason.NEW)  # fmt: skip


def large(*records: QuestionRecord, cards: tuple[str, ...] = ()) -> PracticePool:
    """A large bank, all of it assessed but for what the records say."""
    known = {record.question_id: record for record in records}
    free = [known.get(question.id, QuestionRecord(question.id, is_assessed=True)) for question in LARGE]
    return pool_of((LARGE, tuple(make_card(id_) for id_ in cards), tuple(free)))


def test_new_questions_come_by_the_need_of_their_topics() -> None:
    known = [QuestionRecord(q.id, True, last_score=1.0, last_at=NOW) for q in LARGE if q.topic == "prompting-theory"]
    queue = practice_queue(large(*known[:12]), now=NOW, limit=DailyLimit(40, 0))
    counts = Counter((entry.question.competency, entry.question.topic) for entry in queue)
    assert len(queue) == 40
    assert counts["prompting", "prompting-theory"] <= 1  # which is known
    assert counts["llm-basics", "llm-basics-theory"] == pytest.approx(
        2 * counts["llm-basics", "llm-basics-practice"], 0.5
    )


def test_topics_take_turns() -> None:
    queue = practice_queue(large(), now=NOW, limit=DailyLimit(8, 0))
    assert len({entry.question.competency for entry in queue[:4]}) == 4


def test_the_seed_decides_among_new_questions() -> None:
    queues = {tuple(ids(practice_queue(large(), now=NOW, seed=seed))) for seed in range(5)}
    assert len(queues) == 5


def test_what_was_not_known_today_comes_again_beyond_the_limit() -> None:
    again = QuestionRecord("q1", True, last_score=0.0, last_at=NOW, practised_before=3, practised_today=1)
    pool = large(again, cards=("q1", "q2", "q3"))
    assert ids(practice_queue(pool, now=NOW, limit=DailyLimit(0, 1))) == ["q1"]
    assert ids(practice_queue(pool, now=NOW, limit=DailyLimit(0, 2))) == ["q1", "q2"]


def test_new_ones_of_today_count() -> None:
    begun = [QuestionRecord(f"q{n}", True, last_score=1.0, last_at=NOW, practised_today=1) for n in range(3)]
    assert len(practice_queue(large(*begun), now=NOW, limit=DailyLimit(5, 0))) == 2


def test_a_wrong_answer_of_a_minute_ago_is_no_part_of_todays_queue() -> None:
    wrong = QuestionRecord("q1", True, last_score=0.0, last_at=NOW, practised_today=1)
    soon = make_card("q1", NOW + timedelta(minutes=9), CardState.LEARNING)
    pool = pool_of((LARGE[:2], (soon,), (wrong, QuestionRecord("q0", True))))
    assert ids(practice_queue(pool, now=NOW)) == ["q0"]
    assert ids(practice_queue(pool, now=NOW + timedelta(minutes=9))) == ["q1", "q0"]
    assert ids(practice_queue(pool, PracticeChoice(PracticeSource.WRONG), now=NOW)) == ["q1"]


def test_what_went_wrong_longest_ago_comes_first() -> None:
    days = {"q1": 1, "q2": 9, "q3": 4}
    wrong = [QuestionRecord(id_, True, last_score=0.5, last_at=NOW - timedelta(days=n)) for id_, n in days.items()]
    queue = practice_queue(large(*wrong), PracticeChoice(PracticeSource.WRONG), now=NOW)
    assert ids(queue) == ["q2", "q3", "q1"]
