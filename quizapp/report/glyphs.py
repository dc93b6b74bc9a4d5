"""What the shipped fonts can show, and how wide it is; the table is written by scripts/dev/font_widths.py."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

UNKNOWN_WIDTH = 1.3
"""The width in em of a character that Inter lacks: as wide as an emoji, so that a label is rather too small."""

LACKING = "⁅", "⁆"
"""What stands around the name of a character that the fonts lack; text of people hardly holds these brackets."""

Widths = Mapping[str, float]

MARKS = r"\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""The accents that combine with the letter before them, as the inside of a character class."""

_CLUSTER = re.compile(rf"\n|.[{MARKS}]*", re.DOTALL)
# Left-to-right order must not be turned round by text from outside, nor secretly: these are shown, not obeyed.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_RAISED = {"<super>": "^", "<sub>": "_"}
_UNDRAWN = frozenset({"Cc", "Cs", "Cn", "Co", "Zl", "Zp"})
_SPACES = frozenset({"Zs", "Zl", "Zp"})


def text_width(text: str, size: float) -> float:
    """The width of a text in Inter Regular, in the unit of ``size``; kerning, which mostly narrows, is left out."""
    widths = _widths("inter")
    return size * sum(widths.get(char, UNKNOWN_WIDTH) for char in text)


@contextmanager
def any_font() -> Iterator[None]:
    """Within it ``readable`` takes every letter for drawable: a browser has fonts of its own."""
    token = _ANY_FONT.set(True)
    try:
        yield
    finally:
        _ANY_FONT.reset(token)


_ANY_FONT: ContextVar[bool] = ContextVar("any_font", default=False)


def readable(text: str) -> str:
    """The text with its invisible and undrawable characters dropped or named, so that every PDF viewer can show it.

    PDF/UA allows no character without a glyph, and typst refuses one. Line feeds stay, tabs become four spaces.
    Within ``any_font`` only what no font draws is dropped or named: controls, and what turns the order of letters.
    """
    if text.isascii() and text.isprintable():
        return text
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    "))
    parts = [_part(cluster) for cluster in _CLUSTER.findall(plain)]
    # Neighbours share their brackets.
    return "".join(parts).replace(LACKING[1] + LACKING[0], ", ")


def _part(cluster: str) -> str:
    if cluster == "\n" or _is_drawable(cluster):
        return cluster
    return "".join(_plainer(char) or _named(char) for char in cluster)


def _is_drawable(cluster: str) -> bool:
    if _ANY_FONT.get():
        return all(unicodedata.category(char) not in _UNDRAWN and char not in _TURNING for char in cluster)
    return any(all(char in family for char in cluster) for family in _families())


def _plainer(char: str) -> str:
    """The plain letters of a styled one, such as ^T for a raised T or x for a mathematical x; else nothing."""
    plain = unicodedata.normalize("NFKC", char)
    tag = unicodedata.decomposition(char).split(" ")[0]
    known = any(all(part in family for part in plain) for family in _families())
    return _RAISED.get(tag, "") + plain if plain != char and known else ""


def _named(char: str) -> str:
    category = unicodedata.category(char)
    if category in _SPACES:
        return " "
    if (category == "Cf" or "VARIATION SELECTOR" in unicodedata.name(char, "")) and char not in _TURNING:
        return ""
    # The name of a sign reads well (grinning face); that of a letter is longer than its number and says no more.
    name = unicodedata.name(char, "") if category[0] in "SP" else ""
    return LACKING[0] + (name.lower() or f"U+{ord(char):04X}") + LACKING[1]


def _families() -> tuple[Widths, ...]:
    return _widths("inter"), _widths("mono")


@lru_cache(maxsize=2)
def _widths(family: str) -> Widths:
    """Character to width in em."""
    table = json.loads(Path(__file__).with_name("glyphs.json").read_text(encoding="utf-8"))
    return {
        chr(code): int(width) / 1000
        for width, ranges in table[family].items()
        for first, last in (_ends(part) for part in ranges.split())
        for code in range(first, last + 1)
    }


def _ends(part: str) -> tuple[int, int]:
    first, _, last = part.partition("-")
    return int(first, 16), int(last or first, 16)
