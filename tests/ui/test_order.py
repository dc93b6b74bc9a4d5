"""Order on screen: mouse, keys, buttons, names, marks."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from quizapp.core.plan import PlanItem
from quizapp.core.question import Scoring
from quizapp.core.types.order import Item, Order, OrderBody
from quizapp.ui.answers.order import OrderAnswer, build
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.option_button import RadioOption
from quizapp.ui.widgets.order_row import OrderRow
from tests.factories import make_question
from tests.ui.banks import COMPETENCIES, write_bank
from tests.ui.banks import order as order_question
from tests.ui.conftest import OpenApp
from tests.ui.qt_tools import settle

BODY = OrderBody(tuple(Item(id_, f"Run `step {id_}` <b>now</b>", "Why") for id_ in "abcd"))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def widget(qtbot: QtBot, appearance: Appearance) -> OrderAnswer:
    widget = build(PlanItem(make_question("q", "order", body=BODY), tuple("dbca")), appearance)
    qtbot.addWidget(widget)
    widget.resize(600, 420)
    widget.show()
    qtbot.waitActive(widget)
    settle()
    return widget


def rows(widget: OrderAnswer) -> list[OrderRow]:
    """The items from top to bottom."""
    return sorted(widget.findChildren(OrderRow), key=lambda row: row.y())


def order(widget: OrderAnswer) -> str:
    settle()
    return "".join(row.id for row in rows(widget))


def button(widget: OrderAnswer, words: str) -> QPushButton:
    return next(button for button in widget.findChildren(QPushButton) if button.text() == words)


def test_what_is_shown_first_is_no_answer(widget: OrderAnswer) -> None:
    assert (order(widget), widget.response()) == ("dbca", ())
    assert rows(widget)[1].accessibleName() == "2 of 4: Run step b <b>now</b>"


def test_keys_select_and_move(widget: OrderAnswer, qtbot: QtBot) -> None:
    widget.choose(0)
    QTest.keyClick(widget.focusWidget(), Qt.Key.Key_Down)
    assert widget.focusWidget() is rows(widget)[1]
    with qtbot.waitSignal(widget.response_changed):
        QTest.keyClick(widget.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert (order(widget), widget.response()) == ("dcba", tuple("dcba"))
    for _ in range(5):
        QTest.keyClick(widget.focusWidget(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order(widget) == "bdca"
    assert widget.focusWidget() is rows(widget)[0]
    assert rows(widget)[0].accessibleName().startswith("1 of 4: Run step b")


def test_buttons_move_the_selected_item_as_far_as_it_can_go(widget: OrderAnswer) -> None:
    up, down = button(widget, "Move up"), button(widget, "Move down")
    widget.choose(0)
    assert not up.isEnabled()
    QTest.mouseClick(rows(widget)[1], LEFT)
    up.setFocus()
    QTest.mouseClick(up, LEFT)
    assert order(widget) == "bdca"
    assert not up.isEnabled()
    assert down.isEnabled()
    assert widget.focusWidget() is rows(widget)[0]


@pytest.mark.parametrize(("start", "end", "expected"), [(0, 3, "bcad"), (3, 0, "adbc"), (2, 1, "dcba")])
def test_the_mouse_drags_an_item_to_its_place(widget: OrderAnswer, start: int, end: int, expected: str) -> None:
    row = rows(widget)[start]
    target = rows(widget)[end].geometry()
    QTest.mousePress(row, LEFT, pos=row.rect().center())
    y = target.bottom() - 2 if end > start else target.top() + 2
    QTest.mouseMove(row, row.mapFromParent(QPoint(100, y)))
    settle()
    QTest.mouseRelease(row, LEFT, pos=row.rect().center())
    assert (order(widget), widget.response()) == (expected, tuple(expected))


def test_the_page_scrolls_to_an_item_that_is_moved_out_of_sight(widget: OrderAnswer, qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.resize(400, 160)
    area.setWidget(widget)
    area.show()
    settle()
    widget.choose(0)
    for _ in range(3):
        QTest.keyClick(rows(widget)[0].window().focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle()
    row = rows(widget)[3]
    assert row.id == "d"
    assert row.visibleRegion().boundingRect() == row.rect()
    area.takeWidget()


def test_a_click_moves_nothing(widget: OrderAnswer) -> None:
    QTest.mouseClick(rows(widget)[2], LEFT)
    assert rows(widget)[2].isChecked()
    assert (order(widget), widget.response()) == ("dbca", ())


def test_a_response_is_put_in_and_taken_away(widget: OrderAnswer) -> None:
    for response, shown in (("abcd", "abcd"), ("", "dbca"), ("cabd", "cabd"), ("ab", "dbca"), ("abcx", "dbca")):
        widget.set_response(tuple(response))
        assert order(widget) == shown
        assert widget.response() == (tuple(response) if shown == response else ())


def test_the_grade_moves_nothing_says_each_place_and_nothing_moves_after(widget: OrderAnswer) -> None:
    widget.set_response(tuple("acbd"))
    settle()
    before = [row.geometry() for row in rows(widget)]
    widget.set_read_only(True)
    widget.show_grade(Order().grade(BODY, tuple("acbd"), Scoring.PARTIAL))
    settle()
    assert [row.geometry() for row in rows(widget)] == before
    words = [row.accessibleDescription() for row in rows(widget)]
    assert words == ["Right place", "Wrong place", "Wrong place", "Right place"]
    QTest.keyClick(rows(widget)[1], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    widget.choose(2)
    QTest.mouseClick(button(widget, "Move up"), LEFT)
    assert order(widget) == "acbd"
    widget.show_grade(None)
    assert not any(row.accessibleDescription() for row in rows(widget))


def test_on_the_page_keys_alone_order_and_confirm(open_app: OpenApp, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "orders", {slug: [order_question(f"{slug}-1")] for slug in COMPETENCIES})
    person = open_app(bank=bank)
    person.start("All (1)", "After each answer")
    (answer,) = person.see(OrderAnswer)
    person.press(Qt.Key.Key_1)
    for place, id_ in enumerate("abcd"):
        person.press(Qt.Key(Qt.Key.Key_1.value + order(answer).index(id_)))
        while order(answer).index(id_) > place:
            person.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    person.press(Qt.Key.Key_Return)
    state = person.session.states[0]
    assert state.answer is not None
    assert state.answer.response == tuple("abcd")
    assert [row.accessibleDescription() for row in person.see(OrderRow)] == ["Right place"] * 4


def test_a_text_leaves_room_for_the_words_of_its_verdict(widget: OrderAnswer, appearance: Appearance) -> None:
    text = "word " * 40
    row, option = OrderRow(appearance, "a", text), RadioOption(appearance, "1", text)
    row.setParent(widget)
    option.setParent(widget)
    words = row.fontMetrics().horizontalAdvance("Wrong place") // 2
    assert row.heightForWidth(360) >= option.heightForWidth(360 - words) > option.heightForWidth(360)
