"""Leaving in the middle, in every way, and going on where one was."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from quizapp.core.session import QuizSession
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.qt_tools import let_go


def begin(person: Person, feedback: str = "At the end") -> QuizSession:
    """Two answers, a flag, a question left open, and a draft at the fifth question."""
    person.start("All (3)", feedback)
    person.answer()
    if feedback != "At the end":
        person.click("Next question")
    person.click("I don't know")
    person.jump(2)
    person.press(Qt.Key.Key_M)
    person.jump(4)
    person.give(("12.",) if not person.session.item.option_order else ("a",))
    return person.session


def what_is_seen(person: Person) -> tuple[list[str], list[bool], list[str]]:
    """Texts of the page, what is ticked, what is typed; without the line that tells of saving."""
    texts = [text for text in person.texts(person.page) if not text.startswith("✓ Answer")]
    ticks = [button.isChecked() for button in person.see(QAbstractButton, person.page) if button.isCheckable()]
    return texts, ticks, [field.text() for field in person.see(QLineEdit, person.page)]


def resumed(person: Person) -> Person:
    assert person.is_on(person.window.home)
    assert person.reads("2 of 9 answered")
    person.click("Resume")
    assert person.is_on(person.window.question)
    return person


def check_same(left: QuizSession, now: QuizSession) -> None:
    assert (now.id, now.plan, now.states, now.position) == (left.id, left.plan, left.states, left.position)
    assert now.elapsed >= left.elapsed


@pytest.mark.parametrize("feedback", ["At the end", "After each answer"])
def test_closing_the_window_in_the_middle_loses_nothing(person: Person, open_app: OpenApp, feedback: str) -> None:
    left = begin(person, feedback)
    seen = what_is_seen(person)
    let_go(person.app)
    again = resumed(open_app())
    check_same(left, again.session)
    assert what_is_seen(again) == seen


def test_leaving_through_the_button_and_resuming_at_once(person: Person) -> None:
    left = begin(person)
    seen = what_is_seen(person)
    person.click("Save and leave")
    check_same(left, resumed(person).session)
    assert what_is_seen(person) == seen


def test_a_resumed_assessment_is_finished_like_any_other(person: Person, open_app: OpenApp) -> None:
    begin(person)
    let_go(person.app)
    again = resumed(open_app())
    again.jump(2)
    for _ in range(7):
        again.answer()
    again.click("Review and submit") if again.is_on(again.window.question) else None
    again.click("Submit")
    assert again.reads("8 of 9 right")
    again.click("Done")
    assert not again.reads("You have an assessment to finish")


def test_a_bank_that_changed_meanwhile_changes_no_running_attempt(
    person: Person, open_app: OpenApp, known_bank: Path
) -> None:
    left = begin(person)
    let_go(person.app)
    for file in known_bank.glob("*/*.yaml"):
        file.write_text("schema: 1\n", encoding="utf-8")
    check_same(left, resumed(open_app()).session)


def test_a_running_assessment_is_discarded_only_after_a_yes(person: Person) -> None:
    begin(person)
    person.click("Save and leave")
    person.answer_box(lambda: person.click("Discard…"), "Cancel")
    assert person.can_click("Resume")
    person.answer_box(lambda: person.click("Discard…"), "Yes")
    assert person.app.store.list_attempts() == ()
    assert not person.reads("You have an assessment to finish")


def test_several_open_assessments_are_all_offered(person: Person) -> None:
    begin(person)
    person.click("Save and leave")
    person.start("All (3)")
    person.click("Save and leave")
    assert len([b for b in person.see(QAbstractButton) if b.text() == "Resume"]) == 2
    assert person.reads("0 of 9 answered")
    assert person.reads("2 of 9 answered")
