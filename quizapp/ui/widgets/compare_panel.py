"""Two attempts beside each other: which, what has changed in each competency, and both radars."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from quizapp.core.measure import Change
from quizapp.core.radar import Radar
from quizapp.storage.summary import AttemptSummary
from quizapp.ui.comparison import CompetencyChange
from quizapp.ui.history_model import attempt_text
from quizapp.ui.measure_wording import change_text
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, Card, Column, build_label, build_row, clear_layout
from quizapp.ui.widgets.change_card import ChangeTable, change_help
from quizapp.ui.widgets.radar_panel import RadarPanel
from quizapp.ui.widgets.standing_card import SmallChoice

translate = QCoreApplication.translate


class ComparePanel(QWidget):
    """``later_chosen`` and ``earlier_chosen`` carry the id of an attempt."""

    start_requested = Signal()
    later_chosen = Signal(str)
    earlier_chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._laters: tuple[str, ...] = ()
        self._earliers: tuple[str, ...] = ()
        self._column = Column(appearance, 1040, padding=8)
        self.later = self._build_choice(translate("Compare", "Later attempt"))
        self.earlier = self._build_choice(translate("Compare", "Earlier attempt"))
        self.later.activated.connect(self._on_later_activated)
        self.earlier.activated.connect(self._on_earlier_activated)
        self._choices = self._build_choices()
        self._content = QVBoxLayout()
        self._content.setSpacing(16)
        self._column.body.addWidget(self._choices)
        self._column.body.addLayout(self._content)
        self._column.body.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)

    def show_choices(
        self, laters: Sequence[AttemptSummary], later: str, earliers: Sequence[AttemptSummary], earlier: str
    ) -> None:
        """The attempts that can be chosen, newest first, and the two that are; there may be nothing earlier."""
        self._laters = _fill(self.later, laters, later)
        self.earlier.setVisible(bool(earliers))
        if earliers:
            self._earliers = _fill(self.earlier, earliers, earlier)
        self._choices.show()

    def show_changes(self, changes: tuple[CompetencyChange, ...], radar: Radar | None) -> None:
        """What has changed; ``radar`` shows the later attempt with the earlier one, None where there is no radar."""
        self._clear()
        self._content.addWidget(build_label(change_headline(changes), Type.LEAD))
        card = Card()
        card.body.setSpacing(16)
        card.body.addWidget(ChangeTable(changes, self._appearance))
        card.body.addWidget(build_label(change_help(changes), "muted"))
        self._content.addWidget(card)
        if radar:
            self._content.addWidget(self._build_radar(radar))

    def show_message(self, text: str, tone: str = "") -> None:
        """Why there is nothing to compare, and what to do."""
        self._clear()
        self._content.addWidget(build_label(text, tone=tone))

    def show_none(self) -> None:
        """There are no two attempts to compare."""
        self._choices.hide()
        text = translate(
            "Compare",
            "A comparison needs two finished assessments of the same role that share a competency. Take another one, "
            "and this page says what has improved, what has declined, and what is within noise.",
        )
        self.show_message(text)
        start = Button(translate("Compare", "Start an assessment"), self._appearance, kind="primary", icon="play")
        start.clicked.connect(self.start_requested)
        self._content.addLayout(build_row(start, None))

    def _clear(self) -> None:
        clear_layout(self._content)
        self._column.verticalScrollBar().setValue(0)

    def _build_choice(self, name: str) -> SmallChoice:
        choice = SmallChoice(self._appearance, ["–"])
        choice.setAccessibleName(name)
        return choice

    def _build_choices(self) -> QWidget:
        widget = QWidget()
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.setColumnStretch(2, 1)
        names = translate("Compare", "Later"), translate("Compare", "Earlier")
        for row, choice in enumerate((self.later, self.earlier)):
            grid.addWidget(build_label(names[row], wrap=False), row, 0)
            grid.addWidget(choice, row, 1)
        return widget

    def _build_radar(self, radar: Radar) -> Card:
        card = Card()
        panel = RadarPanel(self._appearance)
        panel.show_radar(radar, translate("Compare", "Radar chart of the later attempt over the earlier one"))
        card.body.addWidget(panel)
        return card

    def _on_later_activated(self, row: int) -> None:
        self.later_chosen.emit(self._laters[row])

    def _on_earlier_activated(self, row: int) -> None:
        self.earlier_chosen.emit(self._earliers[row])


def change_headline(changes: Sequence[CompetencyChange]) -> str:
    """How many competencies changed in which way, in one sentence."""
    verdicts = [change.change.verdict for change in changes]
    if len(changes) == 1:
        parts = [change_text(verdicts[0]).lower()]
    else:
        counts = {kind: verdicts.count(kind) for kind in Change if kind in verdicts}
        parts = [f"{change_text(kind).lower()} in {count}" for kind, count in counts.items()]
    one = translate("Compare", "The one competency asked about in both: {parts}.")
    text = one if len(changes) == 1 else translate("Compare", "Of {count} competencies asked about in both: {parts}.")
    return text.format(count=len(changes), parts=", ".join(parts))


def _fill(choice: SmallChoice, attempts: Sequence[AttemptSummary], chosen: str) -> tuple[str, ...]:
    """Put attempts into a choice, without a word to who listens for the person's own choice."""
    ids = tuple(attempt.id for attempt in attempts)
    choice.ensurePolished()  # a box that was never shown doesn't know its font, and so its width
    choice.clear()
    choice.addItems([attempt_text(attempt) for attempt in attempts])
    choice.setCurrentIndex(ids.index(chosen))
    choice.updateGeometry()
    return ids
