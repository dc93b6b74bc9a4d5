"""An attempt while it is answered: what is written when, and how it is read back."""

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quizapp.core.plan import Feedback
from quizapp.core.session import QuizSession, finish_session, keep_draft, move_to, toggle_flag
from quizapp.storage.store import AttemptStore, open_store
from tests.factories import NOW, answer_position, make_plan, make_session
from tests.storage.files import look


def reload(store: AttemptStore, session: QuizSession) -> QuizSession:
    """The session as a newly started program reads it."""
    with open_store(store.path) as other:
        return other.load_attempt(session.id)


def test_a_new_attempt_has_a_row_for_every_position(store: AttemptStore) -> None:
    session = make_session()
    store.create_attempt(session)
    assert look(store.path, "SELECT position, shown, response FROM item") == [
        (position, int(position == 0), None) for position in range(6)
    ]
    assert look(store.path, "SELECT seed, bank_digest, app_version, started_at FROM attempt") == [
        ("7", "ab" * 32, "1.2.3", "2026-03-02T09:30:00.000000+00:00")
    ]


def test_a_recorded_answer_is_seen_by_another_program(store: AttemptStore) -> None:
    session = make_session()
    store.create_attempt(session)
    session = answer_position(session, 0, False)
    store.record_answer(session, 0)
    columns = "response, dont_know, confidence, seconds, answered_at, score, elapsed"
    assert look(store.path, f"SELECT {columns} FROM item WHERE position = 0") == [
        ('["a"]', 0, None, 20.0, "2026-03-02T09:30:20.000000+00:00", 0.0, 20.0)
    ]
    assert reload(store, session) == session


def test_recording_again_changes_nothing(store: AttemptStore) -> None:
    session = make_session()
    store.create_attempt(session)
    session = answer_position(session, 0, True)
    store.record_answer(session, 0)
    before = look(store.path, "SELECT * FROM item") + look(store.path, "SELECT * FROM attempt")
    store.record_answer(session, 0)
    assert look(store.path, "SELECT * FROM item") + look(store.path, "SELECT * FROM attempt") == before


def test_an_answer_keeps_its_elapsed_time_until_it_is_given_anew(store: AttemptStore) -> None:
    session = make_session(make_plan(feedback=Feedback.AT_END), [True])
    store.create_attempt(session)
    flagged = toggle_flag(move_to(replace(session, elapsed=90.0), 0))
    store.record_answer(flagged, 0)
    assert look(store.path, "SELECT elapsed, flagged FROM item WHERE position = 0") == [(20.0, 1)]
    changed = answer_position(flagged, 0, False)
    store.record_answer(changed, 0)
    assert look(store.path, "SELECT elapsed, score FROM item WHERE position = 0") == [(110.0, 0.0)]


def test_an_answer_is_one_transaction(store: AttemptStore) -> None:
    session = make_session()
    store.create_attempt(session)
    statements: list[str] = []
    store._connection.set_trace_callback(statements.append)
    store.record_answer(answer_position(session, 0, True), 0)
    store._connection.set_trace_callback(None)
    assert [text for text in statements if text.startswith(("BEGIN", "COMMIT", "ROLLBACK"))] == [
        "BEGIN IMMEDIATE",
        "COMMIT",
    ]
    assert (statements[0], statements[-1]) == ("BEGIN IMMEDIATE", "COMMIT")


def test_the_file_is_kept_as_promised(store: AttemptStore) -> None:
    def pragma(name: str) -> object:
        return store._connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert [pragma(name) for name in ("journal_mode", "synchronous", "foreign_keys", "fullfsync")] == ["wal", 2, 1, 1]
    assert pragma("busy_timeout") == 5000


def test_progress_writes_only_what_changed(store: AttemptStore) -> None:
    session = make_session(answers=[True])
    store.create_attempt(session)
    session = keep_draft(toggle_flag(move_to(session, 3)), ("b",))
    session = replace(move_to(session, 4), elapsed=33.5)
    before = store._connection.total_changes
    store.record_progress(session)
    assert store._connection.total_changes - before == 3  # the attempt, and positions 3 and 4
    assert reload(store, session) == session


def test_an_answer_without_an_answer_is_a_bug(store: AttemptStore) -> None:
    session = make_session()
    store.create_attempt(session)
    with pytest.raises(ValueError, match="no answer at position 0"):
        store.record_answer(session, 0)
    with pytest.raises(ValueError, match="not submitted"):
        store.finish_attempt(session)
    with pytest.raises(ValueError, match="without zone"):
        store.create_attempt(replace(session, id="other", started_at=datetime(2026, 1, 1)))  # noqa: DTZ001
    with pytest.raises(sqlite3.IntegrityError):
        store.create_attempt(session)
    assert [summary.id for summary in store.list_attempts()] == ["attempt-1"]


def test_finishing_leaves_an_empty_wal(store: AttemptStore) -> None:
    session = make_session(answers=[True, False])
    store.create_attempt(session)
    wal = store.path.with_name(f"{store.path.name}-wal")
    assert wal.stat().st_size > 0
    session = finish_session(session, now=NOW + timedelta(minutes=5))
    store.finish_attempt(session)
    assert wal.stat().st_size == 0
    assert reload(store, session) == session


def test_closing_leaves_one_file(path: Path) -> None:
    store = open_store(path)
    store.create_attempt(make_session())
    store.close()
    store.close()
    assert [file.name for file in path.parent.iterdir()] == ["attempts.sqlite3"]


def test_two_attempts_at_once_are_kept_apart(store: AttemptStore) -> None:
    first, second = make_session(id_="first"), make_session(make_plan(3, seed=8), id_="second")
    store.create_attempt(first)
    store.create_attempt(second)
    first, second = answer_position(first, 0, True), answer_position(second, 0, False)
    for session in (first, second):
        store.record_answer(session, 0)
    assert (reload(store, first), reload(store, second)) == (first, second)
