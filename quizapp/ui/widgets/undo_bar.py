"""A bar that says what was deleted, and takes it back."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.basics import Button, Card, build_label, build_row

translate = QCoreApplication.translate


class UndoBar(Card):
    """Hidden until there is something to take back."""

    undo_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone="accent", padding=8)
        self._text = build_label()
        self._text.setContentsMargins(8, 0, 0, 0)
        self._undo = Button(translate("UndoBar", "Undo (Ctrl+Z)"), appearance, icon="rotate-ccw")
        self._undo.clicked.connect(self.undo_requested)
        self.body.addLayout(build_row(self._text, self._undo))
        self.hide()

    def show_deleted(self, days: tuple[str, ...], more: int) -> None:
        """Name what was deleted last by its day, and how many steps before it can be taken back too."""
        one, several = translate("UndoBar", "Deleted: {day}."), translate("UndoBar", "Deleted: {n} attempts.")
        words = (one if len(days) == 1 else several).format(day=days[0], n=len(days))
        if more:
            words += " " + translate("UndoBar", "Before that: {n} more.").format(n=more)
        self._text.setText(words)
        self.setAccessibleName(words)
        self.show()
