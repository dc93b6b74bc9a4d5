"""What a person answered, and what it earned."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from quizapp.core.markup import Block

Response = tuple[str, ...]
"""What was given, in a form that all types share: ids of what was chosen, in its order where order counts, or text.

single ``("b",)`` · multi ``("a", "d")`` · numeric ``("0.687",)`` · true_false ``("true",)`` ·
short_text ``("rollback",)`` · order ``("c", "a", "b")`` · match ``("1=c", "2=a")`` ·
cloze ``("join=left", "limit=10")``.
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


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One line of a reviewed question, the same on screen and in the report, which put the verdict's words.

    ``label`` is what stands before it: an option's letter, the number of a place, gap or line.
    """

    verdict: Verdict
    text: tuple[Block, ...]
    rationale: tuple[Block, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """What an answer earned: ``score`` in [0, 1] and, for each option or entry, its verdict."""

    score: float
    marks: tuple[tuple[str, Verdict], ...] = ()

    @property
    def is_right(self) -> bool:
        """Whether full credit was given."""
        return self.score >= 1.0
