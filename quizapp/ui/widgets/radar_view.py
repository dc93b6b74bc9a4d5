"""The radar on screen: the shapes of core in the theme's colours; mouse and arrow keys give an axis' numbers."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.core.radar import Radar, RadarAxis, RadarStyle
from quizapp.core.radar_places import AxisPlace, axis_at, radar_places
from quizapp.core.radar_shapes import radar_shapes
from quizapp.core.readiness import percent
from quizapp.ui.pictures import png_bytes
from quizapp.ui.radar_wording import axis_text
from quizapp.ui.theme.theme import Appearance, Theme, Type
from quizapp.ui.widgets.shape_paint import paint_shapes, text_measure


class RadarView(QWidget):
    """Shows a radar at any size. Screen readers get the values as its description; pages show a table beside it.

    ``axis_changed`` carries the number of the axis that is looked at, -1 for none.
    """

    axis_changed = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._radar: Radar | None = None
        self._verdicts: Mapping[str, str] = {}
        self._current = -1
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        appearance.theme_changed.connect(self.updateGeometry)
        appearance.theme_changed.connect(self.update)

    @property
    def current(self) -> int:
        """The number of the axis that is looked at, clockwise from the top; -1 for none."""
        return self._current

    def set_radar(self, radar: Radar | None, name: str, verdicts: Mapping[str, str] | None = None) -> None:
        """``verdicts`` says what is to be told of an axis beside its numbers, by the axis' label."""
        self._radar = radar
        self._verdicts = verdicts or {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if radar else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self._current = -1
        self._tell(0 if radar and self.hasFocus() else -1)

    def text_of(self, number: int) -> str:
        """All that is known of an axis, in one line."""
        assert self._radar
        axis = self._radar.axes[number]
        return axis_text(axis, self._verdicts.get(axis.label, ""))

    def sizeHint(self) -> QSize:
        theme = self._appearance.theme
        return QSize(theme.scaled(420), theme.scaled(340))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self._radar.axes) if self._radar else 0
        steps = {
            Qt.Key.Key_Left: self._current - 1 if self._current > 0 else count - 1,
            Qt.Key.Key_Right: self._current + 1 if self._current + 1 < count else 0,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
        }
        if count and event.key() in steps:
            self._set_current(steps[Qt.Key(event.key())])
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._radar:
            self._set_current(max(0, self._current))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._set_current(-1)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._radar:
            number = axis_at(self._places(self._radar), (event.position().x(), event.position().y()))
            if number >= 0 or not self.hasFocus():
                self._set_current(number)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._set_current(-1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._radar:
            return
        painter = QPainter(self)
        theme = self._appearance.theme
        if self._current >= 0:
            _paint_current(painter, self._places(self._radar)[self._current], theme)
        paint_radar(painter, self._radar, (self.width(), self.height()), theme)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)

    def _places(self, radar: Radar) -> tuple[AxisPlace, ...]:
        return radar_places(radar, (self.width(), self.height()), _style(self._appearance.theme))

    def _set_current(self, number: int) -> None:
        if number != self._current:
            self._tell(number)

    def _tell(self, number: int) -> None:
        self._current = number
        whole = describe_radar(self._radar) if self._radar else ""
        self.setAccessibleDescription(self.text_of(number) if number >= 0 else whole)
        self.update()
        self.axis_changed.emit(number)


def describe_radar(radar: Radar) -> str:
    """The values of a radar as one line of text."""
    return "; ".join(_describe_axis(axis) for axis in radar.axes)


def _describe_axis(axis: RadarAxis) -> str:
    text = f"{axis.label}: {axis.note or percent(axis.value or 0)}"
    return text if axis.earlier is None else f"{text}, earlier {percent(axis.earlier)}"


def paint_radar(painter: QPainter, radar: Radar, size: tuple[float, float], theme: Theme) -> None:
    """Paint a radar of (width, height) with a painter, in logical pixels."""
    paint_shapes(painter, radar_shapes(radar, size, _style(theme)), theme)


def radar_png(radar: Radar, theme: Theme, *, width: int = 960, height: int = 720, ratio: float = 2.0) -> bytes:
    """A radar as a PNG on the theme's surface, ``ratio`` pixels for each logical one."""
    return png_bytes(radar_pixmap(radar, theme, width=width, height=height, ratio=ratio))


def radar_pixmap(radar: Radar, theme: Theme, *, width: int = 960, height: int = 720, ratio: float = 2.0) -> QPixmap:
    """The picture of ``radar_png``, before it is a file."""
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(theme.colour("surface"))
    painter = QPainter(pixmap)
    paint_radar(painter, radar, (width, height), theme)
    painter.end()
    return pixmap


def _style(theme: Theme) -> RadarStyle:
    return RadarStyle(text_measure(theme), theme.pixels(Type.BODY) * 0.95, padding=10)


def _paint_current(painter: QPainter, place: AxisPlace, theme: Theme) -> None:
    """Beneath the chart: a box behind the label, a thick spoke, and a ring round the mark."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left, top, right, bottom = place.box
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    painter.setBrush(theme.colour("accent_soft"))
    painter.drawRoundedRect(QRectF(left - 6, top - 2, right - left + 12, bottom - top + 4), 4, 4)
    painter.setPen(QPen(theme.colour("text"), 2.5))
    painter.drawLine(QPointF(*place.centre), QPointF(*place.end))
    if place.mark:
        painter.setPen(QPen(theme.colour("text"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(*place.mark), theme.scaled(9), theme.scaled(9))
