"""The table of attempts: as many rows as there are, as many columns as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from quizapp.storage.summary import AttemptSummary
from quizapp.ui.history_model import Column, HistoryModel, header_texts
from quizapp.ui.theme.theme import Appearance

translate = QCoreApplication.translate

_PADDING = 24
_LEAST_WORDS = 160
"""Pixels at 100 % below which the column of competencies says too little."""

_LEAST_ROWS = 3.5

_SPARED = (Column.ROLE, Column.DURATION, Column.COMPETENCIES, Column.KIND)
"""The columns in the order in which they go where room is short; whoever shows the table tells them of its row."""


class HistoryTable(QTableView):
    """Enter opens, Delete deletes what is selected; ``columns_changed`` says that another set of columns is shown."""

    opened = Signal(str)
    delete_pressed = Signal()
    columns_changed = Signal()

    def __init__(self, model: HistoryModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._model = model
        self._hidden: frozenset[Column] = frozenset()
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(self, appearance))
        self._set_up()
        appearance.theme_changed.connect(self._place)
        model.modelReset.connect(self._place)
        self.doubleClicked.connect(self._on_activated)

    @property
    def hides_columns(self) -> bool:
        """Whether room is too short for all that there is to tell."""
        return bool(self._hidden - {Column.ROLE})

    @property
    def chosen(self) -> tuple[AttemptSummary, ...]:
        """What is selected, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._model.attempt(row) for row in rows)

    @property
    def current(self) -> AttemptSummary | None:
        """The attempt at the cursor."""
        row = self.currentIndex().row()
        return self._model.attempt(row) if 0 <= row < self._model.rowCount() else None

    def choose_row(self, row: int) -> None:
        """Put the cursor on a row, or on the last one where there are fewer."""
        if last := self._model.rowCount():
            self.selectRow(min(row, last - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_activated()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_Slash:
            event.ignore()  # the page has a use for it
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def minimumSizeHint(self) -> QSize:
        """A few rows, however low the window is: the page scrolls then."""
        row = self.verticalHeader().defaultSectionSize()
        return QSize(200, self.horizontalHeader().sizeHint().height() + round(_LEAST_ROWS * row))

    def _set_up(self) -> None:
        self.setAccessibleName(translate("HistoryTable", "Attempts, newest first"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(1)

    def _place(self) -> None:
        height = self._appearance.theme.scaled(20) + 20
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(height)
            self.updateGeometry()
        widths = {column: self._width(column) for column in Column}
        room = self.viewport().width()
        hidden = self._choose_hidden(widths, room)
        shown = [column for column in Column if column not in hidden]
        wide = Column.COMPETENCIES if Column.COMPETENCIES in shown else Column.DAY
        widths[wide] = room - sum(widths[column] for column in shown if column is not wide)
        for column in Column:
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, widths[column])
        if hidden != self._hidden:
            self._hidden = hidden
            self.columns_changed.emit()

    def _choose_hidden(self, widths: dict[Column, int], room: int) -> frozenset[Column]:
        """The role goes where it is always the same one, then what there is no room for."""
        hidden = set() if len(set(self._model.samples(Column.ROLE))) > 1 else {Column.ROLE}
        for column in _SPARED:
            if sum(width for one, width in widths.items() if one not in hidden) <= room:
                break
            hidden.add(column)
        return frozenset(hidden)

    def _width(self, column: Column) -> int:
        if column is Column.COMPETENCIES:
            return self._appearance.theme.scaled(_LEAST_WORDS)
        texts: Sequence[str] = [*self._model.samples(column), header_texts()[column]]
        return max(self.fontMetrics().horizontalAdvance(text) for text in texts) + _PADDING

    def _on_activated(self) -> None:
        if attempt := self.current:
            self.opened.emit(attempt.id)


class _RowDelegate(QStyledItemDelegate):
    """Shows the cursor as lines along its whole row, which need not be among the selected ones."""

    def __init__(self, table: QTableView, appearance: Appearance) -> None:
        super().__init__(table)
        self._table = table
        self._appearance = appearance

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if self._table.hasFocus() and index.row() == self._table.currentIndex().row():
            rect, ink = option.rect, self._appearance.theme.colour("accent")
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), ink)
            painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), ink)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # Qt would frame a single cell
