"""Backups of the attempts file, and the way back."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.core.errors import DamageError, StorageError
from quizapp.core.session import QuizSession
from quizapp.storage.backups import (
    backup_folder,
    check_whole,
    list_backups,
    make_backup,
    read_contents,
    save_copy,
)
from quizapp.storage.restoring import restore_backup, start_anew
from quizapp.storage.store import AttemptStore, open_store
from tests.factories import make_plan, make_session
from tests.storage.files import contents, leave_in_wal, look, write_sql

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def take_attempt(store: AttemptStore, *, answers: int = 4) -> QuizSession:
    """A finished attempt with so many answers, and an id of its own."""
    id_ = f"attempt-{len(store.list_attempts())}"
    session = make_session(make_plan(6), [True] * answers, finished=True, id_=id_)
    store.create_attempt(session)
    store.finish_attempt(session)
    return session


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def damage(path: Path) -> None:
    """Write over the middle of a file, where tables lie."""
    data = bytearray(path.read_bytes())
    data[4096 : len(data)] = b"\x5a" * (len(data) - 4096)
    path.write_bytes(bytes(data))


def test_a_backup_holds_what_stood_in_the_wal(store: AttemptStore) -> None:
    take_attempt(store, answers=3)
    backup = make_backup(store.path, NOW)
    assert read_contents(backup.path).attempts == 1
    assert read_contents(backup.path).answers == 3
    assert list_backups(store.path) == (backup,)


def test_a_backup_is_one_file_that_only_the_person_may_read(store: AttemptStore) -> None:
    take_attempt(store)
    backup = make_backup(store.path, NOW)
    check_whole(backup.path)
    assert [file.name for file in backup_folder(store.path).iterdir()] == [backup.path.name]
    assert backup.path.stat().st_mode & 0o077 == 0


def test_without_a_change_the_last_one_stands(store: AttemptStore) -> None:
    take_attempt(store)
    first = make_backup(store.path, NOW)
    assert make_backup(store.path, later(1)) == first
    take_attempt(store)
    second = make_backup(store.path, later(2))
    assert list_backups(store.path) == (second, first)


def test_backups_are_thinned_out(store: AttemptStore) -> None:
    for number in range(13):
        store.set_setting("number", str(number))
        make_backup(store.path, later(number))
    assert [backup.made_at for backup in list_backups(store.path)] == [later(number) for number in range(12, 2, -1)]


def test_a_damaged_file_pushes_out_no_backup(store: AttemptStore) -> None:
    take_attempt(store)
    backup = make_backup(store.path, NOW)
    store.close()
    damage(store.path)
    with pytest.raises(DamageError, match=f"{store.path.name} is damaged"):
        make_backup(store.path, later(1))
    assert list_backups(store.path) == (backup,)
    assert [file.name for file in backup_folder(store.path).iterdir()] == [backup.path.name]


def test_restoring_brings_the_attempts_back_and_keeps_what_was_there(store: AttemptStore) -> None:
    kept = take_attempt(store, answers=2)
    backup = make_backup(store.path, NOW)
    lost = take_attempt(store, answers=4)
    store.close()
    aside = restore_backup(backup.path, store.path, later(1))
    assert aside is not None
    with open_store(store.path) as restored:
        assert [attempt.id for attempt in restored.list_attempts()] == [kept.id]
        assert restored.load_attempt(kept.id) == kept
    with open_store(aside) as earlier:
        assert {attempt.id for attempt in earlier.list_attempts()} == {kept.id, lost.id}
    assert backup.path.exists()


def test_a_damaged_file_can_be_replaced(store: AttemptStore) -> None:
    kept = take_attempt(store)
    backup = make_backup(store.path, NOW)
    store.close()
    damage(store.path)
    broken = store.path.read_bytes()
    aside = restore_backup(backup.path, store.path, later(1))
    assert aside is not None
    assert aside.read_bytes() == broken
    with open_store(store.path) as restored:
        assert restored.load_attempt(kept.id) == kept


def test_what_a_kill_left_in_the_wal_goes_aside_with_its_file(tmp_path: Path) -> None:
    path, source = tmp_path / "attempts.sqlite3", tmp_path / "source.sqlite3"
    for file in (path, source):
        open_store(file).close()
    leave_in_wal(path, "INSERT INTO setting (name, value) VALUES ('late', 'yes')")
    aside = restore_backup(source, path, NOW)
    assert aside is not None
    assert look(aside, "SELECT value FROM setting WHERE name = 'late'") == [("yes",)]
    assert look(path, "SELECT value FROM setting") == []


def test_into_an_empty_folder(store: AttemptStore, tmp_path: Path) -> None:
    take_attempt(store)
    backup = make_backup(store.path, NOW)
    new = tmp_path / "other" / "attempts.sqlite3"
    new.parent.mkdir()
    assert restore_backup(backup.path, new, NOW) is None
    assert read_contents(new).attempts == 1


def foreign(path: Path) -> None:
    write_sql(path, "CREATE TABLE other (x)")


def newer(path: Path) -> None:
    open_store(path).close()
    write_sql(path, "PRAGMA user_version = 999")


def damaged(path: Path) -> None:
    with open_store(path) as store:
        take_attempt(store)
    damage(path)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def text(path: Path) -> None:
    path.write_text("no database")


@pytest.mark.parametrize("make", [foreign, newer, damaged, empty, text])
def test_a_file_that_is_no_sound_backup_changes_nothing(
    make: Callable[[Path], None], store: AttemptStore, tmp_path_factory: pytest.TempPathFactory
) -> None:
    take_attempt(store)
    store.close()
    source = tmp_path_factory.mktemp("elsewhere") / "copy.sqlite3"
    make(source)
    before = contents(store.path)
    with pytest.raises(StorageError, match=str(source)):
        restore_backup(source, store.path, NOW)
    assert contents(store.path) == before


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"nowhere\.sqlite3"):
        read_contents(tmp_path / "nowhere.sqlite3")
    with pytest.raises(StorageError, match=r"nowhere\.sqlite3"):
        make_backup(tmp_path / "nowhere.sqlite3", NOW)
    assert not (tmp_path / "nowhere.sqlite3").exists()


def test_a_copy_goes_where_one_wants_it(store: AttemptStore, tmp_path: Path) -> None:
    kept = take_attempt(store)
    target = tmp_path / "stick" / "mine.sqlite3"
    target.parent.mkdir()
    target.write_text("what was there before")
    save_copy(store.path, target)
    with open_store(target) as copy:
        assert copy.load_attempt(kept.id) == kept


def test_no_copy_of_a_damaged_file_takes_the_place_of_a_sound_one(store: AttemptStore, tmp_path: Path) -> None:
    take_attempt(store)
    target = tmp_path / "mine.sqlite3"
    save_copy(store.path, target)
    sound = target.read_bytes()
    store.close()
    damage(store.path)
    with pytest.raises(DamageError, match=store.path.name):
        save_copy(store.path, target)
    assert target.read_bytes() == sound
    assert not list(tmp_path.glob("mine.sqlite3.*"))


def test_a_folder_is_no_place_for_a_copy(store: AttemptStore, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="is a folder"):
        save_copy(store.path, tmp_path)


def test_one_can_start_anew(store: AttemptStore) -> None:
    take_attempt(store)
    store.close()
    aside = start_anew(store.path, NOW)
    assert aside is not None
    assert read_contents(aside).attempts == 1
    with open_store(store.path) as new:
        assert new.list_attempts() == ()
    assert start_anew(store.path.with_name("other.sqlite3"), NOW) is None
