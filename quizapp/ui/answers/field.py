"""A field for what is typed, with a line below that says how it is read and what became of it."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from quizapp.core.answer import Response
from quizapp.ui.answers.base import AnswerWidget
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import build_label


class FieldAnswer(AnswerWidget):
    """Types with one field derive from it; they set the width and say what the hint is."""

    def __init__(self, appearance: Appearance, *, wrap_hint: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._field = QLineEdit()
        self._field.setProperty("type", "lead")
        self._hint = build_label(type_=Type.CAPTION, wrap=wrap_hint)
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

    def assemble(self, row: QHBoxLayout, words: str, longest: int) -> None:
        """Put the row with the field above the hint; ``words`` are in the empty field and name it."""
        self._field.setPlaceholderText(words)
        self._field.setAccessibleName(words)
        self._field.setMaxLength(longest)
        self._update_width()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._hint)
        self._update_hint()

    def _update_width(self) -> None:
        raise NotImplementedError

    def _update_hint(self) -> None:
        raise NotImplementedError

    def _on_field_text_changed(self) -> None:
        self._update_hint()
        self.response_changed.emit()
