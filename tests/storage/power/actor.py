"""The program whose writes are recorded: ``python -m tests.storage.power.actor SCENARIO FOLDER [--normal]``.

It prints a line for each thing that it holds for confirmed. With ``--normal`` it opens the store as it must not be
opened: ``synchronous = NORMAL``, which syncs at checkpoints alone.
"""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quizapp.core.session import finish_session
from quizapp.report.files import write_file
from quizapp.storage.backups import make_backup
from quizapp.storage.restoring import restore_backup
from quizapp.storage.store import AttemptStore, open_store
from tests.factories import make_plan, make_session
from tests.storage.answerer import begin_session, make_kill_plan, with_answer, with_draft

ANSWERS = 12
OLD, NEW = b"old " * 3000, b"new " * 5000
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def say(*words: object) -> None:
    print(" ".join(map(str, words)), flush=True)


def opened(folder: Path) -> AttemptStore:
    store = open_store(folder / "quizapp.sqlite3")
    if "--normal" in sys.argv:
        store._connection.execute("PRAGMA synchronous = NORMAL")
    return store


def answer(folder: Path, *, practice: bool = False) -> None:
    """Begin an attempt and answer; close in the middle, go on, and submit."""
    session = begin_session(make_kill_plan(ANSWERS, practice=practice))
    store = opened(folder)
    store.create_attempt(session)
    say("begun")
    for position in range(ANSWERS):
        session = with_draft(session, position)
        store.record_progress(session)
        session = with_answer(session, position)
        store.record_answer(session, position)
        say("answer", position)
        if position == ANSWERS // 2:
            store.close()
            store = opened(folder)
    finished = finish_session(session, now=NOW)
    store.finish_attempt(finished)
    say("finished")
    say("deleting")
    store.hide_attempt(session.id, NOW)
    say("undoing")
    store.restore_attempt(session.id)
    say("undone")
    store.close()


def migrate(folder: Path) -> None:
    """Open a file of an old version."""
    with opened(folder):
        say("migrated")


def export(folder: Path) -> None:
    """Write a file that is not there, and over one that is."""
    write_file(folder / "fresh.json", NEW)
    say("exported fresh.json")
    write_file(folder / "old.json", NEW)
    say("exported old.json")


def back_up(folder: Path) -> None:
    """Back up three times, and put the first one back."""
    path = folder / "quizapp.sqlite3"
    backups = []
    for number in range(3):
        with opened(folder) as store:
            store.create_attempt(make_session(make_plan(6), [True] * 3, id_=f"attempt-{number}", finished=True))
        backups.append(make_backup(path, NOW + timedelta(days=number)))
        say("backup", number + 1)
    restore_backup(backups[0].path, path, NOW)
    say("restored")


def practise(folder: Path) -> None:
    answer(folder, practice=True)


SCENARIOS = {"answer": answer, "practise": practise, "migrate": migrate, "export": export, "back_up": back_up}

if __name__ == "__main__":
    SCENARIOS[sys.argv[1]](Path(sys.argv[2]))
