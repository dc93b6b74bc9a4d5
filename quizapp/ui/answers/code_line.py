"""Code line: the listing, each of its lines a button."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.answer import Grade, Response
from quizapp.core.plan import PlanItem
from quizapp.core.types.code_line import CodeLineBody
from quizapp.ui.answers.base import AnswerWidget
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import build_label, set_tone
from quizapp.ui.widgets.code_line_button import CodeLineButton
from quizapp.ui.widgets.code_line_text import split_lines

translate = QCoreApplication.translate


class CodeLineAnswer(AnswerWidget):
    """Lines to choose from; where one is asked for, choosing another takes the first away."""

    def __init__(self, body: CodeLineBody, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = len(body.correct_ids)
        self._caption = build_label(type_=Type.CAPTION)
        pieces = split_lines(body.listing.language, "\n".join(body.texts))
        digits = len(str(len(pieces)))
        self._lines = [CodeLineButton(appearance, number, line, digits) for number, line in enumerate(pieces, 1)]
        self._buttons = {id_: self._lines[int(id_) - 1] for id_ in body.choices}
        self._assemble()

    def response(self) -> Response:
        return tuple(id_ for id_, button in self._buttons.items() if button.isChecked())

    def set_response(self, response: Response) -> None:
        before = self.response()
        for id_, button in self._buttons.items():
            button.setChecked(id_ in response)
        self._update_caption()
        if self.response() != before:
            self.response_changed.emit()

    def set_read_only(self, read_only: bool) -> None:
        for button in self._buttons.values():
            button.setEnabled(not read_only)

    def show_grade(self, grade: Grade | None) -> None:
        verdicts = dict(grade.marks) if grade else {}
        for id_, button in self._buttons.items():
            button.set_verdict(verdicts.get(id_))

    def choose(self, position: int) -> None:
        """The keys 1–9 choose the line of that number, unless it is blank."""
        button = self._buttons.get(str(position + 1))
        if button is not None and button.isEnabled():
            button.setFocus()
            button.click()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._caption)
        column.addSpacing(8)
        for line in self._lines:
            column.addWidget(line)
        column.addStretch(1)
        for button in self._buttons.values():
            button.clicked.connect(self._on_button_clicked)
            button.step_requested.connect(self._on_button_step_requested)
        for blank in set(self._lines) - set(self._buttons.values()):
            blank.setEnabled(False)
        self._update_caption()

    def _update_caption(self) -> None:
        chosen = len(self.response())
        asked = (
            translate("CodeLineAnswer", "Choose 1 line")
            if self._asked == 1
            else translate("CodeLineAnswer", "Choose {count} lines").format(count=self._asked)
        )
        self._caption.setText(
            translate("CodeLineAnswer", "{asked} – {chosen} chosen").format(asked=asked, chosen=chosen)
        )
        set_tone(self._caption, "wrong" if chosen > self._asked else "")

    def _on_button_clicked(self) -> None:
        sender = self.sender()
        if self._asked == 1:
            for button in self._buttons.values():
                button.setChecked(button is sender and button.isChecked())
        self._update_caption()
        self.response_changed.emit()

    def _on_button_step_requested(self, step: int) -> None:
        """Go to the next line that can be chosen, up or down; the ends stop."""
        buttons = list(self._buttons.values())
        sender = self.sender()
        assert isinstance(sender, CodeLineButton)
        position = buttons.index(sender) + step
        if 0 <= position < len(buttons):
            buttons[position].setFocus()


def build(item: PlanItem, appearance: Appearance, parent: QWidget | None = None) -> CodeLineAnswer:
    assert isinstance(item.question.body, CodeLineBody)
    return CodeLineAnswer(item.question.body, appearance, parent)
