"""What an answer says about memory: the four ratings of FSRS, from score, chance and stated confidence.

The rules are in docs/design.md ("Practice").
"""

from enum import IntEnum

from quizapp.core.answer import Answer
from quizapp.core.grading import chance_score, grade_answer
from quizapp.core.question import Question

KNOWN_SCORE = 0.6
"""The least score of an answer that counts as remembered."""

_GUESSED, _UNSURE, _SURE = 1 / 6, 1 / 2, 0.9
_ROUNDING = 1e-9  # (0.95 − 0.5) / (1 − 0.5) is 0.9 on paper, and less as floats


class Rating(IntEnum):
    """How well something was remembered; the numbers are those of FSRS."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


def rate(score: float, chance: float, confidence: float | None) -> Rating:
    """The rating of an answer with a score in [0, 1], a chance score in [0, 1) and a confidence in [0, 1] or None.

    k = (confidence − chance) / (1 − chance) is the confidence beyond guessing: a right answer that was a guess says
    nothing about memory. Without a stated confidence a right answer is GOOD; a partly right one is HARD at best.
    """
    if score < KNOWN_SCORE - _ROUNDING:
        return Rating.AGAIN
    rating = Rating.GOOD if confidence is None else _by_knowledge((confidence - chance) / (1 - chance))
    return rating if score >= 1 else min(rating, Rating.HARD)


def rate_answer(question: Question, answer: Answer) -> Rating:
    """The rating of an answer to a question; "I don't know" is AGAIN."""
    return rate(grade_answer(question, answer).score, chance_score(question), answer.confidence)


def _by_knowledge(k: float) -> Rating:
    steps = ((_GUESSED, Rating.AGAIN), (_UNSURE, Rating.HARD), (_SURE, Rating.GOOD))
    return next((rating for limit, rating in steps if k < limit - _ROUNDING), Rating.EASY)
