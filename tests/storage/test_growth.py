"""A plan that grows: each write adds little, in one transaction, and all that was asked comes back."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.core.errors import StorageError
from quizapp.core.plan import Feedback, PlanMethod, QuizPlan
from quizapp.core.session import QuizSession, append_item, finish_session
from quizapp.storage.store import AttemptStore, open_store
from tests.factories import NOW, answer_position, make_plan, make_session
from tests.storage.files import look, write_sql

WHOLE = make_plan(6, Feedback.AT_END)
START = replace(WHOLE, items=WHOLE.items[:1], method=PlanMethod.ADAPTIVE, limit=6, competencies=("llm-basics",))


def grown(session: QuizSession) -> QuizSession:
    """The last question answered, and one more behind it."""
    answered = answer_position(session, len(session.states) - 1, True)
    return append_item(answered, WHOLE.items[len(session.states)])


def begin(store: AttemptStore, plan: QuizPlan = START) -> QuizSession:
    session = make_session(plan)
    store.create_attempt(session)
    return session


def test_a_grown_attempt_comes_back_equal(store: AttemptStore) -> None:
    session = begin(store)
    for position in range(5):
        session = grown(session)
        store.record_answer(session, position)
        with open_store(store.path) as other:
            assert other.load_attempt(session.id) == session
    session = finish_session(session, now=NOW)
    store.finish_attempt(session)
    with open_store(store.path) as other:
        assert other.load_attempt(session.id) == session
    assert session.plan.items == WHOLE.items


def test_the_list_follows_the_growth(store: AttemptStore) -> None:
    session = begin(store)
    (before,) = store.list_attempts()
    store.record_answer(grown(session), 0)
    (after,) = store.list_attempts()
    assert (before.asked, before.competencies, before.method) == (1, ("llm-basics",), PlanMethod.ADAPTIVE)
    assert (after.asked, after.competencies, after.answered) == (2, ("llm-basics", "fine-tuning"), 1)


def test_answer_and_question_are_one_transaction_of_few_bytes(store: AttemptStore) -> None:
    session = begin(store)
    plan = look(store.path, "SELECT data FROM plan")
    statements: list[str] = []
    store._connection.set_trace_callback(statements.append)
    store.record_answer(grown(session), 0)
    store._connection.set_trace_callback(None)
    assert [text for text in statements if text.startswith(("BEGIN", "COMMIT", "ROLLBACK"))] == [
        "BEGIN IMMEDIATE",
        "COMMIT",
    ]
    assert (statements[0], statements[-1]) == ("BEGIN IMMEDIATE", "COMMIT")
    assert not [text for text in statements if "INTO plan" in text or "UPDATE plan" in text]
    assert look(store.path, "SELECT data FROM plan") == plan
    assert "items" not in str(plan)


def test_a_write_that_fails_leaves_neither_answer_nor_question(store: AttemptStore) -> None:
    session = begin(store)
    refuse = "CREATE TRIGGER refuse BEFORE INSERT ON question BEGIN SELECT raise(ABORT, 'no'); END"
    store._connection.execute(refuse)
    later = grown(session)
    with pytest.raises(sqlite3.IntegrityError, match="no"):
        store.record_answer(later, 0)
    assert store.load_attempt(session.id) == session
    store._connection.execute("DROP TRIGGER refuse")
    store.record_answer(later, 0)
    assert store.load_attempt(session.id) == later


def test_progress_makes_up_for_answers_that_could_not_be_stored(store: AttemptStore) -> None:
    session = grown(grown(grown(begin(store))))
    store.record_progress(session)
    assert store.load_attempt(session.id) == session


def test_another_window_goes_on_with_a_grown_attempt(store: AttemptStore, path: Path) -> None:
    session = grown(begin(store))
    store.record_answer(session, 0)
    with open_store(path) as other:
        session = grown(other.load_attempt(session.id))
        other.record_answer(session, 1)
    assert store.load_attempt(session.id) == session


def test_a_question_that_is_missing_is_told(store: AttemptStore) -> None:
    session = grown(begin(store))
    store.record_answer(session, 0)
    write_sql(store.path, "DELETE FROM question WHERE position = 1", "DELETE FROM item WHERE position = 1")
    with pytest.raises(StorageError, match=r"damaged \(attempt-1\)"):
        store.load_attempt(session.id)


def test_a_deleted_attempt_takes_its_questions_along(store: AttemptStore) -> None:
    session = grown(begin(store))
    store.record_answer(session, 0)
    store.delete_attempt(session.id)
    assert look(store.path, "SELECT count(*) FROM question") == [(0,)]
