"""The file refuses, for another program really holds it: the page says so, nothing is lost, trying again saves."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from quizapp.core.errors import StorageError
from quizapp.core.session import QuizSession
from quizapp.storage.store import open_store
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.qt_tools import let_go

IN_USE = "is in use by another program"


@contextmanager
def locked(data: Path) -> Iterator[None]:
    """Another program is writing to the attempts file."""
    connection = sqlite3.connect(data / "quizapp.sqlite3", isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        connection.close()


def stored(person: Person) -> QuizSession:
    """The attempt as another reader of the file sees it."""
    with open_store(person.app.store.path) as store:
        return store.load_attempt(person.session.id)


@pytest.fixture(params=["At the end", "After each answer"])
def answering(request: pytest.FixtureRequest, person: Person) -> Person:
    person.start("All (3)", request.param)
    return person


def test_an_answer_that_is_not_saved_stays_and_is_saved_later(answering: Person, data: Path) -> None:
    with locked(data):
        answering.answer()
        assert answering.reads("Not saved: ")
        assert answering.reads(IN_USE)
        assert answering.session.position == 0
        assert answering.session.state.answer is not None
        assert answering.app.controller.unsaved == {0}
    assert stored(answering).states[0].answer is None
    with answering.qtbot.waitSignal(answering.app.controller.answer_saved) as saved:
        answering.click("Try again")
    assert saved.args == [0]
    assert not answering.reads("Not saved")
    assert not answering.reads("Try again")
    assert answering.reads("✓ Answer 1 saved")
    assert stored(answering).states[0] == answering.session.states[0]
    answering.click("Next question")
    assert answering.session.position == 1


def test_trying_again_while_the_file_still_refuses_says_so_again(person: Person, data: Path) -> None:
    person.start("All (3)")
    with locked(data):
        person.answer()
        person.click("Try again")
        assert person.reads("Not saved: ")
        assert person.can_click("Try again")


def test_the_next_answer_saves_the_one_before_too(person: Person, data: Path) -> None:
    person.start("All (3)")
    with locked(data):
        person.answer()
        person.click("Next question")
        assert person.reads("Not saved: "), "the message stays while it is true"
    person.answer()
    assert not person.reads("Not saved")
    assert [state.answer is not None for state in stored(person).states[:2]] == [True, True]


def test_a_flag_that_is_not_saved_is_saved_by_trying_again(person: Person, data: Path) -> None:
    person.start("All (3)")
    with locked(data):
        person.press(Qt.Key.Key_M)
        assert person.reads("Not saved: ")
    person.click("Try again")
    assert not person.reads("Not saved")
    assert not person.reads("Try again")
    assert stored(person).states[0].flagged


def test_an_assessment_that_can_not_be_stored_does_not_begin(person: Person, data: Path) -> None:
    person.click("Start an assessment")
    with locked(data):
        said = person.answer_box(lambda: person.click("Start"), "OK")
    assert "The assessment can't begin" in said
    assert IN_USE in said
    assert person.is_on(person.window.setup)
    person.click("Start")
    assert person.is_on(person.window.question)


def test_submitting_is_refused_and_works_afterwards(person: Person, data: Path) -> None:
    person.start("All (3)")
    person.answer()
    person.click("Review and submit")
    with locked(data):
        person.click("Submit")
        assert person.is_on(person.window.submit)
        assert person.reads("Not submitted: ")
        assert person.reads(IN_USE)
    person.click("Submit")
    assert person.is_on(person.window.results)


def test_the_window_asks_before_it_closes_over_an_unsaved_answer(person: Person, data: Path) -> None:
    person.start("All (3)")
    with locked(data):
        person.answer()
        said = person.answer_box(lambda: person.window.close(), "Cancel")
        assert "An answer is not saved" in said
        assert person.window.isVisible()
    person.window.close()
    assert not person.window.isVisible()
    (attempt,) = person.app.store.list_attempts()
    assert attempt.answered == 1


def test_leaving_is_put_off_while_an_answer_is_not_saved(person: Person, data: Path) -> None:
    person.start("All (3)")
    with locked(data):
        person.answer()
        person.click("Save and leave")
        assert person.is_on(person.window.question)
    person.click("Save and leave")
    assert person.is_on(person.window.home)
    assert person.reads("1 of 9 answered")


def test_a_setting_that_is_not_saved_is_told(person: Person, data: Path) -> None:
    person.click("Settings")
    with locked(data):
        person.click("Dark")
        assert person.reads(IN_USE)
    person.click("Light")
    assert not person.reads(IN_USE)


def test_a_bank_that_can_not_be_chosen_or_removed_is_told(person: Person, data: Path) -> None:
    person.click("Question banks")
    for button in ("Use this bank", "Remove from the list"):
        with locked(data):
            person.click(button)
            assert person.reads("Nothing was changed: ")
            assert person.reads(IN_USE)
    person.click("Remove from the list")
    assert not person.reads("Nothing was changed")
    assert not person.reads("Tester of windows")


def test_another_attempt_begins_without_the_message_of_the_one_before(person: Person) -> None:
    person.start("All (3)")
    person.answer()
    assert person.reads("✓ Answer 1 saved")
    person.click("Save and leave")
    person.start("All (3)")
    assert not person.reads("✓ Answer")


def test_a_data_folder_in_use_at_the_start_is_an_error_that_says_so(
    person: Person, open_app: OpenApp, data: Path
) -> None:
    let_go(person.app)
    with locked(data), pytest.raises(StorageError, match=IN_USE):
        open_app()
