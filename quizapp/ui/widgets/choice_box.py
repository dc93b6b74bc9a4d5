"""A combo box that changes only where a person chooses from its open list."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from quizapp.ui.theme.icons import icon_pixmap
from quizapp.ui.theme.theme import Appearance

_OPENING = {Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F4}


class ChoiceBox(QComboBox):
    """Entries of plain text under a first one that asks to choose. A choice may take something away elsewhere, so
    neither the wheel nor an arrow key changes the closed box: arrows, Space and F4 open it."""

    def __init__(
        self, appearance: Appearance, prompt: str, texts: Iterable[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
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
        widths = [self.fontMetrics().horizontalAdvance(self.itemText(row)) for row in range(self.count())]
        return max(widths) + self._appearance.theme.scaled(18) + 40

    def showPopup(self) -> None:
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
        room = QRect(0, 0, max(40, self._box.width() - 48), 10_000)
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
