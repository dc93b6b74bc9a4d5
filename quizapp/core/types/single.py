"""Single choice: one option is right."""

from quizapp.core.answer import Grade, Response
from quizapp.core.question import Scoring
from quizapp.core.types.choice import ChoiceBody, ChoiceType, marks


class SingleChoice(ChoiceType):
    name = "single"

    def grade(self, body: ChoiceBody, response: Response, scoring: Scoring) -> Grade:
        return Grade(float(response == body.correct_ids), marks(body, response))

    def chance(self, body: ChoiceBody, scoring: Scoring) -> float:
        return 1 / len(body.options)
