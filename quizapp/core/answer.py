"""What a person answered, and what it earned."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Response = tuple[str, ...]
"""What was given, in a form that all types share: the ids of the chosen options, or the text typed.

single ``("b",)`` · multi ``("a", "d")`` · numeric ``("0.687",)``.
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """A confirmed answer: a response, or "I don't know", which scores 0.

    ``confidence`` is the stated probability of being right, 0..1; ``seconds`` the time spent on the question.
    """

    response: Response
    answered_at: datetime
    dont_know: bool = False
    confidence: float | None = None
    seconds: float = 0.0


class Verdict(StrEnum):
    """What became of one option or entry."""

    RIGHT = "right"  # given, and part of the key
    WRONG = "wrong"  # given, and not part of the key
    MISSED = "missed"  # not given, and part of the key
    NEUTRAL = "neutral"  # not given, and not part of the key


class Role(StrEnum):
    """What a row of a review is: screens and reports put the words."""

    OPTION = "option"
    GIVEN = "given"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One line of a reviewed question, the same on screen and in the report. ``text`` is markup."""

    role: Role
    verdict: Verdict
    text: str
    rationale: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """What an answer earned: ``score`` in [0, 1] and, for each option or entry, its verdict."""

    score: float
    marks: tuple[tuple[str, Verdict], ...] = ()

    @property
    def is_right(self) -> bool:
        """Whether full credit was given."""
        return self.score >= 1.0
