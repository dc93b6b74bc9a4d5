"""What good questions measure up to: the limits for one question, and the bars for a whole bank.

The bars for a bank are those of docs/question-banks.md. Word lists are English; other languages pass them untouched.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

LENGTH_RATIO = 1.35
"""So many times as long as another option one may be, without markup."""

SHORT = 25
"""Options of up to so many characters are labels, read at a glance: nobody guesses by their length."""

STEM_WORDS = 90
"""Words of a stem, without its code and tables."""

SENTENCE_WORDS = 40
"""Words of one sentence of a stem."""

SINGLE_OPTIONS = (3, 4)
"""Options of a single question: fewer are guessed, and of more some are padding."""

FEW = 30
"""Shares of fewer questions than this say little."""

ABSOLUTE = re.compile(
    r"\b(?:always|never|all|none|every|only|must|cannot|impossible|completely|entirely|absolutely|guarantee[sd]?)\b",
    re.IGNORECASE,
)
"""Words that test-wise readers take for signs of a wrong option."""

ALL_OF_THE_ABOVE = re.compile(
    r"(?:all|any|both|none|neither) of (?:the (?:above|following|others?|other options|options)|these|them)\.?",
    re.IGNORECASE,
)
"""An option, whole, that speaks of the others; their order is drawn anew in each attempt."""

NEGATIVE = re.compile(
    r"\b(?:which|what|whom?)\b(?:(?!\b(?:if|when|where|that|because|once|while|although|as)\b)[^.?!,;:]){0,80}?"
    r"(?:\b(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have)(?:n't|(?: \w+){0,3} not)\b"
    r"|\b(?:cannot|never|except|least (?:likely|often|probable|suitable))\b)[^.?!]{0,200}\?",
    re.IGNORECASE,
)
"""A question for what does not hold; it is asked of stems without what stands in capitals, bold type or code."""


class Unit(StrEnum):
    """How a figure is written."""

    PERCENT = " %"
    POINTS = " points"
    WORDS = " words"
    PLAIN = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """The range that a figure of a bank should lie in, both ends included; None is no bound.

    ``key`` names the function of ``quizapp.bank.measures`` that measures it, on questions or on topics.
    """

    key: str
    name: str
    low: float | None
    high: float | None
    unit: Unit = Unit.PERCENT

    def holds(self, value: float) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    @property
    def words(self) -> str:
        """The bar as people read it: "15–30 %", "≤ 55 %"."""
        low, high = (None if end is None else format(end, "g").replace("-", "−") for end in (self.low, self.high))
        if low == high:
            return f"{low}{self.unit}"
        if low and high:
            return f"{low} to {high}{self.unit}" if "−" in low else f"{low}–{high}{self.unit}"
        return f"≥ {low}{self.unit}" if low else f"≤ {high}{self.unit}"

    def write(self, value: float) -> str:
        """A value as people read it, with a digit behind the point where it has one (two where there is no unit)."""
        digits = f"{value:.{2 if self.unit is Unit.PLAIN else 1}f}"
        return f"{digits.rstrip('0').rstrip('.').replace('-', '−')}{self.unit}"


BARS = (
    Bar("longest_is_key", "single: choosing the longest option is right", 15, 30),
    Bar("shortest_is_key", "single: choosing the shortest option is right", 15, 30),
    Bar("key_length_ratio", "single: length of the key ÷ mean of the wrong ones, median", 0.95, 1.05, Unit.PLAIN),
    Bar("uneven_options", "choice: longest option over 1.35 × the shortest, unless short", 0, 0),
    Bar("absolute_gap", "choice: absolute words in wrong options − in correct ones", -3, 3, Unit.POINTS),
    Bar("single", "single choice", None, 55),
    Bar("multi", "multiple choice", 12, None),
    Bar("numeric", "numeric, parametric too", 12, None),
    Bar("order_match", "order and match", 12, None),
    Bar("code_line", "code line, number of questions", 1, None, Unit.PLAIN),
    Bar("cloze", "cloze, number of questions", 1, None, Unit.PLAIN),
    Bar("stimulus", "scenario, code, table, log or prompt", 70, None),
    Bar("code_stimulus", "code, configuration or log", 20, None),
    Bar("remember", "remember", None, 5),
    Bar("understand", "understand", None, 25),
    Bar("apply", "apply", 30, None),
    Bar("analyze_evaluate", "analyze and evaluate", 35, None),
    Bar("difficulty_1", "difficulty 1", 5, 15),
    Bar("difficulty_2", "difficulty 2", 15, 25),
    Bar("difficulty_3", "difficulty 3", 30, 40),
    Bar("difficulty_4", "difficulty 4", 20, 30),
    Bar("difficulty_5", "difficulty 5", 5, 15),
    Bar("stem_median", "stem: median", None, 55, Unit.WORDS),
    Bar("stem_95th", "stem: 95th percentile", None, 90, Unit.WORDS),
    Bar("reading_grade", "stem: reading grade (Flesch-Kincaid, English)", None, 11, Unit.PLAIN),
    Bar("rationales", "options, pairs, items, lines and errors with a rationale", 100, 100),
    Bar("misconceptions", "wrong ones with a named misconception", 100, 100),
    Bar("sources", "primary source with the place in it", 100, 100),
    Bar("learning_material", "topics with learning material", 100, 100),
)
"""In the order in which they are shown. Difficulty is about 10, 20, 35, 25 and 10 %: within 5 points."""
