"""The way back to a backup: one file takes the place of another, and nothing is lost on the way."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from quizapp.storage.backups import TIME_FORMAT, check_whole, read_contents
from quizapp.storage.copying import copy_database, sync_folder
from quizapp.storage.failures import reported

_WAL = "-wal"


def restore_backup(source: Path, path: Path, now: datetime) -> Path | None:
    """Put a copy in the place of the attempts file, which no connection may hold open.

    What was there is set aside under another name, which is returned (None where there was nothing), and never
    deleted. Raises StorageError, and changes nothing, where the copy is none of ours, damaged or newer.
    """
    read_contents(source)
    check_whole(source)
    draft = path.with_name(f"{path.name}.restoring")
    with reported(path):
        copy_database(source, draft)
        aside = _keep_aside(path, now) if path.exists() else None
        _remove_wal(path)
        draft.replace(path)
        sync_folder(path.parent)
    return aside


def start_anew(path: Path, now: datetime) -> Path | None:
    """Set the attempts file aside, so that the next start makes an empty one; returns where it is now."""
    if not path.exists():
        return None
    with reported(path):
        aside = _keep_aside(path, now)
        _remove_wal(path)
        path.unlink()
        sync_folder(path.parent)
    return aside


def _keep_aside(path: Path, now: datetime) -> Path:
    """A second name for a file and its WAL in the same folder: what is there is never without one, whatever happens."""
    aside = path.with_name(f"{path.stem}.replaced-{now:{TIME_FORMAT}}{path.suffix}")
    for ending in (_WAL, ""):
        part = path.with_name(path.name + ending)
        if part.exists():
            _link(part, aside.with_name(aside.name + ending))
    sync_folder(path.parent)
    return aside


def _link(path: Path, other: Path) -> None:
    try:
        other.hardlink_to(path)
    except OSError:  # some file systems have no links
        shutil.copyfile(path, other)
        with other.open("rb") as file:
            os.fsync(file.fileno())


def _remove_wal(path: Path) -> None:
    """SQLite would play it into whatever file has the name. All of it has a second name by now."""
    for ending in (_WAL, "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
