"""The radar's texts to the point: where each block stands, how wide it is, and when type gets small."""

from math import sqrt

import pytest

from quizapp.core.radar import Radar, RadarAxis, RadarStyle
from quizapp.core.radar_shapes import radar_shapes
from quizapp.core.shapes import Label, Line, Paint, Shape
from tests.core.test_radar_layout import LABELS, SIZES, Size, boxes, draw, measure, texts, touch

FONT, GAP, LINE = 13.0, 0.7 * 13, 1.3 * 13


def middle(shapes: tuple[Shape, ...]) -> tuple[float, float, float]:
    """Centre and radius of the chart."""
    spoke = next(shape for shape in shapes if isinstance(shape, Line))
    return *spoke.start, spoke.start[1] - spoke.end[1]


def blocks(shapes: tuple[Shape, ...]) -> list[tuple[Label, Label]]:
    """The name and the note of each axis."""
    labels = [label for label in texts(shapes) if label.paint is not Paint.SCALE]
    return list(zip(labels[::2], labels[1::2], strict=True))


def test_blocks_stand_off_the_ring_by_the_gap_on_the_four_sides() -> None:
    shapes = draw(LABELS["short"], 4, (640, 480))
    x, y, radius = middle(shapes)
    top, right, bottom, left = [name for name, _ in blocks(shapes)]
    reach = radius + GAP
    assert (top.x, top.y - FONT + 2 * LINE) == pytest.approx((x, y - reach))
    assert (right.x - right.width / 2, right.y - FONT + LINE) == pytest.approx((x + reach, y))
    assert (bottom.x, bottom.y - FONT) == pytest.approx((x, y + reach))
    assert (left.x + left.width / 2, left.y - FONT + LINE) == pytest.approx((x - reach, y))
    assert all(note.y - name.y == pytest.approx(LINE) and note.x == name.x for name, note in blocks(shapes))


def test_blocks_of_slanting_spokes_stand_fully_above_or_below_them() -> None:
    shapes = draw(LABELS["short"], 8, (800, 600))
    x, y, radius = middle(shapes)
    name, _ = blocks(shapes)[1]
    side = (radius + GAP) / sqrt(2)
    assert name.y - FONT + 2 * LINE == pytest.approx(y - side)
    assert name.x == pytest.approx(x + side + name.width / sqrt(8))


@pytest.mark.parametrize("note", ["1/3", "62 % · 8/13 and more words than a name has"])
@pytest.mark.parametrize("labels", LABELS)
def test_a_block_is_as_wide_as_its_widest_text(labels: str, note: str) -> None:
    for size in SIZES:
        shapes = draw(LABELS[labels], 3, size, note)
        needed: dict[float, list[float]] = {}
        for label in texts(shapes):
            if label.paint is not Paint.SCALE:
                # Bold type is taken to run 8 % wider.
                width = measure(label.text, label.size) * (1.08 if label.bold else 1)
                needed.setdefault(label.width, []).append(width)
        assert all(max(widths) == pytest.approx(width) for width, widths in needed.items())


@pytest.mark.parametrize("side", range(100, 420, 20))
def test_the_scale_has_all_its_numbers_where_they_have_room(side: int) -> None:
    shapes = draw(LABELS["short"], 5, (side, side), "")
    scale = [label for label in texts(shapes) if label.paint is Paint.SCALE]
    roomy = middle(shapes)[2] / 4 >= 1.4 * scale[0].size
    assert [label.text for label in scale] == (["25", "50", "75", "100"] if roomy else ["100"])


@pytest.mark.parametrize("count", range(3, 9))
def test_the_scale_keeps_off_narrow_labels_in_small_charts(count: int) -> None:
    for side in range(90, 300, 6):
        for note in ("1/3", "10/13", "62 % · 8/13"):
            axes = tuple(RadarAxis(name, 0.5, note) for name in LABELS["letters"][:count])
            found = boxes(radar_shapes(Radar(axes), (1.15 * side, side), RadarStyle(measure)))
            assert not [(one, other) for one in found for other in found if one is not other and touch(one, other)]


@pytest.mark.parametrize(
    ("labels", "count", "size", "least"),
    [
        ("middle", 4, (240, 200), 0.9),
        ("middle", 8, (320, 240), 0.9),
        ("long", 4, (320, 240), 1.0),
        ("long", 8, (480, 320), 0.8),
        ("middle", 4, (160, 140), 0.5),
        ("long", 8, (160, 140), 0.3),
    ],
)
def test_type_gets_small_only_where_a_chart_of_half_the_size_has_no_room(
    labels: str, count: int, size: Size, least: float
) -> None:
    shapes = draw(LABELS[labels], count, size)
    assert middle(shapes)[2] >= 0.15 * min(size) - 1e-6
    assert min(name.size for name in texts(shapes) if name.paint is Paint.LABEL) >= least * FONT - 1e-9
