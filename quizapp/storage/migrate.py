"""Taking a file to the newest schema, after a copy of what was there."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from quizapp.storage.copying import copy_database
from quizapp.storage.schema import APPLICATION_ID, MIGRATIONS, Migration


def migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Run the migrations that a file lacks, inside the caller's write transaction.

    A file that has a version already is copied first, to ``copy_path``. Raises sqlite3.Error and OSError.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version >= len(migrations):
        return
    if version:
        # The caller's write transaction keeps everyone else from changing the file meanwhile.
        copy_database(path, copy_path(path, version))
    for migration in migrations[version:]:
        for statement in migration:
            connection.execute(statement)
    # The header belongs to the transaction: schema and version change together or not at all.
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(migrations)}")


def copy_path(path: Path, version: int) -> Path:
    """Where a file of an old version is kept: ``attempts.sqlite3`` of version 1 in ``attempts.v1.sqlite3``."""
    return path.with_stem(f"{path.stem}.v{version}")
