"""One window a data folder: a lock that the system lets go of by itself, however its holder ends."""

import os
import sys
from pathlib import Path

from quizapp.storage.connection import make_folder
from quizapp.storage.failures import reported

LOCK_FILE = "window.lock"


class FolderLock:
    """A lock on a folder, kept until ``release`` or the end of the process, also by ``kill -9``.

    It is the system's lock on an open file (flock; a locked byte on Windows), not the file itself or a process number
    in it: these stay behind and stick.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_FILE
        self._handle: int | None = None

    def acquire(self) -> bool:
        """Take the lock; False where another process has it.

        Raises StorageError where the folder can't be written. A file system that knows no locks, as some network
        folders, lets every process have it.
        """
        with reported(self._path):
            make_folder(self._path.parent)
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except BlockingIOError:
            os.close(handle)
            return False
        except OSError:
            pass  # no locks here: two windows are better than none
        self._handle = handle
        return True

    def release(self) -> None:
        """Let the lock go; doing so again does nothing."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _lock(handle: int) -> None:
    """Lock an open file without waiting. Raises BlockingIOError where it is locked."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
