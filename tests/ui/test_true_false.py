"""True or false on screen: mouse, keys, names, marks."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.core.plan import PlanItem
from quizapp.core.question import Scoring
from quizapp.core.types.true_false import TrueFalse, build_true_false_body
from quizapp.ui.answers import build_answer_widget
from quizapp.ui.answers.base import AnswerWidget
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.option_button import RadioOption
from tests.factories import make_question
from tests.ui.banks import COMPETENCIES, true_false, write_bank
from tests.ui.conftest import OpenApp

BODY = build_true_false_body(False, "It only seems so.", "Just so.", "mix-up")


@pytest.fixture
def widget(qtbot: QtBot, appearance: Appearance) -> AnswerWidget:
    item = PlanItem(make_question("q", "true_false", body=BODY), ("true", "false"))
    widget = build_answer_widget(item, appearance)
    qtbot.addWidget(widget)
    widget.resize(600, 200)
    widget.show()
    return widget


def buttons(widget: AnswerWidget) -> list[RadioOption]:
    return widget.findChildren(RadioOption)


def test_the_options_carry_their_words(widget: AnswerWidget) -> None:
    assert [button.accessibleName() for button in buttons(widget)] == ["A. True", "B. False"]


def test_a_click_chooses_one_and_is_told(widget: AnswerWidget, qtbot: QtBot) -> None:
    for button, id_ in zip(buttons(widget), ("true", "false"), strict=True):
        with qtbot.waitSignal(widget.response_changed):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert widget.response() == (id_,)


def test_keys_choose_what_they_name(widget: AnswerWidget) -> None:
    for position, response in ((1, ("false",)), (0, ("true",)), (2, ("true",))):
        widget.choose(position)
        assert widget.response() == response


@pytest.mark.parametrize("key", [Qt.Key.Key_2, Qt.Key.Key_B])
def test_a_key_answers_on_the_page(key: Qt.Key, open_app: OpenApp, tmp_path: Path) -> None:
    person = open_app(bank=write_bank(tmp_path / "bank", {slug: [true_false(slug)] for slug in COMPETENCIES}))
    person.start("All (1)")
    person.press(key)
    assert person.session.state.draft == ("false",)
    person.press(Qt.Key.Key_Return)
    answer = person.session.states[0].answer
    assert answer is not None
    assert answer.response == ("false",)


def test_a_response_is_put_in_and_taken_away(widget: AnswerWidget) -> None:
    for response in (("true",), (), ("false",)):
        widget.set_response(response)
        assert widget.response() == response


def test_the_grade_moves_nothing_and_locks_nothing_away(widget: AnswerWidget) -> None:
    before = [button.geometry() for button in buttons(widget)]
    widget.set_response(("true",))
    widget.set_read_only(True)
    widget.show_grade(TrueFalse().grade(BODY, ("true",), Scoring.PARTIAL))
    widget.choose(1)
    assert [button.geometry() for button in buttons(widget)] == before
    assert widget.response() == ("true",)
