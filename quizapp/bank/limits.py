"""How long texts may be and how large files: sane for a screen, and safe against hostile files."""

from collections.abc import Mapping
from types import MappingProxyType

MAX_BYTES = 8 * 1024 * 1024
"""Bytes of a file, looked at before it is read."""

MAX_DEPTH = 32
"""Lists and groups that stand in each other."""

MAX_NODES = 200_000
"""Values, lists and groups of one file; a question has about 80."""

MAX_PROBLEMS = 500
"""Problems listed of one file; the rest are counted."""

TEXT_LIMITS: Mapping[str, int] = MappingProxyType(
    {
        "stem": 4_000,
        "explanation": 4_000,
        "option text": 1_000,
        "match target": 120,
        "short text": 200,
        "rationale": 2_000,
        "code text": 8_000,
        "table cell": 400,
        "reference title": 300,
        "reference url": 500,
        "note": 1_000,
        "unit": 40,
        "framework title": 120,
        "topic scope": 1_000,
        "short name": 64,
    }
)
"""The most characters that a text may have."""
