"""What single and multiple choice share: options, their order, their review."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import ClassVar

from quizapp.core.answer import Response, ReviewRow, Verdict
from quizapp.core.markup import parse_markup, plain_text
from quizapp.core.question import Body
from quizapp.core.types.base import QuestionType


@dataclass(frozen=True, slots=True)
class Option:
    """One option. ``rationale`` addresses the person who chose it; ``misconception`` names the wrong idea."""

    id: str
    text: str
    correct: bool
    rationale: str
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceBody(Body):
    """Options to choose from; ``fixed_order`` keeps ordinal ones as written."""

    options: tuple[Option, ...]
    fixed_order: bool = False

    def option(self, id_: str) -> Option:
        return next(option for option in self.options if option.id == id_)

    @property
    def correct_ids(self) -> tuple[str, ...]:
        return tuple(option.id for option in self.options if option.correct)


class ChoiceType(QuestionType[ChoiceBody]):
    """Base of the two choice types."""

    body: ClassVar[type[Body]] = ChoiceBody

    def key(self, body: ChoiceBody) -> Response:
        return body.correct_ids

    def arrange(self, body: ChoiceBody, random: Random) -> tuple[str, ...]:
        ids = [option.id for option in body.options]
        if not body.fixed_order:
            random.shuffle(ids)
        return tuple(ids)

    def is_complete(self, body: ChoiceBody, response: Response) -> bool:
        return bool(response)

    def describe(self, body: ChoiceBody, response: Response, order: Sequence[str]) -> str:
        return "; ".join(
            f"{letter(order.index(id_))}. {plain_text(body.option(id_).text)}"
            for id_ in sorted(response, key=order.index)
        )

    def misconceptions(self, body: ChoiceBody, response: Response) -> tuple[str, ...]:
        wrong = (option for option in body.options if option.id in response and not option.correct)
        return tuple(option.misconception for option in wrong if option.misconception)

    def review(self, body: ChoiceBody, response: Response, order: Sequence[str]) -> tuple[ReviewRow, ...]:
        options = [body.option(id_) for id_ in order]
        return tuple(_review_row(option, position, response) for position, option in enumerate(options))


def _review_row(option: Option, position: int, response: Response) -> ReviewRow:
    text, rationale = parse_markup(option.text), parse_markup(option.rationale)
    return ReviewRow(verdict(option, response), text, rationale, letter(position))


def verdict(option: Option, response: Response) -> Verdict:
    if option.id in response:
        return Verdict.RIGHT if option.correct else Verdict.WRONG
    return Verdict.MISSED if option.correct else Verdict.NEUTRAL


def letter(position: int) -> str:
    """The letter that stands before the option at a position counted from 0."""
    return chr(ord("A") + position)


def marks(body: ChoiceBody, response: Response) -> tuple[tuple[str, Verdict], ...]:
    return tuple((option.id, verdict(option, response)) for option in body.options)
