"""Opening the store: what is made, what is refused, and that a refusal changes not a byte."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.core.errors import StorageError
from quizapp.storage.connection import transaction
from quizapp.storage.store import open_store
from tests.factories import make_session
from tests.storage.files import contents, interrupt_first_start, leave_in_wal, make_newer, write_sql


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_folders_and_files_are_private(tmp_path: Path) -> None:
    path = tmp_path / "some" / "where" / "attempts.sqlite3"
    with open_store(path) as store:
        store.create_attempt(make_session())
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (*path.parent.iterdir(), *path.parents[:2])}
    assert modes == {
        "some": 0o700,
        "where": 0o700,
        "attempts.sqlite3": 0o600,
        "attempts.sqlite3-wal": 0o600,
        "attempts.sqlite3-shm": 0o600,
    }


@pytest.mark.parametrize("name", ["attempts.sqlite3", "50 % – año?#.sqlite3", "\udcff.sqlite3"])
def test_any_file_name_serves(tmp_path: Path, name: str) -> None:
    for _ in range(2):
        with open_store(tmp_path / name) as store:
            store.set_setting("theme", "dark")
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_an_empty_file_is_a_new_one(path: Path) -> None:
    path.touch()
    with open_store(path) as store:
        assert store.list_attempts() == ()


@pytest.mark.parametrize("page_1_written", [True, False])
def test_an_interrupted_first_start_starts_again(path: Path, page_1_written: bool) -> None:
    interrupt_first_start(path, page_1_written=page_1_written)
    assert path.stat().st_size > 4096
    assert any(path.read_bytes()[:100]) is page_1_written
    with open_store(path) as store:
        assert store.get_setting("fill") is None
        store.create_attempt(make_session())


def test_what_a_killed_program_left_in_the_wal_is_read(path: Path) -> None:
    open_store(path).close()
    leave_in_wal(path, "INSERT INTO setting (name, value) VALUES ('theme', '\"dark\"')")
    with open_store(path) as store:
        assert store.get_setting("theme") == "dark"


FOREIGN: dict[str, Callable[[Path], object]] = {
    "short text": lambda path: path.write_text("my notes"),
    "long text": lambda path: path.write_text("my notes\n" * 2000),
    "zeros": lambda path: path.write_bytes(bytes(8192)),
    "no tables": lambda path: write_sql(path, "VACUUM"),
    "other tables": lambda path: write_sql(path, "CREATE TABLE attempt (id)"),
    "other id": lambda path: write_sql(path, "PRAGMA application_id = 1", "CREATE TABLE attempt (id)"),
    "killed": lambda path: leave_in_wal(path, "CREATE TABLE attempt (id)", "INSERT INTO attempt VALUES (1)"),
}


@pytest.mark.parametrize("make", FOREIGN.values(), ids=FOREIGN)
def test_a_foreign_file_is_refused_unchanged(path: Path, make: Callable[[Path], object]) -> None:
    make(path)
    before = contents(path)
    with pytest.raises(StorageError, match=r"not a file of quizapp\. It was not changed\. Move it elsewhere") as caught:
        open_store(path)
    assert str(path) in str(caught.value)
    assert contents(path) == before


def test_a_newer_file_is_refused_unchanged(path: Path) -> None:
    make_newer(path)
    before = contents(path)
    with pytest.raises(StorageError, match="written by a newer quizapp"):
        open_store(path)
    assert contents(path) == before


def test_a_newer_version_that_stands_in_the_wal_alone_is_refused_unchanged(path: Path) -> None:
    open_store(path).close()
    leave_in_wal(path, "PRAGMA user_version = 99")
    before = contents(path)
    assert before[f"{path.name}-wal"]
    with pytest.raises(StorageError, match="written by a newer quizapp"):
        open_store(path)
    assert contents(path) == before


def test_a_damaged_file_is_refused_unchanged(path: Path) -> None:
    with open_store(path) as store:
        store.create_attempt(make_session())
    whole = path.read_bytes()
    for damaged in (whole[:4096] + b"\x5a" * (len(whole) - 4096), whole[:5000], whole[:80]):
        path.write_bytes(damaged)
        with pytest.raises(StorageError, match=r"is damaged\. Keep a copy of it"), open_store(path) as store:
            store.list_attempts()
        assert path.read_bytes() == damaged


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE plan SET data = '{}'",
        "UPDATE plan SET data = '[]'",
        "UPDATE plan SET data = 'half a {'",
        "UPDATE question SET data = replace(data, 'single', 'singel')",
        "UPDATE question SET data = '{}'",
        "DELETE FROM question",
    ],
)
def test_a_damaged_plan_stops_one_attempt_alone(path: Path, change: str) -> None:
    with open_store(path) as store:
        store.create_attempt(make_session(id_="good"))
        store.create_attempt(make_session(id_="bad"))
    write_sql(path, f"{change} WHERE attempt = 2")
    with open_store(path) as store:
        with pytest.raises(StorageError, match=r"an attempt that is damaged \(bad\)"):
            store.load_attempt("bad")
        assert store.load_attempt("good") == make_session(id_="good")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE item SET draft = 'b' WHERE position = 2",
        "UPDATE item SET draft = '5' WHERE position = 2",
        "UPDATE attempt SET started_at = 'yesterday'",
        "DELETE FROM item WHERE position = 5",
    ],
)
def test_damaged_rows_are_told(path: Path, change: str) -> None:
    with open_store(path) as store:
        store.create_attempt(make_session())
    write_sql(path, change)
    with open_store(path) as store, pytest.raises(StorageError, match=r"damaged \(attempt-1\)"):
        store.load_attempt("attempt-1")


def test_a_damaged_summary_and_setting_are_told(path: Path) -> None:
    with open_store(path) as store:
        store.create_attempt(make_session())
        store.set_setting("theme", "dark")
    write_sql(path, "UPDATE attempt SET competencies = ''", "UPDATE setting SET value = ''")
    with open_store(path) as store:
        with pytest.raises(StorageError, match=r"damaged \(attempt-1\)"):
            store.list_attempts()
        with pytest.raises(StorageError, match=r"a setting that is damaged \(theme\)\. Choose this setting anew"):
            store.get_setting("theme")


def test_a_locked_file_is_told(path: Path) -> None:
    open_store(path).close()
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as other,
        transaction(other),
        pytest.raises(StorageError, match=r"in use by another program\. Close other windows"),
    ):
        open_store(path, busy_timeout=0.05)
    open_store(path, busy_timeout=0.05).close()
