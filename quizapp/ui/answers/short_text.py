"""Short text: a field for a word or phrase, with what counts in it below."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from quizapp.core.answer import Grade, Verdict
from quizapp.core.plan import PlanItem
from quizapp.core.types.short_text import MAX_LENGTH, ShortTextBody
from quizapp.ui.answers.field import FieldAnswer
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.basics import build_row, set_tone

translate = QCoreApplication.translate


class ShortTextAnswer(FieldAnswer):
    def __init__(self, body: ShortTextBody, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, wrap_hint=False, parent=parent)
        self._body = body
        row = build_row(self._field, None)
        row.setStretch(0, 100)  # the field grows to its full width before the room beside it does
        self.assemble(row, translate("ShortTextAnswer", "Your answer"), MAX_LENGTH)

    def show_grade(self, grade: Grade | None) -> None:
        if grade is None:
            self._update_hint()
            return
        right = dict(grade.marks).get("text") is Verdict.RIGHT
        set_tone(self._hint, "right" if right else "wrong")
        self._hint.setText(
            translate("ShortTextAnswer", "✓ Right") if right else translate("ShortTextAnswer", "✗ Not the right text")
        )

    def _update_width(self) -> None:
        """As wide as a phrase, but no wider than a narrow page."""
        self._field.setMaximumWidth(self._appearance.theme.scaled(480))
        self._field.setMinimumWidth(self._appearance.theme.scaled(200))

    def _update_hint(self) -> None:
        set_tone(self._hint, "")
        if self._body.match_case:
            self._hint.setText(translate("ShortTextAnswer", "Capitals count, accents don't"))
        else:
            self._hint.setText(translate("ShortTextAnswer", "Capitals and accents don't count"))
        self._field.setAccessibleDescription(self._hint.text())


def build(item: PlanItem, appearance: Appearance, parent: QWidget | None = None) -> ShortTextAnswer:
    assert isinstance(item.question.body, ShortTextBody)
    return ShortTextAnswer(item.question.body, appearance, parent)
