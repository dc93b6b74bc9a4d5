"""The geometry of the radar chart: pure shapes, drawn alike on screen, in SVG and in the report."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations, product
from math import cos, pi, sin, sqrt

Point = tuple[float, float]
Measure = Callable[[str, float], float]
"""The width of a text at a font size, in the unit of that size."""


MIN_AXES, MAX_AXES = 3, 8


class Paint(StrEnum):
    """What a shape stands for; each painter has its own colours for these."""

    RING = "ring"
    SPOKE = "spoke"
    SPOKE_WEAK = "spoke-weak"  # too few answers on this axis
    BAND = "band"
    TARGET = "target"
    EARLIER = "earlier"
    VALUE = "value"
    VALUE_WEAK = "value-weak"
    SCALE = "scale"
    LABEL = "label"
    LABEL_WEAK = "label-weak"


@dataclass(frozen=True, slots=True)
class RadarAxis:
    """One axis; all values in 0..1 or None. ``weak`` marks too few answers; ``note`` stands under the label."""

    label: str
    value: float | None = None
    note: str = ""
    interval: tuple[float, float] | None = None
    target: float | None = None
    earlier: float | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Radar:
    """3 to 8 axes, clockwise from the top. Fewer than 3 make no area and are better shown as bars."""

    axes: tuple[RadarAxis, ...]

    def __post_init__(self) -> None:
        if not MIN_AXES <= len(self.axes) <= MAX_AXES:
            raise ValueError(f"a radar has {MIN_AXES} to {MAX_AXES} axes, not {len(self.axes)}")


@dataclass(frozen=True, slots=True)
class RadarStyle:
    """Sizes in the unit of the drawing; ``measure`` tells how wide a text will be."""

    measure: Measure
    font_size: float = 13.0
    padding: float = 4.0


@dataclass(frozen=True, slots=True)
class Polygon:
    paint: Paint
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The area between two polygons with the same number of points."""

    paint: Paint
    outer: tuple[Point, ...]
    inner: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Line:
    paint: Paint
    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark at a value. ``axis`` is the number of its axis, counted from 0."""

    paint: Paint
    centre: Point
    radius: float
    axis: int


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text, horizontally centred on ``x``, its baseline at ``y``; it fits in ``width``."""

    paint: Paint
    text: str
    x: float
    y: float
    size: float
    width: float
    bold: bool = False


Shape = Polygon | Ribbon | Line | Dot | Label

RINGS = (0.25, 0.5, 0.75, 1.0)
_LINE_HEIGHT = 1.3
_WRAPS = (40, 22, 16, 11)
_SCALES = (1.0, 0.9, 0.8)
_SMALL_SCALES = (0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1)


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines beside an axis with the box they need."""

    lines: tuple[tuple[str, bool], ...]
    size: float
    width: float
    height: float


_Fit = tuple[list[_Block], float, RadarStyle]
"""The labels as wrapped, the radius that they leave, and the style with the type's size."""


def radar_shapes(radar: Radar, size: tuple[float, float], style: RadarStyle) -> tuple[Shape, ...]:
    """All shapes of a radar in a drawing of (width, height), back to front; no label leaves the drawing."""
    blocks, radius, style = _fit(radar, size, style)
    centre = _centre(size, blocks, style, radius)
    directions = _directions(len(radar.axes))

    def at(values: Sequence[float]) -> tuple[Point, ...]:
        return tuple(
            (centre[0] + radius * value * dx, centre[1] + radius * value * dy)
            for value, (dx, dy) in zip(values, directions, strict=True)
        )

    rings = [Polygon(Paint.RING, at([ring] * len(directions))) for ring in RINGS]
    spokes = [
        Line(Paint.SPOKE_WEAK if axis.weak else Paint.SPOKE, centre, end)
        for axis, end in zip(radar.axes, at([1.0] * len(directions)), strict=True)
    ]
    labels = [
        label
        for axis, block, direction in zip(radar.axes, blocks, directions, strict=True)
        for label in _place(axis, block, _box(block, direction, centre, radius, style))
    ]
    return (*rings, *spokes, *_series(radar, at, style), *_scale(centre, radius, style), *labels)


