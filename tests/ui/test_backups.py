"""Backups in the window: made at the start, shown in the settings, taken elsewhere, put back; and a damaged file."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.core.errors import DamageError
from quizapp.places import STORE_NAME
from quizapp.storage.backups import list_backups, make_backup, read_contents
from quizapp.storage.store import open_store
from tests.factories import make_plan, make_session
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.qt_tools import settle

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
PROJECT = Path(__file__).parents[2]


def damage(path: Path, *, header: bool = True) -> None:
    """Write over a file, its first page too or not: then it opens, and only a check finds out."""
    data = bytearray(path.read_bytes())
    first = 1024 if header else 3 * 4096
    data[first:] = b"\x5a" * (len(data) - first)
    path.write_bytes(bytes(data))


def fill(data: Path, *, attempts: int = 1) -> Path:
    """A data folder with finished attempts of four answers; returns the file."""
    with open_store(data / STORE_NAME) as store:
        for number in range(attempts):
            store.create_attempt(make_session(make_plan(6), [True] * 4, id_=f"attempt-{number}", finished=True))
        return store.path


def start(data: Path, *buttons: str) -> str:
    """A start in which these buttons are pressed; returns how many attempts there are in the end."""
    command = [sys.executable, "-m", "tests.ui.restorer", str(data), *buttons]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=40, check=False
    )
    told = [line for line in done.stderr.splitlines() if "plugin does not support" not in line]
    assert (done.returncode, told) == (0, [])
    return done.stdout.strip()


def wait_for_backup(person: Person, count: int = 1) -> None:
    path = person.app.store.path
    person.qtbot.waitUntil(lambda: len(list_backups(path)) == count)
    settle()


def test_a_start_backs_up_and_settings_show_it(open_app: OpenApp, data: Path) -> None:
    fill(data)
    person = open_app()
    person.window.start_upkeep()
    wait_for_backup(person)
    person.click("Settings")
    assert person.reads("attempts: 1, answers: 4")


def test_without_a_backup_settings_say_so_and_one_can_make_one(person: Person) -> None:
    person.click("Settings")
    assert person.reads("There is no backup yet.")
    person.click("Back up now")
    wait_for_backup(person)
    person.qtbot.waitUntil(lambda: person.reads("✓ Your attempts are in"))
    assert person.reads("no attempts")


def test_a_copy_is_saved_elsewhere(open_app: OpenApp, data: Path, tmp_path: Path) -> None:
    fill(data)
    person = open_app()
    person.click("Settings")
    target = tmp_path / "stick" / "mine.sqlite3"
    target.parent.mkdir()
    person.name_file(lambda: person.click("Save a copy elsewhere…"), str(target))
    person.qtbot.waitUntil(lambda: person.reads(f"✓ Your attempts are in {target}"))
    assert read_contents(target).answers == 4


def test_what_is_no_copy_of_ours_is_refused(person: Person, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.sqlite3"
    foreign.write_text("no database")
    person.click("Settings")
    told = person.answer_box(lambda: person.app.window.settings.backups.restore_requested.emit(foreign), "OK")
    assert "This file can't be restored" in told


def test_a_restored_backup_opens_the_window_anew(data: Path) -> None:
    path = fill(data)
    make_backup(path, NOW)
    with open_store(path) as store:
        store.delete_attempt("attempt-0")
    assert start(data, "Settings", "Restore…", "Yes") == "attempts 1"


def test_changing_ones_mind_changes_nothing(data: Path) -> None:
    path = fill(data)
    make_backup(path, NOW)
    with open_store(path) as store:
        store.delete_attempt("attempt-0")
    assert start(data, "Settings", "Restore…", "Cancel") == "attempts 0"


@pytest.mark.parametrize("wal", [False, True])
def test_a_damaged_file_is_replaced_by_a_backup(data: Path, wal: bool) -> None:
    path = fill(data, attempts=3)
    make_backup(path, NOW)
    damage(path, header=not wal)
    assert start(data, "Restore this backup") == "attempts 3"
    assert len(list(data.glob("quizapp.replaced-*.sqlite3"))) == 1


def test_without_a_backup_one_starts_with_an_empty_file(data: Path) -> None:
    damage(fill(data, attempts=3))
    assert start(data, "Start with an empty file") == "attempts 0"
    assert len(list(data.glob("quizapp.replaced-*.sqlite3"))) == 1


def test_nothing_is_written_into_a_file_that_turns_out_damaged(person: Person) -> None:
    person.app.store.refuse_writing("x.sqlite3 is damaged. Put a backup in its place.")
    with pytest.raises(DamageError, match="damaged"):
        person.app.store.set_setting("name", "value")
