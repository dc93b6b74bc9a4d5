"""An answer that can't be saved is said to be unsaved, is kept, and is saved when that is possible again."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.person import Person


@pytest.fixture
def locked(person: Person, data: Path) -> Iterator[sqlite3.Connection]:
    """An assessment under way, and another program that holds the attempts file."""
    person.start("All (3)")
    other = sqlite3.connect(data / "quizapp.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


def test_not_saved_is_said_and_mended(person: Person, locked: sqlite3.Connection) -> None:
    position = person.session.position
    person.answer()
    assert person.reads("Not saved:")
    assert person.reads("in use by another program")
    assert person.session.position == position, "the page went on without having saved"
    assert person.app.controller.unsaved == {position}
    locked.execute("ROLLBACK")
    person.click("Try again")
    assert person.reads(f"Answer {position + 1} saved")
    assert not person.app.controller.unsaved
    stored = person.app.store.load_attempt(person.session.id)
    assert stored.states[position].answer == person.session.states[position].answer


def test_submitting_what_cannot_be_saved_keeps_the_attempt_open(person: Person, locked: sqlite3.Connection) -> None:
    person.click("Review and submit")
    person.click("Submit")
    assert person.reads("Not submitted:")
    assert not person.session.is_finished
    locked.execute("ROLLBACK")
    person.click("Submit")
    assert person.page is person.window.results


def test_closing_with_an_unsaved_answer_asks(person: Person, locked: sqlite3.Connection) -> None:
    person.answer()
    asked = person.answer_box(person.window.close, "Cancel")
    assert "not saved" in asked
    assert person.window.isVisible()
    locked.execute("ROLLBACK")


def test_an_assessment_that_cannot_be_stored_does_not_begin(person: Person, data: Path) -> None:
    other = sqlite3.connect(data / "quizapp.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    person.click("Start an assessment")
    said = person.answer_box(lambda: person.click("Start"), "OK")
    assert "in use by another program" in said
    assert not person.app.controller.is_running
    other.close()
