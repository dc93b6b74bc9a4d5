"""What was deleted and could still be undone when the program was killed goes at the next start, after the check."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from quizapp.places import STORE_NAME
from quizapp.storage.backups import list_backups
from quizapp.storage.store import open_store
from tests.factories import make_session
from tests.storage.files import look
from tests.ui.conftest import OpenApp


def leave_hidden(data: Path) -> Path:
    """A file as a kill leaves it a minute after an attempt was deleted."""
    store = open_store(data / STORE_NAME)
    for id_ in ("kept", "deleted"):
        store.create_attempt(make_session(answers=[True], id_=id_))
    store.hide_attempt("deleted", datetime.now(UTC) - timedelta(minutes=1))
    store._connection.close()
    return store.path


def test_it_goes_once_the_file_is_backed_up(open_app: OpenApp, data: Path) -> None:
    path = leave_hidden(data)
    person = open_app()
    assert look(path, "SELECT count(*) FROM attempt") == [(2,)]  # nothing is written before the check
    person.window.start_upkeep()
    person.qtbot.waitUntil(lambda: look(path, "SELECT id FROM attempt") == [("kept",)])
    assert len(list_backups(path)) == 1


def test_what_is_deleted_since_the_start_can_still_be_restored(open_app: OpenApp, data: Path) -> None:
    path = leave_hidden(data)
    person = open_app()
    person.app.store.hide_attempt("kept", datetime.now(UTC))
    person.window.start_upkeep()
    person.qtbot.waitUntil(lambda: look(path, "SELECT id FROM attempt") == [("kept",)])
    person.app.store.restore_attempt("kept")
    assert [attempt.id for attempt in person.app.store.list_attempts()] == ["kept"]
