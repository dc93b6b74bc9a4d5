"""TeX to shapes: formulas for screen and report, drawn by ziamath in the STIX Two Math font.

ziamath is imported when the first formula is drawn. What comes out are outlines alone: elements and attributes that
are not in the lists below refuse the formula, so that nothing from a bank reaches a renderer as markup or a link.
"""

import re
import unicodedata
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from xml.etree import ElementTree

from quizapp.core.errors import QuizappError

MAX_TEX = 500
"""Characters of a formula."""

MAX_FORMULAS = 50
"""Formulas of one text; the rest are shown as they are written."""

MAX_COST = 6_000
"""What all formulas of one text may cost together: about 0.4 s of drawing. Twenty common ones cost half of it."""

INK: Final = "#000000"
"""The colour that stands in an SVG of ``svg_of`` without a colour."""

_UNIT = 100.0
"""Size in which ziamath draws; one em of the text is so many units of the SVG."""
_SCALE = 1.09
"""STIX against Inter: the letters look alike in size."""
_WIDEST, _TALLEST = 120.0, 40.0
_DEEPEST = 40
_DEAREST = 2_500
# ziamath lays every part out twice for each level that it stands in: 20 levels take longer than anyone waits.

# Commands that define others: a short definition can stand for a formula that never ends.
_DEFINING = re.compile(r"\\(def|edef|gdef|let|newcommand|renewcommand|newenvironment|DeclareMathOperator)(?![A-Za-z])")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|[^A-Za-z\s])")
_LONE_AMPERSAND = re.compile(r"&(?!#?\w+;)")
_MATHML = frozenset(
    (
        *("math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup", "msubsup"),
        *("munder", "mover", "munderover", "mtable", "mtr", "mtd", "mstyle", "mpadded", "mphantom", "menclose"),
    )
)
_BARRED = frozenset({"href", "class", "id", "style", "mathcolor", "mathbackground", "src", "mathsize"})
_SHAPES = frozenset({"svg", "g", "path", "rect", "line", "polyline", "polygon", "circle", "ellipse"})
_LINKS = re.compile(r"url|://|javascript|&", re.IGNORECASE)


class TexError(QuizappError):
    """TeX that can't be drawn; the text says why, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A formula as shapes. Lengths are in em of the text around it: width, and height above and below the baseline."""

    width: float
    ascent: float
    descent: float
    svg: str

    def coloured(self, colour: str) -> str:
        """The SVG in a colour such as #1a2130."""
        return self.svg.replace(INK, colour)


class Budget:
    """What the formulas of one text may take of a screen's time: so many of them, at so much in all."""

    def __init__(self) -> None:
        self._count = self._cost = 0

    def takes(self, tex: str) -> bool:
        """Whether the next formula of the text is still drawn; those after one that is not are not either."""
        self._count += 1
        self._cost += _cost_of(tex)
        return self._count <= MAX_FORMULAS and self._cost <= MAX_COST


def draw_tex(tex: str, *, display: bool = False) -> Drawing:
    """The shapes of a formula; ``display`` gives sums their limits above and below. Raises TexError."""
    found = _attempt(tex, display)
    if isinstance(found, str):
        raise TexError(found)
    return found


@lru_cache(maxsize=512)
def _attempt(tex: str, display: bool) -> Drawing | str:
    """The drawing, or why there is none: a failure is kept as well, for it may be asked for at every repaint."""
    try:
        _check_source(tex)
        tree = _parse(tex, display)
        _check_tree(tree)
        return _draw(tree)
    except TexError as error:
        return str(error)


@lru_cache(maxsize=512)
def _cost_of(tex: str) -> int:
    """What drawing will cost, told without drawing; nothing for TeX that is refused."""
    try:
        _check_source(tex)
        return _cost(_parse(tex, display=False))
    except TexError:
        return 0


def _check_source(tex: str) -> None:
    if len(tex) > MAX_TEX:
        raise TexError(f"it has {len(tex)} characters, and {MAX_TEX} are allowed")
    if found := _DEFINING.search(tex):
        raise TexError(f"commands can't be defined ({found[0]})")
    depth = deepest = 0
    for char in tex:
        depth += (char == "{") - (char == "}")
        deepest = max(deepest, depth)
    if depth:
        raise TexError("its braces { } don't match")
    if deepest > _DEEPEST:
        raise TexError(f"more than {_DEEPEST} braces stand in each other")


