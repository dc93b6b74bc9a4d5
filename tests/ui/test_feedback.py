"""Feedback after each answer: shown at once, final, and nothing above it moves."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollArea, QWidget

from quizapp.core.plan import Feedback
from quizapp.ui.answers.base import AnswerWidget
from quizapp.ui.widgets.question_view import QuestionView
from quizapp.ui.widgets.review_view import ReviewView
from tests.ui.banks import COMPETENCIES, single, write_bank
from tests.ui.conftest import OpenApp
from tests.ui.person import Person

SIZES = [(720, 520), (900, 600), (1200, 820)]


@pytest.fixture
def learning(person: Person) -> Person:
    """Someone at the first of nine questions, feedback after each answer."""
    person.start("All (3)", "After each answer")
    assert person.session.plan.feedback is Feedback.EACH
    return person


def go_to(person: Person, id_: str) -> None:
    person.jump(next(p for p, item in enumerate(person.session.plan.items) if item.question.id == id_))


def test_feedback_names_verdict_key_reasons_and_source(learning: Person) -> None:
    go_to(learning, "counting-single")
    learning.answer(("a",))
    review = learning.see(ReviewView)[0]
    texts = learning.texts(review)
    assert texts[0] == "Not right"
    for text in ("Your answer · not right", "Right answer", "Why", "The explanation of counting-single.", "Sources"):
        assert text in texts
    assert "The source of counting-single\nhttps://example.org/source" in texts
    assert [f"The reason of {id_} in counting-single." in texts for id_ in "abcd"] == [True] * 4


@pytest.mark.parametrize(
    ("id_", "response", "verdict"),
    [
        ("counting-single", ("b",), "Right"),
        ("counting-multi", ("a", "c"), "Right"),
        ("counting-multi", ("a",), "Partly right: 0.5 of 1 point"),
        ("counting-multi", ("a", "b"), "Not right"),
        ("counting-numeric", ("12.45",), "Right"),
        ("counting-numeric", ("13",), "Not right"),
    ],
)
def test_the_verdict_is_that_of_the_grade(learning: Person, id_: str, response: tuple[str, ...], verdict: str) -> None:
    go_to(learning, id_)
    learning.answer(response)
    assert learning.texts(learning.see(ReviewView)[0])[0] == verdict


def test_not_knowing_shows_what_is_right(learning: Person) -> None:
    go_to(learning, "counting-numeric")
    learning.click("I don't know")
    texts = learning.texts(learning.see(ReviewView)[0])
    assert texts[0] == "I don't know"
    assert "12.5 GB (± 0.1)" in texts


def test_a_confirmed_answer_is_final(learning: Person) -> None:
    go_to(learning, "counting-single")
    position = learning.session.position
    learning.answer(("a",))
    assert learning.session.position == position, "the person goes on, not the page"
    answer = learning.session.state.answer
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
        learning.press(key)
    for id_ in "abcd":
        learning.click_on(learning.option(id_))
    assert not learning.can_click("I don't know")
    assert learning.session.state.answer == answer
    assert learning.option("a").isChecked()
    learning.click("Next question")
    assert learning.session.position == position + 1


def test_looking_back_is_read_only_and_shows_the_feedback_again(learning: Person) -> None:
    go_to(learning, "counting-numeric")
    position = learning.session.position
    learning.answer(("13",))
    learning.click("Next question")
    learning.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert learning.session.position == position
    field = learning.see(QLineEdit)[0]
    assert field.isReadOnly()
    learning.click_on(field)
    learning.write("12.5")
    assert field.text() == "13"
    assert learning.texts(learning.see(ReviewView)[0])[0] == "Not right"
    assert learning.session.state.draft == ()


def test_another_answer_is_open_until_it_is_confirmed(learning: Person) -> None:
    go_to(learning, "counting-single")
    learning.answer(("a",))
    go_to(learning, "reading-single")
    assert not learning.see(ReviewView)
    assert all(button.isEnabled() for button in learning.see(QAbstractButton, _answer_widget(learning)))


def test_feedback_stays_away_from_the_person_who_wants_it_at_the_end(person: Person) -> None:
    person.start("All (3)", "At the end")
    person.answer()
    person.jump(0)
    assert not person.see(ReviewView)


@pytest.mark.parametrize("id_", ["counting-single", "counting-multi", "counting-numeric"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_above_the_feedback_moves(learning: Person, id_: str, size: tuple[int, int]) -> None:
    learning.window.resize(*size)
    go_to(learning, id_)
    learning.give(("b",) if id_.endswith("single") else ("a",) if id_.endswith("multi") else ("13",))
    before = _places_above(learning)
    learning.click("Confirm answer")
    assert learning.see(ReviewView)
    assert _places_above(learning) == before


@pytest.mark.parametrize("lines", [1, 6, 16])
def test_a_long_question_stays_where_it_is_too(open_app: OpenApp, tmp_path: Path, lines: int) -> None:
    """The feedback alone, or already the question, makes the page scroll."""
    stem = "\n\n".join(f"Paragraph {number} of a question with words enough for a wrap." * 4 for number in range(lines))
    folder = write_bank(tmp_path / "long", {slug: [single(f"{slug}-1", stem=stem)] for slug in COMPETENCIES})
    person = open_app(bank=folder)
    person.start("All (1)", "After each answer")
    person.give(("b",))
    before = _places_above(person)
    person.click("Confirm answer")
    assert _places_above(person) == before


def _answer_widget(person: Person) -> AnswerWidget:
    return person.see(AnswerWidget)[0]


def _places_above(person: Person) -> dict[int, QRect]:
    """Where question and answer stand in the scrolled column, with all their visible parts."""
    parts: list[QWidget] = []
    for top in (person.see(QuestionView)[0], _answer_widget(person)):
        parts += [top, *person.see(QWidget, top)]
    return {number: _place(part) for number, part in enumerate(parts)}


def _place(widget: QWidget) -> QRect:
    area = next(area for area in widget.window().findChildren(QScrollArea) if area.isAncestorOf(widget))
    content = area.widget()
    assert content is not None
    return QRect(widget.mapTo(content, QPoint(0, 0)), widget.size())
