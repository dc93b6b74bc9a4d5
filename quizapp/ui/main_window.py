"""The window: it joins the flows, and says which page stands where in the rail."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from quizapp.core.plan import QuizPlan
from quizapp.core.session import QuizSession
from quizapp.ui.dialogs import confirm
from quizapp.ui.file_drop import FileDrop
from quizapp.ui.flows.assessment_flow import AssessmentFlow
from quizapp.ui.flows.backup_flow import BackupFlow
from quizapp.ui.flows.history_flow import HistoryFlow
from quizapp.ui.flows.home_flow import HomeFlow
from quizapp.ui.flows.measure_flow import MeasureFlow
from quizapp.ui.flows.parts import Parts
from quizapp.ui.flows.practice_flow import PracticeFlow
from quizapp.ui.flows.results_flow import ResultsFlow
from quizapp.ui.flows.stage import Stage
from quizapp.ui.flows.team_flow import TeamFlow
from quizapp.ui.pages.banks_page import BanksPage
from quizapp.ui.pages.settings_page import SettingsPage
from quizapp.ui.widgets.navigation_rail import Place

translate = QCoreApplication.translate


class MainWindow(QMainWindow):
    """Holds no state of its own.

    ``restore_requested`` carries the file that is to take the place of the attempts, or None for an empty one.
    """

    restore_requested = Signal(object)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._stage = Stage(parts.appearance)
        self._home = HomeFlow(parts, self._stage)
        self._history = HistoryFlow(parts, self._stage)
        self._assessment = AssessmentFlow(parts, self._stage)
        self._practice = PracticeFlow(parts, self._stage)
        self._results = ResultsFlow(parts, self._stage)
        self._measure = MeasureFlow(parts, self._stage)
        self._team = TeamFlow(parts, self._stage)
        self._drop = FileDrop(self, self._can_open)
        self.home = self._home.page
        self.history = self._history.page
        self.practice = self._practice.page
        self.setup = self._assessment.setup
        self.question = self._assessment.question
        self.submit = self._assessment.submit
        self.results = self._results.page
        self.measure = self._measure.page
        self.team = self._team.page
        self.banks = BanksPage(parts.library, parts.appearance)
        self.settings = SettingsPage(parts.store, parts.data_folder, parts.appearance)
        self._backups = BackupFlow(parts, self._stage, self.settings.backups)
        self.setWindowTitle("quizapp")
        self.resize(1200, 820)
        self.setMinimumSize(720, 520)
        self.setCentralWidget(self._stage)
        self._connect()
        self.show_home()

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._stage.page

    def show_home(self) -> None:
        self._home.show()

    def show_practice(self) -> None:
        self._practice.show()

    def show_history(self) -> None:
        self._history.show()

    def show_setup(self) -> None:
        self._assessment.show_setup()

    def show_question(self) -> None:
        self._assessment.show_question()

    def show_result(self, attempt_id: str) -> None:
        self._results.show_attempt(attempt_id)

    def show_file(self, path: Path) -> None:
        """The result in a file."""
        self._results.show_file(path)

    def show_banks(self) -> None:
        self._stage.show_page(self.banks, Place.BANKS)

    def show_measure(self) -> None:
        """How this is measured, with the targets of the result that is shown, if one is."""
        shown = self._results.session if self.page is self.results else None
        self._measure.show(shown.plan.framework if shown else None)

    def show_settings(self) -> None:
        self._backups.refresh()
        self._stage.show_page(self.settings, Place.SETTINGS)

    def start_upkeep(self) -> None:
        """What has to be done once a start, beside the person's own business: check the file, and back it up."""
        self._backups.start()

    def resume(self, attempt_id: str) -> None:
        self._assessment.resume(attempt_id)

    def export_to(self, format_: str, path: Path) -> None:
        """Write the result that is shown to a file."""
        self._results.export_to(format_, path)

    def closeEvent(self, event: QCloseEvent) -> None:
        controller = self._parts.controller
        controller.leave()
        if controller.is_running and not confirm(
            self,
            translate("MainWindow", "An answer is not saved"),
            translate("MainWindow", "It could not be stored and is lost when the window closes. Close all the same?"),
        ):
            event.ignore()
            return
        self._parts.exporter.wait()
        self._backups.wait()
        super().closeEvent(event)

    def _connect(self) -> None:
        self._stage.rail.place_chosen.connect(self._on_place_chosen)
        self._home.start_requested.connect(self.show_setup)
        self._home.resume_requested.connect(self.resume)
        self._home.result_requested.connect(self.show_result)
        self._home.file_requested.connect(self._results.ask_file)
        self._home.history_requested.connect(self.show_history)
        self._home.banks_requested.connect(self.show_banks)
        self._home.measure_requested.connect(self.show_measure)
        self._home.practice_requested.connect(self.show_practice)
        self._home.topic_requested.connect(self._practice.show_topic)
        self._history.start_requested.connect(self.show_setup)
        self._history.resume_requested.connect(self.resume)
        self._history.result_requested.connect(self.show_result)
        self._assessment.left.connect(self.show_home)
        self._assessment.finished.connect(self._on_assessment_finished)
        self._results.home_requested.connect(self._on_result_left)
        self._results.standing_requested.connect(self._home.show_standing)
        self._results.measure_requested.connect(self.show_measure)
        self._results.practice_requested.connect(self.show_practice)
        self._results.topic_requested.connect(self._practice.show_topic)
        self._results.weak_requested.connect(self._practice.practise_topics)
        self._results.team_requested.connect(self._team.show_files)
        self._team.left.connect(self.show_home)
        # Queued: a box that tells of a bad file must not hold up the program from which it was dragged.
        self._drop.files_dropped.connect(self._on_files_dropped, Qt.ConnectionType.QueuedConnection)
        self._practice.plan_ready.connect(self._on_practice_planned)
        self._practice.resume_requested.connect(self.resume)
        self._backups.restore_requested.connect(self.restore_requested)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self).activated.connect(self._on_help_pressed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Open), self).activated.connect(self._on_open_pressed)

    def _on_place_chosen(self, place: Place) -> None:
        pages = {
            Place.HOME: self.show_home,
            Place.PRACTICE: self.show_practice,
            Place.HISTORY: self.show_history,
            Place.BANKS: self.show_banks,
            Place.MEASURE: self.show_measure,
            Place.SETTINGS: self.show_settings,
        }
        pages[place]()

    def _on_result_left(self) -> None:
        """Back to where the result was opened."""
        if self._stage.place is Place.HISTORY:
            self.show_history()
        else:
            self.show_home()

    def _on_practice_planned(self, plan: QuizPlan) -> None:
        self._assessment.start(plan)

    def _on_help_pressed(self) -> None:
        if self._stage.rail.isVisible():  # nothing distracts from a question
            self.show_measure()

    def _on_open_pressed(self) -> None:
        if self._can_open():
            self._results.ask_file()

    def _can_open(self) -> bool:
        """Whether another page may come up: nothing distracts from a question."""
        return self._stage.rail.isVisible()

    def _on_files_dropped(self, paths: tuple[Path, ...]) -> None:
        """A team that is shown takes them in."""
        if self.page is self.team:
            self._team.add_files(paths)
        else:
            self._results.show_files(paths)

    def _on_assessment_finished(self, session: QuizSession) -> None:
        self._results.show_session(session)
