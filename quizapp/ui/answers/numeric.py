"""Numeric: a field for a number, with its unit beside it and what it was read as below."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from quizapp.core.answer import Grade, Verdict
from quizapp.core.numbers import MAX_LENGTH, format_number, read_number
from quizapp.core.plan import PlanItem
from quizapp.core.types.numeric import NumericBody
from quizapp.ui.answers.field import FieldAnswer
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import build_label, build_row, set_tone

translate = QCoreApplication.translate


class NumericAnswer(FieldAnswer):
    def __init__(self, body: NumericBody, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, wrap_hint=True, parent=parent)
        self._body = body
        self._field.setAccessibleDescription(body.unit)
        row = build_row(self._field, build_label(body.unit, Type.LEAD, wrap=False), None, spacing=12)
        self.assemble(row, translate("NumericAnswer", "Your number"), MAX_LENGTH)

    def show_grade(self, grade: Grade | None) -> None:
        if grade is None:
            self._update_hint()
            return
        right = dict(grade.marks).get("value") is Verdict.RIGHT
        set_tone(self._hint, "right" if right else "wrong")
        self._hint.setText(
            translate("NumericAnswer", "✓ Right") if right else translate("NumericAnswer", "✗ Not the right value")
        )

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


def build(item: PlanItem, appearance: Appearance, parent: QWidget | None = None) -> NumericAnswer:
    assert isinstance(item.question.body, NumericBody)
    return NumericAnswer(item.question.body, appearance, parent)
