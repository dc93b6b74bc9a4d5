"""The colours of the app, by what they are for. Every pair in use is listed with the contrast it has to have."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as ``#rrggbb``. ``*_soft`` are backgrounds for text in the colour of the same name."""

    is_dark: bool
    window: str
    surface: str
    raised: str
    border: str
    outline: str
    text: str
    muted: str
    accent: str
    accent_strong: str
    on_accent: str
    accent_soft: str
    right: str
    right_soft: str
    wrong: str
    wrong_soft: str
    warn: str
    warn_soft: str
    code: str
    keyword: str
    string: str
    comment: str
    number: str


LIGHT = Colours(
    is_dark=False,
    window="#f5f6f9",
    surface="#ffffff",
    raised="#eef0f5",
    border="#dde1e9",
    outline="#7d8799",
    text="#1a2130",
    muted="#535d70",
    accent="#3355cc",
    accent_strong="#2846b0",
    on_accent="#ffffff",
    accent_soft="#e9eefc",
    right="#17713f",
    right_soft="#e4f4ea",
    wrong="#ab2f27",
    wrong_soft="#fbebe9",
    warn="#7d5200",
    warn_soft="#fcf2da",
    code="#f3f4f8",
    keyword="#7a2fa0",
    string="#17713f",
    comment="#5b6577",
    number="#9a4a00",
)

DARK = Colours(
    is_dark=True,
    window="#12151b",
    surface="#1b1f28",
    raised="#252b37",
    border="#333b4a",
    outline="#7f8a9e",
    text="#e8ebf2",
    muted="#a7b0c0",
    accent="#8fabff",
    accent_strong="#b0c4ff",
    on_accent="#0f1420",
    accent_soft="#243056",
    right="#68d19a",
    right_soft="#17342a",
    wrong="#f4938a",
    wrong_soft="#402326",
    warn="#e8c06a",
    warn_soft="#3a2f16",
    code="#161a22",
    keyword="#d3a4f5",
    string="#7fd6a5",
    comment="#98a2b3",
    number="#f0b27a",
)

TEXT_PAIRS = (
    *((text, ground) for text in ("text", "muted", "accent") for ground in ("window", "surface", "accent_soft")),
    *((text, "raised") for text in ("text", "muted")),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    *((name, ground) for name in ("right", "wrong", "warn") for ground in ("surface", "window", f"{name}_soft")),
    *(("text", f"{name}_soft") for name in ("right", "wrong", "warn")),
    *((name, "code") for name in ("text", "keyword", "string", "comment", "number")),
)
"""(foreground, background) pairs of text: at least 4.5:1 (WCAG 2.2, 1.4.3)."""

SHAPE_PAIRS = (("outline", "surface"), ("outline", "window"), ("accent", "surface"), ("accent", "window"))
"""(foreground, background) pairs of shapes that carry meaning: at least 3:1 (WCAG 2.2, 1.4.11)."""


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1..21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)
