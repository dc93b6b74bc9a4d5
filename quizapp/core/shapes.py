"""What charts are made of: pure shapes that screens paint and reports write."""

from dataclasses import dataclass
from enum import StrEnum

Point = tuple[float, float]


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
