"""A cell of the map of topics: name and counts upon a step of the scale, outlined where that would say too much."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from quizapp.core.score import Tally
from quizapp.ui.theme.heat import heat_scale, heat_step
from quizapp.ui.theme.theme import Appearance, Theme, Type
from quizapp.ui.topic_wording import ENOUGH, cell_text, numbers_text

_PADDING = 8
_WRAP = Qt.TextFlag.TextWordWrap.value
_BREAK = Qt.TextFlag.TextWrapAnywhere.value


class TopicCell(QWidget):
    """``looked_at`` says that mouse or keyboard came to it, ``left`` that they went."""

    looked_at = Signal()
    left = Signal()

    def __init__(self, title: str, tally: Tally | None, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = title
        self._tally = tally
        self._appearance = appearance
        self.numbers = numbers_text(title, tally)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.numbers)

    def least_width(self) -> int:
        """Pixels that its longest word needs, and no less than reads well."""
        title, counts = self._fonts()
        words = [QFontMetrics(title).horizontalAdvance(word) for word in self._title.split()]
        widest = max([*words, QFontMetrics(counts).horizontalAdvance(cell_text(self._tally))])
        return max(self._appearance.theme.scaled(120), widest + 2 * _PADDING + 2)

    def height_for(self, width: int) -> int:
        """Pixels that name and counts need at a width."""
        title, counts = (QFontMetrics(font) for font in self._fonts())
        return 2 * _PADDING + self._title_box(title, width).height() + 4 + counts.height()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.looked_at.emit()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.looked_at.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the focus is all that a click is for

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        ink = paint_ground(painter, QRectF(self.rect()), self._tally, theme)
        title, counts = self._fonts()
        box = self._title_box(QFontMetrics(title), self.width())
        painter.setPen(ink)
        painter.setFont(title)
        painter.drawText(box, self._wrap(QFontMetrics(title), self.width()), self._title)
        painter.setFont(counts)
        painter.drawText(self.rect().adjusted(_PADDING, 0, -_PADDING, -_PADDING), _COUNTS, cell_text(self._tally))
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(theme.colour("text"), 3 if self.hasFocus() else 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)

    def _title_box(self, metrics: QFontMetrics, width: int) -> QRect:
        room = QRect(_PADDING, _PADDING, width - 2 * _PADDING, 10_000)
        return metrics.boundingRect(room, self._wrap(metrics, width), self._title)

    def _wrap(self, metrics: QFontMetrics, width: int) -> int:
        """Lines of whole words; where one alone is wider than the cell, of letters."""
        widest = max(map(metrics.horizontalAdvance, self._title.split()), default=0)
        return _WRAP if widest <= width - 2 * _PADDING else _BREAK

    def _fonts(self) -> tuple[QFont, QFont]:
        theme = self._appearance.theme
        return theme.font(Type.CAPTION), theme.font(Type.BODY, QFont.Weight.DemiBold)


_COUNTS = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom).value


def paint_ground(painter: QPainter, box: QRectF, tally: Tally | None, theme: Theme) -> QColor:
    """Paint what a cell stands on, and tell the colour of the text upon it.

    Filled by the share right; with too few answers outlined in dashes, and flat without an outline if not asked.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if tally is None or not tally.scored:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("raised"))
        ink = theme.colour("muted")
    elif tally.scored < ENOUGH or tally.share is None:
        painter.setPen(QPen(theme.colour("outline"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(theme.colour("surface"))
        ink = theme.colour("text")
    else:
        step = heat_scale(theme.colours)[heat_step(tally.share)]
        painter.setPen(QPen(theme.colour("outline"), 1))
        painter.setBrush(QColor(step.fill))
        ink = QColor(step.text)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    return ink
