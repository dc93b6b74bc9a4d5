"""The radar on screen: the shapes of core, painted in the theme's colours."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.core.radar import Radar, RadarAxis, RadarStyle
from quizapp.core.radar_shapes import radar_shapes
from quizapp.core.readiness import percent
from quizapp.ui.pictures import png_bytes
from quizapp.ui.theme.theme import Appearance, Theme, Type
from quizapp.ui.widgets.shape_paint import paint_shapes, text_measure


class RadarView(QWidget):
    """Shows a radar at any size. Screen readers get the values as its description; pages show a table beside it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._radar: Radar | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        appearance.theme_changed.connect(self.updateGeometry)
        appearance.theme_changed.connect(self.update)

    def set_radar(self, radar: Radar | None, name: str) -> None:
        self._radar = radar
        self.setAccessibleName(name)
        self.setAccessibleDescription(describe_radar(radar) if radar else "")
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._appearance.theme
        return QSize(theme.scaled(420), theme.scaled(340))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._radar:
            painter = QPainter(self)
            paint_radar(painter, self._radar, (self.width(), self.height()), self._appearance.theme)


def describe_radar(radar: Radar) -> str:
    """The values of a radar as one line of text."""
    return "; ".join(_describe_axis(axis) for axis in radar.axes)


def _describe_axis(axis: RadarAxis) -> str:
    text = f"{axis.label}: {axis.note or percent(axis.value or 0)}"
    return text if axis.earlier is None else f"{text}, earlier {percent(axis.earlier)}"


def paint_radar(painter: QPainter, radar: Radar, size: tuple[float, float], theme: Theme) -> None:
    """Paint a radar of (width, height) with a painter, in logical pixels."""
    style = RadarStyle(text_measure(theme), theme.pixels(Type.BODY) * 0.95)
    paint_shapes(painter, radar_shapes(radar, size, style), theme)


def radar_png(radar: Radar, theme: Theme, *, width: int = 960, height: int = 720, ratio: float = 2.0) -> bytes:
    """A radar as a PNG on the theme's surface, ``ratio`` pixels for each logical one."""
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(theme.colour("surface"))
    painter = QPainter(pixmap)
    paint_radar(painter, radar, (width, height), theme)
    painter.end()
    return png_bytes(pixmap)
