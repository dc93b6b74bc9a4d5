"""A result: shown, compared with an earlier one, and written to a file."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from quizapp.core.errors import ReportError, StorageError
from quizapp.core.rescore import Revisions, compare_revisions
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession
from quizapp.report.options import WHOLE, ReportOptions
from quizapp.report.reader import load_result
from quizapp.ui.comparison import default_earlier, earlier_attempts
from quizapp.ui.dialogs import ask_export_path, ask_result_files, tell
from quizapp.ui.flows.parts import Parts
from quizapp.ui.flows.stage import Stage
from quizapp.ui.formatting import format_day
from quizapp.ui.pages.results_page import ResultsPage
from quizapp.ui.report_choice import read_options, write_options
from quizapp.ui.report_dialog import ask_report_options
from quizapp.ui.widgets.navigation_rail import Place

translate = QCoreApplication.translate


class ResultsFlow(QObject):
    """``team_requested`` carries a tuple of paths."""

    home_requested = Signal()
    standing_requested = Signal()
    measure_requested = Signal()
    topic_requested = Signal(str, str)
    weak_requested = Signal(object)
    practice_requested = Signal()
    team_requested = Signal(object)

    def __init__(self, parts: Parts, stage: Stage) -> None:
        super().__init__(stage)
        self._parts = parts
        self._stage = stage
        self.session: QuizSession | None = None
        self.page = ResultsPage(parts.appearance)
        self.page.home_requested.connect(self.home_requested)
        self.page.standing_requested.connect(self.standing_requested)
        self.page.measure_requested.connect(self.measure_requested)
        self.page.practice_requested.connect(self.topic_requested)
        self.page.weak_requested.connect(self.weak_requested)
        self.page.more_requested.connect(self.practice_requested)
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
        self.page.show_session(session, earlier, self._revisions_of(session))
        # A result of the history belongs to it, and "Done" leads back there.
        self._stage.show_page(self.page, Place.HISTORY if self._stage.place is Place.HISTORY else Place.HOME)
        if chosen := default_earlier(store, session, earlier):
            self._show_change(chosen)

    def _revisions_of(self, session: QuizSession) -> Revisions | None:
        """What became of an attempt's questions, where the bank in use is of the same framework."""
        active = self._parts.library.active
        if active.framework is None or active.framework.id != session.plan.framework.id:
            return None
        return compare_revisions(session, active.current)

    def ask_file(self) -> None:
        """Let the person choose a result file, and show it; several are a team's."""
        self.show_files(ask_result_files(self._stage))

    def show_files(self, paths: Sequence[Path]) -> None:
        """The result in a file; several are a team's, and none is nothing to do."""
        if len(paths) == 1:
            self.show_file(paths[0])
        elif paths:
            self.team_requested.emit(tuple(paths))

    def show_file(self, path: Path) -> None:
        """The result in a file, which stays apart from the own history."""
        try:
            stored = load_result(path)
        except ReportError as error:
            tell(self._stage, translate("ResultsFlow", "This file can't be opened"), str(error))
            return
        self.session = stored.session
        self.page.show_session(stored.session)
        text = translate("ResultsFlow", "From the file {name}, written on {day}. It is not part of your own results.")
        text = text.format(name=_short(path.name), day=format_day(stored.created))
        if stored.person:
            of = translate("ResultsFlow", "Result of {person}.")
            text = f"{of.format(person=stored.person)} {text}"
        self.page.show_source(text)
        self._stage.show_page(self.page, Place.HOME)

    def export_to(self, format_: str, path: Path, options: ReportOptions = WHOLE) -> None:
        """Write the result that is shown to a file."""
        assert self.session is not None
        self.page.show_status(translate("ResultsFlow", "Writing {path} …").format(path=path))
        self._parts.exporter.export(self.session, format_, path, options)

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
        options: ReportOptions | None = WHOLE
        if format_ in ("pdf", "html"):
            options = self._ask_options()
        if options and (path := ask_export_path(self._stage, self.session.started_at, format_)):
            self.export_to(format_, path, options)

    def _ask_options(self) -> ReportOptions | None:
        """What the report is to show, remembered for the next time."""
        store = self._parts.store
        remembered = WHOLE
        with suppress(StorageError):  # to ask anew costs a click or two
            remembered = read_options(store)
        chosen = ask_report_options(self._stage, self._parts.appearance, remembered)
        if chosen:
            with suppress(StorageError):
                write_options(store, chosen)
        return chosen

    def _on_exported(self, path: Path) -> None:
        self.page.show_status(translate("ResultsFlow", "✓ Written to {path}").format(path=path), "right")

    def _on_export_failed(self, reason: str) -> None:
        self.page.show_status(translate("ResultsFlow", "Not exported: {reason}").format(reason=reason), "wrong")


def _short(name: str) -> str:
    """A file's name with its ending; a longer one would be wider than a small window."""
    return name if len(name) <= 40 else f"{name[:28]}…{name[-10:]}"
