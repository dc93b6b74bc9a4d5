"""A radar chart as numbers: its axes, and the sizes it is drawn with."""

from collections.abc import Callable
from dataclasses import dataclass

Measure = Callable[[str, float], float]
"""The width of a text at a font size, in the unit of that size."""

MIN_AXES, MAX_AXES = 3, 8


@dataclass(frozen=True, slots=True)
class RadarAxis:
    """One axis; all values in 0..1 or None. ``weak`` marks too few answers; ``note`` stands under the label.

    ``answers`` is how many the value was measured with; 0 says nothing about them.
    """

    label: str
    value: float | None = None
    note: str = ""
    interval: tuple[float, float] | None = None
    target: float | None = None
    earlier: float | None = None
    weak: bool = False
    answers: int = 0


@dataclass(frozen=True, slots=True)
class Radar:
    """3 to 8 axes, clockwise from the top. Fewer than 3 make no area and are better shown as bars."""

    axes: tuple[RadarAxis, ...]

    def __post_init__(self) -> None:
        if not MIN_AXES <= len(self.axes) <= MAX_AXES:
            raise ValueError(f"a radar has {MIN_AXES} to {MAX_AXES} axes, not {len(self.axes)}")


@dataclass(frozen=True, slots=True)
class RadarStyle:
    """Sizes in the unit of the drawing; ``measure`` tells how wide a text will be."""

    measure: Measure
    font_size: float = 13.0
    padding: float = 4.0
