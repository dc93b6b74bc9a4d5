"""The calibration plot as shapes: marks where the numbers are, labels whole and apart."""

from itertools import combinations

import pytest

from quizapp.core.calibration import CONFIDENCES, Calibration, CalibrationPoint
from quizapp.core.calibration_shapes import CalibrationStyle, calibration_shapes
from quizapp.core.shapes import Dot, Label, Line, Paint, Polygon, Shape

ALL = Calibration(tuple(CalibrationPoint(confidence, 40, 25) for confidence in CONFIDENCES))
FEW = Calibration((CalibrationPoint(0.25, 3, 0), CalibrationPoint(0.95, 4, 4)))
MANY = Calibration(tuple(CalibrationPoint(confidence, 2000, 1250) for confidence in CONFIDENCES))
SIZES = [(280, 320), (453, 210), (560, 320), (1600, 500), (300, 900)]


def width(text: str, size: float) -> float:
    return 0.55 * size * len(text)


def shapes_of(calibration: Calibration, size: tuple[float, float], font: float = 13.0) -> tuple[Shape, ...]:
    style = CalibrationStyle(width, "How sure you were", "Share right", "{right} of {count}", font)
    return calibration_shapes(calibration, size, style)


def labels_of(shapes: tuple[Shape, ...]) -> list[Label]:
    return [shape for shape in shapes if isinstance(shape, Label)]


def height_of(shapes: tuple[Shape, ...], share: float) -> float:
    """Where a share stands, by the lines at 0 and 100 %."""
    grid = [shape.start[1] for shape in shapes if isinstance(shape, Line) and shape.paint is Paint.RING]
    return max(grid) - share * (max(grid) - min(grid))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("font", [11.0, 13.0, 26.0])
@pytest.mark.parametrize("calibration", [ALL, FEW, MANY])
def test_all_is_inside_and_no_two_labels_touch(
    size: tuple[float, float], font: float, calibration: Calibration
) -> None:
    shapes = shapes_of(calibration, size, font)
    boxes = []
    for label in labels_of(shapes):
        left, right = label.x - label.width / 2, label.x + label.width / 2
        top, bottom = label.y - label.size * 0.75, label.y + label.size * 0.25
        assert left >= 0, label
        assert right <= size[0], label
        assert top >= 0, label
        assert bottom <= size[1], label
        boxes.append((left, top, right, bottom, label.text))
    for (l1, t1, r1, b1, one), (l2, t2, r2, b2, other) in combinations(boxes, 2):
        assert r1 <= l2 or r2 <= l1 or b1 <= t2 or b2 <= t1, (one, other)
    for shape in shapes:
        if isinstance(shape, Dot):
            assert shape.radius <= shape.centre[0] <= size[0] - shape.radius


def test_labels_say_confidence_and_counts() -> None:
    texts = [label.text for label in labels_of(shapes_of(FEW, (560, 320)))]
    assert [text for text in texts if " of " in text] == ["0 of 3", "4 of 4"]
    assert {"25 %", "50 %", "75 %", "95 %", "0 %", "100 %", "How sure you were", "Share right"} <= set(texts)


def test_dots_stand_at_their_share_and_confidence() -> None:
    shapes = shapes_of(ALL, (560, 320))
    dots = [shape for shape in shapes if isinstance(shape, Dot)]
    xs = [dot.centre[0] for dot in dots]
    assert all(dot.centre[1] == pytest.approx(height_of(shapes, 25 / 40)) for dot in dots)
    assert (xs[1] - xs[0]) == pytest.approx(xs[2] - xs[1])
    assert (xs[3] - xs[2]) == pytest.approx((xs[2] - xs[1]) * 0.2 / 0.25)


def test_the_dashed_line_passes_where_share_and_confidence_are_equal() -> None:
    exact = Calibration((CalibrationPoint(0.25, 4, 1), CalibrationPoint(0.75, 4, 3)))
    shapes = shapes_of(exact, (560, 320))
    (line,) = [shape for shape in shapes if isinstance(shape, Line) and shape.paint is Paint.TARGET]
    slope = (line.end[1] - line.start[1]) / (line.end[0] - line.start[0])
    for dot in (shape for shape in shapes if isinstance(shape, Dot)):
        assert dot.centre[1] == pytest.approx(line.start[1] + slope * (dot.centre[0] - line.start[0]))


def test_bars_are_the_intervals_and_areas_the_bands() -> None:
    shapes = shapes_of(ALL, (560, 320))
    bands = [shape for shape in shapes if isinstance(shape, Polygon)]
    bars = [s for s in shapes if isinstance(s, Line) and s.paint is Paint.VALUE and s.start[0] == s.end[0]]
    for point, band, bar in zip(ALL.points, bands, bars, strict=True):
        ends = [height_of(shapes, share) for share in point.interval]
        assert [bar.start[1], bar.end[1]] == pytest.approx(ends)
        ys = sorted({y for _, y in band.points})
        assert ys == pytest.approx([height_of(shapes, right / 40) for right in reversed(point.expected)])
