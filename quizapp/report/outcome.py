"""What became of each question of an attempt."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from quizapp.core.grading import grade_answer
from quizapp.core.question import Question
from quizapp.core.session import ItemState


class Outcome(StrEnum):
    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    DONT_KNOW = "dont_know"
    LEFT_OPEN = "left_open"
    NOT_REACHED = "not_reached"


OUTCOME_WORDS: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.RIGHT: "Right",
        Outcome.PARTLY: "Partly right",
        Outcome.WRONG: "Wrong",
        Outcome.DONT_KNOW: "I don't know",
        Outcome.LEFT_OPEN: "Left open",
        Outcome.NOT_REACHED: "Not reached",
    }
)


def outcome(question: Question, state: ItemState) -> Outcome:
    """What became of a question: what was shown and not answered is left open, the rest was not reached."""
    if state.answer is None:
        return Outcome.LEFT_OPEN if state.shown else Outcome.NOT_REACHED
    if state.answer.dont_know:
        return Outcome.DONT_KNOW
    grade = grade_answer(question, state.answer)
    if grade.is_right:
        return Outcome.RIGHT
    return Outcome.PARTLY if grade.score > 0 else Outcome.WRONG
