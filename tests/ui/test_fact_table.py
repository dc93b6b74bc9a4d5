"""Tables that are read: nothing is cut off, and words wrap before a table scrolls sideways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.fact_table import FactTable
from quizapp.ui.widgets.flow_row import FlowRow, line_lengths
from tests.ui.qt_tools import settle

HEADER = ("Competency", "Expected level", "90\u00a0% interval", "Ready?", "Right")
ROWS = (
    ("LLM basics and foundation models", "93 %", "86–98 %", "Undecided, chance > 99 %, 21 of 30 needed", "142 of 143"),
    ("Fine-tuning", "40 %", "30–51 %", "Not yet, chance < 1 %", "16 of 40"),
)


@pytest.fixture
def table(appearance: Appearance, qtbot: QtBot) -> FactTable:
    table = FactTable(HEADER, ROWS, appearance, wrapping=(3,))
    qtbot.addWidget(table)
    return table


def shown_at(table: FactTable, width: int) -> FactTable:
    table.resize(width, 400)
    table.show()
    settle()
    return table


def titles(table: FactTable) -> list[str]:
    items = [table.horizontalHeaderItem(column) for column in range(table.columnCount())]
    return [item.text() for item in items if item]


def total(table: FactTable) -> int:
    return sum(table.columnWidth(column) for column in range(table.columnCount()))


def test_with_room_every_cell_has_one_line(table: FactTable) -> None:
    shown_at(table, 1000)
    assert titles(table) == list(HEADER)
    assert total(table) == table.viewport().width()
    assert table.rowHeight(0) == table.rowHeight(1)


def test_with_less_room_headings_and_words_wrap(table: FactTable) -> None:
    shown_at(table, 560)
    assert titles(table)[1:3] == ["Expected\nlevel", "90\u00a0%\ninterval"]
    assert total(table) <= table.viewport().width()
    assert not table.horizontalScrollBar().isVisible()
    assert table.rowHeight(0) > table.rowHeight(1)
    shown_at(table, 1000)
    assert titles(table) == list(HEADER)


def test_where_single_words_do_not_fit_it_scrolls(table: FactTable) -> None:
    shown_at(table, 240)
    assert table.horizontalScrollBar().isVisible()
    assert table.horizontalScrollBar().maximum() > 0


@pytest.mark.parametrize("width", [240, 400, 500, 560, 640, 700, 800, 1000])
@pytest.mark.parametrize("scale", [80, 100, 200])
def test_every_cell_has_room_for_its_text(table: FactTable, appearance: Appearance, width: int, scale: int) -> None:
    appearance.set_scale(scale)
    shown_at(table, width * scale // 100)
    for row in range(table.rowCount()):
        for column in range(table.columnCount()):
            item = table.item(row, column)
            assert item
            room = QRect(0, 0, table.columnWidth(column) - 22, 10_000)
            needed = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap.value, item.text())
            assert needed.width() <= room.width(), (row, column)
            assert needed.height() + 16 <= table.rowHeight(row), (row, column)


def test_a_number_stays_with_its_unit_and_sign(table: FactTable) -> None:
    item = table.item(0, 3)
    assert item
    assert item.text() == "Undecided, chance >\u00a099\u00a0%, 21 of 30 needed"


@given(st.lists(st.integers(1, 300)), st.integers(0, 900), st.integers(0, 30))
def test_a_line_takes_what_fits_and_at_least_one(widths: list[int], room: int, gap: int) -> None:
    lines = line_lengths(widths, room, gap)
    assert sum(lines) == len(widths)
    start = 0
    for count in lines:
        line = widths[start : start + count]
        needed = sum(line) + gap * (count - 1)
        assert count == 1 or needed <= room
        following = widths[start + count : start + count + 1]
        assert not following or needed + gap + following[0] > room
        start += count


@pytest.mark.parametrize("centred", [False, True])
def test_widgets_go_on_as_many_lines_as_they_need(appearance: Appearance, qtbot: QtBot, centred: bool) -> None:
    buttons = [QPushButton("a button with some words") for _ in range(3)]
    row = FlowRow(buttons, appearance, centred=centred)
    qtbot.addWidget(row)
    row.show()
    for width, lines in ((900, 1), (450, 2), (240, 3), (900, 1)):
        row.resize(width, row.sizeHint().height())
        settle()
        row.resize(width, row.sizeHint().height())
        settle()
        assert len({button.y() for button in buttons}) == lines
        assert all(button.x() >= 0 and button.geometry().right() < width for button in buttons)
