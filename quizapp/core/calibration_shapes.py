"""The geometry of the calibration plot: pure shapes, drawn alike on screen, in SVG and in the report.

Stated confidence runs to the right and the share right upwards. Dashes mark where both are equal, areas where nine in
ten calibrated people would fall with as many answers, bars are the 90 % intervals of the shares.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.core.calibration import CONFIDENCES, Calibration, CalibrationPoint
from quizapp.core.radar import Measure
from quizapp.core.shapes import Dot, Label, Line, Paint, Point, Polygon, Shape

_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
_LEAST, _MOST = 0.12, 1.03
"""The confidences at the left and right edge of the field: room for the marks at 25 % and 95 %."""

_LINE_HEIGHT = 1.35


@dataclass(frozen=True, slots=True)
class CalibrationStyle:
    """Words and sizes, in the unit of the drawing; ``measure`` tells how wide a text will be.

    ``count`` holds ``{right}`` and ``{count}``; ``across`` and ``upwards`` name the two directions.
    """

    measure: Measure
    across: str
    upwards: str
    count: str
    font_size: float = 13.0
    padding: float = 4.0


@dataclass(frozen=True, slots=True)
class _Field:
    """The rectangle of the plot: where a confidence and a share stand."""

    left: float
    top: float
    right: float
    bottom: float

    def at(self, confidence: float, share: float) -> Point:
        across = (confidence - _LEAST) / (_MOST - _LEAST)
        return self.left + across * (self.right - self.left), self.bottom - share * (self.bottom - self.top)


def calibration_shapes(
    calibration: Calibration, size: tuple[float, float], style: CalibrationStyle
) -> tuple[Shape, ...]:
    """All shapes of the plot in a drawing of (width, height), back to front; no label leaves the drawing."""
    style = _fitting(calibration, size, style)
    field = _field(size, style)
    grid = [Line(Paint.RING, field.at(_LEAST, share), field.at(_MOST, share)) for share in _SHARES]
    equal = Line(Paint.TARGET, field.at(_LEAST, _LEAST), field.at(1.0, 1.0))
    bands = [_band(point, field, style) for point in calibration.points]
    marks = [shape for number, point in enumerate(calibration.points) for shape in _mark(number, point, field, style)]
    return (*grid, *bands, equal, *marks, *_labels(calibration, size, field, style))


def _field(size: tuple[float, float], style: CalibrationStyle) -> _Field:
    """What is left beside the numbers at the side, the name above, and three lines below."""
    step = style.font_size * _LINE_HEIGHT
    side = max(style.measure(_percent(share), style.font_size) for share in _SHARES) + style.font_size * 0.6
    width, height = size
    pad = style.padding
    return _Field(pad + side, pad + step * 1.5, width - pad, height - pad - step * 3.4)


def _fitting(calibration: Calibration, size: tuple[float, float], style: CalibrationStyle) -> CalibrationStyle:
    """The style with type small enough that no two labels touch, and the field keeps half of the height."""
    for tenths in range(10, 0, -1):
        smaller = replace(style, font_size=style.font_size * tenths / 10)
        if _fits(calibration, size, smaller):
            return smaller
    return smaller  # a drawing of no use: nothing is readable in it


def _fits(calibration: Calibration, size: tuple[float, float], style: CalibrationStyle) -> bool:
    field = _field(size, style)
    whole = max(style.measure(text, style.font_size) for text in (style.across, style.upwards))
    # The last label is nearer to the edge than any two are to each other: where it is inside, none touch.
    inside = all(label.x + label.width / 2 <= size[0] for label in _beneath(calibration, field, style))
    height = field.bottom - field.top
    lines = 1.3 * style.font_size * (len(_SHARES) - 1)
    return inside and whole <= field.right - field.left and height >= max(size[1] / 2, lines)


def _band(point: CalibrationPoint, field: _Field, style: CalibrationStyle) -> Polygon:
    """An area wider than the mark in it."""
    half = style.font_size
    (x, low), (_, high) = (field.at(point.confidence, right / point.count) for right in point.expected)
    return Polygon(Paint.BAND, ((x - half, high), (x + half, high), (x + half, low), (x - half, low)))


def _mark(number: int, point: CalibrationPoint, field: _Field, style: CalibrationStyle) -> Iterator[Shape]:
    """The interval as a line with a stroke across each end, and the share as a dot."""
    half = style.font_size * 0.3
    (x, low), (_, high) = (field.at(point.confidence, end) for end in point.interval)
    yield Line(Paint.VALUE, (x, low), (x, high))
    yield from (Line(Paint.VALUE, (x - half, y), (x + half, y)) for y in (low, high))
    yield Dot(Paint.VALUE, field.at(point.confidence, point.share), style.font_size * 0.36, number)


def _labels(
    calibration: Calibration, size: tuple[float, float], field: _Field, style: CalibrationStyle
) -> Iterator[Label]:
    font, measure = style.font_size, style.measure
    upwards = measure(style.upwards, font)
    yield Label(Paint.LABEL_WEAK, style.upwards, style.padding + upwards / 2, style.padding + font, font, upwards)
    for share in _SHARES:
        text = _percent(share)
        width = measure(text, font)
        x = field.left - font * 0.6 - width / 2
        yield Label(Paint.LABEL_WEAK, text, x, field.at(0.0, share)[1] + font * 0.36, font, width)
    yield from _beneath(calibration, field, style)
    across = measure(style.across, font)
    x = (field.left + field.right) / 2
    yield Label(Paint.LABEL_WEAK, style.across, x, size[1] - style.padding - font * 0.3, font, across)


def _beneath(calibration: Calibration, field: _Field, style: CalibrationStyle) -> list[Label]:
    """All four confidences, from left to right, and the counts of those that were stated."""
    font = style.font_size
    counts = {
        point.confidence: style.count.format(right=point.right, count=point.count) for point in calibration.points
    }
    rows = [
        (Paint.LABEL, {confidence: _percent(confidence) for confidence in CONFIDENCES}, True),
        (Paint.LABEL_WEAK, counts, False),
    ]
    return [
        Label(
            paint,
            text,
            field.at(confidence, 0.0)[0],
            field.bottom + font * (_LINE_HEIGHT * row + 1.65),  # clear of a mark at 0 %
            font,
            style.measure(text, font) * (1.08 if bold else 1.0),  # bold runs wider than the face that is measured
            bold,
        )
        for row, (paint, texts, bold) in enumerate(rows)
        for confidence, text in texts.items()
    ]


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"
