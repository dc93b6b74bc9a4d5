"""The radar on screen: the shapes of core, painted in the theme's colours."""

from collections.abc import Callable, Sequence
from functools import singledispatch

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.core.radar import Radar, RadarStyle
from quizapp.core.radar_shapes import radar_shapes
from quizapp.core.readiness import percent
from quizapp.core.shapes import Dot, Label, Line, Paint, Point, Polygon, Ribbon, Shape
from quizapp.ui.pictures import png_bytes
from quizapp.ui.theme.theme import Appearance, Theme, Type

_INKS = {
    Paint.RING: "border",
    Paint.SPOKE: "border",
    Paint.SPOKE_WEAK: "outline",
    Paint.BAND: "accent",
    Paint.TARGET: "text",
    Paint.EARLIER: "muted",
    Paint.VALUE: "accent",
    Paint.VALUE_WEAK: "outline",
    Paint.SCALE: "muted",
    Paint.LABEL: "text",
    Paint.LABEL_WEAK: "muted",
}
_DASHED = frozenset({Paint.TARGET, Paint.EARLIER, Paint.SPOKE_WEAK})
_FILLS = {Paint.VALUE: 0.08, Paint.BAND: 0.2}
_WIDTHS = {Paint.VALUE: 2.5, Paint.TARGET: 1.5, Paint.EARLIER: 1.5}


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
    return "; ".join(f"{axis.label}: {axis.note or percent(axis.value or 0)}" for axis in radar.axes)


def paint_radar(painter: QPainter, radar: Radar, size: tuple[float, float], theme: Theme) -> None:
    """Paint a radar of (width, height) with a painter, in logical pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    style = RadarStyle(_measure(theme), theme.pixels(Type.BODY) * 0.95)
    for shape in radar_shapes(radar, size, style):
        _paint(shape, painter, theme)


def radar_png(radar: Radar, theme: Theme, *, width: int = 960, height: int = 720, ratio: float = 2.0) -> bytes:
    """A radar as a PNG on the theme's surface, ``ratio`` pixels for each logical one."""
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(theme.colour("surface"))
    painter = QPainter(pixmap)
    paint_radar(painter, radar, (width, height), theme)
    painter.end()
    return png_bytes(pixmap)


def _measure(theme: Theme) -> Callable[[str, float], float]:
    def measure(text: str, size: float) -> float:
        return QFontMetricsF(_font(theme, size, bold=False)).horizontalAdvance(text)

    return measure


def _font(theme: Theme, size: float, *, bold: bool) -> QFont:
    font = theme.font(Type.BODY, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setPixelSize(max(1, round(size)))
    return font


def _polygon(points: Sequence[Point]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _pen(paint: Paint, theme: Theme) -> QPen:
    pen = QPen(theme.colour(_INKS[paint]), _WIDTHS.get(paint, 1.0))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if paint in _DASHED:
        pen.setStyle(Qt.PenStyle.DashLine)
    return pen


def _soft(paint: Paint, theme: Theme, alpha: float) -> QColor:
    colour = theme.colour(_INKS[paint])
    colour.setAlphaF(alpha)
    return colour


@singledispatch
def _paint(shape: Shape, painter: QPainter, theme: Theme) -> None:
    raise TypeError(f"no way to paint {shape} with {painter} in {theme}")


@_paint.register
def _(shape: Polygon, painter: QPainter, theme: Theme) -> None:
    fill = _FILLS.get(shape.paint)
    painter.setPen(Qt.PenStyle.NoPen if shape.paint is Paint.BAND else _pen(shape.paint, theme))
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else _soft(shape.paint, theme, fill))
    painter.drawPolygon(_polygon(shape.points))


@_paint.register
def _(shape: Ribbon, painter: QPainter, theme: Theme) -> None:
    path = QPainterPath()
    path.addPolygon(_polygon([*shape.outer, shape.outer[0]]))
    path.addPolygon(_polygon([*shape.inner, shape.inner[0]]))
    painter.fillPath(path, _soft(shape.paint, theme, _FILLS[shape.paint]))


@_paint.register
def _(shape: Line, painter: QPainter, theme: Theme) -> None:
    painter.setPen(_pen(shape.paint, theme))
    painter.drawLine(QPointF(*shape.start), QPointF(*shape.end))


@_paint.register
def _(shape: Dot, painter: QPainter, theme: Theme) -> None:
    is_weak = shape.paint is Paint.VALUE_WEAK
    painter.setPen(QPen(theme.colour(_INKS[shape.paint]), 2))
    painter.setBrush(theme.colour("surface" if is_weak else _INKS[shape.paint]))
    painter.drawEllipse(QPointF(*shape.centre), shape.radius, shape.radius)


@_paint.register
def _(shape: Label, painter: QPainter, theme: Theme) -> None:
    painter.setPen(theme.colour(_INKS[shape.paint]))
    painter.setFont(_font(theme, shape.size, bold=shape.bold))
    room = QRectF(shape.x - 400, shape.y - shape.size * 1.2, 800, shape.size * 1.6)
    painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, shape.text)
