"""``quizapp backup`` and ``quizapp restore``, as processes of their own."""

from pathlib import Path

import pytest

from quizapp.places import STORE_NAME
from quizapp.storage.backups import read_contents
from quizapp.storage.folder_lock import FolderLock
from quizapp.storage.store import open_store
from tests.factories import make_plan, make_session
from tests.test_cli import run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one attempt of four answers."""
    with open_store(tmp_path / "data" / STORE_NAME) as store:
        store.create_attempt(make_session(make_plan(6), [True] * 4, finished=True))
    return tmp_path / "data"


def test_a_copy_moves_to_another_machine(data: Path, tmp_path: Path) -> None:
    copy, other = tmp_path / "copy.sqlite3", tmp_path / "other"
    assert run("backup", "--data", data, "--out", copy).stdout == f"Written: {copy}\n"
    other.mkdir()
    done = run("restore", copy, "--data", other)
    assert (done.returncode, done.stdout) == (0, f"Restored: {other / STORE_NAME}\n")
    assert read_contents(other / STORE_NAME).answers == 4


def test_backups_are_made_and_listed(data: Path) -> None:
    assert "no backups" in run("backup", "--list", "--data", data).stdout
    written = run("--data", data, "backup").stdout.removeprefix("Written: ").strip()
    listed = run("backup", "--list", "--data", data).stdout
    assert listed == f"{written}\n    1 attempts, 4 answers\n"


def test_what_was_there_is_kept_and_named(data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    run("backup", "--data", data, "--out", copy)
    done = run("restore", copy, "--data", data)
    aside = Path(done.stdout.splitlines()[1].removeprefix("What was there before: "))
    assert read_contents(aside).attempts == 1


def test_under_an_open_window_nothing_is_replaced(data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    run("backup", "--data", data, "--out", copy)
    lock = FolderLock(data)
    assert lock.acquire()
    done = run("restore", copy, "--data", data)
    lock.release()
    assert done.returncode == 1
    assert "is open in a window of quizapp. Close it" in done.stderr


def test_a_file_that_is_none_is_named(data: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.sqlite3"
    foreign.write_text("mine")
    done = run("restore", foreign, "--data", data)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{foreign} is not a file of quizapp" in done.stderr
    assert read_contents(data / STORE_NAME).attempts == 1
