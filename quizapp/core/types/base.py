"""What every question type has to say."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from random import Random
from typing import ClassVar, Generic, TypeVar

from quizapp.core.answer import Grade, Response, ReviewRow
from quizapp.core.markup import Block
from quizapp.core.question import Body, Code, Question, Scoring

Drawn = tuple[tuple[str, str], ...]
"""Names and drawn values as text."""

B = TypeVar("B", bound=Body)


def tick_credit(hits: int, false_ticks: int, key: int, scoring: Scoring) -> float:
    """PARTIAL: clip((hits − false ticks) / m, 0, 1) with m things to tick; STRICT: 1 for these alone."""
    share = (hits - false_ticks) / key
    return float(share == 1) if scoring is Scoring.STRICT else max(share, 0.0)


class QuestionType(ABC, Generic[B]):
    """A kind of question: its body, its grader, its chance score and its review.

    The same ``name`` finds the type's other two modules: ``quizapp.bank.types.<name>`` reads it from YAML,
    ``quizapp.ui.answers.<name>`` lets it be answered.
    """

    name: ClassVar[str]
    body: ClassVar[type[Body]]

    def draw(self, question: Question, random: Random) -> tuple[Question, Drawn]:
        """The question as one attempt asks it, with the values drawn for it; most types draw none.

        All other methods take the body of a question that was drawn.
        """
        return question, ()

    @abstractmethod
    def grade(self, body: B, response: Response, scoring: Scoring) -> Grade:
        """What a response earns. Its ids have to be those of the body; an empty response earns 0."""

    @abstractmethod
    def chance(self, body: B, scoring: Scoring) -> float:
        """The exact mean score of uniform random answering, 0..1."""

    @abstractmethod
    def key(self, body: B) -> Response:
        """A response with full credit."""

    @abstractmethod
    def arrange(self, body: B, random: Random) -> tuple[str, ...]:
        """The ids of the options in the order in which one attempt shows them; empty where there are none."""

    @abstractmethod
    def is_complete(self, body: B, response: Response) -> bool:
        """Whether a response can be confirmed (a number can be read, an option is chosen)."""

    @abstractmethod
    def describe(self, body: B, response: Response, order: Sequence[str]) -> str:
        """A response as one line of plain words."""

    def frame(self, body: B) -> frozenset[str]:
        """What a response and an order of options refer to: they keep their meaning in a body with the same frame."""
        marks = self.grade(body, (), Scoring.STRICT).marks
        return frozenset((*(f"mark {id_}" for id_, _ in marks), *self.arrange(body, Random(0))))

    def listing(self, body: B) -> Code | tuple[Block, ...] | None:
        """Code or text that the answer is given in, which a review has to show anew; None for most types."""
        return None

    def misconceptions(self, body: B, response: Response) -> tuple[str, ...]:
        """The names of the wrong ideas that a response shows, where the author named any."""
        return ()

    @abstractmethod
    def review(self, body: B, response: Response, order: Sequence[str]) -> tuple[ReviewRow, ...]:
        """What was given and what is right, with rationales, in the order shown; empty response: not answered."""
