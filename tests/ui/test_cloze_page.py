"""Cloze questions on the real page, with the keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from quizapp.core.grading import grade_answer
from tests.bank.banks import write_bank
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.qt_tools import settle


@pytest.fixture
def person(open_app: OpenApp, tmp_path: Path) -> Person:
    """Someone who has just reached the cloze question of the documented bank."""
    person = open_app(bank=write_bank(tmp_path / "documented"))
    person.click("Start an assessment")
    person.click(next(text for text in person.texts() if text.startswith("All (")))
    person.click("Start")
    types = [item.question.type for item in person.session.plan.items]
    person.jump(types.index("cloze"))
    settle()
    return person


def focused() -> object:
    return QApplication.focusWidget()


def test_it_is_answered_without_a_mouse(person: Person) -> None:
    position = person.session.position
    box = focused()
    assert isinstance(box, QComboBox)
    person.press(Qt.Key.Key_Down)
    view = box.view()
    for row in range(1, box.count()):
        if box.itemText(row) == "LEFT JOIN":
            view.setCurrentIndex(box.model().index(row, 0))
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_Tab)
    assert isinstance(focused(), QLineEdit)
    person.write("is null")
    person.press(Qt.Key.Key_Return)
    state = person.session.states[position]
    assert state.answer is not None
    assert state.answer.response == ("join=left", "test=is null")
    assert grade_answer(person.session.plan.items[position].question, state.answer).is_right


def test_signs_that_are_keys_of_the_page_are_typed_into_a_field(person: Person) -> None:
    before = person.session
    person.press(Qt.Key.Key_Tab)
    field = focused()
    assert isinstance(field, QLineEdit)
    person.write("1m a2 b")
    assert field.text() == "1m a2 b"
    assert focused() is field
    assert person.session.position == before.position
    assert not person.session.state.flagged


def test_a_number_goes_to_its_gap_from_a_drop_down(person: Person) -> None:
    person.press(Qt.Key.Key_2)
    assert isinstance(focused(), QLineEdit)
