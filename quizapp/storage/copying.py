"""Whole copies of an attempts file, on the disk before anyone hears of them."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path


def copy_database(path: Path, target: Path) -> None:
    """Copy a database with what stands in its WAL: ``target`` is whole, and on the disk, or it is as it was before.

    Read by a connection of its own: SQLite backs nothing up from one that is writing, and others may go on with the
    file meanwhile. Raises sqlite3.Error and OSError.
    """
    path.stat()  # SQLite would say of a missing file that it can't be opened, and no more
    source_uri = f"{path.absolute().as_uri()}?mode=ro"
    draft = target.with_name(f"{target.name}.new")
    draft.unlink(missing_ok=True)
    try:
        os.close(os.open(draft, os.O_RDWR | os.O_CREAT, 0o600))
        with closing(sqlite3.connect(source_uri, uri=True)) as source, closing(sqlite3.connect(draft)) as copy:
            source.backup(copy)
            # One file that can be read without leaving others beside it; opening it to write brings the WAL back.
            copy.execute("PRAGMA journal_mode = DELETE").fetchall()
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut; Windows offers no such call."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
