"""The registry of question types: the one place that a new type is added to."""

from collections.abc import Mapping
from typing import Any

from quizapp.core.types.base import QuestionType
from quizapp.core.types.cloze import Cloze
from quizapp.core.types.code_line import CodeLineType
from quizapp.core.types.match import Match
from quizapp.core.types.multi import MultipleChoice
from quizapp.core.types.numeric import Numeric
from quizapp.core.types.order import Order
from quizapp.core.types.parametric import Parametric
from quizapp.core.types.short_text import ShortText
from quizapp.core.types.single import SingleChoice
from quizapp.core.types.true_false import TrueFalse

QUESTION_TYPES: Mapping[str, QuestionType[Any]] = {
    type_.name: type_
    for type_ in (
        SingleChoice(),
        MultipleChoice(),
        Numeric(),
        TrueFalse(),
        ShortText(),
        Match(),
        Order(),
        CodeLineType(),
        Cloze(),
        Parametric(),
    )
}
