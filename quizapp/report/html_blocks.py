"""Texts of a bank as HTML elements, from the same blocks as the PDF's."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping

from quizapp.core.plan import QuizPlan
from quizapp.core.question import PictureFile
from quizapp.report.blocks import Data
from quizapp.report.html_tree import Child, Element, drawing, element
from quizapp.report.pictures import is_sound, picture_key
from quizapp.tex import INK

DEPTHS = 50
"""Steps to the em in which a formula is lowered; each has a class of its own, as styles on elements are forbidden."""

_TAGS = {"bold": "strong", "code": "code", "superscript": "sup", "subscript": "sub"}


class BlockWriter:
    """Writes blocks; knows the pictures that they name."""

    def __init__(self, plan: QuizPlan) -> None:
        files = (file for item in plan.items for file in item.question.pictures)
        self._pictures = {picture_key(file.name): file for file in files if is_sound(file)}
        self._write: Mapping[str, Callable[[Data], Element]] = {
            "paragraph": self._paragraph,
            "formula": self._formula,
            "list": self._list,
            "code": self._code,
            "table": self._table,
            "picture": self._picture,
        }

    def blocks(self, blocks: list[Data]) -> list[Element]:
        return [self._write[block["kind"]](block) for block in blocks]

    def _paragraph(self, block: Data) -> Element:
        return element("p", *spans(block["spans"]))

    def _formula(self, block: Data) -> Element:
        return element("p", *spans(block["spans"]), class_="display")

    def _list(self, block: Data) -> Element:
        items = (element("li", *spans(item)) for item in block["items"])
        return element("ol" if block["ordered"] else "ul", *items)

    def _code(self, block: Data) -> Element:
        return element("pre", element("code", *_runs(block["lines"])))

    def _table(self, block: Data) -> Element:
        head = element("tr", *(element("th", *spans(cell), scope="col") for cell in block["header"]))
        rows = (element("tr", *(element("td", *spans(cell)) for cell in row)) for row in block["rows"])
        return element("table", element("thead", head), element("tbody", *rows), class_="given")

    def _picture(self, block: Data) -> Element:
        file = self._pictures.get(block["key"])
        if file is None:
            return element("p", *spans(block["lost"]), class_="lost")
        size = {"width": str(file.width), "height": str(file.height)}
        return element("p", element("img", src=_address(file), alt=block["alt"], **size), class_="picture")


def spans(parts: Iterable[list[str]]) -> list[Child]:
    """The parts of a line; a place where a long word may break is a <wbr>."""
    return [_span(part) for part in parts]


def depth_rules(root: Element) -> str:
    """The rules for the depths of all formulas in a page."""
    classes = (name for part in root.iter("svg") for name in part.get("class", "").split())
    depths = sorted({int(name[1:]) for name in classes if name[:1] == "d"})
    return "".join(f".d{depth}{{vertical-align:{-depth / DEPTHS:.2f}em}}" for depth in depths)


def _span(part: list[str]) -> Child:
    style, text = part[:2]
    if style == "break":
        return element("wbr")
    if len(part) > 2:
        return _drawn_formula(part)
    return element(_TAGS[style], text) if style in _TAGS else text


def _drawn_formula(part: list[str]) -> Element:
    """Outlines on the baseline, in the colour of the text; the TeX is what is read aloud."""
    _, tex, svg, width, height, depth = part
    made = drawing(svg.replace(INK, "currentColor"), role="img", aria_label=tex)
    made.attrib.update(width=f"{width}em", height=f"{height}em")
    made.set("class", f"formula d{max(0, round(float(depth) * DEPTHS))}")
    return made


def _runs(lines: list[Data]) -> Iterable[Child]:
    """Coloured code; lines that were cut for paper are whole again."""
    for place, line in enumerate(lines):
        if place and not line["continued"]:
            yield "\n"
        for kind, text in line["runs"]:
            yield text if kind == "plain" else element("span", text, class_=f"c-{kind}")


def _address(file: PictureFile) -> str:
    return f"data:{file.media_type};base64,{b64encode(file.data).decode('ascii')}"
