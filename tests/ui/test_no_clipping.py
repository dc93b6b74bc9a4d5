"""No text is cut off: every page, in a small and a usual window, at the usual and the largest text size."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QToolButton,
    QWidget,
)

from quizapp.storage.store import open_store
from quizapp.ui.pages.settings_page import SCALE_SETTING
from quizapp.ui.widgets.option_button import CheckOption, RadioOption
from quizapp.ui.widgets.question_map import QuestionMap
from quizapp.ui.widgets.rich_text import RichText
from tests.ui.banks import COMPETENCIES, single, write_bank, write_long_bank
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.qt_tools import bring_into_view
from tests.ui.tour import walk

LOOKS = [((900, 600), 100), ((900, 600), 200), ((1200, 820), 80), ((1200, 820), 100), ((1200, 820), 200)]
WRAP = Qt.TextFlag.TextWordWrap.value


def open_at(open_app: OpenApp, data: Path, size: tuple[int, int], scale: int, bank: Path | None = None) -> Person:
    with open_store(data / "quizapp.sqlite3") as store:
        store.set_setting(SCALE_SETTING, str(scale))
    person = open_app(bank=bank)
    person.window.resize(*size)
    return person


@pytest.mark.parametrize(("size", "scale"), LOOKS)
def test_no_page_cuts_text_off(
    open_app: OpenApp, data: Path, tmp_path: Path, size: tuple[int, int], scale: int
) -> None:
    broken = write_bank(tmp_path / "broken", {slug: [single("bad", difficulty=9)] for slug in COMPETENCIES})
    person = open_at(open_app, data, size, scale)
    faults = []
    for page in walk(person, broken):
        assert (person.window.width(), person.window.height()) == size, f"{page} makes the window grow"
        faults += [f"{page}: {fault}" for fault in find_faults(person)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("size", "scale"), LOOKS)
def test_every_cell_of_a_long_map_can_be_reached(
    open_app: OpenApp, data: Path, tmp_path: Path, size: tuple[int, int], scale: int
) -> None:
    person = open_at(open_app, data, size, scale, write_long_bank(tmp_path / "long", 40))
    person.start("All (40)")
    if not person.see(QuestionMap):
        person.click("Map")
    for cell in person.see(QAbstractButton, person.see(QuestionMap)[0]):
        bring_into_view(cell)
        assert cell.visibleRegion().boundingRect() == cell.rect(), cell.accessibleName()


def find_faults(person: Person) -> Iterator[str]:
    """What is cut off in the window as it is."""
    for widget in person.see(QWidget):
        text = getattr(widget, "text", str)() or widget.accessibleName()
        for fault in _faults_of(widget):
            yield f"{type(widget).__name__} “{text[:60]}” {fault}"


def _faults_of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.text():
        yield from _faults_of_label(widget)
    elif isinstance(widget, QPushButton | QToolButton):
        yield from _smaller(widget.size(), widget.sizeHint())
    elif isinstance(widget, CheckOption | RadioOption):
        yield from _smaller(widget.size(), QSize(0, widget.heightForWidth(widget.width())))
    elif isinstance(widget, RichText):
        document = widget.document()
        yield from _smaller(widget.viewport().size(), QSize(int(document.idealWidth()), int(document.size().height())))
    elif isinstance(widget, QTableWidget):
        yield from _faults_of_table(widget)
    if isinstance(widget, QLabel | QAbstractButton | QAbstractScrollArea):
        yield from _hanging_out(widget)


def _faults_of_label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect().size()
    flags = WRAP if label.wordWrap() else Qt.TextFlag.TextSingleLine.value
    width = room.width() if label.wordWrap() else 10_000
    needed = label.fontMetrics().boundingRect(QRect(0, 0, width, 100_000), flags, label.text()).size()
    yield from _smaller(room, needed)


def _faults_of_table(table: QTableWidget) -> Iterator[str]:
    """Cells and headings wrap or fit; padding is 8 on each side."""
    metrics = table.fontMetrics()
    for column in range(table.columnCount()):
        for row in range(table.rowCount()):
            item = table.item(row, column)
            text = item.text() if item else ""
            room = QSize(table.columnWidth(column) - 16, table.rowHeight(row) - 16)
            needed = metrics.boundingRect(QRect(0, 0, room.width(), 10_000), WRAP, text).size()
            yield from (f"{fault} in “{text}”" for fault in _smaller(room, needed))
    heads = table.horizontalHeader()
    yield from _smaller(heads.size(), QSize(0, heads.sizeHint().height()))
    for column in range(table.columnCount()):
        if heads.sectionSize(column) < heads.sectionSizeFromContents(column).width():
            yield f"heading {column} is cut off"
    if table.horizontalScrollBar().maximum() > 0 and not table.horizontalScrollBar().isVisible():
        yield "can't be scrolled sideways"


def _smaller(room: QSize, needed: QSize) -> Iterator[str]:
    if room.width() < needed.width() or room.height() < needed.height():
        yield f"has {room.width()} × {room.height()} and needs {needed.width()} × {needed.height()}"


def _hanging_out(widget: QWidget) -> Iterator[str]:
    """A widget has to lie inside all that it stands in; a page may scroll it up and down, but not aside."""
    parent, scrolls = widget.parentWidget(), False
    while parent is not None:
        place = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
        if isinstance(parent.parentWidget(), QScrollArea):
            scrolls = True  # the parent is a viewport
        sideways = place.left() < 0 or place.right() >= parent.width()
        if sideways or (not scrolls and (place.top() < 0 or place.bottom() >= parent.height())):
            yield f"at {place.getRect()} hangs out of {type(parent).__name__} {parent.width()} × {parent.height()}"
            return
        parent = parent.parentWidget()
