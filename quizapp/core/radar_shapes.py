"""The geometry of the radar chart: pure shapes, drawn alike on screen, in SVG and in the report."""

from collections.abc import Callable, Sequence

from quizapp.core.radar import Radar, RadarStyle
from quizapp.core.radar_labels import (
    RINGS,
    axis_directions,
    find_centre,
    fit_labels,
    label_corner,
    place_label,
    scale_labels,
)
from quizapp.core.shapes import Dot, Line, Paint, Point, Polygon, Ribbon, Shape


def radar_shapes(radar: Radar, size: tuple[float, float], style: RadarStyle) -> tuple[Shape, ...]:
    """All shapes of a radar in a drawing of (width, height), back to front; no label leaves the drawing."""
    blocks, radius, style = fit_labels(radar, size, style)
    centre = find_centre(size, blocks, style, radius)
    directions = axis_directions(len(radar.axes))

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
        for label in place_label(axis, block, label_corner(block, direction, centre, radius, style))
    ]
    return (*rings, *spokes, *_series(radar, at, style), *scale_labels(centre, radius, style), *labels)


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
    return (
        shapes
        + _earlier_dots(radar, at, style)
        + [
            Dot(Paint.VALUE_WEAK if axis.weak else Paint.VALUE, point, style.font_size * 0.32, number)
            for number, (axis, point) in enumerate(zip(axes, points, strict=True))
            if axis.value is not None
        ]
    )


def _earlier_dots(radar: Radar, at: Callable[[Sequence[float]], tuple[Point, ...]], style: RadarStyle) -> list[Shape]:
    axes = radar.axes
    points = at([axis.earlier or 0.0 for axis in axes])
    return [
        Dot(Paint.EARLIER, point, style.font_size * 0.24, number)
        for number, (axis, point) in enumerate(zip(axes, points, strict=True))
        if axis.earlier is not None
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
        for span, low, high, d in zip(spans, lows, highs, axis_directions(len(spans)), strict=True)
        if span
    ]


def _aside(point: Point, direction: Point, by: float) -> Point:
    """A point moved at a right angle to a direction."""
    return point[0] - direction[1] * by, point[1] + direction[0] * by
