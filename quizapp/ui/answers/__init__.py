"""The widgets in which questions are answered: one module a question type, found by the type's name."""

from importlib import import_module

from PySide6.QtWidgets import QWidget

from quizapp.core.plan import PlanItem
from quizapp.ui.answers.base import AnswerWidget
from quizapp.ui.theme.theme import Appearance


def build_answer_widget(item: PlanItem, appearance: Appearance, parent: QWidget | None = None) -> AnswerWidget:
    """The widget for a question; the module of its type is imported when its first question is shown."""
    module = import_module(f"{__package__}.{item.question.type}")
    widget = module.build(item, appearance, parent)
    assert isinstance(widget, AnswerWidget)
    return widget
