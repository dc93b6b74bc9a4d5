"""Taking a file to the newest schema, after a copy of what was there."""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from quizapp.storage.schema import APPLICATION_ID, MIGRATIONS, Migration


def migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Run the migrations that a file lacks, inside the caller's write transaction.

    A file that has a version already is copied first, to ``copy_path``. Raises sqlite3.Error and OSError.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version >= len(migrations):
        return
    if version:
        _copy(path, copy_path(path, version))
    for migration in migrations[version:]:
        for statement in migration:
            connection.execute(statement)
    # The header belongs to the transaction: schema and version change together or not at all.
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(migrations)}")


def copy_path(path: Path, version: int) -> Path:
    """Where a file of an old version is kept: ``attempts.sqlite3`` of version 1 in ``attempts.v1.sqlite3``."""
    return path.with_stem(f"{path.stem}.v{version}")


def _copy(path: Path, target: Path) -> None:
    """A copy that is whole or not there, and on the disk when this returns.

    Read by a second connection: SQLite backs nothing up from one that is writing. The caller's write transaction
    keeps everyone else from changing the file meanwhile.
    """
    draft = target.with_name(f"{target.name}.new")
    draft.unlink(missing_ok=True)
    try:
        os.close(os.open(draft, os.O_RDWR | os.O_CREAT, 0o600))
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(draft)) as copy:
            source.backup(copy)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut; Windows offers no such call."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
