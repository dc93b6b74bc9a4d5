"""A result: shown, compared with an earlier one, and written to a file."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from quizapp.core.errors import StorageError
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession
from quizapp.ui.comparison import default_earlier, earlier_attempts
from quizapp.ui.dialogs import ask_export_path, tell
from quizapp.ui.flows.parts import Parts
from quizapp.ui.flows.stage import Stage
from quizapp.ui.pages.results_page import ResultsPage
from quizapp.ui.widgets.navigation_rail import Place

translate = QCoreApplication.translate


class ResultsFlow(QObject):
    home_requested = Signal()
    standing_requested = Signal()
    measure_requested = Signal()

    def __init__(self, parts: Parts, stage: Stage) -> None:
        super().__init__(stage)
        self._parts = parts
        self._stage = stage
        self.session: QuizSession | None = None
        self.page = ResultsPage(parts.appearance)
        self.page.home_requested.connect(self.home_requested)
        self.page.standing_requested.connect(self.standing_requested)
        self.page.measure_requested.connect(self.measure_requested)
        self.page.export_requested.connect(self._on_export_requested)
        self.page.earlier_chosen.connect(self._show_change)
        parts.exporter.exported.connect(self._on_exported)
        parts.exporter.failed.connect(self._on_export_failed)

    def show_attempt(self, attempt_id: str) -> None:
        try:
            session = self._parts.store.load_attempt(attempt_id)
        except StorageError as error:
            tell(self._stage, translate("ResultsFlow", "This result can't be read"), str(error))
            return
        self.show_session(session)

    def show_session(self, session: QuizSession) -> None:
        store = self._parts.store
        self.session = session
        try:
            earlier = earlier_attempts(store, session)
        except StorageError:  # the result itself is at hand, and is shown without a comparison
            earlier = ()
        self.page.show_session(session, earlier)
        self._stage.show_page(self.page, Place.HOME)
        if chosen := default_earlier(store, session, earlier):
            self._show_change(chosen)

    def export_to(self, format_: str, path: Path) -> None:
        """Write the result that is shown to a file."""
        assert self.session is not None
        self.page.show_status(translate("ResultsFlow", "Writing {path} …").format(path=path))
        self._parts.exporter.export(self.session, format_, path)

    def _show_change(self, attempt_id: str) -> None:
        """Compare the result that is shown with an earlier one."""
        try:
            earlier = self._parts.store.load_attempt(attempt_id)
        except StorageError as error:
            self.page.show_no_change(attempt_id, str(error))
        else:
            self.page.show_change(attempt_id, score_session(earlier))

    def _on_export_requested(self, format_: str) -> None:
        assert self.session is not None
        if path := ask_export_path(self._stage, self.session.started_at, format_):
            self.export_to(format_, path)

    def _on_exported(self, path: Path) -> None:
        self.page.show_status(translate("ResultsFlow", "✓ Written to {path}").format(path=path), "right")

    def _on_export_failed(self, reason: str) -> None:
        self.page.show_status(translate("ResultsFlow", "Not exported: {reason}").format(reason=reason), "wrong")
