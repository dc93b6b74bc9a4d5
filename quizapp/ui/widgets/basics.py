"""Small pieces that all pages are made of."""

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quizapp.ui.theme.icons import build_icon
from quizapp.ui.theme.theme import Appearance, Type

translate = QCoreApplication.translate


def build_label(text: str = "", type_: Type | str = Type.BODY, *, wrap: bool = True, tone: str = "") -> QLabel:
    """A label that shows its text as it is, whatever it looks like."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("type", str(type_))
    label.setProperty("tone", tone)
    label.setWordWrap(wrap)
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return label


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the tone (``right``, ``wrong``, ``warn``, ``accent`` or none) of a label or card."""
    widget.setProperty("tone", tone)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


_INKS = {"primary": "on_accent", "quiet": "accent"}


class Button(QPushButton):
    """A push button: ``primary`` once a page, ``quiet`` for the rest, plain in between; icon in its text's colour."""

    def __init__(self, text: str, appearance: Appearance, *, kind: str = "", icon: str = "") -> None:
        super().__init__(text)
        self._appearance = appearance
        self._words = text
        self._kind = kind
        self._icon = icon
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)  # Enter presses the focused button; outside of dialogs Qt leaves that to Space
        appearance.theme_changed.connect(self._update_icon)
        self._update_icon()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self._update_icon()

    def set_words(self, text: str) -> None:
        """Say something else, shown or not."""
        is_compact = not self.text()
        if self.toolTip() == self._words:
            self.setToolTip(text)
        self._words = text
        self.set_compact(is_compact)

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone, where room is short; tooltip and accessible name keep the words."""
        self.setText("" if compact else self._words)
        self.setAccessibleName(self._words)
        if not self.toolTip():
            self.setToolTip(self._words)
        self._update_icon()

    def _update_icon(self) -> None:
        if self._icon:
            colour = self._appearance.theme.colour(_INKS.get(self._kind, "text"))
            size = self._appearance.theme.scaled(18)
            gap = 4 if self.text() else 0
            self.setIcon(build_icon(self._icon, colour, size, gap=gap))
            self.setIconSize(QSize(size + gap, size))


class Card(QFrame):
    """A surface with a border; its content goes into ``body``."""

    def __init__(self, parent: QWidget | None = None, *, tone: str = "", padding: int = 24) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setProperty("tone", tone)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)


class Bar(QFrame):
    """A bar across a page's top or bottom; its content goes into ``row``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(24, 12, 24, 12)
        self.row.setSpacing(8)


class Column(QScrollArea):
    """A scrolling page body: one column in the middle, as wide as reads well. Content goes into ``body``."""

    def __init__(self, appearance: Appearance, width: int = 880, *, padding: int = 32) -> None:
        super().__init__()
        self._appearance = appearance
        self._width = width
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._outer = QWidget()
        self._outer.setObjectName("column")
        self._inner = QWidget()
        self._inner.setObjectName("column")
        self._inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(16)
        self._centre = QHBoxLayout(self._outer)
        self._centre.setContentsMargins(0, 0, 0, 0)
        self._centre.addWidget(self._inner)
        self.setWidget(self._outer)
        appearance.theme_changed.connect(self._update_width)
        self._update_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The bar comes and goes with the height of the content. Its place stays free, so that nothing moves aside.
        taken = self.width() - self.viewport().width()
        self._centre.setContentsMargins(0, 0, max(0, self.verticalScrollBar().sizeHint().width() - taken), 0)

    def scroll_to(self, widget: QWidget) -> None:
        """Bring the top of a widget in the column to the top of the view."""
        top = widget.mapTo(self._outer, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(max(0, top - 16))

    def _update_width(self) -> None:
        self._inner.setMaximumWidth(self._appearance.theme.scaled(self._width))


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and away."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            clear_layout(inner)


def build_row(*widgets: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """A row of widgets; None stands for the room that is left."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    _fill(row, widgets)
    return row


def build_separator() -> QFrame:
    line = QFrame()
    line.setObjectName("separator")
    line.setFixedHeight(1)
    return line


def _fill(box: QBoxLayout, widgets: tuple[QWidget | None, ...]) -> None:
    for widget in widgets:
        if widget is None:
            box.addStretch(1)
        else:
            box.addWidget(widget)
