"""Finding one's way through the questions of a result, and what to do with a doubtful one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from quizapp.ui.widgets.position_row import PositionRow
from tests.ui.person import Person


@pytest.fixture
def reviewing(person: Person) -> Person:
    """At the result of nine questions, of which three were left to "I don't know" and one is flagged."""
    person.start("All (3)")
    for number in range(9):
        if number == 4:
            person.press(Qt.Key.Key_M)
        person.click("I don't know") if number % 3 == 0 else person.answer()
    person.click("Submit")
    return person


def rows(person: Person) -> list[int]:
    """The numbers of the questions that are shown."""
    return [int(row.accessibleName().split(".")[0]) for row in person.see(PositionRow, person.page)]


def test_all_are_shown_at_first(reviewing: Person) -> None:
    assert len(rows(reviewing)) == 9
    assert reviewing.reads("9 of 9 questions shown")


def test_chips_say_how_many_and_narrow_down(reviewing: Person) -> None:
    reviewing.click("Wrong (3)")
    assert rows(reviewing) == [1, 4, 7]
    assert reviewing.reads("3 of 9 questions shown")
    reviewing.click("Flagged (1)")
    assert rows(reviewing) == [1, 4, 5, 7]
    reviewing.click("Wrong (3)")
    reviewing.click("Flagged (1)")
    assert len(rows(reviewing)) == 9


def test_kinds_that_do_not_occur_have_no_chip(reviewing: Person) -> None:
    assert not reviewing.reads("Seen before")
    assert not reviewing.reads("Partly right (")


def test_a_slash_searches_and_words_narrow_down(reviewing: Person) -> None:
    reviewing.page.setFocus()
    reviewing.press(Qt.Key.Key_Slash)
    assert QApplication.focusWidget() is reviewing.window.results.reviews.bar.field
    reviewing.write("no such words")
    assert rows(reviewing) == []
    assert reviewing.reads("No question is like that.")
    reviewing.window.results.reviews.bar.field.clear()
    reviewing.write("a/b")  # a slash in the field is a slash
    assert reviewing.window.results.reviews.bar.field.text() == "a/b"


def test_an_open_review_is_still_there_after_a_filter(reviewing: Person) -> None:
    reviewing.window.results.reviews.toggle(0)
    assert reviewing.reads("Doubtful question?")
    reviewing.click("Flagged (1)")
    assert not reviewing.reads("Doubtful question?")
    reviewing.click("Flagged (1)")
    assert reviewing.reads("Doubtful question?")


def test_a_doubt_is_copied_and_nothing_is_sent(reviewing: Person) -> None:
    reviewing.window.results.reviews.toggle(1)
    reviewing.click("Doubtful question?")
    session = reviewing.window._results.session
    assert session is not None
    question = session.plan.items[1].question
    text = QGuiApplication.clipboard().text()
    assert text.startswith(f"Question: {question.id}, revision {question.revision}\n")
    assert session.plan.bank_digest[:12] in text
    assert "My answer: –" not in text
    assert reviewing.reads("✓ Copied: add your reason")
