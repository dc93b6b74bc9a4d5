"""Progress over time, read from the store bit by bit, for one role at a time."""

from PySide6.QtCore import QObject

from quizapp.core.trend import build_trends
from quizapp.storage.summary import AttemptSummary
from quizapp.ui.bank_library import BankLibrary
from quizapp.ui.history_pairs import assessments
from quizapp.ui.trend_reader import SessionStore, TrendReader
from quizapp.ui.widgets.progress_panel import ProgressPanel

DRAWN = 200
"""How many attempts, the newest ones, are drawn at the most: more dots than that lie over each other."""


class HistoryProgress(QObject):
    """Keeps which role is shown, and what has been read."""

    def __init__(self, store: SessionStore, library: BankLibrary, panel: ProgressPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._panel = panel
        self._attempts: tuple[AttemptSummary, ...] = ()
        self._role = ""
        self._reader = TrendReader(store, self)
        panel.role_chosen.connect(self._on_role_chosen)
        self._reader.progressed.connect(panel.show_reading)
        self._reader.finished.connect(self._on_read)

    def show(self, attempts: tuple[AttemptSummary, ...]) -> None:
        """The role shown before, else that of the bank in use, else that of the newest assessment."""
        self._attempts = assessments(attempts)
        roles = {attempt.framework_id: attempt.framework_title for attempt in reversed(self._attempts)}
        if not roles:
            self._reader.stop()
            self._panel.show_none()
            return
        if self._role not in roles:
            active = self._library.active.framework
            self._role = active.id if active and active.id in roles else self._attempts[0].framework_id
        self._panel.show_roles(tuple(roles.items()), self._role)
        self._reader.read([attempt.id for attempt in self._of_role()[:DRAWN]])

    def stop(self) -> None:
        """Read no further: nobody looks."""
        self._reader.stop()

    def _of_role(self) -> tuple[AttemptSummary, ...]:
        return tuple(attempt for attempt in self._attempts if attempt.framework_id == self._role)

    def _on_role_chosen(self, framework_id: str) -> None:
        self._role = framework_id
        self.show(self._attempts)

    def _on_read(self) -> None:
        reader, total = self._reader, len(self._of_role())
        trends = build_trends(reader.framework, reader.points) if reader.framework else ()
        self._panel.show_trends(trends, wanted=min(total, DRAWN), total=total, unreadable=reader.unreadable)
