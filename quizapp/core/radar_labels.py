"""Where the labels of a radar stand: beside their axes, inside the drawing, clear of one another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from math import cos, pi, sin, sqrt

from quizapp.core.radar import Radar, RadarAxis, RadarStyle
from quizapp.core.shapes import Label, Paint, Point, Shape

RINGS = (0.25, 0.5, 0.75, 1.0)
_LINE_HEIGHT = 1.3
_WRAPS = (40, 22, 16, 11)
_SCALES = (1.0, 0.9, 0.8)
_SMALL_SCALES = (0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1)


@dataclass(frozen=True, slots=True)
class LabelBlock:
    """The lines beside an axis with the box they need."""

    lines: tuple[tuple[str, bool], ...]
    size: float
    width: float
    height: float


_Fit = tuple[list[LabelBlock], float, RadarStyle]
"""The labels as wrapped, the radius that they leave, and the style with the type's size."""


def fit_labels(radar: Radar, size: tuple[float, float], style: RadarStyle) -> _Fit:
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


def _overlap(blocks: list[LabelBlock], radius: float, style: RadarStyle) -> bool:
    """Whether two texts would stand upon each other: the labels of the axes, the numbers of the scale."""
    corners = [
        label_corner(*pair, (0.0, 0.0), radius, style)
        for pair in zip(blocks, axis_directions(len(blocks)), strict=True)
    ]
    boxes = [(x, y, x + block.width, y + block.height) for block, (x, y) in zip(blocks, corners, strict=True)]
    boxes += [
        (label.x - label.width / 2, label.y - label.size, label.x + label.width / 2, label.y + label.size * 0.3)
        for label in scale_labels((0.0, 0.0), radius, style)
    ]
    return any(
        left < other_right and other_left < right and top < other_bottom and other_top < bottom
        for (left, top, right, bottom), (other_left, other_top, other_right, other_bottom) in combinations(boxes, 2)
    )


def _block(axis: RadarAxis, wrap: int, style: RadarStyle) -> LabelBlock:
    lines = tuple((line, True) for line in wrap_words(axis.label, wrap))
    if axis.note:
        lines += tuple((line, False) for line in wrap_words(axis.note, max(wrap, 16)))
    # Bold runs wider than the regular face that ``measure`` knows.
    width = max((style.measure(text, style.font_size) * (1.08 if bold else 1.0) for text, bold in lines), default=0.0)
    return LabelBlock(lines, style.font_size, width, len(lines) * style.font_size * _LINE_HEIGHT)


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


def _largest_radius(blocks: list[LabelBlock], size: tuple[float, float], style: RadarStyle) -> float:
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


def find_centre(size: tuple[float, float], blocks: list[LabelBlock], style: RadarStyle, radius: float) -> Point:
    """Where the middle has to be for chart and labels together to stand in the middle of the drawing."""
    left, top, right, bottom = _extent(blocks, radius, style)
    return (size[0] - left - right) / 2, (size[1] - top - bottom) / 2


def _extent(blocks: list[LabelBlock], radius: float, style: RadarStyle) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of chart and labels, seen from the middle of the chart."""
    directions = axis_directions(len(blocks))
    boxes = [label_corner(block, d, (0.0, 0.0), radius, style) for block, d in zip(blocks, directions, strict=True)]
    pad = style.padding
    return (
        min(-radius, *(x for x, _ in boxes)) - pad,
        min(-radius, *(y for _, y in boxes)) - pad,
        max(radius, *(x + block.width for (x, _), block in zip(boxes, blocks, strict=True))) + pad,
        max(radius, *(y + block.height for (_, y), block in zip(boxes, blocks, strict=True))) + pad,
    )


def label_corner(block: LabelBlock, direction: Point, centre: Point, radius: float, style: RadarStyle) -> Point:
    """The top left corner of an axis's label: outside the ring, and the further to the side the flatter the spoke."""
    gap = style.font_size * 0.7
    x = centre[0] + (radius + gap) * direction[0]
    y = centre[1] + (radius + gap) * direction[1]
    return x - block.width * (1 - direction[0]) / 2, y - block.height * (1 - _steep(direction[1])) / 2


def _steep(dy: float) -> float:
    """Labels above and below stand off fully as soon as their spoke is not flat."""
    return max(-1.0, min(1.0, dy * sqrt(2)))


def place_label(axis: RadarAxis, block: LabelBlock, corner: Point) -> list[Shape]:
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


def axis_directions(count: int) -> list[Point]:
    """Unit vectors clockwise from the top, y downwards."""
    return [(sin(2 * pi * i / count), -cos(2 * pi * i / count)) for i in range(count)]


def scale_labels(centre: Point, radius: float, style: RadarStyle) -> list[Label]:
    """The numbers of the rings, on the first spoke's left; too small a chart has none but 100."""
    size = style.font_size * 0.78
    rings = RINGS if radius / len(RINGS) >= size * 1.4 else RINGS[-1:]
    return [
        Label(Paint.SCALE, text, centre[0] - width / 2 - 4, centre[1] - radius * ring + size * 0.35, size, width)
        for ring in rings
        for text in [f"{ring * 100:.0f}"]
        for width in [style.measure(text, size)]
    ]
