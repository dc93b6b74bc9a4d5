"""History: the list with delete and undo; progress and comparison have keepers of their own."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal

from quizapp.core.errors import StorageError
from quizapp.storage.summary import AttemptSummary
from quizapp.ui.dialogs import tell
from quizapp.ui.flows.history_comparison import HistoryComparison
from quizapp.ui.flows.history_progress import HistoryProgress
from quizapp.ui.flows.parts import Parts
from quizapp.ui.flows.stage import Stage
from quizapp.ui.formatting import format_day
from quizapp.ui.pages.history_page import HistoryPage, HistoryState, Part
from quizapp.ui.widgets.navigation_rail import Place

translate = QCoreApplication.translate


class HistoryFlow(QObject):
    """What is deleted is hidden, and gone for good when the store is closed; leaving the page ends the way back."""

    start_requested = Signal()
    resume_requested = Signal(str)
    result_requested = Signal(str)

    def __init__(self, parts: Parts, stage: Stage) -> None:
        super().__init__(stage)
        self._parts = parts
        self._stage = stage
        self._attempts: tuple[AttemptSummary, ...] = ()
        self._deleted: list[tuple[AttemptSummary, ...]] = []
        self.page = HistoryPage(parts.appearance)
        self._progress = HistoryProgress(parts.store, parts.library, self.page.progress, self)
        self._comparison = HistoryComparison(parts.store, self.page.compare, self)
        self._connect()

    def show(self) -> None:
        """The list, as the store has it now."""
        self._on_left()
        self.page.show_part(Part.ATTEMPTS)
        self._refresh()
        self._stage.show_page(self.page, Place.HISTORY)

    def _connect(self) -> None:
        page = self.page
        for starting in (page, page.progress, page.compare):
            starting.start_requested.connect(self.start_requested)
        page.left.connect(self._on_left)
        page.undo_requested.connect(self._on_undo_requested)
        page.part_chosen.connect(self._on_part_chosen)
        page.attempts.opened.connect(self._on_opened)
        page.attempts.delete_requested.connect(self._on_delete_requested)
        page.attempts.compare_requested.connect(self._on_compare_requested)
        page.progress.opened.connect(self.result_requested)

    def _refresh(self) -> None:
        try:
            self._attempts = self._parts.store.list_attempts()
        except StorageError as error:
            tell(self._stage, translate("HistoryFlow", "The attempts can't be read"), str(error))
        self.page.show_state(HistoryState(self._attempts, self._titles()))

    def _titles(self) -> Mapping[str, str]:
        """The competencies of all known banks, with the words of the bank in use where two have the same one."""
        banks = (*self._parts.library.banks, self._parts.library.active)
        return {c.slug: c.title for bank in banks if bank.framework for c in bank.framework.competencies}

    def _on_opened(self, attempt_id: str) -> None:
        attempt = next(attempt for attempt in self._attempts if attempt.id == attempt_id)
        (self.result_requested if attempt.is_finished else self.resume_requested).emit(attempt_id)

    def _on_part_chosen(self, part: Part) -> None:
        self._progress.stop()
        if part is Part.PROGRESS:
            self._progress.show(self._attempts)
        elif part is Part.COMPARE:
            self._comparison.show(self._attempts)

    def _on_compare_requested(self, later_id: str, earlier_id: str) -> None:
        self.page.show_part(Part.COMPARE)
        self._comparison.compare(self._attempts, later_id, earlier_id)

    def _on_delete_requested(self, attempt_ids: tuple[str, ...]) -> None:
        hidden = []
        try:
            for id_ in attempt_ids:
                self._parts.store.hide_attempt(id_, self._parts.now())
                hidden.append(id_)
        except StorageError as error:
            tell(self._stage, translate("HistoryFlow", "Not deleted"), str(error))
        if hidden:
            self._deleted.append(tuple(attempt for attempt in self._attempts if attempt.id in hidden))
        self._after_change()

    def _on_undo_requested(self) -> None:
        try:
            for attempt in self._deleted[-1]:
                self._parts.store.restore_attempt(attempt.id)
        except StorageError as error:
            tell(self._stage, translate("HistoryFlow", "Not brought back"), str(error))
        else:
            self._deleted.pop()
        self._after_change()

    def _on_left(self) -> None:
        """Nobody looks any more: nothing can be taken back, and nothing is read."""
        self._deleted.clear()
        self.page.show_deleted((), 0)
        self._progress.stop()

    def _after_change(self) -> None:
        last = self._deleted[-1] if self._deleted else ()
        self.page.show_deleted(tuple(format_day(attempt.started_at) for attempt in last), len(self._deleted) - 1)
        self._refresh()
        self._on_part_chosen(self.page.part)
