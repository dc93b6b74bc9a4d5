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

MAX_PICTURE_BYTES = 5 * 1024 * 1024
"""Bytes of a picture, looked at before it is read."""

MAX_PICTURE_SIDE = 4_096
"""Pixels of a picture's width and height."""

MAX_PICTURE_PIXELS = 12_000_000
"""Pixels of a picture in all, so that it takes 100 MB at the worst once it is decoded."""

MAX_PICTURES = 8
"""Pictures of a question."""

MAX_QUESTION_PICTURE_BYTES = 10 * 1024 * 1024
"""Bytes of a question's pictures together: each attempt that asks it keeps them."""

MAX_BANK_PICTURE_BYTES = 200 * 1024 * 1024
"""Bytes of a bank's pictures together, which are in memory while the bank is."""

TEXT_LIMITS: Mapping[str, int] = MappingProxyType(
    {
        "stem": 4_000,
        "explanation": 4_000,
        "option text": 1_000,
        "match target": 120,
        "short text": 200,
        "cloze text": 4_000,
        "gap option": 80,
        "rationale": 2_000,
        "alternative text": 500,
        "code text": 8_000,
        "table cell": 400,
        "reference title": 300,
        "reference url": 500,
        "learning material": 1_500,
        "reading reason": 160,
        "note": 1_000,
        "unit": 40,
        "framework title": 120,
        "topic scope": 1_000,
        "short name": 64,
    }
)
"""The most characters that a text may have."""
