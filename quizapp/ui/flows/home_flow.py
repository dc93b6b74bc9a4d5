"""Home: where one stands, what there is to go on with, and the results so far."""

from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from quizapp.core.errors import StorageError
from quizapp.core.readiness import build_radar
from quizapp.ui.bank_library import is_usable
from quizapp.ui.dialogs import confirm, tell
from quizapp.ui.due import due_count
from quizapp.ui.flows.parts import Parts
from quizapp.ui.flows.stage import Stage
from quizapp.ui.pages.home_page import HomePage, HomeState, StandingView
from quizapp.ui.widgets.navigation_rail import Place

translate = QCoreApplication.translate


class HomeFlow(QObject):
    start_requested = Signal()
    resume_requested = Signal(str)
    result_requested = Signal(str)
    file_requested = Signal()
    history_requested = Signal()
    banks_requested = Signal()
    measure_requested = Signal()
    practice_requested = Signal()
    topic_requested = Signal(str, str)

    def __init__(self, parts: Parts, stage: Stage) -> None:
        super().__init__(stage)
        self._parts = parts
        self._stage = stage
        self.page = HomePage(parts.appearance)
        self.page.start_requested.connect(self.start_requested)
        self.page.resume_requested.connect(self.resume_requested)
        self.page.result_requested.connect(self.result_requested)
        self.page.file_requested.connect(self.file_requested)
        self.page.history_requested.connect(self.history_requested)
        self.page.banks_requested.connect(self.banks_requested)
        self.page.measure_requested.connect(self.measure_requested)
        self.page.due_requested.connect(self.practice_requested)
        self.page.practice_requested.connect(self.topic_requested)
        self.page.delete_requested.connect(self._on_delete_requested)
        self.page.days_chosen.connect(self._on_days_chosen)

    def show(self) -> None:
        try:
            self.page.show_state(self._state())
        except StorageError as error:
            tell(self._stage, translate("HomeFlow", "The results can't be read"), str(error))
        self._stage.show_page(self.page, Place.HOME)
        QTimer.singleShot(0, self, self._on_shown)

    def show_standing(self) -> None:
        """Home, with the profile in view."""
        self.show()
        self.page.scroll_to_standing()

    def _state(self) -> HomeState:
        parts = self._parts
        attempts = parts.store.list_attempts()
        framework = parts.library.active.framework
        role = framework.title if framework else ""
        try:
            standing, failure = self._standing_view(), ""
        except StorageError as error:  # one damaged attempt must not hide the others, nor the way to delete it
            standing, failure = None, str(error)
        can_start = is_usable(parts.library.active)
        return HomeState(role, attempts, standing, failure, can_start=can_start, due=due_count(parts))

    def _standing_view(self) -> StandingView | None:
        framework, report = self._parts.library.active.framework, self._parts.standing.report()
        if framework is None or report is None:
            return None
        return StandingView(report, build_radar(framework, report), self._parts.standing.days)

    def _on_shown(self) -> None:
        """What to learn next, once the page stands: it reads whole attempts, which would hold the first paint up."""
        with suppress(StorageError):  # the profile has said so
            plan = self._parts.standing.study_plan()
            if plan:
                self.page.show_plan(plan)

    def _on_days_chosen(self, days: int) -> None:
        try:
            self._parts.standing.set_days(days)
        except StorageError as error:
            tell(self._stage, translate("HomeFlow", "Not kept for the next start"), str(error))
        try:
            standing = self._standing_view()
        except StorageError as error:
            tell(self._stage, translate("HomeFlow", "The results can't be read"), str(error))
            return
        if standing:
            self.page.show_standing(standing)
            self._on_shown()

    def _on_delete_requested(self, attempt_id: str) -> None:
        title = translate("HomeFlow", "Delete this attempt?")
        text = translate("HomeFlow", "Its answers and its result are removed from this computer. There is no undo.")
        if confirm(self._stage, title, text):
            try:
                self._parts.store.delete_attempt(attempt_id)
            except StorageError as error:
                tell(self._stage, translate("HomeFlow", "The attempt can't be deleted"), str(error))
            self.show()
