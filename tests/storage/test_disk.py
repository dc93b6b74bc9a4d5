"""A disk that refuses: full, failing, not ours. What was confirmed stays whole, and the store goes on after."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="Windows limits no file sizes and has no fork")

from quizapp.core.errors import StorageError
from quizapp.core.session import QuizSession, finish_session, keep_draft, move_to
from quizapp.storage.store import AttemptStore, open_store
from tests.factories import NOW, answer_position, make_session
from tests.storage.refusals import Refusal, as_ordinary_user, failing_writes, file_size_limit, full_database

LONG = ("x" * 50_000,)
refusals = pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (full_database, r"the disk is full\. Free some space and try again\. What was saved before is whole"),
        (failing_writes, r"the disk reported an error\. Check that the disk is connected, sound and not full"),
    ],
)


def with_long_answer(session: QuizSession) -> QuizSession:
    """An answer at position 2 that needs new pages."""
    session = answer_position(session, 2, True)
    answer = session.state.answer
    assert answer is not None
    state = replace(session.state, answer=replace(answer, response=LONG))
    return replace(session, states=(*session.states[:2], state, *session.states[3:]))


@refusals
def test_a_refused_answer_is_told_and_the_earlier_ones_are_whole(
    store: AttemptStore, refusal: Refusal, said: str
) -> None:
    session = make_session(answers=[True, False])
    store.create_attempt(session)
    with refusal(store), pytest.raises(StorageError, match=said):
        store.record_answer(with_long_answer(session), 2)
    assert store.load_attempt(session.id) == session
    with open_store(store.path) as other:
        assert other.load_attempt(session.id) == session
    assert store._connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


@refusals
def test_the_next_write_makes_up_for_a_refused_one(store: AttemptStore, refusal: Refusal, said: str) -> None:
    session = make_session(answers=[True, False])
    store.create_attempt(session)
    session = with_long_answer(session)
    with refusal(store), pytest.raises(StorageError, match=said):
        store.record_answer(session, 2)
    session = answer_position(session, 3, True)
    store.record_answer(session, 3)
    assert store.load_attempt(session.id) == session


@refusals
def test_every_write_says_so(store: AttemptStore, refusal: Refusal, said: str) -> None:
    session = make_session()
    store.create_attempt(session)
    long = keep_draft(move_to(session, 1), LONG)
    with refusal(store):
        with pytest.raises(StorageError, match=said):
            store.record_progress(long)
        with pytest.raises(StorageError, match=said):
            store.finish_attempt(finish_session(long, now=NOW))
        with pytest.raises(StorageError, match=said):
            store.create_attempt(replace(long, id="another"))
        with pytest.raises(StorageError, match=said):
            store.set_setting("note", LONG[0])
    assert store.load_attempt(session.id) == session
    assert len(store.list_attempts()) == 1
    assert store.get_setting("note") is None


def test_a_checkpoint_that_fails_does_not_make_a_saved_attempt_look_unsaved(store: AttemptStore) -> None:
    session = make_session()
    store.create_attempt(session)
    session = finish_session(keep_draft(session, LONG), now=NOW)
    store.record_progress(session)
    with file_size_limit(store.path.stat().st_size):
        store.finish_attempt(session)
        store.close()
    assert store.path.with_name(f"{store.path.name}-wal").stat().st_size > len(LONG[0])
    with open_store(store.path) as other:
        assert other.load_attempt(session.id) == session


def test_a_first_start_on_a_full_disk_leaves_nothing_that_stops_the_second(path: Path) -> None:
    with file_size_limit(8192), pytest.raises(StorageError, match="the disk reported an error"):
        open_store(path)
    with open_store(path) as store:
        assert store.list_attempts() == ()


def test_a_path_below_a_file_is_told(path: Path) -> None:
    path.write_text("a file")
    for below in (path / "attempts.sqlite3", path / "more" / "attempts.sqlite3"):
        with pytest.raises(StorageError, match=r"not a folder\. Choose a data folder whose path holds folders only"):
            open_store(below)
    assert path.read_text() == "a file"


def test_a_folder_in_the_files_place_is_told(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StorageError, match="is a folder, not a file"):
        open_store(path)


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that every user can reach; those of pytest are private."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def said_when_opened(path: Path) -> str:
    try:
        open_store(path).close()
    except StorageError as error:
        return str(error)
    return "opened"


def test_a_folder_without_the_right_to_write_is_told(public_folder: Path) -> None:
    public_folder.chmod(0o555)
    for path in (public_folder / "attempts.sqlite3", public_folder / "more" / "attempts.sqlite3"):
        said = as_ordinary_user(partial(said_when_opened, path))
        assert said.startswith(f"{path} cannot be written. Give yourself the right to write")
        assert list(public_folder.iterdir()) == []


@pytest.mark.parametrize("mode", [0o444, 0o000])
def test_a_file_without_the_right_to_write_is_told(public_folder: Path, mode: int) -> None:
    path = public_folder / "attempts.sqlite3"
    open_store(path).close()
    public_folder.chmod(0o777)
    path.chmod(mode)
    assert "cannot be written" in as_ordinary_user(partial(said_when_opened, path))


def test_the_helper_process_may_write_where_it_is_allowed(public_folder: Path) -> None:
    public_folder.chmod(0o777)
    assert as_ordinary_user(partial(said_when_opened, public_folder / "attempts.sqlite3")) == "opened"
