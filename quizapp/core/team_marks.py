"""How the members of a team are told apart without colour: by line and by mark, on screen and on paper."""

from enum import StrEnum

from quizapp.core.shapes import Point

DASHES: tuple[tuple[float, ...], ...] = ((), (6, 3), (1.5, 2.5), (6, 2.5, 1.5, 2.5), (), (6, 3), (1.5, 2.5), (10, 3))
"""Strokes and gaps of each line in widths of the pen; none is a whole line. Equal ones have another mark."""


class Mark(StrEnum):
    """The shape at a member's values."""

    DISC = "disc"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    RING = "ring"
    CROSS = "cross"
    FLIPPED = "flipped"
    PLUS = "plus"


MARKS = tuple(Mark)

CORNERS: dict[Mark, tuple[Point, ...]] = {
    Mark.SQUARE: ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    Mark.TRIANGLE: ((0, -1.1), (1.1, 0.85), (-1.1, 0.85)),
    Mark.FLIPPED: ((0, 1.1), (1.1, -0.85), (-1.1, -0.85)),
    Mark.DIAMOND: ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
}
"""Filled marks round the origin, about 1 to each side; those in neither table are round."""

BARS: dict[Mark, tuple[tuple[Point, Point], ...]] = {
    Mark.CROSS: (((-0.9, -0.9), (0.9, 0.9)), ((-0.9, 0.9), (0.9, -0.9))),
    Mark.PLUS: (((-1.1, 0), (1.1, 0)), ((0, -1.1), (0, 1.1))),
}
"""Marks of strokes alone."""

ROUND = 0.9
"""The radius of a round mark."""
