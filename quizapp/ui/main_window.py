"""The window: a rail to get around, and one page at a time."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from quizapp.core.errors import StorageError
from quizapp.core.framework import Framework
from quizapp.core.methods import build_plan_by
from quizapp.core.readiness import build_radar
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession
from quizapp.storage.store import AttemptStore
from quizapp.ui.bank_library import BankLibrary, is_usable
from quizapp.ui.comparison import default_earlier, earlier_attempts
from quizapp.ui.dialogs import ask_export_path, confirm, tell
from quizapp.ui.exporter import Exporter
from quizapp.ui.pages.banks_page import BanksPage
from quizapp.ui.pages.home_page import HomePage, HomeState, StandingView
from quizapp.ui.pages.measure_page import MeasurePage
from quizapp.ui.pages.question_page import QuestionPage
from quizapp.ui.pages.results_page import ResultsPage
from quizapp.ui.pages.settings_page import SettingsPage
from quizapp.ui.pages.setup_page import SetupPage
from quizapp.ui.pages.submit_page import SubmitPage
from quizapp.ui.session_controller import SessionController
from quizapp.ui.setup_choice import SetupChoice
from quizapp.ui.standing import Standing
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.navigation_rail import NavigationRail, Place

translate = QCoreApplication.translate


class MainWindow(QMainWindow):
    """Brings pages, controller and store together; holds no state of its own but the result that is shown."""

    def __init__(
        self,
        store: AttemptStore,
        library: BankLibrary,
        controller: SessionController,
        exporter: Exporter,
        appearance: Appearance,
        data_folder: Path,
        new_seed: Callable[[], int],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._store = store
        self._library = library
        self._controller = controller
        self._exporter = exporter
        self._new_seed = new_seed
        self._appearance = appearance
        self._standing = Standing(store, library, now)
        self._result: QuizSession | None = None
        self._place: Place | None = None
        self._before_measure: tuple[QWidget, Place | None] = (self, None)
        self.rail = NavigationRail(appearance)
        self.home = HomePage(appearance)
        self.setup = SetupPage(store, appearance)
        self.question = QuestionPage(controller, appearance)
        self.submit = SubmitPage(controller, appearance)
        self.results = ResultsPage(appearance)
        self.banks = BanksPage(library, appearance)
        self.measure = MeasurePage(appearance)
        self.settings = SettingsPage(store, data_folder, appearance)
        self._stack = QStackedWidget()
        self._assemble()
        self._connect()
        self.show_home()

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert page is not None
        return page

    def _assemble(self) -> None:
        self.setWindowTitle("quizapp")
        self.resize(1200, 820)
        self.setMinimumSize(720, 520)
        for page in (
            self.home,
            self.setup,
            self.question,
            self.submit,
            self.results,
            self.banks,
            self.measure,
            self.settings,
        ):
            self._stack.addWidget(page)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        self._appearance.theme_changed.connect(self._place_rail)
        self.rail.place_chosen.connect(self._on_place_chosen)
        self.home.start_requested.connect(self.show_setup)
        self.home.resume_requested.connect(self.resume)
        self.home.result_requested.connect(self.show_result)
        self.home.delete_requested.connect(self._on_delete_requested)
        self.home.banks_requested.connect(self.show_banks)
        self.home.days_chosen.connect(self._on_days_chosen)
        self.home.measure_requested.connect(self.show_measure)
        self.setup.start_requested.connect(self._on_start_requested)
        self.setup.cancelled.connect(self.show_home)
        self.question.left.connect(self._on_left)
        self.question.review_requested.connect(self.show_submit)
        self.submit.back_requested.connect(self.show_question)
        self.submit.position_chosen.connect(self._on_position_chosen)
        self.results.home_requested.connect(self.show_home)
        self.results.export_requested.connect(self._on_export_requested)
        self.results.earlier_chosen.connect(self._show_change)
        self.results.standing_requested.connect(self._on_standing_requested)
        self.results.measure_requested.connect(self.show_measure)
        self.measure.back_requested.connect(self._on_measure_left)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self).activated.connect(self._on_help_pressed)
        self._controller.attempt_finished.connect(self._on_attempt_finished)
        self._exporter.exported.connect(self._on_exported)
        self._exporter.failed.connect(self._on_export_failed)

    def show_home(self) -> None:
        try:
            self.home.show_state(self._home_state())
        except StorageError as error:
            tell(self, translate("MainWindow", "The results can't be read"), str(error))
        self._show(self.home, Place.HOME)

    def show_setup(self) -> None:
        bank, seen = self._library.active, frozenset[str]()
        if bank.framework:
            with suppress(StorageError):  # to start will say so
                seen = self._store.seen_question_ids(bank.framework.id)
        self.setup.show_bank(bank, seen)
        self._show(self.setup, Place.HOME)

    def show_question(self) -> None:
        self._show(self.question, None)

    def show_submit(self) -> None:
        self._show(self.submit, None)
        self.submit.show_session(self._controller.session)

    def show_result(self, attempt_id: str) -> None:
        try:
            self._show_session_result(self._store.load_attempt(attempt_id))
        except StorageError as error:
            tell(self, translate("MainWindow", "This result can't be read"), str(error))

    def show_banks(self) -> None:
        self._show(self.banks, Place.BANKS)

    def show_measure(self) -> None:
        """How this is measured; its way back leads to the page before."""
        if self.page is not self.measure:
            self._before_measure = self.page, self._place
        try:
            self.measure.show_framework(self._measured_framework(), self._standing.days)
        except StorageError as error:
            tell(self, translate("MainWindow", "The settings can't be read"), str(error))
            return
        self._show(self.measure, Place.MEASURE)

    def show_settings(self) -> None:
        self._show(self.settings, Place.SETTINGS)

    def resume(self, attempt_id: str) -> None:
        try:
            self._controller.resume(attempt_id)
        except StorageError as error:
            tell(self, translate("MainWindow", "The assessment can't be resumed"), str(error))
            return
        self.show_question()

    def export_to(self, format_: str, path: Path) -> None:
        """Write the result that is shown to a file."""
        assert self._result is not None
        self.results.show_status(translate("MainWindow", "Writing {path} …").format(path=path))
        self._exporter.export(self._result, format_, path)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._controller.leave()
        if self._controller.is_running and not confirm(
            self,
            translate("MainWindow", "An answer is not saved"),
            translate("MainWindow", "It could not be stored and is lost when the window closes. Close all the same?"),
        ):
            event.ignore()
            return
        self._exporter.wait()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_rail()

    def _place_rail(self) -> None:
        """Words beside the icons only where they leave room enough for a page at this text size."""
        self.rail.set_narrow(self.width() < self._appearance.theme.scaled(1000))

    def _show(self, page: QWidget, place: Place | None) -> None:
        """``place`` is where the rail stands; None hides it: nothing distracts from a question."""
        self._place = place
        self.rail.setVisible(place is not None)
        if place is not None:
            self.rail.set_place(place)
        self._stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_session_result(self, session: QuizSession) -> None:
        self._result = session
        try:
            earlier = earlier_attempts(self._store, session)
        except StorageError:  # the result itself is at hand, and is shown without a comparison
            earlier = ()
        self.results.show_session(session, earlier)
        self._show(self.results, Place.HOME)
        if chosen := default_earlier(self._store, session, earlier):
            self._show_change(chosen)

    def _show_change(self, attempt_id: str) -> None:
        """Compare the result that is shown with an earlier one."""
        try:
            earlier = self._store.load_attempt(attempt_id)
        except StorageError as error:
            self.results.show_no_change(attempt_id, str(error))
        else:
            self.results.show_change(attempt_id, score_session(earlier))

    def _home_state(self) -> HomeState:
        attempts = self._store.list_attempts()
        framework = self._library.active.framework
        role = framework.title if framework else ""
        try:
            standing, failure = self._standing_view(), ""
        except StorageError as error:  # one damaged attempt must not hide the others, nor the way to delete it
            standing, failure = None, str(error)
        return HomeState(role, attempts, standing, failure, can_start=is_usable(self._library.active))

    def _standing_view(self) -> StandingView | None:
        framework, report = self._library.active.framework, self._standing.report()
        if framework is None or report is None:
            return None
        return StandingView(report, build_radar(framework, report), self._standing.days)

    def _measured_framework(self) -> Framework | None:
        """The framework whose targets matter: that of the result that is shown, else that of the bank in use."""
        if self._before_measure[0] is self.results and self._result:
            return self._result.plan.framework
        return self._library.active.framework

    def _on_place_chosen(self, place: Place) -> None:
        pages = {
            Place.HOME: self.show_home,
            Place.BANKS: self.show_banks,
            Place.MEASURE: self.show_measure,
            Place.SETTINGS: self.show_settings,
        }
        pages[place]()

    def _on_help_pressed(self) -> None:
        if self.rail.isVisible():  # nothing distracts from a question
            self.show_measure()

    def _on_measure_left(self) -> None:
        self._show(*self._before_measure)

    def _on_standing_requested(self) -> None:
        self.show_home()
        self.home.scroll_to_standing()

    def _on_days_chosen(self, days: int) -> None:
        try:
            self._standing.set_days(days)
        except StorageError as error:
            tell(self, translate("MainWindow", "Not kept for the next start"), str(error))
        try:
            standing = self._standing_view()
        except StorageError as error:
            tell(self, translate("MainWindow", "The results can't be read"), str(error))
            return
        if standing:
            self.home.show_standing(standing)

    def _on_start_requested(self, choice: SetupChoice) -> None:
        bank = self._library.active
        assert bank.framework is not None
        try:
            plan = build_plan_by(
                choice.method,
                bank.framework,
                bank.bank.questions,
                choice.competencies,
                choice.length,
                feedback=choice.feedback,
                seed=self._new_seed(),
                bank_digest=bank.bank.digest,
                seen=self._store.seen_question_ids(bank.framework.id),
                ask_confidence=choice.ask_confidence,
            )
            self._controller.start(plan)
        except StorageError as error:
            tell(self, translate("MainWindow", "The assessment can't begin"), str(error))
            return
        with suppress(StorageError):  # the attempt is stored, and a choice that is forgotten costs a click
            self.setup.remember()
        self.show_question()

    def _on_left(self) -> None:
        self._controller.leave()
        if not self._controller.is_running:
            self.show_home()

    def _on_position_chosen(self, position: int) -> None:
        self._controller.go_to(position)
        self.show_question()

    def _on_attempt_finished(self) -> None:
        self._show_session_result(self._controller.session)

    def _on_delete_requested(self, attempt_id: str) -> None:
        title = translate("MainWindow", "Delete this attempt?")
        text = translate("MainWindow", "Its answers and its result are removed from this computer. There is no undo.")
        if confirm(self, title, text):
            try:
                self._store.delete_attempt(attempt_id)
            except StorageError as error:
                tell(self, translate("MainWindow", "The attempt can't be deleted"), str(error))
            self.show_home()

    def _on_export_requested(self, format_: str) -> None:
        assert self._result is not None
        path = ask_export_path(self, self._result.started_at, format_)
        if path:
            self.export_to(format_, path)

    def _on_exported(self, path: Path) -> None:
        self.results.show_status(translate("MainWindow", "✓ Written to {path}").format(path=path), "right")

    def _on_export_failed(self, reason: str) -> None:
        self.results.show_status(translate("MainWindow", "Not exported: {reason}").format(reason=reason), "wrong")
