"""What SQLite and the system report, in words for people: the one place where storage errors are made."""

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from quizapp.core.errors import DamageError, StorageError


@dataclass(frozen=True, slots=True)
class Failure:
    """What happened and what to do; ``what`` continues a sentence that begins with the file's path."""

    what: str
    remedy: str
    error: type[StorageError] = StorageError

    def at(self, path: Path) -> StorageError:
        return self.error(f"{path} {self.what}. {self.remedy}")


_WHOLE = "What was saved before is whole."
FULL = Failure("could not be written: the disk is full", f"Free some space and try again. {_WHOLE}")
READ_ONLY = Failure(
    "cannot be written",
    "Give yourself the right to write to this file and its folder, or choose another data folder.",
)
NO_FOLDER = Failure(
    "cannot be created: a part of its path is not a folder",
    "Choose a data folder whose path holds folders only.",
)
NOT_A_FILE = Failure("is a folder, not a file", "Move the folder elsewhere, or choose another data folder.")
LOCKED = Failure(
    "is in use by another program",
    "Close other windows of quizapp and programs that hold the file open, then try again.",
)
DAMAGED = Failure(
    "is damaged",
    "Keep a copy of it. Put back a copy from before, or move the file away to start with an empty one.",
    DamageError,
)
DAMAGED_ANSWERS = Failure(
    "holds an answer that is damaged",
    "Put back a copy of the file from before, or delete the attempt whose result can't be opened.",
)
FOREIGN = Failure(
    "is not a file of quizapp",
    "It was not changed. Move it elsewhere, or choose another data folder.",
)
NEWER = Failure(
    "was written by a newer quizapp",
    "It was not changed. Install the newest quizapp, or choose another data folder.",
)
DISK_ERROR = Failure(
    "could not be read or written: the disk reported an error",
    f"Check that the disk is connected, sound and not full, then try again. {_WHOLE}",
)

_SQLITE: Mapping[int, Failure] = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: READ_ONLY,
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_NOTADB: FOREIGN,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_ERROR: DAMAGED,  # a table is missing, or a text is not UTF-8
    sqlite3.SQLITE_IOERR: DISK_ERROR,
    sqlite3.SQLITE_PROTOCOL: LOCKED,
}
_SYSTEM: Mapping[int | None, Failure] = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EROFS: READ_ONLY,
    errno.ENOTDIR: NO_FOLDER,
    errno.EEXIST: NO_FOLDER,
    errno.EISDIR: NOT_A_FILE,
}
_OWN_BUGS = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError)


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and the system into StorageError; misuse of SQLite is our own bug and passes."""
    try:
        yield
    except _OWN_BUGS:
        raise
    except sqlite3.Error as error:
        raise _SQLITE.get(_primary_code(error), _other(str(error))).at(path) from error
    except OSError as error:
        raise _SYSTEM.get(error.errno, _other(error.strerror or str(error))).at(path) from error


@contextmanager
def decoded(path: Path, failure: Failure) -> Iterator[None]:
    """Turn what cannot be made of rows that were read into a StorageError of the given kind."""
    try:
        yield
    except (ValueError, LookupError, TypeError, msgspec.ValidationError) as error:
        raise failure.at(path) from error


def missing_attempt(attempt_id: str) -> Failure:
    return Failure(
        f"holds no attempt {attempt_id}",
        "It may have been deleted in another window. Go back to the home page and choose one from there.",
    )


def purged_attempt(attempt_id: str) -> Failure:
    return Failure(
        f"holds attempt {attempt_id} no longer: it was deleted for good",
        "Deleting can be undone until quizapp is closed.",
    )


def damaged_attempt(attempt_id: str) -> Failure:
    return Failure(
        f"holds an attempt that is damaged ({attempt_id})",
        "Other attempts are not touched by this. Delete this one, or put back a copy of the file from before.",
    )


def damaged_setting(name: str) -> Failure:
    return Failure(f"holds a setting that is damaged ({name})", "Choose this setting anew.")


def _other(detail: str) -> Failure:
    return Failure(f"could not be read or written ({detail})", f"Try again, or choose another data folder. {_WHOLE}")


def _primary_code(error: sqlite3.Error) -> int:
    """The result code without its extension; errors that Python raises itself carry none."""
    return int(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)) & 0xFF
