"""Practice: what is due, what to practise, and what the coming days bring."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.framework import Framework
from quizapp.core.practice import DueDay, PracticeOverview, TopicRecall
from quizapp.storage.summary import AttemptSummary
from quizapp.ui.practice_choice import PracticeMemory, PracticeRequest
from quizapp.ui.practice_wording import held_out_text, today_text
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Bar, Button, Card, Column, build_label, build_row, clear_layout
from quizapp.ui.widgets.practice_cards import AmountCard, DaysCard, RecallCard, SourceCard
from quizapp.ui.wording import progress_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PracticeState:
    """What the page shows; ``running`` is the latest practice session that was left."""

    framework: Framework
    overview: PracticeOverview
    forecast: tuple[DueDay, ...]
    recall: tuple[TopicRecall, ...]
    memory: PracticeMemory
    running: AttemptSummary | None = None


class PracticePage(QWidget):
    """``changed`` says that something to be remembered was chosen."""

    start_requested = Signal(PracticeRequest)
    resume_requested = Signal(str)
    changed = Signal(PracticeMemory)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._appearance = appearance
        self._state: PracticeState | None = None
        self._column = Column(appearance, 820)
        self._summary = build_label(type_=Type.LEAD)
        self._start = Button(translate("Practice", "Practise"), appearance, kind="primary", icon="play")
        self._start.clicked.connect(self._on_start_clicked)
        bar = Bar()
        bar.row.addWidget(self._summary, 1)
        bar.row.addWidget(self._start)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._column, 1)
        page.addWidget(bar)
        self.setFocusProxy(self._start)

    def show_state(self, state: PracticeState) -> None:
        self._state = state
        body = self._column.body
        clear_layout(body)
        body.addWidget(build_label(translate("Practice", "Practise"), Type.HEADLINE))
        self._today = build_label(today_text(state.overview, state.forecast), "lead")
        body.addWidget(self._today)
        self._sources = SourceCard(state.framework, state.overview, state.memory.source, self._appearance)
        self._amount = AmountCard(state.memory, self._appearance)
        if state.running:
            body.addWidget(self._build_resume(state.running))
        body.addWidget(self._sources)
        body.addWidget(self._amount)
        if any(day.count for day in state.forecast):
            body.addWidget(DaysCard(state.forecast, self._appearance))
        if any(topic.recall is not None for topic in state.recall):
            body.addWidget(RecallCard(state.framework, state.recall, self._appearance))
        if state.overview.held_out:
            body.addWidget(build_label(held_out_text(state.overview.held_out), "muted"))
        body.addStretch(1)
        self._sources.changed.connect(self._on_changed)
        self._amount.changed.connect(self._on_changed)
        self._update()

    def show_overview(self, overview: PracticeOverview) -> None:
        """Other counts, as other limits of a day leave them; what is chosen, and the focus, stay."""
        if self._state:
            self._today.setText(today_text(overview, self._state.forecast))
            self._sources.show_overview(overview)
            self._update()

    def choose_topic(self, competency: str, topic: str) -> None:
        """Offer the practice of one topic."""
        self._sources.choose_topic((competency, topic))

    def show_nothing(self) -> None:
        """There is no bank in use to practise with."""
        self._state = None
        body = self._column.body
        clear_layout(body)
        body.addWidget(build_label(translate("Practice", "Practise"), Type.HEADLINE))
        text = translate("Practice", "There is no question bank in use. Choose one on the page “Question banks”.")
        body.addWidget(build_label(text))
        body.addStretch(1)
        self._summary.clear()
        self._start.setEnabled(False)

    def _build_resume(self, attempt: AttemptSummary) -> Card:
        card = Card(tone="accent")
        title = translate("Practice", "You have a practice session to go on with")
        card.body.addWidget(build_label(title, Type.TITLE))
        card.body.addWidget(build_label(progress_words(attempt)))
        resume = Button(translate("Practice", "Go on"), self._appearance, icon="play")
        resume.clicked.connect(self._on_resume_clicked)
        card.body.addLayout(build_row(resume, None))
        return card

    def _update(self) -> None:
        count = min(self._sources.count, self._amount.memory(self._sources.source).length)
        self._start.setEnabled(count > 0)
        if self._sources.choice is None:
            self._summary.setText(translate("Practice", "Choose a topic."))
        elif count:
            text = translate("Practice", "{count} questions, with feedback after each")
            self._summary.setText(text.format(count=count))
        else:
            self._summary.setText(translate("Practice", "Nothing to practise here now. Choose another way above."))

    def _on_changed(self) -> None:
        self._update()
        self.changed.emit(self._amount.memory(self._sources.source))

    def _on_start_clicked(self) -> None:
        choice = self._sources.choice
        memory = self._amount.memory(self._sources.source)
        if choice is not None:
            self.start_requested.emit(PracticeRequest(choice, memory.length, memory.ask_confidence))

    def _on_resume_clicked(self) -> None:
        if self._state and self._state.running:
            self.resume_requested.emit(self._state.running.id)
