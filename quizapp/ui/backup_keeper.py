"""Backs the attempts file up in a worker thread, which also finds out whether it is whole."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from quizapp.core.errors import DamageError, StorageError
from quizapp.storage.backups import make_backup, save_copy


class BackupKeeper(QObject):
    """``made`` carries the copy's path, ``failed`` what happened; ``damage_found`` is a failure of the file itself."""

    made = Signal(Path)
    failed = Signal(str)
    damage_found = Signal(str)

    def __init__(self, path: Path, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._now = now
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def back_up(self) -> None:
        """Begin a backup beside the others; where nothing has changed since the last one, that is it."""
        self._start(self._make_backup)

    def save_copy(self, target: Path) -> None:
        """Begin a copy to a file of the person's choice."""
        self._start(partial(self._save_copy, target))

    def wait(self) -> None:
        """Block until everything begun is done; for closing the app."""
        self._pool.waitForDone()

    def _make_backup(self) -> Path:
        return make_backup(self.path, self._now()).path

    def _save_copy(self, target: Path) -> Path:
        save_copy(self.path, target)
        return target

    def _start(self, copy: Callable[[], Path]) -> None:
        self._pool.start(partial(self._run, copy))

    def _run(self, copy: Callable[[], Path]) -> None:
        try:
            path = copy()
        except DamageError as error:
            self.damage_found.emit(str(error))
        except StorageError as error:
            self.failed.emit(str(error))
        else:
            self.made.emit(path)
