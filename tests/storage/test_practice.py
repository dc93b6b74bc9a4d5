"""Cards: written with their answers, once for each, and read back; the past of questions; what is due."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.answer import Answer
from quizapp.core.plan import PlanMethod, QuizPlan
from quizapp.core.practice import Card, QuestionRecord, is_due, rate_answer, review_card
from quizapp.core.session import QuizSession, append_item, finish_session, move_to
from quizapp.storage.store import AttemptStore, open_store
from tests.factories import NOW, answer_position, make_plan, make_session
from tests.storage.files import look, write_sql

FRAMEWORK = "ai-engineer"
PLAN = replace(make_plan(6), method=PlanMethod.PRACTICE)
_names = (f"role-{number}" for number in count())


def practice(answers: list[bool | None], *, id_: str = "practice-1", start: datetime = NOW) -> QuizSession:
    """A practice session as it is answered: it begins at ``start``."""
    session = replace(make_session(PLAN, id_=id_), started_at=start)
    for position, answer in enumerate(answers):
        session = answer_position(session, position, answer)
    return session


def reviewed(session: QuizSession, position: int, before: Card | None = None) -> Card:
    """The card that an answer should give."""
    question, answer = session.plan.items[position].question, session.states[position].answer
    assert answer is not None
    return review_card(question.id, before, rate_answer(question, answer), answer.answered_at)


def begin(store: AttemptStore, id_: str = "practice-1", start: datetime = NOW) -> QuizSession:
    session = practice([], id_=id_, start=start)
    store.create_attempt(session)
    return session


def test_an_answer_and_its_card_are_one_transaction(store: AttemptStore) -> None:
    session = answer_position(begin(store), 0, True)
    statements: list[str] = []
    store._connection.set_trace_callback(statements.append)
    store.record_answer(session, 0)
    store._connection.set_trace_callback(None)
    assert [text for text in statements if text.startswith(("BEGIN", "COMMIT"))] == ["BEGIN IMMEDIATE", "COMMIT"]
    assert (statements[0], statements[-1]) == ("BEGIN IMMEDIATE", "COMMIT")
    with open_store(store.path) as other:
        assert other.cards(FRAMEWORK) == (reviewed(session, 0),)
        assert other.load_attempt(session.id) == session


def test_recording_again_reviews_nothing_twice(store: AttemptStore) -> None:
    session = answer_position(begin(store), 0, True)
    store.record_answer(session, 0)
    cards = store.cards(FRAMEWORK)
    store.record_answer(session, 0)
    store.record_progress(move_to(session, 1))
    with open_store(store.path) as other:  # which knows nothing of what was written before
        other.record_answer(session, 0)
        other.finish_attempt(finish_session(session, now=NOW))
    assert store.cards(FRAMEWORK) == cards


def test_the_next_session_goes_on_from_the_card(store: AttemptStore) -> None:
    first = answer_position(begin(store), 0, False)
    store.record_answer(first, 0)
    second = answer_position(begin(store, "practice-2", NOW + timedelta(days=3)), 0, True)
    store.record_answer(second, 0)
    assert store.cards(FRAMEWORK) == (reviewed(second, 0, reviewed(first, 0)),)


def test_a_write_that_fails_leaves_neither_answer_nor_card(store: AttemptStore) -> None:
    session = begin(store)
    refuse = "CREATE TRIGGER refuse BEFORE UPDATE ON item BEGIN SELECT raise(ABORT, 'no'); END"
    store._connection.execute(refuse)
    later = answer_position(session, 0, True)
    with pytest.raises(sqlite3.IntegrityError, match="no"):
        store.record_answer(later, 0)
    assert (store.cards(FRAMEWORK), store.load_attempt(session.id)) == ((), session)
    store._connection.execute("DROP TRIGGER refuse")
    store.record_progress(later)  # makes up for it, card and all
    assert store.cards(FRAMEWORK) == (reviewed(later, 0),)


def test_assessments_make_no_cards(store: AttemptStore) -> None:
    store.create_attempt(make_session(answers=[True, False], finished=True))
    assert store.cards(FRAMEWORK) == ()


def test_practice_is_seen_and_never_measured(store: AttemptStore) -> None:
    store.create_attempt(practice([True, False]))
    assert store.answer_rows(FRAMEWORK) == ()
    assert store.seen_question_ids(FRAMEWORK) == {"q0", "q1"}
    store.delete_attempt("practice-1")
    assert store.seen_question_ids(FRAMEWORK) == {"q0", "q1"}  # by their cards
    assert [card.question_id for card in store.cards(FRAMEWORK)] == ["q1", "q0"]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AttemptStore]:
    with open_store(tmp_path_factory.mktemp("cards") / "attempts.sqlite3") as store:
        yield store


zones = st.integers(-14, 14).map(lambda hours: timezone(timedelta(hours=hours)))
answers = st.lists(st.sampled_from((True, False, None)), max_size=6)


@given(st.lists(st.tuples(answers, st.timedeltas(timedelta(0), timedelta(days=60))), max_size=4), zones)
@settings(max_examples=40)
def test_any_practice_comes_back_as_its_cards(
    shared: AttemptStore, rounds: list[tuple[list[bool | None], timedelta]], zone: timezone
) -> None:
    name, now, cards = next(_names), NOW, dict[str, Card]()
    plan = replace(PLAN, framework=replace(PLAN.framework, id=name))
    for number, (given_, gap) in enumerate(rounds):
        now += gap
        session = replace(practice(given_, id_=f"{name}-{number}", start=now), plan=plan)
        shared.create_attempt(session)
        for position in range(len(given_)):
            id_ = f"q{position}"
            cards[id_] = reviewed(session, position, cards.get(id_))
    assert shared.cards(name) == tuple(sorted(cards.values(), key=lambda card: (card.due, card.question_id)))
    for later in (now, now + timedelta(hours=7), now + timedelta(days=2), now + timedelta(days=90)):
        due = {id_ for id_, card in cards.items() if is_due(card, later.astimezone(zone))}
        assert shared.due_ids(name, later.astimezone(zone)) == due
        assert shared.due_count(name, later.astimezone(zone)) == len(due)


def test_frameworks_are_apart(store: AttemptStore) -> None:
    store.create_attempt(practice([True]))
    assert store.cards("other") == ()
    assert store.due_count("other", NOW + timedelta(days=99)) == 0


def test_to_count_what_is_due_takes_an_index(store: AttemptStore) -> None:
    statements: list[str] = []
    store._connection.set_trace_callback(statements.append)
    store.due_count(FRAMEWORK, NOW)
    store._connection.set_trace_callback(None)
    ((*_, plan),) = look(store.path, f"EXPLAIN QUERY PLAN {statements[0]}")
    assert "card_due (framework_id=? AND due<?)" in str(plan)


@pytest.mark.parametrize("damage", ["due = 'soon'", "last_review = ''"])
def test_a_damaged_card_is_begun_anew(store: AttemptStore, damage: str) -> None:
    store.create_attempt(practice([True, True]))
    write_sql(store.path, f"UPDATE card SET {damage} WHERE question_id = 'q0'")
    assert [card.question_id for card in store.cards(FRAMEWORK)] == ["q1"]
    session = answer_position(begin(store, "practice-2"), 0, True)
    store.record_answer(session, 0)
    assert reviewed(session, 0) in store.cards(FRAMEWORK)


def records(store: AttemptStore, now: datetime = NOW) -> dict[str, QuestionRecord]:
    return {record.question_id: record for record in store.question_records(FRAMEWORK, now)}


def test_the_past_of_a_question_is_its_last_answer(store: AttemptStore) -> None:
    store.create_attempt(make_session(answers=[True, False, None], finished=True))
    found = records(store)
    assert [found[f"q{n}"].last_score for n in range(6)] == [1.0, 0.0, 0.0, 0.0, None, None]  # q3 was left open
    assert [found[f"q{n}"].is_assessed for n in range(6)] == [True] * 4 + [False] * 2
    assert found["q0"].last_at == NOW + timedelta(seconds=20)
    store.create_attempt(practice([False, True], start=NOW + timedelta(days=1)))
    found = records(store)
    assert [found[f"q{n}"].last_score for n in range(2)] == [0.0, 1.0]
    assert found["q1"].last_at == NOW + timedelta(days=1, seconds=40)
    assert found["q0"].is_assessed


def test_an_older_answer_that_is_stored_later_is_not_the_last(store: AttemptStore) -> None:
    store.create_attempt(practice([True], start=NOW + timedelta(days=1)))
    store.create_attempt(make_session(answers=[False], finished=True))
    assert records(store)["q0"].last_score == 1.0


def test_a_running_assessment_tells_what_it_asks_and_nothing_more(store: AttemptStore) -> None:
    store.create_attempt(make_session(answers=[False]))
    found = records(store)
    assert {record.is_in_assessment for record in found.values()} == {True}
    assert {(record.last_score, record.is_assessed) for record in found.values()} == {(None, False)}
    store.finish_attempt(make_session(answers=[False], finished=True))
    found = records(store)
    assert {record.is_in_assessment for record in found.values()} == {False}
    assert found["q0"].is_wrong


def test_practice_is_counted_by_the_persons_day(store: AttemptStore) -> None:
    store.create_attempt(practice([True]))  # at 9:30 UTC
    store.create_attempt(practice([True], id_="practice-2", start=NOW + timedelta(hours=10)))
    (here, east) = (records(store, NOW.astimezone(timezone(timedelta(hours=hours))))["q0"] for hours in (0, 8))
    assert (here.practised_before, here.practised_today) == (0, 2)
    assert (east.practised_before, east.practised_today) == (0, 2)
    next_day = (NOW + timedelta(hours=10)).astimezone(timezone(timedelta(hours=8)))  # 3:30 of the next day
    found = records(store, next_day)["q0"]
    assert (found.practised_before, found.practised_today, found.is_practised) == (1, 1, True)
    assert not records(store)["q1"].is_practised
    evening = records(store, NOW + timedelta(hours=14))["q0"]
    assert (evening.practised_before, evening.practised_today) == (0, 2)


def test_midnight_belongs_to_the_new_day(store: AttemptStore) -> None:
    midnight = datetime(2026, 3, 3, tzinfo=UTC)
    store.create_attempt(practice([True], start=midnight - timedelta(seconds=20)))
    assert store.load_attempt("practice-1").states[0].answer == practice_answer(midnight)
    found = records(store, midnight + timedelta(hours=3))["q0"]
    assert (found.practised_before, found.practised_today) == (0, 1)


def practice_answer(at: datetime) -> Answer:
    return Answer(("b",), at, seconds=20.0)


def test_a_question_that_was_shown_and_not_answered_is_not_practised(store: AttemptStore) -> None:
    session = practice([True])
    store.create_attempt(append_item(move_to(session, 1), make_plan(7).items[6]))
    found = records(store)
    assert (found["q1"].last_score, found["q1"].practised_today, found["q1"].is_wrong) == (None, 0, False)


def test_a_plan_of_practice_comes_back(store: AttemptStore) -> None:
    plan: QuizPlan = PLAN
    store.create_attempt(make_session(plan))
    assert store.load_attempt("attempt-1").plan == plan
    assert store.list_attempts()[0].method is PlanMethod.PRACTICE
