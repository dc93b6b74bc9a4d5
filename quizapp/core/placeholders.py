"""Placeholders in the texts of parametric questions: ``<<pages>>``, ``<<pages:raw>>``, ``<<price:2>>``.

Two pointed brackets around lower-case words: code, JSON, prompt templates and our markup leave them free.
"""

import re
from collections.abc import Mapping
from math import floor, log10

from quizapp.core.numbers import format_number

PLACEHOLDER = re.compile(r"<<([a-z][a-z0-9_]*)(?::(raw|[0-9]))?>>")


def fill(text: str, values: Mapping[str, float], *, raw: bool = False) -> str:
    """The text with its numbers: thousands separated, unless ``raw`` or the placeholder asks for digits alone.

    A digit after the colon is the number of decimals. A name without a value stays as it is written.
    """

    def number(match: re.Match[str]) -> str:
        name, form = match.groups()
        return _format(values[name], form or ("raw" if raw else "")) if name in values else match[0]

    return PLACEHOLDER.sub(number, text)


def names_in(text: str) -> list[str]:
    """The names in a text's placeholders, in their order."""
    return [match[1] for match in PLACEHOLDER.finditer(text)]


def raw_number(value: float) -> str:
    """A number in digits that code can hold."""
    return f"{tidy(value):.15g}"


def tidy(value: float) -> float:
    """A number with at least 6 significant digits and all before its point, as people would write it down."""
    if value == 0 or value == round(value, 9):
        return round(value, 9) + 0.0
    return round(value, max(0, 5 - floor(log10(abs(value)))))


def _format(value: float, form: str) -> str:
    if form == "raw":
        return raw_number(value)
    # A value of 300 digits would be no number for people, whatever was asked for.
    return f"{value:,.{form}f}" if form and abs(value) < 1e15 else format_number(tidy(value))
