"""Copies of the attempts file: those that the program makes by itself, and those that the person takes elsewhere."""

import filecmp
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from errno import EISDIR
from pathlib import Path

from quizapp.core.errors import StorageError
from quizapp.storage.connection import make_folder
from quizapp.storage.copying import copy_database, sync_folder
from quizapp.storage.encoding import optional_time
from quizapp.storage.failures import DAMAGED, FOREIGN, reported
from quizapp.storage.identity import check_identity
from quizapp.storage.thinning import kept_backups

TIME_FORMAT = "%Y%m%dT%H%M%S%fZ"
_NAME = re.compile(r"attempts-(\d{8}T\d{12}Z)\.sqlite3")
_COUNTS = """
    SELECT count(*) AS attempts, coalesce(sum(answered), 0) AS answers, max(coalesce(finished_at, started_at)) AS last
    FROM attempt
"""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy, and when it was made (UTC)."""

    path: Path
    made_at: datetime


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What a file of attempts holds: how many attempts and answers, and when the last attempt ended or began (UTC)."""

    attempts: int
    answers: int
    last: datetime | None


def backup_folder(path: Path) -> Path:
    """Where the backups of an attempts file are."""
    return path.parent / "backups"


def make_backup(path: Path, now: datetime) -> Backup:
    """Copy an attempts file beside the earlier copies, and thin these out; ``now`` is in UTC.

    Where nothing has changed since the last copy, that one stands. Raises StorageError where the file is damaged or
    the copy can't be written; earlier copies are not touched then.
    """
    folder = backup_folder(path)
    backup = Backup(folder / f"attempts-{now:{TIME_FORMAT}}.sqlite3", now)
    with reported(path):
        make_folder(folder)
        earlier = list_backups(path)
        _copy_whole(path, backup.path)
        if earlier and filecmp.cmp(earlier[0].path, backup.path, shallow=False):
            backup.path.unlink()
            return earlier[0]
        _thin_out(path)
    return backup


def list_backups(path: Path) -> tuple[Backup, ...]:
    """The backups of an attempts file, the latest first."""
    with reported(path):
        files = list(backup_folder(path).glob("attempts-*.sqlite3"))
    found = [Backup(file, _time(match[1])) for file in files if (match := _NAME.fullmatch(file.name))]
    return tuple(sorted(found, key=lambda backup: backup.made_at, reverse=True))


def read_contents(path: Path) -> BackupContents:
    """What a file of attempts of any version holds. Raises StorageError where it is none, or damaged, or newer."""
    with _opened(path) as connection:
        row = connection.execute(_COUNTS).fetchone()
        return BackupContents(int(row["attempts"]), int(row["answers"]), optional_time(row["last"]))


def save_copy(path: Path, target: Path) -> None:
    """A copy of the attempts file wherever the person wants it, to keep or to move to another machine.

    Raises StorageError where the file is damaged or the copy can't be written; an earlier file of that name is whole
    then.
    """
    with reported(target):
        if target.is_dir():
            raise IsADirectoryError(EISDIR, "is a folder")
        _copy_whole(path, target)


def check_whole(path: Path) -> None:
    """Read a whole file of attempts. Raises StorageError where any of it is damaged."""
    with _opened(path) as connection:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(1)")]
    if found != ["ok"]:
        raise DAMAGED.at(path)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A file to be read and not changed."""
    with reported(path):
        if path.stat().st_size == 0:
            raise FOREIGN.at(path)
        check_identity(path, 1.0)
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            yield connection


def _copy_whole(path: Path, target: Path) -> None:
    """The copy is what gets checked, for that holds nobody up; a damaged one does not stay."""
    draft = target.with_name(f"{target.name}.unchecked")
    copy_database(path, draft)
    try:
        check_whole(draft)
    except StorageError as error:
        raise DAMAGED.at(path) from error
    else:
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(target.parent)


def _thin_out(path: Path) -> None:
    backups = list_backups(path)
    kept = kept_backups(backup.made_at for backup in backups)
    for backup in backups:
        if backup.made_at not in kept:
            backup.path.unlink(missing_ok=True)


def _time(text: str) -> datetime:
    return datetime.strptime(text, TIME_FORMAT).replace(tzinfo=UTC)