def _series(radar: Radar, at: Callable[[Sequence[float]], tuple[Point, ...]], style: RadarStyle) -> list[Shape]:
    """Band, target, earlier attempt and values; an area needs a value on every axis, and enough answers for it."""
    axes = radar.axes
    shapes = _band(radar, at, style)
    for paint, values in (
        (Paint.TARGET, [axis.target for axis in axes]),
        (Paint.EARLIER, [axis.earlier for axis in axes]),
        (Paint.VALUE, [None if axis.weak else axis.value for axis in axes]),
    ):
        known = [value for value in values if value is not None]
        if len(known) == len(axes):
            shapes.append(Polygon(paint, at(known)))
    points = at([axis.value or 0.0 for axis in axes])
    return shapes + [
        Dot(Paint.VALUE_WEAK if axis.weak else Paint.VALUE, point, style.font_size * 0.32, number)
        for number, (axis, point) in enumerate(zip(axes, points, strict=True))
        if axis.value is not None
    ]


def _band(radar: Radar, at: Callable[[Sequence[float]], tuple[Point, ...]], style: RadarStyle) -> list[Shape]:
    """The intervals as one ribbon round the chart, or as a bar on each axis that has one where some have none."""
    spans = [axis.interval for axis in radar.axes]
    lows = at([span[0] if span else 0.0 for span in spans])
    highs = at([span[1] if span else 0.0 for span in spans])
    if all(spans):
        return [Ribbon(Paint.BAND, highs, lows)]
    half = style.font_size * 0.4
    return [
        Polygon(
            Paint.BAND, (_aside(low, d, half), _aside(high, d, half), _aside(high, d, -half), _aside(low, d, -half))
        )
        for span, low, high, d in zip(spans, lows, highs, _directions(len(spans)), strict=True)
        if span
    ]


def _aside(point: Point, direction: Point, by: float) -> Point:
    """A point moved at a right angle to a direction."""
    return point[0] - direction[1] * by, point[1] + direction[0] * by


def _scale(centre: Point, radius: float, style: RadarStyle) -> list[Label]:
    """The numbers of the rings, on the first spoke's left; too small a chart has none but 100."""
    size = style.font_size * 0.78
    rings = RINGS if radius / len(RINGS) >= size * 1.4 else RINGS[-1:]
    return [
        Label(Paint.SCALE, text, centre[0] - width / 2 - 4, centre[1] - radius * ring + size * 0.35, size, width)
        for ring in rings
        for text in [f"{ring * 100:.0f}"]
        for width in [style.measure(text, size)]
    ]


def _fit(radar: Radar, size: tuple[float, float], style: RadarStyle) -> _Fit:
    """The largest type and widest wrapping that leave the chart a fair radius, no text upon another.

    Small type is the last resort: a chart of half that radius comes first.
    """
    wanted = 0.3 * min(size)
    for scales, radius in ((_SCALES, wanted), (_SCALES, wanted / 2), (_SMALL_SCALES, wanted / 2)):
        for fit in _fits(radar, size, style, scales):
            if fit[1] >= radius and not _overlap(*fit):
                return fit
    return fit  # a drawing of no use: nothing is readable in it


def _fits(radar: Radar, size: tuple[float, float], style: RadarStyle, scales: Sequence[float]) -> Iterator[_Fit]:
    for scale, wrap in product(scales, _WRAPS):
        scaled = replace(style, font_size=style.font_size * scale)
        blocks = [_block(axis, wrap, scaled) for axis in radar.axes]
        yield blocks, _largest_radius(blocks, size, scaled), scaled


def _overlap(blocks: list[_Block], radius: float, style: RadarStyle) -> bool:
    """Whether two texts would stand upon each other: the labels of the axes, the numbers of the scale."""
    corners = [_box(*pair, (0.0, 0.0), radius, style) for pair in zip(blocks, _directions(len(blocks)), strict=True)]
    boxes = [(x, y, x + block.width, y + block.height) for block, (x, y) in zip(blocks, corners, strict=True)]
    boxes += [
        (label.x - label.width / 2, label.y - label.size, label.x + label.width / 2, label.y + label.size * 0.3)
        for label in _scale((0.0, 0.0), radius, style)
    ]
    return any(
        left < other_right and other_left < right and top < other_bottom and other_top < bottom
        for (left, top, right, bottom), (other_left, other_top, other_right, other_bottom) in combinations(boxes, 2)
    )


