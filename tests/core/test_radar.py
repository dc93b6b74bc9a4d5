"""The radar's geometry: where the axes point, where values lie, what is drawn and in which order."""

from math import cos, dist, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.radar import MAX_AXES, MIN_AXES, Radar, RadarAxis, RadarStyle
from quizapp.core.radar_labels import RINGS, wrap_words
from quizapp.core.radar_shapes import radar_shapes
from quizapp.core.shapes import Dot, Label, Line, Paint, Point, Polygon, Ribbon, Shape

STYLE = RadarStyle(lambda text, size: len(text) * size * 0.56)
SIZE = (640.0, 480.0)
counts = st.integers(MIN_AXES, MAX_AXES)
shares = st.floats(0, 1)


def radar_of(*axes: RadarAxis) -> tuple[Shape, ...]:
    return radar_shapes(Radar(axes), SIZE, STYLE)


def spokes(shapes: tuple[Shape, ...]) -> list[Line]:
    return [shape for shape in shapes if isinstance(shape, Line)]


def areas(shapes: tuple[Shape, ...], paint: Paint) -> list[tuple[Point, ...]]:
    return [shape.points for shape in shapes if isinstance(shape, Polygon) and shape.paint is paint]


def on_spoke(lines: list[Line], number: int, share: float) -> Point:
    (x, y), (u, v) = lines[number].start, lines[number].end
    return x + (u - x) * share, y + (v - y) * share


@given(counts)
def test_spokes_run_clockwise_from_the_top_and_are_equally_long(count: int) -> None:
    lines = spokes(radar_of(*[RadarAxis("Axis")] * count))
    assert len({line.start for line in lines}) == 1
    radius = lines[0].start[1] - lines[0].end[1]
    assert radius > 0.25 * min(SIZE)
    for number, line in enumerate(lines):
        angle = 2 * pi * number / count
        assert line.end[0] - line.start[0] == pytest.approx(radius * sin(angle), abs=1e-9)
        assert line.end[1] - line.start[1] == pytest.approx(-radius * cos(angle), abs=1e-9)


@given(st.lists(st.none() | shares, min_size=MIN_AXES, max_size=MAX_AXES))
def test_each_value_has_a_dot_at_its_distance_on_its_spoke(values: list[float | None]) -> None:
    shapes = radar_of(*[RadarAxis("Axis", value) for value in values])
    lines, dots = spokes(shapes), [shape for shape in shapes if isinstance(shape, Dot)]
    assert [dot.axis for dot in dots] == [number for number, value in enumerate(values) if value is not None]
    for dot in dots:
        assert dot.centre == pytest.approx(on_spoke(lines, dot.axis, values[dot.axis] or 0))
        assert dot.radius == pytest.approx(0.32 * 13)


@given(st.lists(st.tuples(shares, shares, shares, shares), min_size=MIN_AXES, max_size=MAX_AXES))
def test_areas_pass_through_the_values_of_their_axes(rows: list[tuple[float, float, float, float]]) -> None:
    low, high = [min(row[:2]) for row in rows], [max(row[:2]) for row in rows]
    shapes = radar_of(*[RadarAxis("Axis", a, "", (min(a, b), max(a, b)), target=c, earlier=d) for a, b, c, d in rows])
    lines = spokes(shapes)

    def through(shares: list[float]) -> list[object]:
        return [pytest.approx(on_spoke(lines, number, share)) for number, share in enumerate(shares)]

    (ribbon,) = [shape for shape in shapes if isinstance(shape, Ribbon)]
    assert (ribbon.paint, list(ribbon.outer), list(ribbon.inner)) == (Paint.BAND, through(high), through(low))
    for paint, column in ((Paint.VALUE, 0), (Paint.TARGET, 2), (Paint.EARLIER, 3)):
        (points,) = areas(shapes, paint)
        assert list(points) == through([row[column] for row in rows])


def test_rings_stand_at_quarters() -> None:
    shapes = radar_of(*[RadarAxis("Axis")] * 4)
    lines = spokes(shapes)
    rings = areas(shapes, Paint.RING)
    assert RINGS == (0.25, 0.5, 0.75, 1)
    for share, ring in zip(RINGS, rings, strict=True):
        assert list(ring) == [pytest.approx(on_spoke(lines, number, share)) for number in range(4)]


def test_an_area_needs_a_value_on_every_axis() -> None:
    shapes = radar_of(RadarAxis("A", 0.5, target=0.7), RadarAxis("B", target=0.7), RadarAxis("C", 0.2, target=0.7))
    assert areas(shapes, Paint.VALUE) == areas(shapes, Paint.EARLIER) == []
    assert len(areas(shapes, Paint.TARGET)) == 1
    assert not any(isinstance(shape, Ribbon) for shape in shapes)


def test_where_an_axis_lacks_an_interval_the_others_have_a_bar_along_their_spoke() -> None:
    shapes = radar_of(RadarAxis("A", 0.5, interval=(0.4, 0.7)), RadarAxis("B", 0.3, weak=True), RadarAxis("C"))
    assert not any(isinstance(shape, Ribbon) for shape in shapes)
    (bar,) = [shape for shape in shapes if isinstance(shape, Polygon) and shape.paint is Paint.BAND]
    (x, low), (_, high) = (on_spoke(spokes(shapes), 0, value) for value in (0.4, 0.7))
    half = max(px for px, _ in bar.points) - x
    assert half > 1
    assert sorted(px for px, _ in bar.points) == pytest.approx([x - half, x - half, x + half, x + half])
    assert sorted(py for _, py in bar.points) == pytest.approx([high, high, low, low])


