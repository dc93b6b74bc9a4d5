"""Matching: one row a prompt, in which its target is chosen; each target can be given once."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.answer import Grade, Response
from quizapp.core.plan import PlanItem
from quizapp.core.types.match import MatchBody, entry, given_targets
from quizapp.ui.answers.base import AnswerWidget
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.match_row import MatchRow


class MatchAnswer(AnswerWidget):
    """The prompts as written, each with all targets in the attempt's order."""

    def __init__(self, item: PlanItem, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        body = item.question.body
        assert isinstance(body, MatchBody)
        self._body = body
        targets = {id_: body.targets[id_] for id_ in item.option_order}
        self._rows = {
            pair.id: MatchRow(appearance, number, pair.prompt, targets) for number, pair in enumerate(body.pairs, 1)
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in self._rows.values():
            column.addWidget(row)
            row.target_changed.connect(self._on_row_target_changed)

    def response(self) -> Response:
        return tuple(entry(id_, row.target) for id_, row in self._rows.items() if row.target)

    def set_response(self, response: Response) -> None:
        before = self.response()
        given = given_targets(self._body, response)
        for id_, row in self._rows.items():
            row.set_target(given.get(id_, ""))
        if self.response() != before:
            self.response_changed.emit()

    def set_read_only(self, read_only: bool) -> None:
        for row in self._rows.values():
            row.box.setEnabled(not read_only)

    def show_grade(self, grade: Grade | None) -> None:
        verdicts = dict(grade.marks) if grade else {}
        for id_, row in self._rows.items():
            row.set_verdict(verdicts.get(id_))

    def choose(self, position: int) -> None:
        """The keys 1–8 go to the prompts: their targets are then chosen in the box."""
        rows = list(self._rows.values())
        if position < len(rows):
            rows[position].box.setFocus()

    def _on_row_target_changed(self) -> None:
        """A target goes to one prompt: what was chosen last keeps it."""
        chosen = self.sender()
        assert isinstance(chosen, MatchRow)
        for row in self._rows.values():
            if row is not chosen and row.target == chosen.target:
                row.set_target("")
        self.response_changed.emit()


def build(item: PlanItem, appearance: Appearance, parent: QWidget | None = None) -> MatchAnswer:
    return MatchAnswer(item, appearance, parent)
