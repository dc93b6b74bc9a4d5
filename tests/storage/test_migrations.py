"""Every released version of the file walks forward to the newest, after a copy and in one transaction.

``fixtures/v<n>.sql`` is a file as version n wrote it, with the attempt "attempt-1" of two answers, a flag, a draft,
and the setting theme = dark. A new version adds its own (``sqlite3 FILE .dump``) and changes no earlier one.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.core.errors import StorageError
from quizapp.storage.connection import transaction
from quizapp.storage.failures import reported
from quizapp.storage.migrate import copy_path, migrate
from quizapp.storage.schema import APPLICATION_ID, MIGRATIONS
from quizapp.storage.store import open_store
from tests.factories import answer_position
from tests.storage.files import contents
from tests.storage.refusals import file_size_limit

FIXTURES = Path(__file__).parent / "fixtures"
NEWEST = len(MIGRATIONS)
ADDED = ("ALTER TABLE item ADD COLUMN note TEXT", "UPDATE item SET note = 'from before'")
BROKEN = ("CREATE TABLE extra (id) STRICT", "ALTER TABLE missing ADD COLUMN note TEXT")
versions = pytest.mark.parametrize("version", range(1, NEWEST + 1))


def restore(path: Path, version: int) -> None:
    """The file as it was written by that version, in WAL mode as every file of ours."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((FIXTURES / f"v{version}.sql").read_text("utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("PRAGMA journal_mode = WAL")


def schema(path: Path) -> list[tuple[str, str]]:
    """Every table and index, whatever the order and the spacing they were made in."""
    query = "SELECT name, coalesce(sql, '') FROM sqlite_master ORDER BY name"
    with closing(sqlite3.connect(path)) as connection:
        return [(name, " ".join(sql.split())) for name, sql in connection.execute(query)]


def run_migrations(path: Path, *more: tuple[str, ...]) -> None:
    with reported(path), closing(sqlite3.connect(path, isolation_level=None)) as connection, transaction(connection):
        migrate(connection, path, (*MIGRATIONS, *more))


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


@versions
def test_every_version_walks_forward(tmp_path: Path, version: int) -> None:
    old, new = tmp_path / "old.sqlite3", tmp_path / "new.sqlite3"
    restore(old, version)
    open_store(new).close()
    with open_store(old) as store:
        session = store.load_attempt("attempt-1")
        (summary,) = store.list_attempts()
        theme = store.get_setting("theme")
    assert (schema(old), version_of(old)) == (schema(new), NEWEST)
    assert copy_path(old, version).exists() is (version < NEWEST)
    assert [state.answer and state.answer.response for state in session.states] == [("b",), ("b",), None, None]
    assert [state.draft for state in session.states] == [(), (), ("12.",), ()]
    assert [state.flagged for state in session.states] == [False, True, False, False]
    assert [item.option_order for item in session.plan.items[:2]] == [tuple("dbac"), tuple("bcda")]
    assert (session.position, session.elapsed, theme) == (2, 47.5, "dark")
    assert (summary.answered, summary.scored, summary.right) == (2, 3, 1)


@versions
def test_what_walked_forward_can_be_answered_on(path: Path, version: int) -> None:
    restore(path, version)
    with open_store(path) as store:
        session = answer_position(store.load_attempt("attempt-1"), 2, True)
        store.record_answer(session, 2)
        assert store.load_attempt("attempt-1") == session


def test_a_file_of_the_newest_version_is_neither_copied_nor_changed(path: Path) -> None:
    restore(path, NEWEST)
    before = contents(path)
    open_store(path).close()
    assert contents(path) == before


def test_a_further_migration_copies_the_file_and_keeps_its_rows(path: Path) -> None:
    restore(path, NEWEST)
    copy = copy_path(path, NEWEST)
    copy.write_text("an older copy")
    run_migrations(path, ADDED)
    assert version_of(path) == NEWEST + 1
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT note FROM item").fetchall() == [("from before",)] * 4
    with open_store(copy) as store:
        assert store.load_attempt("attempt-1").answered == 2
    assert {file.name for file in path.parent.iterdir()} == {path.name, copy.name}


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    restore(path, NEWEST)
    before = schema(path)
    with pytest.raises(StorageError, match=str(path)):
        run_migrations(path, ADDED, BROKEN)
    assert (schema(path), version_of(path)) == (before, NEWEST)
    with open_store(path) as store:
        assert store.load_attempt("attempt-1").answered == 2


def test_no_migration_without_its_copy(path: Path) -> None:
    """As on a disk that is too full for a copy: nothing is migrated, and no half copy stays."""
    restore(path, NEWEST)
    with open_store(path) as store:
        store.set_setting("fill", "x" * 200_000)
    before = path.read_bytes()
    with file_size_limit(len(before) // 2), pytest.raises(StorageError, match="the disk reported an error"):
        run_migrations(path, ADDED)
    assert version_of(path) == NEWEST
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_half_a_copy_of_a_killed_program_is_no_hindrance(path: Path) -> None:
    restore(path, NEWEST)
    copy = copy_path(path, NEWEST)
    copy.with_name(f"{copy.name}.new").write_text("half a copy")
    run_migrations(path, ADDED)
    assert version_of(path) == NEWEST + 1
    assert version_of(copy) == NEWEST


def test_every_version_has_its_fixture() -> None:
    files = sorted(file.name for file in FIXTURES.glob("v?.sql"))
    assert files == [f"v{version}.sql" for version in range(1, NEWEST + 1)]
