"""Deleting with undo: hidden attempts are nowhere, come back as they were, and are gone when the store is closed."""

from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.core.errors import StorageError
from quizapp.storage.store import AttemptStore, open_store
from tests.factories import NOW, answer_position, make_session
from tests.storage.files import look


@pytest.fixture
def both(store: AttemptStore) -> AttemptStore:
    """A store with an attempt that is hidden and one that is not; a question each has shown."""
    for id_ in ("kept", "hidden"):
        store.create_attempt(make_session(answers=[True], id_=id_))
    store.hide_attempt("hidden", NOW)
    return store


def listed(store: AttemptStore) -> list[str]:
    return [summary.id for summary in store.list_attempts()]


def test_a_hidden_attempt_is_nowhere(both: AttemptStore) -> None:
    assert listed(both) == ["kept"]
    assert len(both.answer_rows("ai-engineer")) == 1
    assert {record.question_id for record in both.question_records("ai-engineer", NOW)} == {f"q{n}" for n in range(6)}
    session = make_session(answers=[True], id_="hidden")
    with pytest.raises(StorageError, match="no attempt hidden"):
        both.load_attempt("hidden")
    with pytest.raises(StorageError, match="no attempt hidden"):
        both.record_answer(answer_position(session, 1, True), 1)


def test_restored_it_is_as_it_was(store: AttemptStore) -> None:
    session = make_session(answers=[True, False])
    store.create_attempt(session)
    before = look(store.path, "SELECT * FROM attempt"), store.answer_rows("ai-engineer"), store.list_attempts()
    store.hide_attempt("attempt-1", NOW)
    assert store.answer_rows("ai-engineer") == ()
    assert store.question_records("ai-engineer", NOW) == ()
    store.restore_attempt("attempt-1")
    assert (
        look(store.path, "SELECT * FROM attempt"),
        store.answer_rows("ai-engineer"),
        store.list_attempts(),
    ) == before
    assert store.load_attempt("attempt-1") == session


def test_its_questions_are_seen_all_the_same_until_it_is_purged(store: AttemptStore) -> None:
    store.create_attempt(make_session(answers=[True]))
    store.hide_attempt("attempt-1", NOW)
    assert store.seen_question_ids("ai-engineer") == {"q0", "q1"}
    store.purge_hidden()
    assert store.seen_question_ids("ai-engineer") == frozenset()


def test_purged_it_is_gone_for_good(both: AttemptStore) -> None:
    both.purge_hidden()
    assert listed(both) == ["kept"]
    assert look(both.path, "SELECT count(*), (SELECT count(*) FROM item) FROM attempt") == [(1, 6)]
    with pytest.raises(StorageError, match="deleted for good"):
        both.restore_attempt("hidden")
    both.purge_hidden()
    assert listed(both) == ["kept"]


def test_hiding_what_is_hidden_or_was_never_there_changes_nothing(both: AttemptStore) -> None:
    both.hide_attempt("hidden", NOW + timedelta(days=1))
    both.hide_attempt("never there", NOW)
    assert look(both.path, "SELECT id, substr(deleted_at, 1, 10) FROM attempt") == [
        ("kept", None),
        ("hidden", "2026-03-02"),
    ]
    with pytest.raises(StorageError, match="deleted for good"):
        both.restore_attempt("never there")
    with pytest.raises(StorageError, match="deleted for good"):
        both.restore_attempt("kept")


def test_to_delete_for_good_takes_hidden_ones_too(both: AttemptStore) -> None:
    both.delete_attempt("hidden")
    assert look(both.path, "SELECT id FROM attempt") == [("kept",)]


def test_closing_purges_what_this_store_has_hidden(both: AttemptStore) -> None:
    both.close()
    assert look(both.path, "SELECT id FROM attempt") == [("kept",)]


def test_a_closed_store_purges_nothing_more(both: AttemptStore) -> None:
    both.close()
    both.purge_hidden()


def test_what_was_restored_is_not_purged(both: AttemptStore) -> None:
    both.restore_attempt("hidden")
    both.close()
    assert look(both.path, "SELECT id FROM attempt ORDER BY number") == [("kept",), ("hidden",)]


def test_another_program_takes_no_undo_away(both: AttemptStore, path: Path) -> None:
    with open_store(path) as other:
        assert listed(other) == ["kept"]
    both.restore_attempt("hidden")
    assert listed(both) == ["hidden", "kept"]


def test_what_a_killed_program_left_is_purged_by_its_time(both: AttemptStore) -> None:
    both.purge_hidden(before=NOW)
    both.restore_attempt("hidden")
    both.hide_attempt("hidden", NOW)
    both.purge_hidden(before=NOW + timedelta(microseconds=1))
    assert look(both.path, "SELECT id FROM attempt") == [("kept",)]


def test_a_purge_that_fails_stops_nobody(path: Path) -> None:
    with open_store(path) as store:
        store.create_attempt(make_session())
        store.hide_attempt("attempt-1", NOW)
        store._connection.execute("PRAGMA query_only = ON")
    assert look(path, "SELECT count(*) FROM attempt") == [(1,)]
