"""What an answer earns, whatever the question's type."""

from collections.abc import Sequence

from quizapp.core.answer import Answer, Grade, Response, ReviewRow
from quizapp.core.markup import Block
from quizapp.core.question import Code, Question
from quizapp.core.types import QUESTION_TYPES


def grade_answer(question: Question, answer: Answer | None) -> Grade:
    """The grade of an answer; "I don't know" and no answer earn 0."""
    return QUESTION_TYPES[question.type].grade(question.body, _response(answer), question.scoring)


def chance_score(question: Question) -> float:
    """The exact mean score of uniform random answering, 0..1."""
    return QUESTION_TYPES[question.type].chance(question.body, question.scoring)


def is_complete(question: Question, response: Response) -> bool:
    """Whether a response can be confirmed."""
    return QUESTION_TYPES[question.type].is_complete(question.body, response)


def key_response(question: Question) -> Response:
    """A response with full credit."""
    return QUESTION_TYPES[question.type].key(question.body)


def describe_response(question: Question, response: Response, order: Sequence[str]) -> str:
    """A response as one line of plain words."""
    return QUESTION_TYPES[question.type].describe(question.body, response, order)


def review_rows(question: Question, answer: Answer | None, order: Sequence[str]) -> tuple[ReviewRow, ...]:
    """What was given, what is right and why, for screen and report."""
    return QUESTION_TYPES[question.type].review(question.body, _response(answer), order)


def shown_misconceptions(question: Question, answer: Answer | None) -> tuple[str, ...]:
    """The names of the wrong ideas that an answer shows, each once, in the question's order."""
    names = QUESTION_TYPES[question.type].misconceptions(question.body, _response(answer))
    return tuple(dict.fromkeys(names))


def listing(question: Question) -> Code | tuple[Block, ...] | None:
    """Code or text that the answer is given in, and that no longer stands there once the question is reviewed."""
    return QUESTION_TYPES[question.type].listing(question.body)


def _response(answer: Answer | None) -> Response:
    return () if answer is None or answer.dont_know else answer.response
