"""Order: items are brought into the right order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import factorial
from random import Random
from typing import ClassVar

from quizapp.core.answer import Grade, Response, ReviewRow, Verdict
from quizapp.core.markup import parse_markup, plain_text
from quizapp.core.question import Body, Scoring
from quizapp.core.types.base import QuestionType


@dataclass(frozen=True, slots=True)
class Item:
    """One item, ``text`` in markup; ``rationale`` says why it stands in its place."""

    id: str
    text: str
    rationale: str


@dataclass(frozen=True, slots=True)
class OrderBody(Body):
    """At least two items in the right order."""

    items: tuple[Item, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.items)

    def find(self, id_: str) -> Item | None:
        return next((item for item in self.items if item.id == id_), None)


class Order(QuestionType[OrderBody]):
    name = "order"
    body: ClassVar[type[Body]] = OrderBody

    def grade(self, body: OrderBody, response: Response, scoring: Scoring) -> Grade:
        """PARTIAL: neighbours of the key that directly follow one another / (n − 1); STRICT: 1 for the key alone.

        What isn't an order of all items earns 0.
        """
        marks = tuple((id_, _verdict(place, id_, response)) for place, id_ in enumerate(body.ids))
        if not self.is_complete(body, response):
            return Grade(0.0, marks)
        kept = len(set(pairwise(response)) & set(pairwise(body.ids)))
        share = kept / (len(body.items) - 1)
        return Grade(float(share == 1) if scoring is Scoring.STRICT else share, marks)

    def chance(self, body: OrderBody, scoring: Scoring) -> float:
        """Over all n! orders: one follows another in (n − 1)! of them, and each of n − 1 pairs pays 1 / (n − 1)."""
        count = len(body.items)
        return 1 / factorial(count) if scoring is Scoring.STRICT else 1 / count

    def key(self, body: OrderBody) -> Response:
        return body.ids

    def arrange(self, body: OrderBody, random: Random) -> tuple[str, ...]:
        """Any order but the right one, each as likely as the others."""
        ids = list(body.ids)
        while tuple(ids) == body.ids:
            random.shuffle(ids)
        return tuple(ids)

    def is_complete(self, body: OrderBody, response: Response) -> bool:
        return sorted(response) == sorted(body.ids)

    def describe(self, body: OrderBody, response: Response, order: Sequence[str]) -> str:
        items = [body.find(id_) for id_ in response]
        return "; ".join(f"{place}. {plain_text(item.text)}" for place, item in enumerate(items, 1) if item)

    def review(self, body: OrderBody, response: Response, order: Sequence[str]) -> tuple[ReviewRow, ...]:
        return tuple(row for place in range(len(body.items)) for row in _review_rows(body, place, response))


def _verdict(place: int, id_: str, response: Response) -> Verdict:
    """What became of the item whose right place, from 0, is ``place``."""
    if response[place : place + 1] == (id_,):
        return Verdict.RIGHT
    return Verdict.WRONG if id_ in response else Verdict.MISSED


def _review_rows(body: OrderBody, place: int, response: Response) -> Iterator[ReviewRow]:
    """The row of a place; before it what was given there, where that is something else."""
    right = body.items[place]
    given = body.find(response[place]) if place < len(response) else None
    if given and given is not right:
        yield _row(Verdict.WRONG, given, place)
    yield _row(Verdict.RIGHT if given is right else Verdict.MISSED, right, place)


def _row(verdict: Verdict, item: Item, place: int) -> ReviewRow:
    return ReviewRow(verdict, parse_markup(item.text), parse_markup(item.rationale), str(place + 1))
