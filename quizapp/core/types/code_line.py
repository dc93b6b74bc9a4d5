"""Code line: choose the line, or the lines, that are wrong in a listing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb
from random import Random
from typing import ClassVar

from quizapp.core.answer import Grade, Response, ReviewRow, Verdict
from quizapp.core.markup import Paragraph, Span, Style, parse_markup
from quizapp.core.question import Body, Code, Scoring
from quizapp.core.types.base import QuestionType, tick_credit


@dataclass(frozen=True, slots=True)
class CodeLine:
    """What is said of one line, counted from 1; ``correct`` if it is one to choose."""

    line: int
    correct: bool
    rationale: str
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class CodeLineBody(Body):
    """A listing and what is said of some of its lines: of every line to choose, and of tempting ones."""

    listing: Code
    lines: tuple[CodeLine, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The lines of the listing as written, blank ones too."""
        return tuple(self.listing.text.rstrip("\n").split("\n"))

    @property
    def choices(self) -> Mapping[str, str]:
        """The text of each line that can be chosen, by its number; blank lines can't."""
        return {str(number): text for number, text in enumerate(self.texts, 1) if text.strip()}

    @property
    def correct_ids(self) -> tuple[str, ...]:
        """The numbers of the lines to choose, ascending."""
        return tuple(str(line) for line in sorted(line.line for line in self.lines if line.correct))


class CodeLineType(QuestionType[CodeLineBody]):
    name = "code_line"
    body: ClassVar[type[Body]] = CodeLineBody

    def listing(self, body: CodeLineBody) -> Code:
        return body.listing

    def grade(self, body: CodeLineBody, response: Response, scoring: Scoring) -> Grade:
        """A number that names no line counts as a false one."""
        given, key = set(response), set(body.correct_ids)
        score = tick_credit(len(given & key), len(given - key), len(key), scoring)
        return Grade(score, tuple((id_, verdict(body, id_, response)) for id_ in body.choices))

    def chance(self, body: CodeLineBody, scoring: Scoring) -> float:
        """Over all ways to choose k of n lines: the hits are hypergeometric, and the rest of the k is false."""
        key = len(body.correct_ids)
        others = len(body.choices) - key
        total = sum(
            comb(key, hits) * comb(others, key - hits) * tick_credit(hits, key - hits, key, scoring)
            for hits in range(key + 1)
        )
        return total / comb(key + others, key)

    def key(self, body: CodeLineBody) -> Response:
        return body.correct_ids

    def arrange(self, body: CodeLineBody, random: Random) -> tuple[str, ...]:
        return ()  # lines of code have but one order

    def is_complete(self, body: CodeLineBody, response: Response) -> bool:
        """Whether as many lines are chosen as are asked for."""
        return len(set(response)) == len(body.correct_ids) and set(response) <= body.choices.keys()

    def describe(self, body: CodeLineBody, response: Response, order: Sequence[str]) -> str:
        return "; ".join(f"line {id_}" for id_ in body.choices if id_ in response)

    def misconceptions(self, body: CodeLineBody, response: Response) -> tuple[str, ...]:
        wrong = (line for line in body.lines if not line.correct and str(line.line) in response)
        return tuple(line.misconception for line in wrong if line.misconception)

    def review(self, body: CodeLineBody, response: Response, order: Sequence[str]) -> tuple[ReviewRow, ...]:
        """The lines that were chosen, that should have been, and of which something is said."""
        rationales = {str(line.line): line.rationale for line in body.lines}
        return tuple(
            ReviewRow(verdict(body, id_, response), _as_code(text), parse_markup(rationales.get(id_, "")), id_)
            for id_, text in body.choices.items()
            if id_ in response or id_ in rationales
        )


def verdict(body: CodeLineBody, id_: str, response: Response) -> Verdict:
    if id_ in response:
        return Verdict.RIGHT if id_ in body.correct_ids else Verdict.WRONG
    return Verdict.MISSED if id_ in body.correct_ids else Verdict.NEUTRAL


def _as_code(text: str) -> tuple[Paragraph, ...]:
    return (Paragraph((Span(text.strip(), Style.CODE),)),)
