"""True or false: two radio buttons in the language of the screens."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from quizapp.core.plan import PlanItem
from quizapp.core.types.choice import ChoiceBody
from quizapp.ui.answers.choice import ChoiceAnswer
from quizapp.ui.theme.theme import Appearance

translate = QCoreApplication.translate


def build(item: PlanItem, appearance: Appearance, parent: QWidget | None = None) -> ChoiceAnswer:
    return ChoiceAnswer(_translated(item), appearance, exclusive=True, parent=parent)


def _translated(item: PlanItem) -> PlanItem:
    """The item with the words of its two options as the screens say them."""
    body = item.question.body
    assert isinstance(body, ChoiceBody)
    words = {"true": translate("TrueFalseAnswer", "True"), "false": translate("TrueFalseAnswer", "False")}
    options = tuple(replace(option, text=words[option.id]) for option in body.options)
    return replace(item, question=replace(item.question, body=replace(body, options=options)))
