"""A combo box that changes only where a person chooses from its open list."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QWidget,
)

from quizapp.ui.theme.icons import icon_pixmap
from quizapp.ui.theme.theme import Appearance

_WIDEST_LIST = 320
"""Pixels at 100 % up to which the open list is wider than a small box."""

_LIST_PADDING = 48
"""Pixels of a row beside its text."""

_OPENING = {Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F4}


class ChoiceBox(QComboBox):
    """Entries of plain text under a first one that asks to choose. A choice may take something away elsewhere, so
    neither the wheel nor an arrow key changes the closed box: arrows, Space and F4 open it."""

    def __init__(
        self, appearance: Appearance, prompt: str, texts: Iterable[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._has_arrow = True
        self.setView(_build_list())
        self.setItemDelegate(_WrappedRows(self))
        self.addItem(prompt)
        self.addItems(list(texts))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(13)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def full_width(self) -> int:
        """Pixels that the longest entry needs in the closed box."""
        return self._longest + self._appearance.theme.scaled(18) + 40

    @property
    def _longest(self) -> int:
        return max(self.fontMetrics().horizontalAdvance(self.itemText(row)) for row in range(self.count()))

    def set_arrow(self, shown: bool) -> None:
        """Draw the arrow at the end of the box, or leave its place to something that lies there."""
        self._has_arrow = shown
        self.update()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """What is too long for the box ends with an ellipsis before the arrow."""
        super().initStyleOption(option)
        room = self.width() - self._appearance.theme.scaled(18) - 24
        shown = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, max(0, room))
        option.currentText = shown

    def showPopup(self) -> None:
        # A small box in the midst of a text has a list that is wider than itself.
        widest = min(self._appearance.theme.scaled(_WIDEST_LIST), self.window().width())
        self.view().setMinimumWidth(min(self._longest + _LIST_PADDING + 2, widest))
        self.view().doItemsLayout()  # the width of the box may be another one now
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the choice

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING:
            self.showPopup()
        else:
            event.ignore()  # the page has keys of its own

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._has_arrow:
            self._paint_arrow()

    def _paint_arrow(self) -> None:
        theme = self._appearance.theme
        size = theme.scaled(18)
        pixmap = icon_pixmap("chevron-down", theme.colour("muted" if self.isEnabled() else "outline"), size)
        left = 10 if self.isRightToLeft() else self.width() - size - 10
        painter = QPainter(self)
        painter.drawPixmap(left, (self.height() - size) // 2, pixmap)
        painter.end()


class _WrappedRows(QStyledItemDelegate):
    """Rows of the open list as high as their text is in the width of the box; Qt's own wrap in any width."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        self._box = box

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = max(self._box.width(), self._box.view().minimumWidth())
        room = QRect(0, 0, max(40, width - _LIST_PADDING), 10_000)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        height = self._box.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap.value, text).height()
        return QSize(room.width(), height + 16)


def _build_list() -> QListView:
    """The open list shows each text whole, on several lines where it has to."""
    view = QListView()
    view.setWordWrap(True)
    view.setTextElideMode(Qt.TextElideMode.ElideNone)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view
