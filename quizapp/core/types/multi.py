"""Multiple choice: any number of options may be right."""

from math import comb

from quizapp.core.answer import Grade, Response
from quizapp.core.question import Scoring
from quizapp.core.types.choice import ChoiceBody, ChoiceType, marks


class MultipleChoice(ChoiceType):
    name = "multi"

    def grade(self, body: ChoiceBody, response: Response, scoring: Scoring) -> Grade:
        given, key = set(response), set(body.correct_ids)
        return Grade(credit(len(given & key), len(given - key), body, scoring), marks(body, response))

    def chance(self, body: ChoiceBody, scoring: Scoring) -> float:
        """Exact enumeration over hits and false ticks, each option ticked with probability one half."""
        key = len(body.correct_ids)
        others = len(body.options) - key
        total = sum(
            comb(key, hits) * comb(others, false_ticks) * credit(hits, false_ticks, body, scoring)
            for hits in range(key + 1)
            for false_ticks in range(others + 1)
        )
        return float(total / 2 ** len(body.options))


def credit(hits: int, false_ticks: int, body: ChoiceBody, scoring: Scoring) -> float:
    """PARTIAL: clip((hits − false ticks) / m, 0, 1) with m right options; STRICT: 1 for the key alone."""
    share = (hits - false_ticks) / len(body.correct_ids)
    if scoring is Scoring.STRICT:
        return float(share == 1)
    return max(share, 0.0)
