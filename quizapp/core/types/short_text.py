"""Short text: a word or phrase is typed, and is right if it is one of those accepted, but for how it is written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import ClassVar
from unicodedata import category, normalize

from quizapp.core.answer import Grade, Response, ReviewRow, Verdict
from quizapp.core.markup import as_text, parse_markup
from quizapp.core.question import Body, Scoring
from quizapp.core.types.base import QuestionType


@dataclass(frozen=True, slots=True)
class CommonText:
    """Wrong texts of one idea that people type, with what they show them."""

    texts: tuple[str, ...]
    rationale: str
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class ShortTextBody(Body):
    """The accepted texts, of which the first is the one shown; none equals a common error once normalised."""

    answers: tuple[str, ...]
    match_case: bool = False
    common_errors: tuple[CommonText, ...] = ()


class ShortText(QuestionType[ShortTextBody]):
    name = "short_text"
    body: ClassVar[type[Body]] = ShortTextBody

    def grade(self, body: ShortTextBody, response: Response, scoring: Scoring) -> Grade:
        right = bool(response) and is_among(response[0], body.answers, body.match_case)
        given = Verdict.RIGHT if right else Verdict.WRONG
        return Grade(float(right), (("text", given if response else Verdict.MISSED),))

    def chance(self, body: ShortTextBody, scoring: Scoring) -> float:
        return 0.0

    def key(self, body: ShortTextBody) -> Response:
        return body.answers[:1]

    def arrange(self, body: ShortTextBody, random: Random) -> tuple[str, ...]:
        return ()

    def is_complete(self, body: ShortTextBody, response: Response) -> bool:
        return bool(response) and bool(normalise(response[0], body.match_case))

    def describe(self, body: ShortTextBody, response: Response, order: Sequence[str]) -> str:
        return " ".join(response[0].strip()[:MAX_LENGTH].split()) if response else ""

    def misconceptions(self, body: ShortTextBody, response: Response) -> tuple[str, ...]:
        error = None if self.grade(body, response, Scoring.PARTIAL).is_right else recognise(body, response)
        return (error.misconception,) if error and error.misconception else ()

    def review(self, body: ShortTextBody, response: Response, order: Sequence[str]) -> tuple[ReviewRow, ...]:
        key = ReviewRow(Verdict.MISSED, as_text(body.answers[0]))
        if not response:
            return (key,)
        given = as_text(self.describe(body, response, order))
        if self.grade(body, response, Scoring.PARTIAL).is_right:
            return (ReviewRow(Verdict.RIGHT, given),)
        error = recognise(body, response)
        return (ReviewRow(Verdict.WRONG, given, parse_markup(error.rationale) if error else ()), key)


def recognise(body: ShortTextBody, response: Response) -> CommonText | None:
    """The common error that a response shows."""
    given = response[0] if response else ""
    return next((error for error in body.common_errors if is_among(given, error.texts, body.match_case)), None)


def is_among(text: str, texts: Sequence[str], match_case: bool) -> bool:
    """Whether a text is one of some, however it is written; an empty one is none."""
    given = normalise(text, match_case)
    return bool(given) and given in {normalise(accepted, match_case) for accepted in texts}


MAX_LENGTH = 200
"""Characters that are read of what was typed."""

_PLAIN = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
)


def normalise(text: str, match_case: bool = False) -> str:
    """A text without what only its writing differs in: 200 characters, plain quotes and dashes, no accents.

    Compatible characters become one (NFKC), runs of blanks one space, and one full stop at the end is dropped.
    Without ``match_case`` capitals do not count. Normalising twice changes nothing more but such a full stop.
    """
    # An acute accent that stands alone is a quote: NFKC would make a blank and an accent of it.
    plain = normalize("NFKC", text.strip()[:MAX_LENGTH].translate(_PLAIN)).translate(_PLAIN)
    folded = plain if match_case else plain.casefold()
    bare = "".join(char for char in normalize("NFD", folded) if category(char) != "Mn")
    line = " ".join(normalize("NFKC", bare).split())
    return re.sub(r" ?\.$", "", line)
