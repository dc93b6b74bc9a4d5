"""A sequential scale of a few steps: one hue from the surface to the accent, told apart by lightness alone."""

from dataclasses import dataclass

from quizapp.ui.theme.colours import Colours

STEPS = 4
"""Quarters of a share."""

_MIXES = (0.08, 0.38, 0.7, 1.0)
"""How much of the accent is in the fill of each step."""


@dataclass(frozen=True, slots=True)
class HeatStep:
    """A fill and the text upon it, as ``#rrggbb``."""

    fill: str
    text: str


def heat_step(share: float) -> int:
    """The step of a share in 0..1, counted from 0: the upper bound of each is the lower one of the next."""
    return min(STEPS - 1, int(share * STEPS))


def heat_scale(colours: Colours) -> tuple[HeatStep, ...]:
    """The steps of a theme, least first; text is the theme's own, upon the strong steps that for the accent."""
    return tuple(
        HeatStep(_mix(colours.surface, colours.accent, mix), colours.on_accent if strong else colours.text)
        for mix, strong in zip(_MIXES, _strong(colours), strict=True)
    )


def _strong(colours: Colours) -> tuple[bool, ...]:
    """On which steps the ink of the accent is read better: the dark theme's accent is light, and its ink dark."""
    return (False, False, colours.is_dark, True)


def _mix(first: str, second: str, share: float) -> str:
    pairs = [(int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in pairs)
