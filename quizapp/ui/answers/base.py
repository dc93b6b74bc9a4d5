"""What the question page asks of every answer widget."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.core.answer import Grade, Response


class AnswerWidget(QWidget):
    """Lets one question be answered, and shows afterwards what became of it."""

    response_changed = Signal()
    confirm_requested = Signal()  # Enter in a field

    def response(self) -> Response:
        """What is given at the moment; empty where nothing is."""
        raise NotImplementedError

    def set_response(self, response: Response) -> None:
        raise NotImplementedError

    def set_read_only(self, read_only: bool) -> None:
        raise NotImplementedError

    def show_grade(self, grade: Grade | None) -> None:
        """Mark options or field with their verdicts; None takes the marks away."""
        raise NotImplementedError

    def choose(self, position: int) -> None:
        """Choose the option at a position counted from 0, where there are options (keys 1–9 and A–I)."""
