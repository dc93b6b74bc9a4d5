"""The commands ``quizapp backup`` and ``quizapp restore``: the attempts taken elsewhere, and put back."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from quizapp.core.errors import StorageError


def add_backup(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add both commands to the others."""
    backup = commands.add_parser("backup", help="copy the attempts, or list the backups; needs no window")
    backup.add_argument("--out", type=Path, metavar="FILE", help="the file to write (default: among the backups)")
    backup.add_argument("--list", action="store_true", help="list the backups and what they hold")
    backup.set_defaults(run=_run_backup)
    restore = commands.add_parser("restore", help="put a copy in the place of the attempts; needs no window")
    restore.add_argument("file", type=Path, metavar="FILE", help="a backup, or a copy from another machine")
    restore.set_defaults(run=_run_restore)
    for command in (backup, restore):
        # Stands before the command too; SUPPRESS keeps what stands there.
        command.add_argument("--data", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="where attempts are")


def _run_backup(options: argparse.Namespace) -> int:
    from quizapp.storage.backups import make_backup, save_copy

    path = _path(options)
    if options.list:
        print(_list_text(path))
        return 0
    if options.out:
        save_copy(path, options.out)
    written = options.out or make_backup(path, datetime.now(UTC)).path
    print(f"Written: {written}")
    return 0


def _run_restore(options: argparse.Namespace) -> int:
    from quizapp.storage.folder_lock import FolderLock
    from quizapp.storage.restoring import restore_backup

    path = _path(options)
    lock = FolderLock(path.parent)
    if not lock.acquire():
        raise StorageError(f"{path} is open in a window of quizapp. Close it, or bring the copy in there (Settings).")
    try:
        aside = restore_backup(options.file, path, datetime.now(UTC))
    finally:
        lock.release()
    print(f"Restored: {path}")
    if aside:
        print(f"What was there before: {aside}")
    return 0


def _path(options: argparse.Namespace) -> Path:
    from quizapp.places import STORE_NAME, default_data_folder

    folder: Path = options.data or default_data_folder()
    return folder / STORE_NAME


def _list_text(path: Path) -> str:
    from quizapp.storage.backups import Backup, list_backups, read_contents

    def line(backup: Backup) -> str:
        try:
            held = read_contents(backup.path)
        except StorageError as error:
            return f"{backup.path}\n    can't be restored: {error}"
        return f"{backup.path}\n    {held.attempts} attempts, {held.answers} answers"

    return "\n".join(map(line, list_backups(path))) or f"There are no backups of {path} yet."
