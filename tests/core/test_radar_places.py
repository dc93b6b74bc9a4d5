"""Where the axes of a radar are: where they are drawn, and which one a pointer means."""

from math import hypot

import pytest

from quizapp.core.radar import Radar, RadarAxis, RadarStyle
from quizapp.core.radar_places import axis_at, radar_places
from quizapp.core.radar_shapes import radar_shapes
from quizapp.core.shapes import Dot, Label, Line

SIZE = (480.0, 360.0)
STYLE = RadarStyle(lambda text, size: len(text) * size * 0.55)


def radar(count: int) -> Radar:
    return Radar(tuple(RadarAxis(f"Axis number {n}", n / 8 if n % 3 else None, "3/4") for n in range(count)))


@pytest.mark.parametrize("count", range(3, 9))
def test_places_are_where_the_shapes_are(count: int) -> None:
    shapes = radar_shapes(radar(count), SIZE, STYLE)
    places = radar_places(radar(count), SIZE, STYLE)
    assert [(p.centre, p.end) for p in places] == [(s.start, s.end) for s in shapes if isinstance(s, Line)]
    assert [p.mark for p in places if p.mark] == [s.centre for s in shapes if isinstance(s, Dot)]
    assert [n for n, p in enumerate(places) if p.mark is None] == [n for n in range(count) if n % 3 == 0]
    for label in (s for s in shapes if isinstance(s, Label) and "number" in s.text):
        number = int(label.text[-1])
        left, top, right, bottom = places[number].box
        assert left <= label.x <= right
        assert top <= label.y <= bottom


@pytest.mark.parametrize("count", range(3, 9))
def test_a_pointer_means_the_axis_it_is_nearest_to(count: int) -> None:
    places = radar_places(radar(count), SIZE, STYLE)
    for number, place in enumerate(places):
        left, top, right, bottom = place.box
        assert axis_at(places, ((left + right) / 2, (top + bottom) / 2)) == number
        for share in (0.1, 0.5, 1.0, 1.1):
            assert axis_at(places, along(place.centre, place.end, share)) == number
        aside = along(place.centre, place.end, 0.6)
        assert axis_at(places, (aside[0] + 3, aside[1] - 3)) == number


def test_the_middle_and_the_outside_mean_none() -> None:
    places = radar_places(radar(4), SIZE, STYLE)
    (cx, cy), (ex, ey) = places[0].centre, places[0].end
    radius = hypot(ex - cx, ey - cy)
    assert axis_at(places, (cx, cy)) == -1
    assert axis_at(places, (cx + radius * 0.05, cy)) == -1
    assert axis_at(places, (cx + radius, cy + radius)) == -1


def along(start: tuple[float, float], end: tuple[float, float], share: float) -> tuple[float, float]:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
