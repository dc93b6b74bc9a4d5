"""A table that is read, not edited: as high as its rows, and no wider than its place where words can wrap."""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from quizapp.ui.theme.theme import Appearance

_PADDING = 24
"""Pixels of a cell beside its text: 8 on either side by the style sheet, and the style's own margin."""


class FactTable(QTableWidget):
    """The first column holds names and ``wrapping`` says which others hold words; the rest are numbers.

    Columns have the room that they need, and the first has the rest. Where that is too little, headings and words go
    on several lines; only where single words don't fit, the table scrolls sideways.
    """

    def __init__(
        self,
        header: Sequence[str],
        rows: Iterable[Sequence[str]],
        appearance: Appearance,
        wrapping: Iterable[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        lines = list(rows)
        super().__init__(len(lines), len(header), parent)
        self._appearance = appearance
        self._header = tuple(header)
        self._wrapping = frozenset({0, *wrapping})
        self.setHorizontalHeaderLabels(list(header))
        for r, line in enumerate(lines):
            for c, text in enumerate(line):
                self.setItem(r, c, _build_cell(text, is_number=c not in self._wrapping))
        self._set_up()
        appearance.theme_changed.connect(self._place)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _set_up(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(1)

    def _place(self) -> None:
        room = self.viewport().width()
        self._set_header(is_broken=False)
        whole = [self._width(column, broken=False) for column in range(self.columnCount())]
        is_broken = sum(whole) > room
        widths = self._broken_widths(whole, room) if is_broken else [room - sum(whole[1:]), *whole[1:]]
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._set_heights(is_wide=sum(widths) > room)

    def _broken_widths(self, whole: Sequence[int], room: int) -> list[int]:
        """Each column as narrow as its longest word allows; those of words share what is left by what they lack."""
        self._set_header(is_broken=True)
        least = [self._width(column, broken=True) for column in range(self.columnCount())]
        lacks = [whole[c] - least[c] if c in self._wrapping else 0 for c in range(self.columnCount())]
        left = max(0, room - sum(least))
        return [
            width + (left * lack // sum(lacks) if any(lacks) else 0) for width, lack in zip(least, lacks, strict=True)
        ]

    def _width(self, column: int, *, broken: bool) -> int:
        """Pixels that a column needs under its heading; ``broken`` where words, if it has some, may be broken."""
        cells = self.fontMetrics()
        texts = [item.text() for row in range(self.rowCount()) if (item := self.item(row, column))]
        parts = [
            word for text in texts for word in (text.split(" ") if broken and column in self._wrapping else [text])
        ]
        widest = max((cells.horizontalAdvance(part) for part in parts), default=0)
        return max(widest + _PADDING, self.horizontalHeader().sectionSizeHint(column))

    def _set_header(self, *, is_broken: bool) -> None:
        for column, title in enumerate(self._header):
            if item := self.horizontalHeaderItem(column):
                item.setText("\n".join(title.split(" ")) if is_broken else title)
                side = Qt.AlignmentFlag.AlignLeft if column in self._wrapping else Qt.AlignmentFlag.AlignRight
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def _set_heights(self, *, is_wide: bool) -> None:
        for row in range(self.rowCount()):
            self.setRowHeight(row, self._row_height(row))
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height() if is_wide else 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + bar + 4)

    def _row_height(self, row: int) -> int:
        flags = Qt.TextFlag.TextWordWrap.value
        heights = [self._appearance.theme.scaled(20)]
        for column in range(self.columnCount()):
            if item := self.item(row, column):
                room = QRect(0, 0, self.columnWidth(column) - _PADDING + 2, 10_000)
                heights.append(self.fontMetrics().boundingRect(room, flags, item.text()).height())
        return max(heights) + 20


def _build_cell(text: str, *, is_number: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(_kept_together(text))
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return item


def _kept_together(text: str) -> str:
    """A number stays on one line with its unit and its sign."""
    return re.sub(r"(?<=\d) (?=%)|(?<=[<>]) (?=\d)", "\u00a0", text)
