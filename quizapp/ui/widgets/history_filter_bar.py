"""The search field of the history, and the choice of a kind."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from quizapp.core.plan import PlanMethod
from quizapp.ui.history_search import HistoryFilter
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.standing_card import SmallChoice
from quizapp.ui.wording import method_words

translate = QCoreApplication.translate


class HistoryFilterBar(QWidget):
    """``left`` says that the person is done typing and wants the list."""

    changed = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = filter_entries()
        self.field = _SearchField()
        self.field.setPlaceholderText(translate("History", "Search, for example: adaptive nov 2026 (/)"))
        self.field.setAccessibleName(translate("History", "Search attempts by role, competency, kind or day"))
        self.field.setClearButtonEnabled(True)
        self.choice = SmallChoice(appearance, [text for text, _ in self._filters])
        self.choice.setAccessibleName(translate("History", "Kind of attempts to show"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.choice)
        self.field.textChanged.connect(self.changed)
        self.field.left.connect(self.left)
        self.choice.activated.connect(self.changed)

    @property
    def wanted(self) -> HistoryFilter:
        _, (kind, is_open) = self._filters[self.choice.currentIndex()]
        return HistoryFilter(self.field.text(), kind, is_open)

    def focus_search(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()


class _SearchField(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter lead to the list; Esc empties the field, and from the empty one leads there too."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        else:
            super().keyPressEvent(event)

    def _on_escape(self) -> None:
        if self.text():
            self.clear()
        else:
            self.left.emit()


def filter_entries() -> tuple[tuple[str, tuple[PlanMethod | None, bool | None]], ...]:
    """What can be chosen, with the kind and whether it is still open that it stands for."""
    kinds = tuple((_capital(method_words(method)), (method, None)) for method in PlanMethod)
    return (
        (translate("History", "All kinds"), (None, None)),
        *kinds,
        (translate("History", "To finish"), (None, True)),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
