"""Short text: a field for a word or phrase, with what counts in it below."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from quizapp.core.answer import Grade, Response, Verdict
from quizapp.core.plan import PlanItem
from quizapp.core.types.short_text import MAX_LENGTH, ShortTextBody
from quizapp.ui.answers.base import AnswerWidget
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import build_label, build_row, set_tone

translate = QCoreApplication.translate


class ShortTextAnswer(AnswerWidget):
    def __init__(self, body: ShortTextBody, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = body
        self._appearance = appearance
        self._field = QLineEdit()
        self._hint = build_label(type_=Type.CAPTION, wrap=False)
        self._assemble()
        self._field.textChanged.connect(self.response_changed)
        self._field.returnPressed.connect(self.confirm_requested)
        appearance.theme_changed.connect(self._update_width)

    def response(self) -> Response:
        text = self._field.text().strip()
        return (text,) if text else ()

    def set_response(self, response: Response) -> None:
        self._field.setText(response[0] if response else "")

    def set_read_only(self, read_only: bool) -> None:
        self._field.setReadOnly(read_only)

    def show_grade(self, grade: Grade | None) -> None:
        if grade is None:
            self._show_hint()
            return
        right = dict(grade.marks).get("text") is Verdict.RIGHT
        set_tone(self._hint, "right" if right else "wrong")
        self._hint.setText(
            translate("ShortTextAnswer", "✓ Right") if right else translate("ShortTextAnswer", "✗ Not the right text")
        )

    def _assemble(self) -> None:
        self._field.setProperty("type", "lead")
        self._field.setPlaceholderText(translate("ShortTextAnswer", "Your answer"))
        self._field.setAccessibleName(translate("ShortTextAnswer", "Your answer"))
        self._field.setMaxLength(MAX_LENGTH)
        self._update_width()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = build_row(self._field, None)
        row.setStretch(0, 100)  # the field grows to its full width before the room beside it does
        column.addLayout(row)
        column.addWidget(self._hint)
        self._show_hint()

    def _update_width(self) -> None:
        """As wide as a phrase, but no wider than a narrow page."""
        self._field.setMaximumWidth(self._appearance.theme.scaled(480))
        self._field.setMinimumWidth(self._appearance.theme.scaled(200))

    def _show_hint(self) -> None:
        set_tone(self._hint, "")
        if self._body.match_case:
            self._hint.setText(translate("ShortTextAnswer", "Capitals count, accents don't"))
        else:
            self._hint.setText(translate("ShortTextAnswer", "Capitals and accents don't count"))
        self._field.setAccessibleDescription(self._hint.text())


def build(item: PlanItem, appearance: Appearance, parent: QWidget | None = None) -> ShortTextAnswer:
    assert isinstance(item.question.body, ShortTextBody)
    return ShortTextAnswer(item.question.body, appearance, parent)
