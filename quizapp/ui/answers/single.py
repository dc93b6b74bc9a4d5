"""Single choice: radio buttons."""

from PySide6.QtWidgets import QWidget

from quizapp.core.plan import PlanItem
from quizapp.ui.answers.choice import ChoiceAnswer
from quizapp.ui.theme.theme import Appearance


def build(item: PlanItem, appearance: Appearance, parent: QWidget | None = None) -> ChoiceAnswer:
    return ChoiceAnswer(item, appearance, exclusive=True, parent=parent)
