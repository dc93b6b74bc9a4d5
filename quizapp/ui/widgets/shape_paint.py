"""Charts on screen: the shapes of core, painted in the theme's colours."""

from collections.abc import Callable, Iterable, Sequence
from functools import singledispatch

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from quizapp.core.shapes import Dot, Label, Line, Paint, Point, Polygon, Ribbon, Shape
from quizapp.ui.theme.theme import Theme, Type

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


def paint_shapes(painter: QPainter, shapes: Iterable[Shape], theme: Theme) -> None:
    """Paint shapes one upon the other, in logical pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in shapes:
        _paint(shape, painter, theme)


def text_measure(theme: Theme) -> Callable[[str, float], float]:
    """How wide a text is at a size, both in logical pixels."""

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
