"""Each type of question on the real page: answered with feedback at once, gone back to, and reviewed at the end."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from quizapp.core.grading import is_complete, listing
from quizapp.core.types import QUESTION_TYPES
from quizapp.ui.answers.base import AnswerWidget
from quizapp.ui.widgets.code_view import CodeView
from quizapp.ui.widgets.review_list import ReviewList
from tests.bank.banks import write_bank
from tests.factories import wrong_response
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.qt_tools import settle


@pytest.fixture
def person(open_app: OpenApp, tmp_path: Path) -> Person:
    """Someone with the documented bank, which has one question of each type."""
    person = open_app(bank=write_bank(tmp_path / "documented"))
    person.start(f"All ({len(QUESTION_TYPES)})", "After each answer")
    return person


def next_button(position: int) -> str:
    return "Next question" if position + 1 < len(QUESTION_TYPES) else "Review and submit"


def answer_widget(person: Person) -> AnswerWidget:
    return person.see(AnswerWidget)[0]


def give_wrong(person: Person) -> AnswerWidget:
    """Put a wrong answer into the widget, as the person's hands would; the hands have tests for each type."""
    widget = answer_widget(person)
    widget.set_response(wrong_response(person.session.item.question))
    widget.response_changed.emit()
    settle()
    return widget


def places(widget: QWidget) -> list[tuple[int, ...]]:
    """Where everything in an answer widget stands."""
    inside = [child for child in widget.findChildren(QWidget) if child.isVisible()]
    return [child.geometry().getRect() for child in (widget, *inside)]


def test_every_type_is_answered_with_nothing_moving(person: Person) -> None:
    seen = set()
    for position in range(len(QUESTION_TYPES)):
        question = person.session.item.question
        widget = give_wrong(person)
        assert is_complete(question, widget.response())
        before = places(widget)
        person.click("Confirm answer")
        settle()
        assert places(answer_widget(person)) == before, question.type
        assert person.session.states[position].answer is not None
        seen.add(question.type)
        person.click(next_button(position))
    assert seen == set(QUESTION_TYPES)


def test_verdicts_are_told_in_words_too(person: Person) -> None:
    """For who can't see icon and colour: each part that was marked says what became of it."""
    for position in range(len(QUESTION_TYPES)):
        give_wrong(person)
        person.click("Confirm answer")
        widget = answer_widget(person)
        parts = [widget, *widget.findChildren(QWidget)]
        words = {part.accessibleDescription() for part in parts} | set(person.texts(widget))
        told = ("not right", "Not the right", "Wrong place")
        assert any(text in word for word in words for text in told), person.session.item.question.type
        person.click(next_button(position))


def test_what_was_given_stands_there_when_one_comes_back(person: Person) -> None:
    for _ in range(len(QUESTION_TYPES) - 1):
        given = give_wrong(person).response()
        person.click("Confirm answer")
        person.click("Next question")
        person.click("Back")
        assert answer_widget(person).response() == given, person.session.item.question.type
        person.click("Next question")


def test_the_results_show_the_listing_of_a_code_line_question(person: Person) -> None:
    questions = [item.question for item in person.session.plan.items]
    for position in range(len(questions)):
        person.click("I don't know")
        person.click(next_button(position))
    person.click("Submit")
    reviews = person.see(ReviewList)[0]
    for position, question in enumerate(questions):
        reviews.toggle(position)
        settle()
        shown = [view for view in reviews.findChildren(CodeView) if view.isVisible()]
        assert len(shown) == bool(question.code) + bool(listing(question)), question.type
        reviews.toggle(position)
