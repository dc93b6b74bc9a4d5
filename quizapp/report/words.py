"""Dates, times, counts and shares as a report writes them."""

from datetime import datetime

from quizapp.core.framework import Framework
from quizapp.core.plan import Feedback, PlanMethod

FEEDBACK_WORDS = {Feedback.EACH: "After each answer", Feedback.AT_END: "At the end"}

METHOD_WORDS = {
    PlanMethod.FIXED: "Full assessment",
    PlanMethod.ADAPTIVE: "Adaptive assessment",
    PlanMethod.QUICK: "Quick check",
    PlanMethod.PRACTICE: "Practice",
}

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
# Letters whose names begin with a vowel: an ML engineer, an SRE.
_VOWEL_NAMES = "AEFHILMNORSX"


def title_lines(framework: Framework, *, is_practice: bool = False) -> tuple[str, str]:
    """The title of a report in two lines: Readiness for the work / of an AI engineer."""
    title = " ".join(framework.title.split())
    first = "Practice for the work" if is_practice else "Readiness for the work"
    return first, f"of {article(title)} {title}"


def article(noun: str) -> str:
    """``a`` or ``an``, by the first word's sound as far as its spelling tells."""
    word = noun.split(" ")[0]
    if len(word) > 1 and word.isupper():
        return "an" if word[0] in _VOWEL_NAMES else "a"
    sounds_like_you = word.casefold().startswith(("uni", "use", "eu", "one"))
    return "an" if word[:1].casefold() in tuple("aeiou") and not sounds_like_you else "a"


def date_words(when: datetime) -> str:
    """``24 November 2026``, whatever the locale of the machine."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def duration_words(seconds: float) -> str:
    """A time in the two units that tell most: ``1 h 5 min``, ``3 min 20 s``, ``45 s``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "h"), (minutes, "min")] if hours else [(minutes, "min"), (rest, "s")]
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 s"


def count_words(count: int, noun: str) -> str:
    """``1 question``, ``12 questions``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def points_words(points: float) -> str:
    """Points with two decimals at the most."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def interval_words(interval: tuple[float, float]) -> str:
    """``38–87 %``."""
    return f"{interval[0] * 100:.0f}–{interval[1] * 100:.0f} %"