def _block(axis: RadarAxis, wrap: int, style: RadarStyle) -> _Block:
    lines = tuple((line, True) for line in wrap_words(axis.label, wrap))
    if axis.note:
        lines += tuple((line, False) for line in wrap_words(axis.note, max(wrap, 16)))
    # Bold runs wider than the regular face that ``measure`` knows.
    width = max((style.measure(text, style.font_size) * (1.08 if bold else 1.0) for text, bold in lines), default=0.0)
    return _Block(lines, style.font_size, width, len(lines) * style.font_size * _LINE_HEIGHT)


def wrap_words(text: str, limit: int) -> tuple[str, ...]:
    """Lines of whole words, about equally long, none over ``limit`` letters unless one word is."""
    words = text.split()
    fewest = len(_fill(words, limit))
    narrow = next(width for width in range(1, limit + 1) if len(_fill(words, width)) == fewest)
    return tuple(_fill(words, narrow))


def _fill(words: Sequence[str], limit: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= limit:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def _largest_radius(blocks: list[_Block], size: tuple[float, float], style: RadarStyle) -> float:
    """The largest radius with which chart and labels are as wide and as high as the drawing at the most."""
    low, high = 0.0, min(size) / 2
    for _ in range(24):
        middle = (low + high) / 2
        left, top, right, bottom = _extent(blocks, middle, style)
        if right - left <= size[0] and bottom - top <= size[1]:
            low = middle
        else:
            high = middle
    return low


def _centre(size: tuple[float, float], blocks: list[_Block], style: RadarStyle, radius: float) -> Point:
    """Where the middle has to be for chart and labels together to stand in the middle of the drawing."""
    left, top, right, bottom = _extent(blocks, radius, style)
    return (size[0] - left - right) / 2, (size[1] - top - bottom) / 2


def _extent(blocks: list[_Block], radius: float, style: RadarStyle) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of chart and labels, seen from the middle of the chart."""
    directions = _directions(len(blocks))
    boxes = [_box(block, d, (0.0, 0.0), radius, style) for block, d in zip(blocks, directions, strict=True)]
    pad = style.padding
    return (
        min(-radius, *(x for x, _ in boxes)) - pad,
        min(-radius, *(y for _, y in boxes)) - pad,
        max(radius, *(x + block.width for (x, _), block in zip(boxes, blocks, strict=True))) + pad,
        max(radius, *(y + block.height for (_, y), block in zip(boxes, blocks, strict=True))) + pad,
    )


def _box(block: _Block, direction: Point, centre: Point, radius: float, style: RadarStyle) -> Point:
    """The top left corner of an axis's label: outside the ring, and the further to the side the flatter the spoke."""
    gap = style.font_size * 0.7
    x = centre[0] + (radius + gap) * direction[0]
    y = centre[1] + (radius + gap) * direction[1]
    return x - block.width * (1 - direction[0]) / 2, y - block.height * (1 - _steep(direction[1])) / 2


def _steep(dy: float) -> float:
    """Labels above and below stand off fully as soon as their spoke is not flat."""
    return max(-1.0, min(1.0, dy * sqrt(2)))


def _place(axis: RadarAxis, block: _Block, corner: Point) -> list[Shape]:
    paint = Paint.LABEL_WEAK if axis.weak else Paint.LABEL
    step = block.size * _LINE_HEIGHT
    return [
        Label(
            paint if bold else Paint.LABEL_WEAK,
            text,
            corner[0] + block.width / 2,
            corner[1] + step * row + block.size * 1.0,
            block.size,
            block.width,
            bold,
        )
        for row, (text, bold) in enumerate(block.lines)
    ]


def _directions(count: int) -> list[Point]:
    """Unit vectors clockwise from the top, y downwards."""
    return [(sin(2 * pi * i / count), -cos(2 * pi * i / count)) for i in range(count)]
