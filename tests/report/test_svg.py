"""The radar as SVG: valid, in words too, and inside its drawing."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.radar import Radar, RadarAxis
from quizapp.core.shapes import Paint
from quizapp.report.glyphs import readable, text_width
from quizapp.report.svg import LIGHT, Pen, radar_svg

SVG = "{http://www.w3.org/2000/svg}"
TITLES = (
    "LLM basics",
    "Fine-tuning",
    "Prompting and context",
    "Tooling & LLMOps",
    "Retrieval quality engineering",
    "Governance",
    "Multimodal <systems>",
    "Evaluation in production",
)
STRONG = RadarAxis("Strong", 0.8, "80 % · 8/10", (0.55, 0.93), 0.7)
WEAK = RadarAxis("Weak", 0.5, "1/2", None, 0.7, weak=True)


def _radar(count: int) -> Radar:
    return Radar(tuple(replace(STRONG, label=title) for title in TITLES[:count]))


def _read(radar: Radar, width: float = 640, height: float = 480) -> ET.Element:
    return ET.fromstring(radar_svg(radar, width=width, height=height))


@pytest.mark.parametrize("count", range(3, 9))
@pytest.mark.parametrize("size", [(640.0, 480.0), (440.0, 270.0), (300.0, 300.0)])
def test_every_label_is_inside_the_drawing(count: int, size: tuple[float, float]) -> None:
    root = _read(_radar(count), width=size[0], height=size[1])
    labels = root.findall(f"{SVG}text")
    words = " ".join(label.text or "" for label in labels)
    assert all(word in words for title in TITLES[:count] for word in title.split())
    for label in labels:
        half = text_width(label.text or "", float(label.attrib["font-size"])) * 1.08 / 2
        assert half <= float(label.attrib["x"]) <= size[0] - half
        assert float(label.attrib["font-size"]) * 0.7 <= float(label.attrib["y"]) <= size[1]


def test_title_and_description_say_the_values() -> None:
    root = _read(Radar((STRONG, WEAK, RadarAxis("Empty", target=0.7, weak=True))))
    assert root.findtext(f"{SVG}title") == "Radar chart of 3 competencies"
    assert root.findtext(f"{SVG}desc") == (
        "Strong: 80 %, 90 % interval 55 % to 93 %, target 70 %. "
        "Weak: 1/2, too few answers for a measure. Empty: no answers."
    )
    assert root.attrib["role"] == "img"
    ids = {element.attrib.get("id") for element in root}
    assert set(root.attrib["aria-labelledby"].split()) <= ids


def test_an_earlier_attempt_is_drawn_and_told() -> None:
    root = _read(Radar((replace(STRONG, earlier=0.4),) * 3))
    assert (root.findtext(f"{SVG}desc") or "").count("earlier 40 %") == 3
    assert root.find(f"{SVG}polygon[@stroke-dasharray='1 3']") is not None


def test_series_differ_in_more_than_colour() -> None:
    ribbon = _read(Radar((STRONG, STRONG, STRONG))).find(f"{SVG}path")
    assert ribbon is not None
    assert ribbon.attrib["fill-rule"] == "evenodd"
    root = _read(Radar((STRONG, WEAK, STRONG)))
    bars = root.findall(f"{SVG}polygon[@fill-opacity='0.16']")
    target = root.find(f"{SVG}polygon[@stroke-dasharray='5 3']")
    weak_spokes = root.findall(f"{SVG}line[@stroke-dasharray='3 3']")
    dots = root.findall(f"{SVG}circle")
    assert [bar.attrib["stroke"] for bar in bars] == ["none", "none"]
    assert target is not None
    assert target.attrib["fill"] == "none"
    assert len(weak_spokes) == 1
    assert [dot.attrib["fill"] for dot in dots] == ["#3355cc", "#ffffff", "#3355cc"]


def test_the_same_radar_is_the_same_text() -> None:
    assert radar_svg(_radar(5)) == radar_svg(_radar(5))


def test_another_palette_is_used_throughout() -> None:
    black = dict.fromkeys(Paint, Pen("#000000", 1.0, "#000000"))
    text = radar_svg(_radar(4), palette=black)
    assert set(LIGHT) == set(Paint)
    assert "#3355cc" not in text
    assert "#000000" in text


@given(label=st.text(min_size=1), note=st.text())
def test_no_label_breaks_the_file(label: str, note: str) -> None:
    axis = replace(STRONG, label=label, note=note)
    root = ET.fromstring(radar_svg(Radar((axis,) * 3)).encode("utf-8"))
    drawn = "".join("".join(text.text or "" for text in root.findall(f"{SVG}text")).split())
    assert "".join(readable(label).split()) in drawn
