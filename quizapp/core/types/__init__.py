"""The registry of question types: the one place that a new type is added to."""

from collections.abc import Mapping
from typing import Any

from quizapp.core.types.base import QuestionType
from quizapp.core.types.multi import MultipleChoice
from quizapp.core.types.numeric import Numeric
from quizapp.core.types.single import SingleChoice

QUESTION_TYPES: Mapping[str, QuestionType[Any]] = {
    type_.name: type_ for type_ in (SingleChoice(), MultipleChoice(), Numeric())
}
