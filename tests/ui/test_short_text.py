"""Short text on screen: typing, Enter, names, marks."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.core.answer import Response
from quizapp.core.plan import PlanItem
from quizapp.core.question import Scoring
from quizapp.core.types.short_text import MAX_LENGTH, ShortText, ShortTextBody
from quizapp.ui.answers import build_answer_widget
from quizapp.ui.answers.base import AnswerWidget
from quizapp.ui.theme.theme import Appearance
from tests.factories import make_question
from tests.ui.banks import COMPETENCIES, short_text, write_bank
from tests.ui.conftest import OpenApp
from tests.ui.qt_tools import settle

BODY = ShortTextBody(("ROLLBACK",))


@pytest.fixture
def widget(qtbot: QtBot, appearance: Appearance) -> AnswerWidget:
    widget = build_answer_widget(PlanItem(make_question("q", "short_text", body=BODY), ()), appearance)
    qtbot.addWidget(widget)
    widget.resize(700, 120)
    widget.show()
    return widget


def field_of(widget: AnswerWidget) -> QLineEdit:
    return widget.findChildren(QLineEdit)[0]


def shown(widget: AnswerWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_what_is_typed_is_the_response(widget: AnswerWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(widget.response_changed):
        QTest.keyClicks(field_of(widget), " roll back ")
    assert widget.response() == ("roll back",)
    field_of(widget).clear()
    assert widget.response() == ()


def test_typed_and_confirmed_on_the_page(open_app: OpenApp, tmp_path: Path) -> None:
    person = open_app(bank=write_bank(tmp_path / "bank", {slug: [short_text(slug)] for slug in COMPETENCIES}))
    person.start("All (1)")
    settle()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "naive bayes")
    QTest.keyClick(field, Qt.Key.Key_Return)
    answer = person.session.states[0].answer
    assert answer is not None
    assert answer.response == ("naive bayes",)


def test_enter_confirms(widget: AnswerWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(widget.confirm_requested):
        QTest.keyClick(field_of(widget), Qt.Key.Key_Return)


def test_the_field_has_a_name_and_tells_what_counts(widget: AnswerWidget) -> None:
    assert field_of(widget).accessibleName() == "Your answer"
    assert field_of(widget).accessibleDescription() == shown(widget)[0] == "Capitals and accents don't count"


def test_no_more_is_taken_than_is_read_and_nothing_when_read_only(widget: AnswerWidget) -> None:
    QTest.keyClicks(field_of(widget), "x" * (MAX_LENGTH + 5))
    assert widget.response() == ("x" * MAX_LENGTH,)
    widget.set_read_only(True)
    QTest.keyClick(field_of(widget), Qt.Key.Key_Backspace)
    assert widget.response() == ("x" * MAX_LENGTH,)


@pytest.mark.parametrize(("response", "words"), [(("rollback",), "✓ Right"), (("undo",), "✗ Not the right text")])
def test_the_grade_is_told_in_words_and_moves_nothing(widget: AnswerWidget, response: Response, words: str) -> None:
    widget.set_response(response)
    before = [child.geometry() for child in widget.findChildren(QWidget)]
    size = widget.sizeHint()
    widget.show_grade(ShortText().grade(BODY, response, Scoring.PARTIAL))
    assert shown(widget) == [words]
    assert widget.sizeHint().height() == size.height()
    assert [child.geometry() for child in widget.findChildren(QWidget)] == before
    widget.show_grade(None)
    assert shown(widget) == ["Capitals and accents don't count"]
