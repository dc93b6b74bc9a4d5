"""The geometry of a team's radar: one line a member upon the axes, or the median with the band of the middle half."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.core.radar import MAX_AXES, MIN_AXES, Radar, RadarAxis, RadarStyle
from quizapp.core.radar_places import AxisPlace, radar_places
from quizapp.core.readiness import percent
from quizapp.core.shapes import Point
from quizapp.core.team import Member, Spread, build_spreads

LINES = 8
"""More lines than these can't be told apart: the median and the spread stand for them."""


@dataclass(frozen=True, slots=True)
class MemberLine:
    """The member ``number`` (from 0): ``marks`` where a level is known, ``strokes`` between neighbouring ones."""

    number: int
    marks: tuple[Point, ...]
    strokes: tuple[tuple[Point, Point], ...]


def has_lines(members: Sequence[Member]) -> bool:
    """Whether each member has a line of its own."""
    return len(members) <= LINES


def team_radar(members: Sequence[Member]) -> Radar | None:
    """The axes with their targets, and the median with the spread where members are too many for lines.

    None where a radar has too few or too many axes (tables serve).
    """
    spreads = build_spreads(members)
    if not MIN_AXES <= len(spreads) <= MAX_AXES:
        return None
    return Radar(tuple(_axis(spread, is_whole=not has_lines(members)) for spread in spreads))


def member_lines(
    members: Sequence[Member], radar: Radar, size: tuple[float, float], style: RadarStyle
) -> tuple[MemberLine, ...]:
    """The lines in a drawing of (width, height), as ``radar_shapes`` draws its axes; none for too many members."""
    if not has_lines(members):
        return ()
    places = radar_places(radar, size, style)
    return tuple(_line(number, member, places) for number, member in enumerate(members))


def _line(number: int, member: Member, places: Sequence[AxisPlace]) -> MemberLine:
    points = [
        None if level.level is None else _along(place, level.level)
        for level, place in zip(member.levels, places, strict=True)
    ]
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return MemberLine(
        number,
        tuple(point for point in points if point),
        tuple((start, end) for start, end in pairs if start and end),
    )


def _axis(spread: Spread, *, is_whole: bool) -> RadarAxis:
    note = "–" if spread.median is None else f"median {percent(spread.median)}"
    axis = RadarAxis(spread.short_title, note=note, target=spread.target, weak=not spread.measured)
    if not is_whole or spread.median is None:
        return axis
    # The band is told as the middle half: where few are measured, it would be something else.
    return replace(axis, value=spread.median, interval=spread.span if spread.is_half else None)


def _along(place: AxisPlace, share: float) -> Point:
    (x, y), (ex, ey) = place.centre, place.end
    return x + (ex - x) * share, y + (ey - y) * share
