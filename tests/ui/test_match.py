"""Matching on screen: what is chosen where, by mouse and by keyboard alone, and that nothing moves."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from quizapp.core.answer import Response
from quizapp.core.plan import PlanItem
from quizapp.core.question import Scoring
from quizapp.core.types.match import Match, MatchBody
from quizapp.ui.answers.match import MatchAnswer, build
from quizapp.ui.theme.theme import Appearance
from tests.factories import make_question
from tests.ui.qt_tools import settle

ORDER = ("d", "b", "a", "c")  # of targets a, b, c and the distractor d
QUESTION = make_question("q", "match")


@pytest.fixture
def answer(appearance: Appearance, qtbot: QtBot) -> MatchAnswer:
    return shown(QUESTION.body, appearance, qtbot)


def shown(body: object, appearance: Appearance, qtbot: QtBot, width: int = 820) -> MatchAnswer:
    assert isinstance(body, MatchBody)
    widget = build(PlanItem(replace(QUESTION, body=body), ORDER), appearance)
    qtbot.addWidget(widget)
    widget.resize(width, 400)
    widget.show()
    settle()
    return widget


def boxes(answer: MatchAnswer) -> list[QComboBox]:
    return answer.findChildren(QComboBox)


def pick(qtbot: QtBot, box: QComboBox, row: int) -> None:
    """Choose an entry with the keyboard alone; row 0 asks to choose."""
    qtbot.keyClick(box, Qt.Key.Key_Down)
    view = box.view()
    assert view.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    for _ in range(row):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    settle()


def geometries(widget: QWidget) -> list[QRect]:
    return [child.geometry() for child in widget.findChildren(QWidget) if child.isVisibleTo(widget)]


def test_each_prompt_offers_all_targets_as_plain_text(answer: MatchAnswer) -> None:
    texts = ["Choose…", "Target d", "Target b", "Target a", "Target c"]
    assert [[box.itemText(row) for row in range(box.count())] for box in boxes(answer)] == [texts] * 3
    assert [box.accessibleName() for box in boxes(answer)] == [f"Target for: Prompt {id_}" for id_ in "abc"]


def test_a_target_goes_to_the_prompt_that_took_it_last(answer: MatchAnswer, qtbot: QtBot) -> None:
    seen: list[Response] = []
    answer.response_changed.connect(lambda: seen.append(answer.response()))
    pick(qtbot, boxes(answer)[0], 2)
    pick(qtbot, boxes(answer)[2], 4)
    pick(qtbot, boxes(answer)[2], 2)
    pick(qtbot, boxes(answer)[2], 0)
    assert seen == [("a=b",), ("a=b", "c=c"), ("c=b",), ()]


def test_a_response_is_put_in_and_comes_back(answer: MatchAnswer) -> None:
    for response in (("a=a", "b=d"), ("a=b", "b=a", "c=c"), ()):
        answer.set_response(response)
        assert answer.response() == response
    answer.set_response(("c=c", "nonsense", "a=c", "b=zz"))
    assert answer.response() == ("c=c",)


def test_neither_wheel_nor_arrow_changes_the_closed_box(answer: MatchAnswer, qtbot: QtBot) -> None:
    answer.set_response(("a=b",))
    box = boxes(answer)[0]
    for focused in (False, True):
        if focused:
            box.setFocus()
        at = QPointF(box.rect().center())
        none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(box, QWheelEvent(at, at, QPoint(), QPoint(0, -120), *none))
    for key in (Qt.Key.Key_T, Qt.Key.Key_End, Qt.Key.Key_PageDown):
        qtbot.keyClick(box, key)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box.view(), Qt.Key.Key_Down)
    qtbot.keyClick(box.view(), Qt.Key.Key_Escape)
    assert answer.response() == ("a=b",)


def test_number_keys_go_to_the_prompts(answer: MatchAnswer) -> None:
    answer.activateWindow()
    answer.choose(1)
    assert answer.focusWidget() is boxes(answer)[1]
    answer.choose(7)
    assert answer.focusWidget() is boxes(answer)[1]
    assert answer.response() == ()


@pytest.mark.parametrize(("scale", "width"), [(100, 820), (80, 820), (200, 820), (100, 320)])
def test_a_grade_moves_nothing_and_is_told_in_words(
    appearance: Appearance, qtbot: QtBot, scale: int, width: int
) -> None:
    appearance.set_scale(scale)
    answer = shown(QUESTION.body, appearance, qtbot, width)
    answer.set_response(("a=a", "b=d"))
    answer.set_read_only(True)
    settle()
    before = geometries(answer)
    answer.show_grade(Match().grade(answer._body, answer.response(), Scoring.PARTIAL))
    settle()
    assert geometries(answer) == before
    words = [label.text() for label in answer.findChildren(QLabel) if label.text()]
    assert words == ["1.", "Right", "2.", "Not the right target", "3.", "No target chosen"]
    assert not any(box.isEnabled() for box in boxes(answer))
    answer.show_grade(None)
    assert [label.text() for label in answer.findChildren(QLabel) if label.text()] == ["1.", "2.", "3."]


def test_prompt_and_box_stand_below_one_another_where_room_is_short(answer: MatchAnswer) -> None:
    box = boxes(answer)[0]
    row = box.parentWidget()
    assert row is not None
    for width, is_stacked in ((820, False), (320, True), (820, False)):
        answer.resize(width, 500)
        settle()
        assert (box.x() < 100) == is_stacked
        assert row.rect().contains(box.geometry())


def test_bank_text_is_no_html(appearance: Appearance, qtbot: QtBot) -> None:
    assert isinstance(QUESTION.body, MatchBody)
    bad = "<img src=x><b>bold</b> &amp;"
    pairs = tuple(replace(pair, prompt=bad, target=f"{bad} {pair.id}") for pair in QUESTION.body.pairs)
    answer = shown(replace(QUESTION.body, pairs=pairs), appearance, qtbot)
    assert boxes(answer)[0].itemText(2) == f"{bad} b"
    assert boxes(answer)[0].accessibleName() == f"Target for: {bad}"
    assert not any(widget.toolTip() for widget in answer.findChildren(QWidget))


def test_enter_takes_the_entry_in_the_open_list_and_confirms_elsewhere(answer: MatchAnswer, qtbot: QtBot) -> None:
    confirmed: list[Response] = []
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Return), answer)
    shortcut.activated.connect(lambda: confirmed.append(answer.response()))
    answer.activateWindow()
    settle()
    answer.choose(0)
    pick(qtbot, boxes(answer)[0], 3)
    assert confirmed == []
    answer.activateWindow()
    settle()
    qtbot.keyClick(boxes(answer)[0], Qt.Key.Key_Return)
    assert confirmed == [("a=a",)]


@pytest.mark.parametrize("width", [820, 320])
def test_the_open_list_is_as_high_as_its_texts_and_cuts_none(appearance: Appearance, qtbot: QtBot, width: int) -> None:
    assert isinstance(QUESTION.body, MatchBody)
    long = tuple(replace(pair, target=f"{pair.id} {'words and ' * 9}") for pair in QUESTION.body.pairs)
    answer = shown(replace(QUESTION.body, pairs=long), appearance, qtbot, width)
    box = boxes(answer)[0]
    box.showPopup()
    settle()
    view = box.view()
    rows = [view.visualRect(view.model().index(row, 0)) for row in range(box.count())]
    assert rows[-1].bottom() < view.viewport().height() < rows[-1].bottom() + rows[0].height()
    lines = rows[2].height() / rows[0].height()
    assert lines > 1 if width == 320 else lines == 1
    box.hidePopup()
