"""The bars of the forecast lie in their drawing, and say their counts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.practice.due_shapes import DueBar, DueStyle, due_shapes
from quizapp.core.shapes import Label, Polygon

COUNTS = st.lists(st.integers(0, 500), min_size=1, max_size=14)
SIZES = st.tuples(st.floats(240, 2000), st.floats(100, 400))


def measure(text: str, size: float) -> float:
    return 0.55 * size * len(text)


def draw(counts: list[int], size: tuple[float, float] = (560.0, 160.0)) -> tuple[list[Polygon], list[Label]]:
    shapes = due_shapes([DueBar(count, f"Tue {n}") for n, count in enumerate(counts)], size, DueStyle(measure))
    polygons = [shape for shape in shapes if isinstance(shape, Polygon)]
    return polygons, [shape for shape in shapes if isinstance(shape, Label)]


def height(bar: Polygon) -> float:
    return max(y for _, y in bar.points) - min(y for _, y in bar.points)


def test_a_day_without_questions_has_no_bar_and_no_number() -> None:
    bars, labels = draw([4, 0, 2])
    assert len(bars) == 2
    assert [label.text for label in labels if label.text.isdecimal()] == ["4", "2"]


def test_bars_are_as_high_as_their_counts() -> None:
    bars, _ = draw([4, 2, 1])
    assert abs(height(bars[0]) - 2 * height(bars[1])) < 1e-6
    assert abs(height(bars[0]) - 4 * height(bars[2])) < 1e-6


@given(COUNTS, SIZES)
def test_everything_lies_in_the_drawing(counts: list[int], size: tuple[float, float]) -> None:
    bars, labels = draw(counts, size)
    for x, y in (point for bar in bars for point in bar.points):
        assert 0 <= x <= size[0]
        assert 0 <= y <= size[1]
    for label in labels:
        assert label.y <= size[1]
        assert label.y - label.size >= 0


@given(COUNTS, SIZES)
def test_names_stand_apart(counts: list[int], size: tuple[float, float]) -> None:
    names = [label for label in draw(counts, size)[1] if not label.text.isdecimal()]
    for left, right in pairwise(names):
        assert left.x + left.width / 2 <= right.x - right.width / 2 + 1e-6
