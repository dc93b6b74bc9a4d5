"""The radar of a team: a line a member, told apart by colour, line and mark; arrow keys give an axis' numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.core.radar import Radar, RadarStyle
from quizapp.core.radar_places import AxisPlace, axis_at, radar_places
from quizapp.core.radar_shapes import radar_shapes
from quizapp.core.team import Member
from quizapp.core.team_shapes import MemberLine, member_lines
from quizapp.ui.theme.theme import Appearance, Theme, Type
from quizapp.ui.widgets.member_mark import member_pen, paint_mark
from quizapp.ui.widgets.shape_paint import paint_shapes, text_measure


class TeamRadar(QWidget):
    """Pages show a table beside it. ``axis_changed`` carries the axis that is looked at, -1 for none."""

    axis_changed = Signal(int)

    def __init__(
        self,
        radar: Radar,
        members: Sequence[Member],
        texts: Sequence[str],
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        """``texts`` says all that is known of each axis."""
        super().__init__(parent)
        self._radar = radar
        self._members = tuple(members)
        self._texts = tuple(texts)
        self._appearance = appearance
        self._current = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleDescription("\n".join(self._texts))
        appearance.theme_changed.connect(self.update)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self._texts)
        steps = {
            Qt.Key.Key_Left: self._current - 1 if self._current > 0 else count - 1,
            Qt.Key.Key_Right: self._current + 1 if self._current + 1 < count else 0,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
        }
        if event.key() in steps:
            self._set_current(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._set_current(max(0, self._current))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._set_current(-1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = axis_at(self._places(), (event.position().x(), event.position().y()))
        if number >= 0 or not self.hasFocus():
            self._set_current(number)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._set_current(-1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        if self._current >= 0:
            _paint_current(painter, self._places()[self._current], theme)
        paint_shapes(painter, radar_shapes(self._radar, self._room(), _style(theme)), theme)
        for line in member_lines(self._members, self._radar, self._room(), _style(theme)):
            _paint_line(painter, line, theme)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)

    def _room(self) -> tuple[float, float]:
        return self.width(), self.height()

    def _places(self) -> tuple[AxisPlace, ...]:
        return radar_places(self._radar, self._room(), _style(self._appearance.theme))

    def _set_current(self, number: int) -> None:
        if number == self._current:
            return
        self._current = number
        self.setAccessibleDescription(self._texts[number] if number >= 0 else "\n".join(self._texts))
        self.update()
        self.axis_changed.emit(number)


def _style(theme: Theme) -> RadarStyle:
    return RadarStyle(text_measure(theme), theme.pixels(Type.BODY) * 0.95)


def _paint_line(painter: QPainter, line: MemberLine, theme: Theme) -> None:
    painter.setPen(member_pen(line.number, theme))
    for start, end in line.strokes:
        painter.drawLine(QPointF(*start), QPointF(*end))
    for mark in line.marks:
        paint_mark(painter, line.number, QPointF(*mark), theme)


def _paint_current(painter: QPainter, place: AxisPlace, theme: Theme) -> None:
    """Beneath the chart: a box behind the label, and a thick spoke."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left, top, right, bottom = place.box
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    painter.setBrush(theme.colour("accent_soft"))
    painter.drawRoundedRect(QRectF(left - 3, top - 1, right - left + 6, bottom - top + 3), 4, 4)
    painter.setPen(QPen(theme.colour("text"), 2.5))
    painter.drawLine(QPointF(*place.centre), QPointF(*place.end))
