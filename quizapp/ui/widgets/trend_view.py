"""One competency over time: dots with their intervals; mouse and arrow keys give the numbers of each."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.core.trend import Trend
from quizapp.core.trend_shapes import Span, TrendStyle, trend_places, trend_shapes
from quizapp.ui.theme.theme import Appearance, Theme, Type
from quizapp.ui.trend_wording import date_texts, point_text, trend_text
from quizapp.ui.widgets.shape_paint import paint_shapes, text_measure

translate = QCoreApplication.translate

_REACH = 40
"""Pixels from a dot within which the mouse is at it."""


class TrendView(QWidget):
    """``point_changed`` carries the number of the point that is looked at, -1 for none; ``opened`` its attempt."""

    point_changed = Signal(int)
    opened = Signal(str)

    def __init__(self, trend: Trend, span: Span, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trend = trend
        self._span = span
        self._appearance = appearance
        self._current = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Trend", "{title} over time").format(title=trend.title))
        self.setAccessibleDescription(trend_text(trend))
        appearance.theme_changed.connect(self.updateGeometry)
        appearance.theme_changed.connect(self.update)

    @property
    def current(self) -> int:
        """The number of the point that is looked at, from the oldest; -1 for none."""
        return self._current

    def sizeHint(self) -> QSize:
        theme = self._appearance.theme
        return QSize(theme.scaled(420), theme.scaled(180))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._trend.points) - 1
        at = self._current if self._current >= 0 else last
        steps = {
            Qt.Key.Key_Left: max(0, at - 1),
            Qt.Key.Key_Right: min(last, at + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() in steps:
            self._set_current(steps[Qt.Key(event.key())])
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._set_current(self._current if self._current >= 0 else len(self._trend.points) - 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._set_current(-1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_current(self._nearest(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._set_current(-1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._set_current(self._nearest(event.position()))
        self._open()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, size = self._appearance.theme, (float(self.width()), float(self.height()))
        paint_shapes(painter, trend_shapes(self._trend, self._span, size, self._style(theme)), theme)
        if self._current >= 0:
            self._paint_current(painter, theme)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)

    def _paint_current(self, painter: QPainter, theme: Theme) -> None:
        x, y = self._places()[self._current]
        painter.setPen(QPen(theme.colour("text"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = theme.scaled(8)
        painter.drawEllipse(QPointF(x, y), radius, radius)

    def _open(self) -> None:
        if self._current >= 0:
            self.opened.emit(self._trend.points[self._current].attempt_id)

    def _nearest(self, at: QPointF) -> int:
        """The point under the mouse, or -1 where it is far from all."""
        far = [abs(x - at.x()) + abs(y - at.y()) / 4 for x, y in self._places()]
        nearest = min(range(len(far)), key=far.__getitem__)
        return nearest if far[nearest] <= _REACH else -1

    def _places(self) -> tuple[tuple[float, float], ...]:
        size = float(self.width()), float(self.height())
        return trend_places(self._trend, self._span, size, self._style(self._appearance.theme))

    def _style(self, theme: Theme) -> TrendStyle:
        return TrendStyle(text_measure(theme), date_texts(self._span), theme.pixels(Type.CAPTION), padding=8)

    def _set_current(self, number: int) -> None:
        if number != self._current:
            self._current = number
            told = point_text(self._trend.points[number]) if number >= 0 else trend_text(self._trend)
            self.setAccessibleDescription(told)
            self.update()
            self.point_changed.emit(number)
