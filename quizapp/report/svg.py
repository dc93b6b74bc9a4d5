"""The radar as SVG, and what all charts share: core's shapes with colours, and words for those who don't see them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from xml.etree import ElementTree as ET

from quizapp.core.radar import Radar, RadarStyle
from quizapp.core.radar_shapes import radar_shapes
from quizapp.core.shapes import Dot, Label, Line, Paint, Point, Polygon, Ribbon, Shape
from quizapp.report.glyphs import readable, text_width
from quizapp.report.radar_words import radar_title, radar_words


@dataclass(frozen=True, slots=True)
class Pen:
    """How a paint looks: colours as ``#rrggbb``, width of the line in the drawing's unit, opacity of the fill."""

    stroke: str = "none"
    width: float = 0.0
    fill: str = "none"
    opacity: float = 1.0
    dash: str = ""


Palette = Mapping[Paint, Pen]

# Every series differs in more than its colour: area, dashes, dots, a filled or hollow mark.
LIGHT: Palette = MappingProxyType(
    {
        Paint.RING: Pen("#dde1e9", 0.8),
        Paint.SPOKE: Pen("#c3cad7", 0.8),
        Paint.SPOKE_WEAK: Pen("#7d8799", 0.8, dash="3 3"),
        Paint.BAND: Pen(fill="#3355cc", opacity=0.16),
        Paint.TARGET: Pen("#1a2130", 1.2, dash="5 3"),
        Paint.EARLIER: Pen("#7d8799", 1.2, dash="1 3"),
        Paint.VALUE: Pen("#3355cc", 2.0, "#3355cc", 0.10),
        Paint.VALUE_WEAK: Pen("#7d8799", 1.4, "#ffffff"),
        Paint.SCALE: Pen("#ffffff", 2.5, "#535d70"),
        Paint.LABEL: Pen(fill="#1a2130"),
        Paint.LABEL_WEAK: Pen(fill="#535d70"),
    }
)


def radar_svg(
    radar: Radar, *, width: float = 640, height: float = 480, palette: Palette = LIGHT, font_size: float = 13
) -> str:
    """A radar as an SVG document with title and description; sizes in its user unit.

    Labels are in Inter, which the viewer has to have for the widths to be exact.
    """
    style = RadarStyle(measure=text_width, font_size=font_size)
    shapes = radar_shapes(_shown(radar), (width, height), style)
    return chart_svg("radar", (radar_title(radar), radar_words(radar)), shapes, (width, height), palette)


def chart_svg(
    name: str, words: tuple[str, str], shapes: Iterable[Shape], size: tuple[float, float], palette: Palette = LIGHT
) -> str:
    """Shapes in a drawing of (width, height) as an SVG document; ``words`` are its title and its description."""
    root = _root(name, words, size)
    for shape in shapes:
        _draw(root, shape, palette)
    ET.indent(root, " ")
    return ET.tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _shown(radar: Radar) -> Radar:
    """The same radar with labels that every font can draw and XML can hold."""
    return Radar(tuple(replace(axis, label=readable(axis.label), note=readable(axis.note)) for axis in radar.axes))


def _root(name: str, words: tuple[str, str], size: tuple[float, float]) -> ET.Element:
    width, height = size
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": _number(width),
            "height": _number(height),
            "viewBox": f"0 0 {_number(width)} {_number(height)}",
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-words",
            "font-family": "Inter, sans-serif",
            "text-anchor": "middle",
        },
    )
    ET.SubElement(root, "title", id=f"{name}-title").text = words[0]
    ET.SubElement(root, "desc", id=f"{name}-words").text = readable(words[1])
    return root


def _draw(root: ET.Element, shape: Shape, palette: Palette) -> None:
    pen = palette[shape.paint]
    match shape:
        case Polygon(_, points):
            _element(root, "polygon", pen, points=" ".join(map(_pair, points)))
        case Ribbon(_, outer, inner):
            _element(root, "path", pen, d=f"{_ring(outer)} {_ring(inner)}", fill_rule="evenodd")
        case Line(_, (x1, y1), (x2, y2)):
            _element(root, "line", pen, x1=_number(x1), y1=_number(y1), x2=_number(x2), y2=_number(y2))
        case Dot(_, (x, y), radius):
            # A mark is solid, whatever the area of its series is.
            fill = pen.stroke if shape.paint is Paint.VALUE else pen.fill
            solid = Pen(pen.stroke, min(pen.width, 1.4), fill)
            _element(root, "circle", solid, cx=_number(x), cy=_number(y), r=_number(radius))
        case Label():
            _text(root, shape, pen)


def _text(root: ET.Element, label: Label, pen: Pen) -> None:
    place = {"x": _number(label.x), "y": _number(label.y), "font-size": _number(label.size), "fill": pen.fill}
    weight = {"font-weight": "600"} if label.bold else {}
    # A number on the chart is cleared of the lines beneath it.
    halo = {"stroke": pen.stroke, "stroke-width": _number(pen.width), "paint-order": "stroke"} if pen.width else {}
    ET.SubElement(root, "text", {**place, **weight, **halo}).text = label.text


def _element(root: ET.Element, tag: str, pen: Pen, **where: str) -> None:
    look = {"fill": pen.fill, "stroke": pen.stroke, "stroke-width": _number(pen.width)}
    if pen.opacity < 1:
        look["fill-opacity"] = _number(pen.opacity)
    if pen.dash:
        look["stroke-dasharray"] = pen.dash
    ET.SubElement(root, tag, {key.replace("_", "-"): value for key, value in where.items()} | look)


def _ring(points: tuple[Point, ...]) -> str:
    return "M" + " L".join(map(_pair, points)) + " Z"


def _pair(point: Point) -> str:
    return f"{_number(point[0])},{_number(point[1])}"


def _number(value: float) -> str:
    """Two decimals are finer than any printer, and the same on every machine."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".") or "0"
