"""Units that a number may be typed in: those of one family are converted, 4 GiB into 4.29 GB and 250 ms into 0.25 s.

Decimal prefixes of the SI and binary ones of IEC 80000-13 (https://physics.nist.gov/cuu/Units/binary.html).
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

_DECIMAL = {f"{prefix}B": 1000.0**power for power, prefix in enumerate(("", "k", "M", "G", "T", "P"))}
_BINARY = {f"{prefix}iB": 1024.0**power for power, prefix in enumerate(("K", "M", "G", "T", "P"), 1)}
_TIME = {"ns": 1e-9, "µs": 1e-6, "us": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0}

FAMILIES: tuple[Mapping[str, float], ...] = (MappingProxyType(_DECIMAL | _BINARY), MappingProxyType(_TIME))
"""Units that measure the same, with their size in the family's first principle: bytes, and seconds."""


def split_unit(text: str, unit: str) -> tuple[str, float]:
    """A typed text without the unit at its end, and the factor that brings its number to ``unit``.

    Upper and lower case are the same here; a unit of another family stays in the text.
    """
    folded = text.casefold()
    for name, factor in _related(unit):
        if folded.endswith(name):
            return text[: len(text) - len(name)].rstrip(), factor
    return text, 1.0


def has_unit(text: str, unit: str) -> bool:
    """Whether a typed text ends with ``unit`` or with one of its family."""
    return split_unit(text, unit)[0] != text


@lru_cache(maxsize=64)
def _related(unit: str) -> tuple[tuple[str, float], ...]:
    """The units that stand for ``unit``, folded, the longest first: "5 ms" ends with "s" too."""
    return tuple(sorted(_factors(unit), key=lambda pair: -len(pair[0])))


def _factors(unit: str) -> Iterator[tuple[str, float]]:
    family = next((family for family in FAMILIES if unit in family), None)
    if family:
        yield from ((name.casefold(), size / family[unit]) for name, size in family.items())
    elif unit:
        yield unit.casefold(), 1.0
