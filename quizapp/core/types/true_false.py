"""True or false: a statement that holds or doesn't."""

from quizapp.core.answer import Grade, Response
from quizapp.core.question import Scoring
from quizapp.core.types.choice import ChoiceBody, ChoiceType, Option, marks


class TrueFalse(ChoiceType):
    name = "true_false"

    def grade(self, body: ChoiceBody, response: Response, scoring: Scoring) -> Grade:
        return Grade(float(response == body.correct_ids), marks(body, response))

    def chance(self, body: ChoiceBody, scoring: Scoring) -> float:
        return 0.5


def build_true_false_body(
    answer: bool, rationale_true: str, rationale_false: str, misconception: str = ""
) -> ChoiceBody:
    """The options "true" and "false" in this order; each rationale addresses who chose it.

    The texts are English here; screens translate them. ``misconception`` is that of the wrong one.
    """
    options = (
        Option("true", "True", answer, rationale_true, "" if answer else misconception),
        Option("false", "False", not answer, rationale_false, misconception if answer else ""),
    )
    return ChoiceBody(options, fixed_order=True)