def _import() -> None:
    """Import ziamath: it finds its font in a way that Python 3.11 warns of and later versions don't."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from ziamath.config import config

    config.svg2 = False  # outlines in place, and not symbols that others refer to


def _parse(tex: str, display: bool) -> ElementTree.Element:
    """The formula as MathML, which may hold anything: the library passes on what looks like markup in a text."""
    _import()
    from ziamath.escapes import unescape
    from ziamath.tex import tex2mml

    try:
        mathml = unescape(tex2mml(tex, inline=not display))
        if _LONE_AMPERSAND.search(mathml):
            raise TexError("& stands outside of a table, such as \\begin{matrix}")
        return ElementTree.fromstring(mathml)
    except TexError:
        raise
    except Exception as error:  # the libraries fail in any way they like on TeX that is none
        raise TexError(_reason(error)) from error


def _draw(tree: ElementTree.Element) -> Drawing:
    from ziamath.zmath import Math

    try:
        drawn = Math(tree, size=_UNIT * _SCALE, margin=0)
        svg = drawn.svgxml()
    except Exception as error:
        raise TexError(_reason(error)) from error
    _check_letters(tree, drawn.font.glyphindex)
    (width, height), below = drawn.getsize(), -drawn.getyofst()
    if not (0 < width <= _WIDEST * _UNIT and 0 < height <= _TALLEST * _UNIT):
        raise TexError("it is empty, or too large for a page")
    return Drawing(width / _UNIT, (height - below) / _UNIT, below / _UNIT, _shapes(svg))


def _check_tree(tree: ElementTree.Element) -> None:
    if _cost(tree) > _DEAREST:
        raise TexError("too much stands in each other")
    for element in tree.iter():
        if _name(element) not in _MATHML:
            raise TexError(f"<{_name(element)}> is no part of a formula")
        if barred := _BARRED.intersection(element.keys()):
            raise TexError(f"links, colours and styles are not allowed ({min(barred)})")
        if found := _COMMAND.search(element.text or ""):
            raise TexError(f"the command {found[0]} is not known here")


def _cost(tree: ElementTree.Element) -> int:
    """A measure of the time that drawing takes, about 0.1 ms each; a bound is enough where it is too large."""
    total, waiting = 0, [(tree, 1)]
    while waiting and total <= _DEAREST:
        element, times = waiting.pop()
        total += times
        waiting += [(child, times * _times(element)) for child in element]
    return total


def _times(element: ElementTree.Element) -> int:
    """How often ziamath lays out what stands in an element."""
    if _name(element) == "mphantom":
        return 8
    return 1 if _name(element) == "mrow" and "mrow" not in map(_name, element) else 2


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _check_letters(tree: ElementTree.Element, glyph_of: Callable[[str], int]) -> None:
    """Refuse what the font would show as an empty box."""
    for char in {char for element in tree.iter() for char in element.text or ""}:
        if unicodedata.category(char)[0] not in "CZ" and glyph_of(char) == 0:
            raise TexError(f"the font of formulas lacks the character {char} (U+{ord(char):04X})")


def _shapes(svg: ElementTree.Element) -> str:
    """The SVG as text in ``INK``. Raises TexError for anything but shapes."""
    for element in svg.iter():
        if element.tag not in _SHAPES:
            raise TexError(f"it draws <{element.tag}>")
        for name, value in list(element.items()):
            if name.startswith("xmlns"):
                continue
            if name in {"fill", "stroke"} and value != "none":
                element.set(name, INK)
            elif _LINKS.search(value) or name.lower().startswith(("on", "xlink")) or name == "href":
                raise TexError(f"it draws with {name}")
    return ElementTree.tostring(svg, encoding="unicode")


def _reason(error: Exception) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(error).__name__.removesuffix("Error")).lower()
    known = {
        "parse": "< or > or & stands in \\text{…}, or a bracket is not closed",
        "recursion": "too much stands in each other",
        "no available tokens": "it ends too early; something is not closed or lacks its argument",
        "assertion": "a command lacks its argument",
        "index": "a command lacks its argument",
    }
    return known.get(words, f"this is no TeX that can be drawn ({words})")
