"""Cloze on screen: controls that flow with the text, keys, names, copies, and that a grade moves nothing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.core.answer import Response
from quizapp.core.plan import PlanItem
from quizapp.core.question import Scoring
from quizapp.core.types.cloze import Cloze, ClozeBody
from quizapp.core.types.gap import Gap, GapOption
from quizapp.core.types.numeric import NumericBody
from quizapp.core.types.short_text import ShortTextBody
from quizapp.ui.answers.cloze import ClozeAnswer, build
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.cloze_view import ClozeText
from quizapp.ui.widgets.gap_control import GapControl
from tests.factories import make_question
from tests.ui.qt_tools import settle

RATE = Gap("rate", (GapOption("low", "**1e-4**", "r"), GapOption("high", "0.1", "r")), "low")
WORD = Gap("word", text=ShortTextBody(("adam",)), rationale="r")
SIZE = Gap("size", number=NumericBody(32, 0), rationale="r")
CODE = ClozeBody(
    "learning_rate: [[rate]]\noptimizer: [[word]]  # <b>any</b>\nbatch: [[size]]", (RATE, WORD, SIZE), "yaml"
)
PROSE = ClozeBody("Set **the** rate to [[rate]], and\n\n- use [[word]]\n- with `b = [[size]]`", (RATE, WORD, SIZE))
WRONG: Response = ("rate=high", "size=5")


def shown(
    body: ClozeBody, appearance: Appearance, qtbot: QtBot, width: int = 600, order: tuple[str, ...] = ()
) -> ClozeAnswer:
    question = replace(make_question("q", "cloze"), body=body)
    widget = build(PlanItem(question, order), appearance)
    qtbot.addWidget(widget)
    widget.resize(width, 400)
    widget.show()
    widget.activateWindow()
    settle()
    return widget


@pytest.fixture
def answer(appearance: Appearance, qtbot: QtBot) -> ClozeAnswer:
    return shown(CODE, appearance, qtbot)


def controls(answer: ClozeAnswer) -> list[GapControl]:
    return answer.findChildren(GapControl)


def text_of(answer: ClozeAnswer) -> ClozeText:
    return answer.findChildren(ClozeText)[0]


def geometries(widget: QWidget) -> list[QRect]:
    return [child.geometry() for child in widget.findChildren(QWidget) if child.isVisibleTo(widget)]


def copied(answer: ClozeAnswer) -> str:
    text = text_of(answer)
    text.selectAll()
    copy = text.createMimeDataFromSelection().text()
    text.moveCursor(QTextCursor.MoveOperation.Start)
    return copy


@pytest.mark.parametrize("body", [CODE, PROSE])
@pytest.mark.parametrize(("scale", "width"), [(100, 600), (80, 600), (200, 600), (100, 260), (200, 260)])
def test_every_control_lies_inside_of_the_text_and_none_on_another(
    body: ClozeBody, scale: int, width: int, appearance: Appearance, qtbot: QtBot
) -> None:
    appearance.set_scale(scale)
    answer = shown(body, appearance, qtbot, width)
    inside = text_of(answer).viewport().rect()
    places = [control.geometry() for control in controls(answer)]
    assert all(inside.contains(place) for place in places)
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    assert [place.center().y() for place in places] == sorted(place.center().y() for place in places)
    assert all(control.isVisible() and control.box.width() > 40 for control in controls(answer))


def test_controls_move_with_the_text(answer: ClozeAnswer, appearance: Appearance) -> None:
    word = controls(answer)[1]
    before = word.geometry()
    for change in (lambda: answer.resize(200, 600), lambda: appearance.set_scale(200)):
        change()
        settle()
        assert text_of(answer).viewport().rect().contains(word.geometry())
        assert word.geometry() != before
        before = word.geometry()


def test_a_gap_that_is_wider_than_the_text_shrinks(appearance: Appearance, qtbot: QtBot) -> None:
    options = (GapOption("a", "word " * 15, "r"), GapOption("b", "x", "r"))
    answer = shown(ClozeBody("x = [[g]]", (Gap("g", options, "a"),), "python"), appearance, qtbot, 220)
    text = text_of(answer)
    assert text.viewport().rect().contains(controls(answer)[0].geometry())
    assert text.horizontalScrollBar().maximum() == 0


def test_fields_are_equally_wide_whatever_is_asked_for(
    answer: ClozeAnswer, appearance: Appearance, qtbot: QtBot
) -> None:
    widths = {field.width() for field in answer.findChildren(QLineEdit)}
    assert len(widths) == 1
    for text, is_same in (("x", True), ("seventy", True), ("seventeen letters", False)):
        gaps = (RATE, replace(WORD, text=ShortTextBody((text,))), SIZE)
        other = shown(replace(CODE, gaps=gaps), appearance, qtbot)
        assert ({field.width() for field in other.findChildren(QLineEdit)} == widths) is is_same


def test_gaps_are_named_by_their_number_and_the_words_around(answer: ClozeAnswer) -> None:
    assert [control.box.accessibleName() for control in controls(answer)] == [
        "Gap 1 of 3, after “learning_rate:”",
        "Gap 2 of 3, after “optimizer:”, before “# <b>any</b>”",
        "Gap 3 of 3, after “batch:”",
    ]


def test_tab_goes_through_the_gaps_in_reading_order(answer: ClozeAnswer, qtbot: QtBot) -> None:
    boxes = [control.box for control in controls(answer)]
    answer.setFocus()
    for box in boxes:
        assert answer.window().focusWidget() is box
        qtbot.keyClick(box, Qt.Key.Key_Tab)
    for box in boxes[::-1]:
        box.setFocus()
        assert answer.window().focusWidget() is box


def test_it_is_answered_with_the_keyboard_alone(answer: ClozeAnswer, qtbot: QtBot) -> None:
    seen: list[Response] = []
    answer.response_changed.connect(lambda: seen.append(answer.response()))
    drop_down, word, size = (control.box for control in controls(answer))
    assert isinstance(drop_down, QComboBox)
    qtbot.keyClick(drop_down, Qt.Key.Key_Down)
    qtbot.keyClick(drop_down.view(), Qt.Key.Key_Down)
    qtbot.keyClick(drop_down.view(), Qt.Key.Key_Return)
    settle()
    qtbot.keyClicks(word, "a=b")
    qtbot.keyClicks(size, "32")
    assert seen[0] == ("rate=low",)
    assert answer.response() == seen[-1] == ("rate=low", "word=a=b", "size=32")
    with qtbot.waitSignal(answer.confirm_requested):
        qtbot.keyClick(size, Qt.Key.Key_Return)


def test_number_keys_go_to_the_gaps(answer: ClozeAnswer) -> None:
    for position in (2, 0, 1):
        answer.choose(position)
        assert answer.window().focusWidget() is controls(answer)[position].box
    answer.choose(7)
    assert answer.response() == ()


def test_options_stand_in_the_order_of_the_attempt(appearance: Appearance, qtbot: QtBot) -> None:
    for body, texts in ((CODE, ["0.1", "**1e-4**"]), (PROSE, ["0.1", "1e-4"])):
        answer = shown(body, appearance, qtbot, order=("rate=high", "rate=low"))
        box = answer.findChildren(QComboBox)[0]
        assert [box.itemText(row) for row in range(1, box.count())] == texts


def test_a_response_is_put_in_and_comes_back(answer: ClozeAnswer) -> None:
    for response in (WRONG, ("rate=low", "word=x", "size=1"), ()):
        answer.set_response(response)
        assert answer.response() == response
    answer.set_response(("size=7", "zz=1", "rate=zz", "size=8", "word"))
    assert answer.response() == ("size=7",)


@pytest.mark.parametrize("body", [CODE, PROSE])
@pytest.mark.parametrize(("scale", "width"), [(100, 600), (80, 600), (200, 600), (100, 260)])
def test_a_grade_moves_nothing_and_is_told_in_words(
    body: ClozeBody, scale: int, width: int, appearance: Appearance, qtbot: QtBot
) -> None:
    appearance.set_scale(scale)
    answer = shown(body, appearance, qtbot, width)
    answer.set_response(WRONG)
    answer.set_read_only(True)
    settle()
    before = geometries(answer)
    answer.show_grade(Cloze().grade(body, WRONG, Scoring.PARTIAL))
    settle()
    assert geometries(answer) == before
    words = [control.box.accessibleDescription() for control in controls(answer)]
    assert words == ["Not the right answer", "Left open", "Not the right answer"]
    icons = [label.pixmap() for control in controls(answer) for label in control.findChildren(QLabel)[1:2]]
    assert not any(pixmap.isNull() for pixmap in icons)
    answer.show_grade(None)
    assert not any(control.box.accessibleDescription() for control in controls(answer))


def test_nothing_can_be_changed_once_it_is_read_only(answer: ClozeAnswer, qtbot: QtBot) -> None:
    given = ("rate=high", "word=sgd")
    answer.set_response(given)
    controls(answer)[0].box.setFocus()
    answer.set_read_only(True)
    assert not any(field.hasSelectedText() for field in answer.findChildren(QLineEdit))
    assert not controls(answer)[0].box.isEnabled()
    for control in controls(answer):
        qtbot.keyClicks(control.box, "9")
        qtbot.keyClick(control.box, Qt.Key.Key_Down)
    assert answer.response() == given


def test_a_copy_holds_what_was_given_and_the_numbers_of_the_rest(answer: ClozeAnswer) -> None:
    assert copied(answer) == "learning_rate: [1]\noptimizer: [2]  # <b>any</b>\nbatch: [3]"
    answer.set_response(("rate=high", "word=sgd"))
    assert copied(answer) == "learning_rate: 0.1\noptimizer: sgd  # <b>any</b>\nbatch: [3]"
    assert text_of(answer).accessibleName() == copied(answer)


@pytest.mark.parametrize("width", [600, 240])
def test_the_hint_tells_what_is_filled_and_what_is_no_number(width: int, appearance: Appearance, qtbot: QtBot) -> None:
    answer = shown(CODE, appearance, qtbot, width)

    def hint() -> str:
        return answer.findChildren(QLabel)[-1].text()

    assert hint() == "0 of 3 gaps filled"
    layout = answer.layout()
    assert layout is not None
    before, height = geometries(answer), layout.totalHeightForWidth(width)
    qtbot.keyClicks(controls(answer)[2].box, "3x")
    settle()
    assert hint() == "Gap 3 can't be read as a number. Write it like 1,024 or 0.25 or 1e-4."
    assert (geometries(answer), layout.totalHeightForWidth(width)) == (before, height)
    answer.show_grade(Cloze().grade(CODE, ("rate=low",), Scoring.PARTIAL))
    assert hint() == "1 of 3 gaps right"


@pytest.mark.parametrize("text", ["gap0x [[g]] GAP0X gapq0x", "\ufffc [[g]] \ue000", "[[g]]", "<b>[[g]]</b>"])
@pytest.mark.parametrize("language", ["", "python", "no-such-language"])
def test_any_text_keeps_its_characters(text: str, language: str, appearance: Appearance, qtbot: QtBot) -> None:
    answer = shown(ClozeBody(text, (Gap("g", WORD.options, text=WORD.text),), language), appearance, qtbot)
    assert copied(answer) == text.replace("[[g]]", "[1]")
