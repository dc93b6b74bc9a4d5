"""Where the radar's labels stand: inside the drawing, clear of each other, beside their own axis."""

from itertools import combinations, product
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.radar import Radar, RadarAxis, RadarStyle
from quizapp.core.radar_shapes import radar_shapes
from quizapp.core.shapes import Dot, Label, Line, Paint, Shape

LABELS = {
    "letters": tuple("abcdefgh"),
    "short": ("LLM", "Tune", "Ops", "Ask", "RAG", "Eval", "Law", "Data"),
    "middle": ("LLM basics", "Fine-tuning", "Prompting", "LLMOps", "Retrieval", "Agents", "Evaluation", "Safety"),
    "long": (
        "Large language model basics",
        "Fine-tuning and adaptation",
        "Prompting and context engineering",
        "Deployment and operations of LLMs",
        "Retrieval-augmented generation",
        "Agents and tool use in production",
        "Evaluation and experimentation",
        "Safety, privacy and governance",
    ),
    "wide words": ("Internationalisation", "Wahrscheinlichkeitsrechnung und Statistik") * 4,
}
SIZES = (
    *((160, 140), (200, 160), (240, 200), (320, 240), (400, 300), (480, 320), (640, 480), (800, 600)),
    *((1200, 300), (300, 1200), (1200, 800), (2000, 1200)),
)
Box = tuple[float, float, float, float]
Size = tuple[float, float]


def measure(text: str, size: float) -> float:
    """About the width of DejaVu Sans."""
    return len(text) * size * 0.56


def draw(labels: tuple[str, ...], count: int, size: Size, note: str = "62 % · 8/13") -> tuple[Shape, ...]:
    radar = Radar(tuple(RadarAxis(labels[number], 0.6, note) for number in range(count)))
    return radar_shapes(radar, size, RadarStyle(measure))


def boxes(shapes: tuple[Shape, ...]) -> list[Box]:
    """What each line of text covers, shrunk by a hair against rounding."""
    return [
        (label.x - label.width / 2 + 1e-6, label.y - label.size + 1e-6, label.x + label.width / 2 - 1e-6, bottom)
        for label in shapes
        if isinstance(label, Label)
        for bottom in [label.y + 0.3 * label.size - 1e-6]
    ]


def touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("note", ["", "62 % · 8/13"])
@pytest.mark.parametrize("count", range(3, 9))
@pytest.mark.parametrize("labels", LABELS)
def test_labels_stay_inside_and_off_each_other(labels: str, count: int, note: str) -> None:
    for width, height in SIZES:
        found = boxes(draw(LABELS[labels], count, (width, height), note))
        assert all(x > 0 and y > 0 and u < width and v < height for x, y, u, v in found), (width, height)
        assert not [pair for pair in combinations(found, 2) if touch(*pair)], (width, height)


titles = st.lists(st.text("abcd ", min_size=1, max_size=40).filter(str.strip), min_size=3, max_size=8)


@given(titles, st.floats(160, 2000), st.floats(140, 1200), st.sampled_from([8.0, 13.0, 26.0]))
def test_any_labels_stay_inside_and_off_each_other(names: list[str], width: float, height: float, font: float) -> None:
    radar = Radar(tuple(RadarAxis(name, 0.5, "1/3") for name in names))
    found = boxes(radar_shapes(radar, (width, height), RadarStyle(measure, font)))
    assert all(x > 0 and y > 0 and u < width and v < height for x, y, u, v in found)
    assert not [pair for pair in combinations(found, 2) if touch(*pair)]


@pytest.mark.parametrize(("labels", "size"), [*product(("short", "middle"), SIZES[3:9]), *product(LABELS, SIZES[-2:])])
def test_usual_charts_are_large_in_readable_type(labels: str, size: Size) -> None:
    for count in range(3, 9):
        shapes = draw(LABELS[labels], count, size)
        spoke = next(shape for shape in shapes if isinstance(shape, Line))
        assert spoke.start[1] - spoke.end[1] >= 0.3 * min(size) - 1e-6
        assert min(s.size for s in shapes if isinstance(s, Label) and s.paint is Paint.LABEL) >= 0.8 * 13 - 1e-9


@pytest.mark.parametrize("size", SIZES)
def test_type_never_grows_and_fills_no_less_than_a_small_chart(size: Size) -> None:
    shapes = draw(LABELS["long"], 6, size)
    spoke = next(shape for shape in shapes if isinstance(shape, Line))
    assert spoke.start[1] - spoke.end[1] >= 0.15 * min(size) - 1e-6
    assert all(shape.size <= 13 for shape in shapes if isinstance(shape, Label))


@pytest.mark.parametrize("size", SIZES)
def test_chart_and_labels_fill_one_direction_and_stand_in_the_middle(size: Size) -> None:
    shapes = draw(LABELS["middle"], 4, size)
    found = [box for box, label in zip(boxes(shapes), texts(shapes), strict=True) if label.paint is not Paint.SCALE]
    left, right = min(box[0] for box in found), size[0] - max(box[2] for box in found)
    top, bottom = min(box[1] for box in found), size[1] - max(box[3] for box in found)
    assert left == pytest.approx(right, abs=1e-3)
    assert top == pytest.approx(bottom, abs=1e-3)
    assert min(left, top) == pytest.approx(RadarStyle(measure).padding, abs=1e-3)


def texts(shapes: tuple[Shape, ...]) -> list[Label]:
    return [shape for shape in shapes if isinstance(shape, Label)]


@pytest.mark.parametrize("count", range(3, 9))
def test_each_label_stands_beside_its_own_axis_and_off_the_chart(count: int) -> None:
    shapes = draw(LABELS["middle"], count, (640, 480), "")
    spokes = [shape for shape in shapes if isinstance(shape, Line)]
    labels = [label for label in texts(shapes) if label.paint is Paint.LABEL]
    for number, label in enumerate(labels):
        near = min(spokes, key=lambda spoke: hypot(label.x - spoke.end[0], label.y - spoke.end[1]))
        assert near is spokes[number]
        reach = hypot(label.x - near.start[0], label.y - label.size / 2 - near.start[1])
        assert reach > hypot(near.end[0] - near.start[0], near.end[1] - near.start[1])


def test_an_empty_label_takes_no_room_and_a_drawing_without_room_does_not_raise() -> None:
    assert all(label.text for label in texts(draw(("",) * 3, 3, (300, 300), "")))
    for size in ((0.0, 0.0), (1.0, 900.0), (20.0, 20.0)):
        shapes = draw(LABELS["long"], 8, size)
        assert sum(isinstance(shape, Dot) for shape in shapes) == 8
