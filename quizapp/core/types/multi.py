"""Multiple choice: any number of options may be right."""

from math import comb

from quizapp.core.answer import Grade, Response
from quizapp.core.question import Scoring
from quizapp.core.types.base import tick_credit
from quizapp.core.types.choice import ChoiceBody, ChoiceType, marks


class MultipleChoice(ChoiceType):
    name = "multi"

    def grade(self, body: ChoiceBody, response: Response, scoring: Scoring) -> Grade:
        given, key = set(response), set(body.correct_ids)
        return Grade(tick_credit(len(given & key), len(given - key), len(key), scoring), marks(body, response))

    def chance(self, body: ChoiceBody, scoring: Scoring) -> float:
        """Exact enumeration over hits and false ticks, each option ticked with probability one half."""
        key = len(body.correct_ids)
        others = len(body.options) - key
        total = sum(
            comb(key, hits) * comb(others, false_ticks) * tick_credit(hits, false_ticks, key, scoring)
            for hits in range(key + 1)
            for false_ticks in range(others + 1)
        )
        return float(total / 2 ** len(body.options))
