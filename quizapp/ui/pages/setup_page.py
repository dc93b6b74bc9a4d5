"""Set-up: which kind of assessment, what about, how long, and what it will tell."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.bank.loader import LoadedBank
from quizapp.core.forecast import Forecast
from quizapp.core.framework import Framework
from quizapp.core.plan import Feedback, PlanMethod
from quizapp.core.question import Question
from quizapp.ui.bank_library import SettingStore
from quizapp.ui.forecaster import Forecaster
from quizapp.ui.setup_choice import SetupChoice, SetupMemory, most_answers, read_memory, write_memory
from quizapp.ui.setup_wording import summary
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Bar, Button, Column, build_label, clear_layout
from quizapp.ui.widgets.extent_cards import CompetencyCard, LengthCard
from quizapp.ui.widgets.forecast_card import ForecastCard
from quizapp.ui.widgets.setup_cards import AskingCard, MethodCard

translate = QCoreApplication.translate


class SetupPage(QWidget):
    """Filled in as it was left the last time; ``remember`` keeps what is chosen."""

    start_requested = Signal(SetupChoice)
    cancelled = Signal()

    def __init__(self, settings: SettingStore, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._settings = settings
        self._appearance = appearance
        self._questions: dict[str, list[Question]] = {}
        self._fresh: dict[str, int] = {}
        self._column = Column(appearance, 820)
        self._summary = build_label(type_=Type.LEAD)
        self._start = Button(translate("SetupPage", "Start"), appearance, kind="primary", icon="play")
        self._back = Button(translate("SetupPage", "Cancel"), appearance)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._column, 1)
        page.addWidget(self._build_bar())
        self._start.clicked.connect(self._on_start_clicked)
        self._back.clicked.connect(self.cancelled)

    def show_bank(self, bank: LoadedBank, seen: frozenset[str] = frozenset()) -> None:
        """Offer what a bank has. It has to be usable; ``seen`` are ids of questions that were asked before."""
        assert bank.framework is not None
        questions = bank.bank.questions
        self._questions = {
            c.slug: [q for q in questions if q.competency == c.slug] for c in bank.framework.competencies
        }
        self._fresh = {slug: sum(q.id not in seen for q in mine) for slug, mine in self._questions.items()}
        self._rebuild(bank.framework, read_memory(self._settings))
        self._update()

    def choose_method(self, method: PlanMethod) -> None:
        self._kinds.choose(method)

    def choose_feedback(self, feedback: Feedback) -> None:
        self._asking.choose_feedback(feedback)

    def show_forecast(self) -> None:
        """Scroll to what it will tell."""
        self._column.scroll_to(self._told)

    def remember(self) -> None:
        """Keep what is chosen for the next time. Raises StorageError where that can't be."""
        memory = SetupMemory(
            method=self._kinds.method,
            fixed=self._length.each(PlanMethod.FIXED),
            adaptive=self._length.each(PlanMethod.ADAPTIVE),
            feedback=self._asking.feedback,
            ask_confidence=self._asking.asks_confidence,
            left_out=self._competencies.left_out(),
            quick=self._competencies.chosen(PlanMethod.QUICK)[0],
        )
        write_memory(self._settings, memory)

    def _rebuild(self, framework: Framework, memory: SetupMemory) -> None:
        counts = {slug: len(questions) for slug, questions in self._questions.items()}
        lengths = {PlanMethod.FIXED: memory.fixed, PlanMethod.ADAPTIVE: memory.adaptive}
        self._kinds = MethodCard(self._appearance, memory.method)
        self._competencies = CompetencyCard(
            framework, counts, self._appearance, left_out=memory.left_out, one=memory.quick
        )
        self._length = LengthCard(self._appearance, max(counts.values()), lengths)
        self._told = ForecastCard(framework, self._appearance)
        self._asking = AskingCard(self._appearance, memory.feedback, ask_confidence=memory.ask_confidence)
        # A child of a card, so that it goes when the page is built anew.
        self._forecaster = Forecaster(framework, self._questions, self._fresh, self._told)
        for card in (self._kinds, self._competencies, self._length):
            card.changed.connect(self._update)
        self._forecaster.finished.connect(self._on_forecast_finished)
        self._told.show_waiting()
        self._summary.setText("…")
        self._fill()

    def _fill(self) -> None:
        body = self._column.body
        clear_layout(body)
        body.addWidget(build_label(translate("SetupPage", "Set up your assessment"), Type.HEADLINE))
        for card in (self._kinds, self._competencies, self._length, self._told, self._asking):
            body.addWidget(card)
        body.addStretch(1)
        self._column.verticalScrollBar().setValue(0)

    def _build_bar(self) -> Bar:
        """What was chosen, and the way on: in sight wherever the page is scrolled to."""
        bar = Bar()
        bar.row.addWidget(self._summary, 1)
        bar.row.addWidget(self._back)
        bar.row.addWidget(self._start)
        return bar

    @property
    def _method(self) -> PlanMethod:
        return self._kinds.method

    def _most(self) -> dict[str, int]:
        """The most answers in each competency that is chosen."""
        each = self._length.each(self._method)
        chosen = self._competencies.chosen(self._method)
        return {slug: most_answers(self._method, self._questions[slug], each) for slug in chosen}

    def _telling(self, most: dict[str, int]) -> int:
        """The most answers that can enter the measure of a competency: those to questions not seen before."""
        return max((min(count, self._fresh[slug]) for slug, count in most.items()), default=0)

    def _update(self) -> None:
        method, most = self._method, self._most()
        self._competencies.show_for(method)
        self._length.show_for(method)
        self._start.setEnabled(any(most.values()))
        self._told.setEnabled(any(most.values()))
        self._told.show_limits(
            self._telling(most), {slug: self._fresh[slug] for slug in most if self._fresh[slug] < most[slug]}
        )
        if not most:
            self._summary.setText(translate("SetupPage", "Choose at least one competency."))
        elif not any(most.values()):
            self._summary.setText(translate("SetupPage", "Each of its questions takes longer than ten minutes."))
        else:
            self._forecaster.request(method, most, self._length.each(method))

    def _on_forecast_finished(self, found: Forecast) -> None:
        if any((most := self._most()).values()):
            self._told.show_forecast(self._method, found, sum(most.values()), self._telling(most))
            self._summary.setText(summary(self._method, found))

    def _on_start_clicked(self) -> None:
        chosen = self._competencies.chosen(self._method)
        # A competency with fewer questions leaves its share to none, so that each has what is promised.
        length = self._length.each(self._method) * len(chosen)
        self.start_requested.emit(
            SetupChoice(self._method, chosen, length, self._asking.feedback, self._asking.asks_confidence)
        )
