"""Home: start or resume, the last radar, and the results so far."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.core.radar import Radar
from quizapp.storage.summary import AttemptSummary
from quizapp.ui.formatting import format_day, format_minutes
from quizapp.ui.theme.icons import icon_pixmap
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.attempt_row import AttemptRow
from quizapp.ui.widgets.basics import Button, Card, Column, build_label, build_row, clear_layout
from quizapp.ui.widgets.legend import RadarLegend
from quizapp.ui.widgets.radar_view import RadarView
from quizapp.ui.widgets.tiles import Tiles

translate = QCoreApplication.translate

_RESULTS_SHOWN = 50


@dataclass(frozen=True, slots=True)
class HomeState:
    """What the home page shows: attempts newest first, and the radar of the newest finished one."""

    role: str
    attempts: tuple[AttemptSummary, ...]
    radar: Radar | None
    can_start: bool = True

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
    banks_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._appearance = appearance
        self._column = Column(appearance, 960)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)

    def show_state(self, state: HomeState) -> None:
        body = self._column.body
        clear_layout(body)
        body.addWidget(self._build_hero(state))
        for attempt in state.open_attempts:
            body.addWidget(self._build_resume(attempt))
        if state.results:
            if state.radar:
                body.addWidget(self._build_last(state.radar, state.results[0]))
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
        row = build_row(start, None)
        if not state.can_start:
            banks = Button(translate("HomePage", "Look at the question banks"), self._appearance, icon="library")
            banks.clicked.connect(self.banks_requested)
            row.insertWidget(1, banks)
        column.addLayout(row)
        return hero

    def _build_resume(self, attempt: AttemptSummary) -> Card:
        card = Card(tone="accent")
        text = QVBoxLayout()
        text.addWidget(build_label(translate("HomePage", "You have an assessment to finish"), Type.TITLE))
        progress = translate("HomePage", "{answered} of {asked} answered, begun {day}. Nothing you answered is lost.")
        text.addWidget(
            build_label(
                progress.format(answered=attempt.answered, asked=attempt.asked, day=format_day(attempt.started_at))
            )
        )
        resume = _AttemptButton(translate("HomePage", "Resume"), self._appearance, attempt.id, kind="primary")
        resume.chosen.connect(self.resume_requested)
        delete = _AttemptButton(translate("HomePage", "Discard…"), self._appearance, attempt.id, kind="quiet")
        delete.chosen.connect(self.delete_requested)
        row = QHBoxLayout()
        row.addLayout(text, 1)
        row.addWidget(delete)
        row.addWidget(resume)
        card.body.addLayout(row)
        return card

    def _build_last(self, radar: Radar, attempt: AttemptSummary) -> Card:
        card = Card()
        see = _AttemptButton(translate("HomePage", "See the result"), self._appearance, attempt.id, icon="arrow-right")
        see.chosen.connect(self.result_requested)
        title = build_label(translate("HomePage", "Your last result"), Type.TITLE, wrap=False)
        card.body.addLayout(build_row(title, None, see))
        facts = translate("HomePage", "{day} · {count} questions in {minutes}").format(
            day=format_day(attempt.started_at), count=attempt.asked, minutes=format_minutes(attempt.elapsed)
        )
        card.body.addWidget(build_label(facts, "muted"))
        view = RadarView(self._appearance)
        view.set_radar(radar, translate("HomePage", "Radar chart of your last result"))
        view.setMinimumHeight(self._appearance.theme.scaled(400))
        card.body.addWidget(view)
        card.body.addWidget(RadarLegend(self._appearance, radar), 0, Qt.AlignmentFlag.AlignHCenter)
        return card

    def _build_results(self, results: tuple[AttemptSummary, ...]) -> Card:
        card = Card()
        card.body.addWidget(build_label(translate("HomePage", "Results"), Type.TITLE))
        for attempt in results[:_RESULTS_SHOWN]:
            row = AttemptRow(attempt, self._appearance)
            row.opened.connect(self.result_requested)
            row.delete_clicked.connect(self.delete_requested)
            card.body.addWidget(row)
        if len(results) > _RESULTS_SHOWN:
            more = translate("HomePage", "The newest {count} of {total} results are shown.")
            card.body.addWidget(build_label(more.format(count=_RESULTS_SHOWN, total=len(results)), Type.CAPTION))
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
