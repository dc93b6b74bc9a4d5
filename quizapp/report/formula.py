"""Formulas as data for the template: outlines that stand on the baseline of the text."""

from math import ceil

from quizapp.core.markup import Span
from quizapp.report.glyphs import readable
from quizapp.tex import TexError, draw_tex

WIDEST = 38.0
"""Em that a line surely has room for, in a list or an option too; a wider formula is drawn smaller."""


def formula_part(span: Span, widest: float = WIDEST, *, display: bool = False) -> list[str] | None:
    """Style, TeX to be read aloud, SVG, and width, height and depth in em; None for TeX that can't be drawn."""
    try:
        drawing = draw_tex(span.text, display=display)
    except TexError:
        return None
    scale = min(1.0, widest / drawing.width)
    lengths = drawing.width, drawing.ascent + drawing.descent, drawing.descent
    return [span.style, readable(span.text), drawing.svg, *(f"{length * scale:.4f}" for length in lengths)]


def letters_of(part: list[str]) -> float:
    """Letters as wide as a part of a text."""
    return len(part[1]) if len(part) == 2 else max(len(part[1]), 2.2 * float(part[3]))


def extra_lines(part: list[str]) -> int:
    """Lines that a part is higher than the text around it."""
    return 0 if len(part) == 2 else max(0, ceil(float(part[4]) / 1.2) - 1)
