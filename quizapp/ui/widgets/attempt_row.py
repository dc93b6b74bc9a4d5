"""One finished attempt in a list: when, what, how it went."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.storage.summary import AttemptSummary
from quizapp.ui.formatting import format_day, format_minutes
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, build_label, build_separator
from quizapp.ui.wording import method_words

translate = QCoreApplication.translate


class AttemptRow(QWidget):
    opened = Signal(str)

    def __init__(self, attempt: AttemptSummary, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attempt = attempt
        self._open = Button(translate("AttemptRow", "Open"), appearance, kind="quiet")
        self._assemble()
        self._open.clicked.connect(self._on_open_clicked)

    def _assemble(self) -> None:
        attempt = self._attempt
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(build_label(format_day(attempt.started_at)))
        facts = translate("AttemptRow", "{right} of {scored} right · {kind} · {minutes} · {role}").format(
            right=attempt.right,
            scored=attempt.scored,
            kind=method_words(attempt.method),
            minutes=format_minutes(attempt.elapsed),
            role=attempt.framework_title,
        )
        text.addWidget(build_label(facts, Type.CAPTION))
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 8)
        row.addLayout(text, 1)
        row.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(build_separator())
        column.addLayout(row)

    def _on_open_clicked(self) -> None:
        self.opened.emit(self._attempt.id)
