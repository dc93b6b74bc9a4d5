"""Enter presses the button that has the focus, on every page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from quizapp.ui.pages.home_page import HomePage
from tests.ui.person import Person


def enter(person: Person, name: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    person.button(name).setFocus(Qt.FocusReason.TabFocusReason)
    person.press(key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_from_home_to_set_up_and_back(person: Person, key: Qt.Key) -> None:
    enter(person, "Start an assessment", key)
    assert person.is_on(person.window.setup)
    enter(person, "Settings", key)
    assert person.is_on(person.window.settings)
    enter(person, "Home", key)
    assert person.is_on(person.window.home)


def test_an_attempt_is_submitted(person: Person) -> None:
    person.start("All (3)")
    enter(person, "Review and submit")
    assert person.is_on(person.window.submit)
    enter(person, "Submit")
    assert person.is_on(person.window.results)
    enter(person, "Done")
    assert isinstance(person.page, HomePage)


def test_a_choice_of_several_is_made(person: Person) -> None:
    person.click("Settings")
    buttons = [button for button in person.see(QAbstractButton, person.page) if button.isCheckable()]
    other = next(button for button in buttons if not button.isChecked())
    other.setFocus(Qt.FocusReason.TabFocusReason)
    person.press(Qt.Key.Key_Return)
    assert other.isChecked()
