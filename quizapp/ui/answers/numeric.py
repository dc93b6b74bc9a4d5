"""Numeric: a field for a number, with its unit beside it and what it was read as below."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from quizapp.core.answer import Grade, Response, Verdict
from quizapp.core.numbers import format_number, read_number
from quizapp.core.plan import PlanItem
from quizapp.core.types.numeric import NumericBody
from quizapp.ui.answers.base import AnswerWidget
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import build_label, build_row, set_tone

translate = QCoreApplication.translate


class NumericAnswer(AnswerWidget):
    def __init__(self, body: NumericBody, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = body
        self._appearance = appearance
        self._field = QLineEdit()
        self._hint = build_label(type_=Type.CAPTION)
        self._assemble()
        self._field.textChanged.connect(self._on_field_text_changed)
        self._field.returnPressed.connect(self.confirm_requested)
        appearance.theme_changed.connect(self._update_width)

    def response(self) -> Response:
        text = self._field.text().strip()
        return (text,) if text else ()

    def set_response(self, response: Response) -> None:
        self._field.setText(response[0] if response else "")

    def set_read_only(self, read_only: bool) -> None:
        self._field.setReadOnly(read_only)
        self._update_hint()

    def show_grade(self, grade: Grade | None) -> None:
        if grade is None:
            self._update_hint()
            return
        right = dict(grade.marks).get("value") is Verdict.RIGHT
        set_tone(self._hint, "right" if right else "wrong")
        self._hint.setText(
            translate("NumericAnswer", "✓ Right") if right else translate("NumericAnswer", "✗ Not the right value")
        )

    def _assemble(self) -> None:
        self._field.setProperty("type", "lead")
        self._field.setPlaceholderText(translate("NumericAnswer", "Your number"))
        self._field.setAccessibleName(translate("NumericAnswer", "Your number"))
        self._field.setAccessibleDescription(self._body.unit)
        self._field.setMaxLength(64)
        self._update_width()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(build_row(self._field, build_label(self._body.unit, Type.LEAD, wrap=False), None, spacing=12))
        column.addWidget(self._hint)
        self._update_hint()

    def _update_width(self) -> None:
        self._field.setFixedWidth(self._appearance.theme.scaled(260))

    def _update_hint(self) -> None:
        text = self._field.text().strip()
        value = read_number(text, self._body.unit)
        set_tone(self._hint, "wrong" if text and value is None else "")
        if not text:
            self._hint.setText(translate("NumericAnswer", "Digits with a decimal point, such as 1,024 or 0.25 or 1e-4"))
        elif value is None:
            self._hint.setText(
                translate("NumericAnswer", "This can't be read as a number. Write it like 1,024 or 0.25 or 1e-4.")
            )
        else:
            read = f"{format_number(value)} {self._body.unit}".rstrip()
            self._hint.setText(translate("NumericAnswer", "Read as {value}").format(value=read))

    def _on_field_text_changed(self) -> None:
        self._update_hint()
        self.response_changed.emit()


def build(item: PlanItem, appearance: Appearance, parent: QWidget | None = None) -> NumericAnswer:
    assert isinstance(item.question.body, NumericBody)
    return NumericAnswer(item.question.body, appearance, parent)
