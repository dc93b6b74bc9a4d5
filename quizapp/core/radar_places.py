"""Where the axes of a drawn radar are: for a pointer that asks, and a mark that answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from quizapp.core.radar import Radar, RadarStyle
from quizapp.core.radar_labels import axis_directions, find_centre, fit_labels, label_corner
from quizapp.core.shapes import Point

_DEAD = 0.08
"""The share of the radius round the middle that belongs to no axis: all of them are there."""

_REACH = 1.15
"""How far from the middle an axis is still meant, in radii."""


@dataclass(frozen=True, slots=True)
class AxisPlace:
    """A spoke from ``centre`` to ``end``, its mark (None without a value), and the box of its label.

    ``box`` is left, top, right, bottom; all in the unit of the drawing.
    """

    centre: Point
    end: Point
    mark: Point | None
    box: tuple[float, float, float, float]


def radar_places(radar: Radar, size: tuple[float, float], style: RadarStyle) -> tuple[AxisPlace, ...]:
    """The place of each axis in a drawing of (width, height), as ``radar_shapes`` draws it."""
    blocks, radius, style = fit_labels(radar, size, style)
    centre = find_centre(size, blocks, style, radius)
    places = []
    for axis, block, direction in zip(radar.axes, blocks, axis_directions(len(blocks)), strict=True):
        x, y = label_corner(block, direction, centre, radius, style)
        mark = None if axis.value is None else _along(centre, direction, radius * axis.value)
        box = (x, y, x + block.width, y + block.height)
        places.append(AxisPlace(centre, _along(centre, direction, radius), mark, box))
    return tuple(places)


def axis_at(places: Sequence[AxisPlace], point: Point) -> int:
    """The number of the axis that a point means, or -1: that of its label, else the nearest direction in the chart."""
    x, y = point
    for number, place in enumerate(places):
        left, top, right, bottom = place.box
        if left <= x <= right and top <= y <= bottom:
            return number
    (cx, cy), (ex, ey) = places[0].centre, places[0].end
    radius, distance = hypot(ex - cx, ey - cy), hypot(x - cx, y - cy)
    if not radius * _DEAD <= distance <= radius * _REACH:
        return -1
    along = [(x - cx) * (place.end[0] - cx) + (y - cy) * (place.end[1] - cy) for place in places]
    return max(range(len(along)), key=along.__getitem__)


def _along(centre: Point, direction: Point, length: float) -> Point:
    return centre[0] + direction[0] * length, centre[1] + direction[1] * length
