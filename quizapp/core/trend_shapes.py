"""The geometry of a trend: pure shapes, drawn alike on screen and in SVG.

Time runs to the right, the level upwards. Each attempt is a dot in a bar, its 90 % interval; with too few answers it is
a hollow dot without a bar. No line joins the dots: what lies between two attempts was not measured.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from quizapp.core.radar import Measure
from quizapp.core.shapes import Dot, Label, Line, Paint, Point, Polygon, Shape
from quizapp.core.trend import Trend, TrendPoint

_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
_NAMED = (0.0, 0.5, 1.0)
_LINE_HEIGHT = 1.35

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class TrendStyle:
    """Sizes in the unit of the drawing; ``dates`` are the words of the first and the last moment."""

    measure: Measure
    dates: tuple[str, str]
    font_size: float = 13.0
    padding: float = 4.0


@dataclass(frozen=True, slots=True)
class _Field:
    """The rectangle of the plot. ``gap`` keeps the first and the last mark inside."""

    left: float
    top: float
    right: float
    bottom: float
    gap: float
    span: Span

    def across(self, moment: datetime) -> float:
        first, last = self.span
        whole = (last - first).total_seconds()
        part = (moment - first).total_seconds() / whole if whole else 0.5
        return self.left + self.gap + part * (self.right - self.left - 2 * self.gap)

    def up(self, share: float) -> float:
        return self.bottom - share * (self.bottom - self.top)


def trend_shapes(trend: Trend, span: Span, size: tuple[float, float], style: TrendStyle) -> tuple[Shape, ...]:
    """All shapes of a trend in a drawing of (width, height), back to front; ``span`` is the shared axis of time."""
    style = _fitting(size, style)
    field = _field(span, size, style)
    grid = [Line(Paint.RING, (field.left, field.up(share)), (field.right, field.up(share))) for share in _SHARES]
    target = Line(Paint.TARGET, (field.left, field.up(trend.target)), (field.right, field.up(trend.target)))
    half, radius = _mark_sizes(trend, field, style)
    bars = [_bar(point, point.interval, field, half) for point in trend.points if point.interval]
    dots = [_dot(number, point, field, radius) for number, point in enumerate(trend.points)]
    return (*grid, *bars, target, *dots, *_labels(size, field, style))


def trend_places(trend: Trend, span: Span, size: tuple[float, float], style: TrendStyle) -> tuple[Point, ...]:
    """Where each point of a trend stands in the same drawing."""
    field = _field(span, size, _fitting(size, style))
    return tuple((field.across(point.at), field.up(point.value)) for point in trend.points)


def _field(span: Span, size: tuple[float, float], style: TrendStyle) -> _Field:
    font, pad = style.font_size, style.padding
    side = max(style.measure(_percent(share), font) for share in _NAMED) + font * 0.6
    below = font * (_LINE_HEIGHT + 0.5)
    return _Field(pad + side, pad + font * 0.6, size[0] - pad, size[1] - pad - below, font * 0.8, span)


def _fitting(size: tuple[float, float], style: TrendStyle) -> TrendStyle:
    """The style with type small enough that the two dates lie apart, and half of the height is left for the plot."""
    for tenths in range(10, 0, -1):
        smaller = replace(style, font_size=style.font_size * tenths / 10)
        taken = sum(style.measure(text, smaller.font_size) for text in style.dates) + smaller.font_size * 5
        if taken <= size[0] and smaller.font_size * 6 <= size[1]:
            return smaller
    return smaller  # a drawing of no use: nothing is readable in it


def _mark_sizes(trend: Trend, field: _Field, style: TrendStyle) -> tuple[float, float]:
    """Half the width of a bar, and the radius of a dot: the more there are, the smaller."""
    each = (field.right - field.left) / len(trend.points)
    return max(1.0, min(style.font_size * 0.4, each * 0.4)), max(1.5, min(style.font_size * 0.32, each * 0.5))


def _bar(point: TrendPoint, interval: tuple[float, float], field: _Field, half: float) -> Polygon:
    x, low, high = field.across(point.at), field.up(interval[0]), field.up(interval[1])
    return Polygon(Paint.BAND, ((x - half, high), (x + half, high), (x + half, low), (x - half, low)))


def _dot(number: int, point: TrendPoint, field: _Field, radius: float) -> Dot:
    paint = Paint.VALUE_WEAK if point.weak else Paint.VALUE
    return Dot(paint, (field.across(point.at), field.up(point.value)), radius, number)


def _labels(size: tuple[float, float], field: _Field, style: TrendStyle) -> Iterator[Label]:
    font, measure = style.font_size, style.measure
    for share in _NAMED:
        width = measure(_percent(share), font)
        yield Label(
            Paint.LABEL_WEAK,
            _percent(share),
            field.left - font * 0.6 - width / 2,
            field.up(share) + font * 0.36,
            font,
            width,
        )
    first, last = style.dates
    y = size[1] - style.padding - font * 0.3
    if first == last:
        yield Label(Paint.LABEL_WEAK, first, (field.left + field.right) / 2, y, font, measure(first, font))
        return
    for text, edge, side in ((first, field.left, 1), (last, field.right, -1)):
        width = measure(text, font)
        yield Label(Paint.LABEL_WEAK, text, edge + side * width / 2, y, font, width)


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"
