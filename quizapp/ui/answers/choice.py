"""Options to choose from, one or several."""

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from quizapp.core.answer import Grade, Response
from quizapp.core.plan import PlanItem
from quizapp.core.types.choice import ChoiceBody, letter
from quizapp.ui.answers.base import AnswerWidget
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.option_button import CheckOption, RadioOption


class ChoiceAnswer(AnswerWidget):
    """The options of a question in the attempt's order; ``exclusive`` for single choice."""

    def __init__(
        self, item: PlanItem, appearance: Appearance, *, exclusive: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        body = item.question.body
        assert isinstance(body, ChoiceBody)
        build = RadioOption if exclusive else CheckOption
        self._buttons: dict[str, RadioOption | CheckOption] = {
            id_: build(appearance, letter(row), body.option(id_).text, item.question.pictures)
            for row, id_ in enumerate(item.option_order)
        }
        self._group = QButtonGroup(self)
        self._group.setExclusive(exclusive)
        self._is_read_only = False
        self._assemble()

    def response(self) -> Response:
        return tuple(id_ for id_, button in sorted(self._buttons.items()) if button.isChecked())

    def set_response(self, response: Response) -> None:
        # An exclusive group refuses to uncheck its last button.
        exclusive = self._group.exclusive()
        self._group.setExclusive(False)
        for id_, button in self._buttons.items():
            button.setChecked(id_ in response)
        self._group.setExclusive(exclusive)

    def set_read_only(self, read_only: bool) -> None:
        self._is_read_only = read_only
        for button in self._buttons.values():
            button.setEnabled(not read_only)

    def show_grade(self, grade: Grade | None) -> None:
        verdicts = dict(grade.marks) if grade else {}
        for id_, button in self._buttons.items():
            button.set_verdict(verdicts.get(id_))

    def choose(self, position: int) -> None:
        buttons = list(self._buttons.values())
        if not self._is_read_only and position < len(buttons):
            buttons[position].setFocus()
            buttons[position].click()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for button in self._buttons.values():
            column.addWidget(button)
            self._group.addButton(button)
        self._group.buttonToggled.connect(self._on_group_button_toggled)

    def _on_group_button_toggled(self) -> None:
        self.response_changed.emit()
