"""All attempts: searched, opened, compared, deleted."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.storage.summary import AttemptSummary
from quizapp.ui.history_model import HistoryModel, attempt_detail
from quizapp.ui.history_pairs import pair_problem
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, build_label
from quizapp.ui.widgets.flow_row import FlowRow
from quizapp.ui.widgets.history_filter_bar import HistoryFilterBar
from quizapp.ui.widgets.history_table import HistoryTable

translate = QCoreApplication.translate

_MOST_DELETED = 20
"""How many can be deleted in one go: more is rather a slip."""


class AttemptsPanel(QWidget):
    """``delete_requested`` carries a tuple of ids; ``compare_requested`` two ids, the later one first."""

    opened = Signal(str)
    delete_requested = Signal(object)
    compare_requested = Signal(str, str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = HistoryModel()
        self._model.setParent(self)
        self._titles: Mapping[str, str] = {}
        self.filter_bar = HistoryFilterBar(appearance)
        self.table = HistoryTable(self._model, appearance)
        self._count = build_label(type_=Type.CAPTION)
        self._detail = build_label()
        self._hint = build_label(type_=Type.CAPTION)
        self._open = Button(translate("History", "Open"), appearance, kind="primary")
        self._compare = Button(translate("History", "Compare"), appearance, icon="radar")
        self._delete = Button(translate("History", "Delete"), appearance, icon="trash-2")
        self._actions = FlowRow((self._open, self._compare, self._delete), appearance)
        self._assemble()
        self._connect()

    def show_attempts(self, attempts: Sequence[AttemptSummary], titles: Mapping[str, str]) -> None:
        """All attempts, newest first, with the titles of the competencies that are known."""
        row, current = max(0, self.table.currentIndex().row()), self.table.current
        self._titles = titles
        self._model.set_attempts(attempts, titles)
        # The cursor stays on its attempt; where that was deleted it is on the next one.
        kept = self._model.row_of(current.id) if current else None
        self._after_change(row if kept is None else kept)

    def focus_search(self) -> None:
        self.filter_bar.focus_search()

    def focus_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter_bar)
        column.addWidget(self._count)
        column.addWidget(self.table, 1)
        column.addWidget(self._detail)
        column.addWidget(self._actions)
        column.addWidget(self._hint)

    def _connect(self) -> None:
        self.filter_bar.changed.connect(self._on_filter_changed)
        self.filter_bar.left.connect(self.focus_table)
        self.table.opened.connect(self.opened)
        self.table.delete_pressed.connect(self._on_delete)
        self.table.columns_changed.connect(self._update)
        self.table.selectionModel().selectionChanged.connect(self._update)
        self._open.clicked.connect(self._on_open)
        self._compare.clicked.connect(self._on_compare)
        self._delete.clicked.connect(self._on_delete)

    def _after_change(self, row: int) -> None:
        """The rows are other ones now: the cursor goes to one of them."""
        self.table.choose_row(row)
        shown, total = self._model.rowCount(), self._model.total
        if shown == total:
            text = translate("History", "{total} attempts") if total != 1 else translate("History", "1 attempt")
        elif shown:
            text = translate("History", "{shown} of {total} attempts")
        else:
            text = translate("History", "None of {total} attempts has all of this. Esc empties the search.")
        self._count.setText(text.format(shown=f"{shown:,}", total=f"{total:,}"))
        self._update()

    def _update(self) -> None:
        """What can be done with what is selected."""
        chosen = self.table.chosen
        problem = pair_problem(chosen)
        if len(chosen) > _MOST_DELETED:
            problem = translate("History", "At the most {n} can be deleted in one go.").format(n=_MOST_DELETED)
        is_open = len(chosen) == 1 and not chosen[0].is_finished
        self._open.set_words(translate("History", "Resume") if is_open else translate("History", "Open"))
        self._open.setEnabled(len(chosen) == 1)
        self._compare.setEnabled(not pair_problem(chosen))
        self._delete.setEnabled(0 < len(chosen) <= _MOST_DELETED)
        self._hint.setText(problem or translate("History", "The later one is compared with the earlier one."))
        current = self.table.current
        self._detail.setVisible(self.table.hides_columns and current is not None)
        self._detail.setText(attempt_detail(current, self._titles) if current else "")

    def _on_filter_changed(self) -> None:
        self._model.set_filter(self.filter_bar.wanted)
        self._after_change(0)

    def _on_open(self) -> None:
        if chosen := self.table.chosen:
            self.opened.emit(chosen[0].id)

    def _on_delete(self) -> None:
        chosen = self.table.chosen
        if 0 < len(chosen) <= _MOST_DELETED:
            self.delete_requested.emit(tuple(attempt.id for attempt in chosen))

    def _on_compare(self) -> None:
        earlier, later = sorted(self.table.chosen, key=_start)
        self.compare_requested.emit(later.id, earlier.id)


def _start(attempt: AttemptSummary) -> float:
    return attempt.started_at.timestamp()
