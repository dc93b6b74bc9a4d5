"""Numbers as people write them: read, written, and compared."""

import re
from math import floor, log10

from quizapp.core.units import split_unit


def within(value: float, target: float, tolerance: float) -> bool:
    """Whether a value is right; the last bits of decimal fractions do not decide (0.3 against 0.1 + 0.2)."""
    return abs(value - target) <= tolerance + 1e-12 * max(abs(target), tolerance)


NUMBER = re.compile(r"[+-]?(?=\.?\d)(?:(?!0)\d{1,3}(?:[, _]\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d{1,3})?")
MAX_LENGTH = 64


def read_number(text: str, unit: str = "") -> float | None:
    """The number a person typed, or None: 1,024 · 1 024 · 1e-4 · −3.5 · 12 % with the unit of the question.

    Another unit of the same family is converted: 4 GiB is 4.294967296 where the question asks for GB. A comma
    separates thousands only: 1,5 and 0,687 are None, and so is what is longer than MAX_LENGTH.
    """
    cleaned = text.strip().replace("\u2212", "-").replace("\u00a0", " ").replace("\u202f", " ")
    cleaned, factor = split_unit(cleaned, unit)
    if len(cleaned) > MAX_LENGTH or not NUMBER.fullmatch(cleaned):
        return None
    value = float(re.sub(r"[, _]", "", cleaned)) * factor
    return value if abs(value) != float("inf") else None


def format_number(value: float) -> str:
    """A number for people: thousands separated, no digits that the value doesn't have."""
    if value and not 1e-4 <= abs(value) < 1e15:
        return f"{value:.6g}"
    # A float has 15 decimal digits that mean something: 3,413,333.33 and not 3,413,333.3300000001.
    decimals = 10 if abs(value) < 1e4 else max(0, 14 - floor(log10(abs(value))))
    return f"{value:,.{decimals}f}".rstrip("0").rstrip(".") if decimals else f"{value:,.0f}"
