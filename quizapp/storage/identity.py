"""Whose file it is, told before anything could change it."""

import sqlite3
import struct
from contextlib import closing
from pathlib import Path

from quizapp.storage.failures import FOREIGN, NEWER
from quizapp.storage.schema import APPLICATION_ID, MIGRATIONS

# Offsets in a file's first 100 bytes: https://www.sqlite.org/fileformat.html, 1.3.
_MAGIC = b"SQLite format 3\0"
_USER_VERSION, _APPLICATION_ID = 60, 68


def check_identity(path: Path, busy_timeout: float) -> None:
    """Pass an empty file and one of ours; raise StorageError for a foreign or newer one, which stays as it was.

    Also raises sqlite3.Error (damaged, locked) and OSError.
    """
    with path.open("rb") as file:
        header = file.read(100)
    # No bytes: new. Zeros alone: the power went at the first start; SQLite rolls that back or finds no database.
    if not any(header):
        return
    if not header.startswith(_MAGIC):
        raise FOREIGN.at(path)
    application_id, version = _from_wal(path, busy_timeout) if _has_wal(path) else _from_header(header)
    if application_id != APPLICATION_ID:
        raise FOREIGN.at(path)
    if version > len(MIGRATIONS):
        raise NEWER.at(path)


def _has_wal(path: Path) -> bool:
    wal = path.with_name(f"{path.name}-wal")
    return wal.exists() and wal.stat().st_size > 0


def _from_header(header: bytes) -> tuple[int, int]:
    """Application id and version as the bare file has them: opening it might leave other files beside it."""
    padded = header.ljust(100, b"\0")
    return _field(padded, _APPLICATION_ID), _field(padded, _USER_VERSION)


def _field(header: bytes, offset: int) -> int:
    return int(struct.unpack_from(">i", header, offset)[0])


def _from_wal(path: Path, busy_timeout: float) -> tuple[int, int]:
    """Application id and version as a killed program left them in the WAL.

    Read-only, because closing a writable connection brings the WAL into the file.
    """
    uri = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, timeout=busy_timeout)) as connection:
        return _pragma(connection, "application_id"), _pragma(connection, "user_version")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