def test_a_bar_is_a_rectangle_across_its_spoke() -> None:
    axes = [RadarAxis("Axis", interval=(0.2, 0.9) if number == 1 else None) for number in range(5)]
    shapes = radar_of(*axes)
    (points,) = areas(shapes, Paint.BAND)
    low, high = (on_spoke(spokes(shapes), 1, share) for share in (0.2, 0.9))
    for one, other, end in ((points[0], points[3], low), (points[1], points[2], high)):
        assert dist(one, other) == pytest.approx(2 * 0.4 * 13)
        assert ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2) == pytest.approx(end)
    assert dist(points[0], points[1]) == pytest.approx(dist(low, high))
    assert dist(points[0], points[2]) == pytest.approx(dist(points[1], points[3]))


def test_no_area_is_drawn_through_an_axis_with_too_few_answers() -> None:
    strong, weak = RadarAxis("A", 0.5, interval=(0.3, 0.7)), RadarAxis("B", 0.5, weak=True)
    for axes, drawn in (((strong, strong, strong), 1), ((strong, weak, strong), 0)):
        areas = [s for s in radar_of(*axes) if isinstance(s, Polygon) and s.paint is Paint.VALUE]
        assert len(areas) == drawn


def test_a_weak_axis_has_paints_of_its_own() -> None:
    shapes = radar_of(
        RadarAxis("A", 0.5, "note", weak=True), RadarAxis("B", 0.5, "note"), RadarAxis("C", 0.5, weak=True)
    )
    weak, plain = (Paint.SPOKE_WEAK, Paint.VALUE_WEAK), (Paint.SPOKE, Paint.VALUE)
    dots = [shape for shape in shapes if isinstance(shape, Dot)]
    assert [(line.paint, dot.paint) for line, dot in zip(spokes(shapes), dots, strict=True)] == [weak, plain, weak]
    labels = [shape for shape in shapes if isinstance(shape, Label) and shape.paint is not Paint.SCALE]
    assert [(label.text, label.paint, label.bold) for label in labels] == [
        ("A", Paint.LABEL_WEAK, True),
        ("note", Paint.LABEL_WEAK, False),
        ("B", Paint.LABEL, True),
        ("note", Paint.LABEL_WEAK, False),
        ("C", Paint.LABEL_WEAK, True),
    ]


def test_shapes_come_back_to_front() -> None:
    axis = RadarAxis("Axis", 0.5, "note", (0.4, 0.6), 0.7, 0.3)
    shapes = radar_of(axis, axis, axis)
    order = [Paint.RING, Paint.SPOKE, Paint.BAND, Paint.TARGET, Paint.EARLIER, Paint.VALUE, Paint.SCALE, Paint.LABEL]
    assert list(dict.fromkeys(shape.paint for shape in shapes if shape.paint is not Paint.LABEL_WEAK)) == order


def test_the_scale_counts_the_rings_beside_the_first_spoke() -> None:
    shapes = radar_of(*[RadarAxis("Axis")] * 5)
    scale = [shape for shape in shapes if isinstance(shape, Label) and shape.paint is Paint.SCALE]
    spoke = spokes(shapes)[0]
    assert [label.text for label in scale] == ["25", "50", "75", "100"]
    for label, share in zip(scale, RINGS, strict=True):
        x, y = on_spoke([spoke], 0, share)
        assert label.x + label.width / 2 == pytest.approx(x - 4)
        assert label.y == pytest.approx(y + 0.35 * label.size)
        assert label.size == pytest.approx(0.78 * 13)
        assert label.width == pytest.approx(STYLE.measure(label.text, label.size))
    small = radar_shapes(Radar((RadarAxis("A"),) * 5), (120, 120), STYLE)
    assert [shape.text for shape in small if isinstance(shape, Label) and shape.paint is Paint.SCALE] == ["100"]


@pytest.mark.parametrize("count", [0, 1, 2, 9])
def test_other_numbers_of_axes_make_no_radar(count: int) -> None:
    with pytest.raises(ValueError, match=f"^a radar has 3 to 8 axes, not {count}$"):
        Radar((RadarAxis("Axis"),) * count)


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("Prompting and context engineering", 40, ("Prompting and context engineering",)),
        ("Prompting and context engineering", 22, ("Prompting and", "context engineering")),
        ("Prompting and context engineering", 11, ("Prompting", "and context", "engineering")),
        ("a b c d e f", 6, ("a b c", "d e f")),
        ("Internationalisation", 11, ("Internationalisation",)),
        ("", 11, ()),
    ],
)
def test_words_are_wrapped_into_even_lines(text: str, limit: int, lines: tuple[str, ...]) -> None:
    assert wrap_words(text, limit) == lines


@given(st.text("abc ", max_size=60), st.integers(1, 40))
def test_wrapping_keeps_all_words_and_the_limit(text: str, limit: int) -> None:
    lines = wrap_words(text, limit)
    assert " ".join(lines).split() == text.split()
    assert all(len(line) <= limit or " " not in line for line in lines)
