"""Readers of single values: text, numbers, dates, choices (see ``fields`` for what a reader is)."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from math import isfinite
from typing import TypeVar

from quizapp.bank.fields import Reader
from quizapp.bank.findings import Findings, shorten
from quizapp.bank.limits import TEXT_LIMITS
from quizapp.bank.nodes import Node, ScalarNode
from quizapp.bank.rules import Rule

T = TypeVar("T")
N = TypeVar("N", int, float)
E = TypeVar("E", bound=StrEnum)

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,8})")
_NUMBER = re.compile(r"[+-]?([0-9]{1,20}(\.[0-9]{0,20})?|\.[0-9]{1,20})([eE][+-]?[0-9]{1,3})?")
_DAY = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def scalar(node: Node, what: str, findings: Findings) -> str | None:
    """The text of a single value, which may be empty."""
    if isinstance(node, ScalarNode):
        return node.text
    findings.add(Rule.EXPECTED_TEXT, node.mark, what=what)
    return None


def text(kind: str, clean: Callable[[str], str] = str.strip) -> Reader[str]:
    """Text that is not empty once cleaned, of at most ``TEXT_LIMITS[kind]`` characters."""

    def read(node: Node, what: str, findings: Findings) -> str | None:
        raw = scalar(node, what, findings)
        value = None if raw is None else clean(raw)
        if value == "":
            findings.add(Rule.FIELD_EMPTY, node.mark, what=what)
            return None
        return _limited(value, kind, node, what, findings)

    return read


def line(kind: str) -> Reader[str]:
    """Text on one line: every run of blanks and line ends becomes a space."""
    return text(kind, _one_line)


def verbatim(kind: str) -> Reader[str]:
    """Text as it is written, but for line ends after it."""
    return text(kind, lambda raw: raw.rstrip("\n") if raw.strip() else "")


def cell(node: Node, what: str, findings: Findings) -> str | None:
    """One line of a table, which may be empty."""
    raw = scalar(node, what, findings)
    return _limited(None if raw is None else _one_line(raw), "table cell", node, what, findings)


def converted(convert: Callable[[str], T | None], rule: Rule, **details: object) -> Reader[T]:
    """A value that ``convert`` makes of text; its None is reported by ``rule``."""

    def read(node: Node, what: str, findings: Findings) -> T | None:
        raw = scalar(node, what, findings)
        value = None if raw is None else convert(raw.strip())
        if raw is not None and value is None:
            findings.add(rule, node.mark, what=what, found=shorten(raw), **details)
        return value

    return read


def matching(pattern: re.Pattern[str], rule: Rule, limit: int = 500, **details: object) -> Reader[str]:
    """Text of a form, of at most ``limit`` characters."""
    fits = lambda raw: raw if len(raw) <= limit and pattern.fullmatch(raw) else None  # noqa: E731
    return converted(fits, rule, limit=limit, **details)


def bounded(read_number: Reader[N], is_inside: Callable[[N], bool], words: str) -> Reader[N]:
    """A number for which ``is_inside`` holds; ``words`` say the range after "Give a number"."""

    def read(node: Node, what: str, findings: Findings) -> N | None:
        value = read_number(node, what, findings)
        if value is None or is_inside(value):
            return value
        findings.add(Rule.OUT_OF_RANGE, node.mark, what=what, found=value, range=words)
        return None

    return read


def whole(low: int, high: int) -> Reader[int]:
    """A whole number from ``low`` to ``high``."""
    return bounded(_any_whole, lambda value: low <= value <= high, f"from {low} to {high}")


def one_of(words: Iterable[str]) -> Reader[str]:
    """One of a few words."""
    return _listed({word: word for word in words})


def enumeration(kind: type[E]) -> Reader[E]:
    """A member of an enumeration, by its value."""
    return _listed({member.value: member for member in kind})


def _listed(values: dict[str, T]) -> Reader[T]:
    return converted(values.get, Rule.NOT_ONE_OF, allowed=", ".join(values))


def _limited(value: str | None, kind: str, node: Node, what: str, findings: Findings) -> str | None:
    limit = TEXT_LIMITS[kind]
    if value is None or len(value) <= limit:
        return value
    findings.add(Rule.TEXT_TOO_LONG, node.mark, what=what, length=f"{len(value):,}", limit=f"{limit:,}")
    return None


def _one_line(raw: str) -> str:
    return " ".join(raw.split())


def _to_whole(raw: str) -> int | None:
    return int(raw) if _WHOLE.fullmatch(raw) else None


def _to_number(raw: str) -> float | None:
    value = float(raw) if _NUMBER.fullmatch(raw) else None
    return value if value is not None and isfinite(value) else None


def _to_day(raw: str) -> date | None:
    try:
        return date.fromisoformat(raw) if _DAY.fullmatch(raw) else None
    except ValueError:  # the 31st of February
        return None


_any_whole = converted(_to_whole, Rule.NOT_WHOLE)
number = converted(_to_number, Rule.NOT_A_NUMBER)
boolean = converted({"true": True, "false": False}.get, Rule.NOT_TRUE_OR_FALSE)
day = converted(_to_day, Rule.NOT_A_DATE)
slug = matching(_SLUG, Rule.NOT_A_SLUG, limit=TEXT_LIMITS["short name"])
