"""Code lines on screen: mouse, keys, names, the count, marks, long lines."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from quizapp.core.question import Code, Scoring
from quizapp.core.types.code_line import CodeLine, CodeLineBody, CodeLineType
from quizapp.ui.answers.code_line import CodeLineAnswer
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.code_line_button import CodeLineButton
from quizapp.ui.widgets.code_line_text import split_lines
from tests.ui.qt_tools import settle

TEXT = 'def f(x):\n    """One\n    two."""\n\n    y = <b>x</b>\n    return y\n'


def open_widget(qtbot: QtBot, appearance: Appearance, *correct: int, text: str = TEXT) -> CodeLineAnswer:
    lines = tuple(CodeLine(number, True, f"Because {number}") for number in correct)
    widget = CodeLineAnswer(CodeLineBody(Code("python", text), lines), appearance)
    qtbot.addWidget(widget)
    widget.resize(600, 300)
    widget.show()
    settle()
    return widget


def buttons(widget: CodeLineAnswer) -> list[CodeLineButton]:
    return widget.findChildren(CodeLineButton)


def inks_at_the_right(button: CodeLineButton) -> bool:
    """Whether something is drawn where the verdict stands: the row through the icon's middle has several colours."""
    image = button.grab().toImage()
    middle = image.height() // 2
    return len({image.pixel(column, middle) for column in range(image.width() - 30, image.width() - 5)}) > 1


def caption(widget: CodeLineAnswer) -> str:
    return widget.findChildren(QLabel)[0].text()


def test_each_line_says_its_number_and_code(qtbot: QtBot, appearance: Appearance) -> None:
    widget = open_widget(qtbot, appearance, 5)
    names = [button.accessibleName() for button in buttons(widget)]
    assert names[:2] + names[4:] == ["Line 1: def f(x):", 'Line 2: """One', "Line 5: y = <b>x</b>", "Line 6: return y"]


def test_of_one_line_another_takes_its_place(qtbot: QtBot, appearance: Appearance) -> None:
    widget = open_widget(qtbot, appearance, 5)
    assert caption(widget) == "Choose 1 line – 0 chosen"
    for number in (5, 6):
        with qtbot.waitSignal(widget.response_changed):
            qtbot.mouseClick(buttons(widget)[number - 1], Qt.MouseButton.LeftButton)
        assert widget.response() == (str(number),)
    assert caption(widget) == "Choose 1 line – 1 chosen"
    widget.choose(5)
    assert widget.response() == ()


def test_of_several_lines_all_stay_and_are_told_in_order(qtbot: QtBot, appearance: Appearance) -> None:
    widget = open_widget(qtbot, appearance, 5, 6)
    for position in (5, 0, 4):
        widget.choose(position)
    assert widget.response() == ("1", "5", "6")
    assert caption(widget) == "Choose 2 lines – 3 chosen"


def test_arrows_go_past_blank_lines_and_space_chooses(qtbot: QtBot, appearance: Appearance) -> None:
    widget = open_widget(qtbot, appearance, 5)
    lines = buttons(widget)
    lines[2].setFocus()
    for key, reached in ((Qt.Key.Key_Down, 4), (Qt.Key.Key_Down, 5), (Qt.Key.Key_Down, 5), (Qt.Key.Key_Up, 4)):
        qtbot.keyClick(widget.focusWidget(), key)
        assert widget.focusWidget() is lines[reached]
    lines[0].setFocus()
    qtbot.keyClick(lines[0], Qt.Key.Key_Up)
    assert widget.focusWidget() is lines[0]
    assert widget.response() == ()
    qtbot.keyClick(lines[4], Qt.Key.Key_Space)
    assert widget.response() == ("5",)


def test_blank_lines_can_not_be_chosen(qtbot: QtBot, appearance: Appearance) -> None:
    widget = open_widget(qtbot, appearance, 5)
    qtbot.mouseClick(buttons(widget)[3], Qt.MouseButton.LeftButton)
    widget.choose(3)
    widget.set_response(("4", "99", "x"))
    widget.set_read_only(False)
    assert widget.response() == ()
    assert not buttons(widget)[3].isEnabled()


def test_a_response_is_put_in_and_taken_away(qtbot: QtBot, appearance: Appearance) -> None:
    widget = open_widget(qtbot, appearance, 5, 6)
    for response in (("1", "5"), (), ("6",)):
        widget.set_response(response)
        assert widget.response() == response


@pytest.mark.parametrize("scale", [80, 100, 200])
def test_the_grade_moves_nothing_and_locks_the_lines(scale: int, qtbot: QtBot, appearance: Appearance) -> None:
    appearance.set_scale(scale)
    widget = open_widget(qtbot, appearance, 5, 6)
    widget.set_response(("1", "5"))
    settle()
    before = [button.geometry() for button in buttons(widget)]
    widget.set_read_only(True)
    body = CodeLineBody(Code("python", TEXT), (CodeLine(5, True, ""), CodeLine(6, True, "")))
    widget.show_grade(CodeLineType().grade(body, ("1", "5"), Scoring.PARTIAL))
    widget.choose(1)
    settle()
    assert [button.geometry() for button in buttons(widget)] == before
    assert widget.response() == ("1", "5")
    assert [inks_at_the_right(button) for button in buttons(widget)] == [True, False, False, False, True, True]


def test_a_long_line_is_wrapped_into_a_higher_button(qtbot: QtBot, appearance: Appearance) -> None:
    widget = open_widget(qtbot, appearance, 1, text=f"x = {'a' * 300}\ny = 1\n")
    long, short = buttons(widget)
    assert long.height() > 3 * short.height()
    assert long.width() == short.width() <= 600


@pytest.mark.parametrize("language", ["python", "text", "no-such-language"])
def test_cutting_a_listing_into_lines_loses_nothing(language: str) -> None:
    lines = ["".join(text for _, text in pieces) for pieces in split_lines(language, TEXT)]
    assert lines == TEXT.split("\n")
