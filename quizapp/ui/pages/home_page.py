"""Home: start or resume, where one stands, and the results so far."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.core.radar import Radar
from quizapp.core.score import ScoreReport
from quizapp.core.study_plan import StudyPlan
from quizapp.storage.summary import AttemptSummary
from quizapp.ui.formatting import format_day
from quizapp.ui.standing import DAYS_CHOICES
from quizapp.ui.theme.icons import icon_pixmap
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.attempt_row import AttemptRow
from quizapp.ui.widgets.basics import Button, Card, Column, build_label, build_row, clear_layout
from quizapp.ui.widgets.flow_row import FlowRow
from quizapp.ui.widgets.standing_card import StandingCard
from quizapp.ui.widgets.study_plan_card import StudyPlanCard
from quizapp.ui.widgets.tiles import Tiles
from quizapp.ui.wording import progress_words

translate = QCoreApplication.translate

_RESULTS_SHOWN = 5
"""The newest ones; all of them are in the history."""


@dataclass(frozen=True, slots=True)
class StandingView:
    """The standing profile as it is shown; ``radar`` is None where the framework has too few or too many axes."""

    report: ScoreReport
    radar: Radar | None
    days: int


@dataclass(frozen=True, slots=True)
class HomeState:
    """What the home page shows: attempts newest first, and where the person stands in the role of the bank in use.

    ``due`` counts the questions that are due for practice. ``failure`` says why that can't be told, where it can't.
    """

    role: str
    attempts: tuple[AttemptSummary, ...]
    standing: StandingView | None
    failure: str = ""
    can_start: bool = True
    due: int = 0

    @property
    def open_attempts(self) -> tuple[AttemptSummary, ...]:
        return tuple(attempt for attempt in self.attempts if attempt.finished_at is None)

    @property
    def results(self) -> tuple[AttemptSummary, ...]:
        return tuple(attempt for attempt in self.attempts if attempt.finished_at is not None)


class HomePage(QWidget):
    start_requested = Signal()
    resume_requested = Signal(str)
    result_requested = Signal(str)
    delete_requested = Signal(str)
    history_requested = Signal()
    file_requested = Signal()
    banks_requested = Signal()
    days_chosen = Signal(int)
    due_requested = Signal()
    practice_requested = Signal(str, str)
    measure_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._appearance = appearance
        self._column = Column(appearance, 960)
        self._standing: StandingCard | None = None
        self._study: QVBoxLayout | None = None
        self._has_answers = False
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)

    def show_standing(self, standing: StandingView) -> None:
        """The profile anew, for example over other days; the rest of the page stays as it is."""
        if self._standing:
            self._standing.show_report(standing.report, standing.radar, standing.days)
        self._has_answers = bool(standing.report.total.scored)

    def show_plan(self, plan: StudyPlan) -> None:
        """What to learn next, by the same answers as the profile."""
        if self._study:
            clear_layout(self._study)
            if self._has_answers:
                card = StudyPlanCard(plan, self._appearance)
                card.practice_requested.connect(self.practice_requested)
                self._study.addWidget(card)

    def scroll_to_standing(self) -> None:
        """Bring where the person stands to the top of the view."""
        if self._standing:
            QTimer.singleShot(0, self._on_laid_out)

    def show_state(self, state: HomeState) -> None:
        body = self._column.body
        self._standing = self._study = None
        clear_layout(body)
        body.addWidget(self._build_hero(state))
        for number, attempt in enumerate(state.open_attempts):
            body.addWidget(self._build_resume(attempt, kind="" if number else "primary"))
        if state.due:
            body.addWidget(self._build_due(state.due))
        if state.results:
            if state.standing:
                self._study = QVBoxLayout()
                body.addWidget(self._build_standing(state.standing))
                body.addLayout(self._study)
            elif state.failure:
                text = translate("HomePage", "Where you stand can't be told: {reason}")
                body.addWidget(build_label(text.format(reason=state.failure), tone="wrong"))
            body.addWidget(self._build_results(state.results))
        elif not state.open_attempts:
            body.addWidget(self._build_introduction())
        body.addStretch(1)

    def _build_hero(self, state: HomeState) -> QWidget:
        hero = QWidget()
        column = QVBoxLayout(hero)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        column.addWidget(build_label(translate("HomePage", "How ready are you?"), Type.DISPLAY))
        purpose = translate("HomePage", "Find out where you stand in the work of this role: {role}.")
        column.addWidget(build_label(purpose.format(role=state.role), "lead"))
        column.addSpacing(8)
        kind = "" if state.open_attempts else "primary"
        start = Button(translate("HomePage", "Start an assessment"), self._appearance, kind=kind, icon="play")
        start.clicked.connect(self.start_requested)
        start.setEnabled(state.can_start)
        file = Button(translate("HomePage", "Open result…"), self._appearance, kind="quiet", icon="folder-open")
        file.setToolTip(translate("HomePage", "A result that quizapp exported as JSON or PDF (Ctrl+O)"))
        file.clicked.connect(self.file_requested)
        buttons = [start, file]
        if not state.can_start:
            banks = Button(translate("HomePage", "Look at the question banks"), self._appearance, icon="library")
            banks.clicked.connect(self.banks_requested)
            buttons.insert(1, banks)
        column.addWidget(FlowRow(buttons, self._appearance))
        return hero

    def _build_resume(self, attempt: AttemptSummary, *, kind: str) -> Card:
        card = Card(tone="accent")
        text = QVBoxLayout()
        title = translate("HomePage", "You have an assessment to finish")
        if attempt.method.is_practice:
            title = translate("HomePage", "You have a practice session to go on with")
        text.addWidget(build_label(title, Type.TITLE))
        progress = translate("HomePage", "{progress}, begun {day}. Nothing you answered is lost.")
        text.addWidget(
            build_label(progress.format(progress=progress_words(attempt), day=format_day(attempt.started_at)))
        )
        resume = _AttemptButton(translate("HomePage", "Resume"), self._appearance, attempt.id, kind=kind)
        resume.chosen.connect(self.resume_requested)
        delete = _AttemptButton(translate("HomePage", "Discard…"), self._appearance, attempt.id, kind="quiet")
        delete.chosen.connect(self.delete_requested)
        row = QHBoxLayout()
        row.addLayout(text, 1)
        row.addWidget(delete)
        row.addWidget(resume)
        card.body.addLayout(row)
        return card

    def _build_due(self, count: int) -> Card:
        card = Card()
        text = translate("HomePage", "Questions due for practice: {count}").format(count=count)
        practise = Button(translate("HomePage", "Practise"), self._appearance, icon="play")
        practise.clicked.connect(self.due_requested)
        row = QHBoxLayout()
        row.addWidget(build_label(text, Type.TITLE), 1)
        row.addWidget(practise)
        card.body.addLayout(row)
        return card

    def _build_standing(self, standing: StandingView) -> Card:
        card = StandingCard(self._appearance, DAYS_CHOICES)
        card.days_chosen.connect(self.days_chosen)
        card.measure_requested.connect(self.measure_requested)
        self._standing = card
        self.show_standing(standing)
        return card

    def _on_laid_out(self) -> None:
        if self._standing:
            self._column.scroll_to(self._standing)

    def _build_results(self, results: tuple[AttemptSummary, ...]) -> Card:
        card = Card()
        card.body.addWidget(build_label(translate("HomePage", "Latest results"), Type.TITLE))
        for attempt in results[:_RESULTS_SHOWN]:
            row = AttemptRow(attempt, self._appearance)
            row.opened.connect(self.result_requested)
            card.body.addWidget(row)
        everything = Button(translate("HomePage", "All results"), self._appearance, icon="clock")
        everything.clicked.connect(self.history_requested)
        card.body.addLayout(build_row(everything, None))
        return card

    def _build_introduction(self) -> QWidget:
        """What this is, in three sentences, for someone who has no result yet."""
        tiles = Tiles(self._appearance, 240, 3, spacing=16)
        for icon, title, text in (
            (
                "list-checks",
                translate("HomePage", "Answer real questions"),
                translate("HomePage", "Decisions, diagnoses, calculations, code and logs: what the work asks for."),
            ),
            (
                "radar",
                translate("HomePage", "See where you stand"),
                translate("HomePage", "A radar of the competencies, with how sure it can be after so many answers."),
            ),
            (
                "save",
                translate("HomePage", "Keep it to yourself"),
                translate("HomePage", "Nothing leaves this computer. There is no account and no network use."),
            ),
        ):
            tiles.add(self._build_tile(icon, title, text))
        return tiles

    def _build_tile(self, icon: str, title: str, text: str) -> Card:
        card = Card()
        theme = self._appearance.theme
        picture = QLabel()
        picture.setPixmap(icon_pixmap(icon, theme.colour("accent"), theme.scaled(28)))
        card.body.addWidget(picture)
        card.body.addWidget(build_label(title, Type.TITLE))
        card.body.addWidget(build_label(text, "muted"))
        card.body.addStretch(1)
        return card


class _AttemptButton(Button):
    """A button that says which attempt it is for."""

    chosen = Signal(str)

    def __init__(self, text: str, appearance: Appearance, attempt_id: str, *, kind: str = "", icon: str = "") -> None:
        super().__init__(text, appearance, kind=kind, icon=icon)
        self._attempt_id = attempt_id
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._attempt_id)
