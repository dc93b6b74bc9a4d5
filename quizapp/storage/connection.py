"""A connection to the attempts file: how it is opened, its transactions, its checkpoint."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from quizapp.storage.identity import check_identity
from quizapp.storage.migrate import migrate

_BEFORE_MIGRATING = (
    # NORMAL loses confirmed answers on power loss (docs/design.md, "Parts from outside").
    "PRAGMA synchronous = FULL",
    # On macOS fsync alone leaves data in the drive's cache; elsewhere these two do nothing.
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
)
_AFTER_MIGRATING = (
    # Only now: so the main file shows our application id before there is a WAL, whenever the power goes.
    "PRAGMA journal_mode = WAL",
    # A migration that rebuilds a table needs foreign keys off, and they can't be switched inside a transaction.
    "PRAGMA foreign_keys = ON",
)


def open_connection(path: Path, busy_timeout: float) -> sqlite3.Connection:
    """A connection to an attempts file of the newest version; ``busy_timeout`` in seconds.

    Raises StorageError for a foreign or newer file, sqlite3.Error and OSError for what SQLite and the system report.
    """
    make_folder(path.parent)
    # SQLite gives its helper files the rights of the main one: nobody else reads the answers.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    check_identity(path, busy_timeout)
    connection = sqlite3.connect(path, isolation_level=None, timeout=busy_timeout)
    try:
        _set_up(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    """One transaction: committed at the block's end, rolled back by any exception, and usable again after it.

    DEFERRED reads one state of the file throughout, IMMEDIATE may also write.
    """
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # On some errors, a full disk for one, SQLite has rolled back already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def checkpoint(connection: sqlite3.Connection) -> None:
    """Bring the WAL into the main file and empty it, if that is possible now."""
    # What is committed is safe in the WAL. A full disk or a reader only puts the checkpoint off, and an error
    # here would make a saved answer look unsaved.
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _set_up(connection: sqlite3.Connection, path: Path) -> None:
    connection.row_factory = sqlite3.Row
    _run(connection, _BEFORE_MIGRATING)
    # Also for a file of the newest version: a lock or a read-only file shows here and not at the first answer.
    with transaction(connection):
        migrate(connection, path)
    _run(connection, _AFTER_MIGRATING)


def _run(connection: sqlite3.Connection, statements: tuple[str, ...]) -> None:
    for statement in statements:
        connection.execute(statement).fetchall()


def make_folder(folder: Path) -> None:
    """A folder and its parents, each private (``Path.mkdir`` applies its mode to the last one alone)."""
    if not folder.is_dir():
        if folder.parent != folder:
            make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
