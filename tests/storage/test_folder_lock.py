"""The lock on a data folder: one holder at a time, and none that sticks."""

import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.core.errors import StorageError
from quizapp.storage.folder_lock import LOCK_FILE, FolderLock

HOLDER = """
import sys, time
from pathlib import Path
from quizapp.storage.folder_lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
time.sleep(60)
"""


def test_one_holder_at_a_time(tmp_path: Path) -> None:
    first, second = FolderLock(tmp_path / "new"), FolderLock(tmp_path / "new")
    assert first.acquire()
    assert not second.acquire()
    first.release()
    first.release()
    assert second.acquire()
    second.release()


def test_folders_do_not_hinder_each_other(tmp_path: Path) -> None:
    first, second = FolderLock(tmp_path / "one"), FolderLock(tmp_path / "two")
    assert first.acquire()
    assert second.acquire()
    first.release()
    second.release()


def test_a_holder_that_was_killed_leaves_nothing_stuck(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        assert not lock.acquire()
        holder.kill()
    assert (tmp_path / LOCK_FILE).exists()
    assert lock.acquire()
    lock.release()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="Choose a data folder whose path holds folders only"):
        FolderLock(tmp_path / "file" / "data").acquire()
