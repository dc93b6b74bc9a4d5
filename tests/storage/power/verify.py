"""What has to hold after a power loss, whatever the disk lost."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from quizapp.core.errors import StorageError
from quizapp.storage.backups import check_whole, list_backups, read_contents
from quizapp.storage.store import open_store
from tests.storage.answerer import ID, expected_cards, expected_states, make_kill_plan
from tests.storage.power.actor import ANSWERS, NEW, OLD

Loss = str
"""What was lost or damaged, in words; empty where nothing was."""


def check_answers(folder: Path, marks: Sequence[str], *, practice: bool = False) -> Loss:
    """Every confirmed answer is there and is what was given; at most one more is; the file is whole."""
    path = folder / "quizapp.sqlite3"
    confirmed = sum(mark.startswith("answer") for mark in marks)
    with open_store(path) as store:
        if not store.list_attempts():
            may_be_gone = "begun" not in marks or ("deleting" in marks and "undone" not in marks)
            return "" if may_be_gone else "the attempt is gone"
        session = store.load_attempt(ID)
        cards = set(store.cards(session.plan.framework.id))
    check_whole(path)
    plan = make_kill_plan(ANSWERS, practice=practice)
    answers = session.answered
    if not confirmed <= answers <= confirmed + 1:
        return f"{confirmed} answers were confirmed, and {answers} are there"
    if [s.answer for s in session.states[:answers]] != [s.answer for s in expected_states(plan, answers)]:
        return "an answer is not what was given"
    if "finished" in marks and not session.is_finished:
        return "the end is gone"
    if practice and cards != expected_cards(plan, answers):
        return "cards and answers are not those of one moment"
    return ""


def check_practice(folder: Path, marks: Sequence[str]) -> Loss:
    return check_answers(folder, marks, practice=True)


def check_migration(folder: Path, _marks: Sequence[str]) -> Loss:
    """The attempts of the old file are there, in the new or the old form."""
    with open_store(folder / "quizapp.sqlite3") as store:
        attempts = store.list_attempts()
        for attempt in attempts:
            store.load_attempt(attempt.id)
    check_whole(folder / "quizapp.sqlite3")
    return "" if attempts else "the attempts are gone"


def check_export(folder: Path, marks: Sequence[str]) -> Loss:
    """A file under its name is whole: the old or the new one, and the new one once that was said."""
    for name, before in (("fresh.json", None), ("old.json", OLD)):
        path = folder / name
        found = path.read_bytes() if path.exists() else None
        allowed = (NEW,) if f"exported {name}" in marks else (before, NEW)
        if found not in allowed:
            return f"{name} is neither the old file nor the new one"
    return ""


def check_backups(folder: Path, marks: Sequence[str]) -> Loss:
    """Each backup under its name is whole and those confirmed are there; the file is one of the states it had."""
    path = folder / "quizapp.sqlite3"
    backups = list_backups(path)
    for backup in backups:
        check_whole(backup.path)
    confirmed = sum(mark.startswith("backup") for mark in marks)
    if len(backups) < confirmed:
        return f"{confirmed} backups were confirmed, and {len(backups)} are there"
    with open_store(path) as store:
        held = len(store.list_attempts())
    if "restored" in marks:
        aside = next(iter(folder.glob("quizapp.replaced-*.sqlite3")), None)
        if held != 1 or aside is None or read_contents(aside).attempts != 3:
            return "restored, and not as it was said"
    elif held < confirmed and not (confirmed == 3 and held == 1):
        return f"{confirmed} attempts were confirmed, and {held} are there"
    return ""


CHECKS: Mapping[str, Callable[[Path, Sequence[str]], Loss]] = {
    "answer": check_answers,
    "practise": check_practice,
    "migrate": check_migration,
    "export": check_export,
    "back_up": check_backups,
}


def loss_of(scenario: str, folder: Path, marks: Sequence[str]) -> Loss:
    """What a scenario lost; a file that can't be opened or read is a loss too."""
    try:
        return CHECKS[scenario](folder, marks)
    except StorageError as error:
        return str(error)
