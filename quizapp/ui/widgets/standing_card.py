"""Where the person stands over attempts: the words, the radar, the table, and how far back it looks."""

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from quizapp.core.radar import Radar
from quizapp.core.score import ScoreReport
from quizapp.ui.report_wording import headline
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, Card, build_label, build_row, clear_layout
from quizapp.ui.widgets.choice_box import ChoiceBox
from quizapp.ui.widgets.radar_panel import RadarPanel
from quizapp.ui.widgets.score_table import ScoreTable
from quizapp.ui.widgets.verdicts import Verdicts

translate = QCoreApplication.translate


class StandingCard(Card):
    """``days_chosen`` carries the days that the person chose; whoever listens shows the profile anew."""

    days_chosen = Signal(int)
    measure_requested = Signal()

    def __init__(self, appearance: Appearance, days: tuple[int, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._days = days
        texts = [translate("StandingCard", "Last {days} days").format(days=number) for number in days]
        self.choice = SmallChoice(appearance, texts)
        self.choice.setAccessibleName(translate("StandingCard", "How far back the profile looks"))
        self.choice.activated.connect(self._on_activated)
        self._content = QVBoxLayout()
        self._content.setSpacing(16)
        self.body.setSpacing(16)
        title = build_label(translate("StandingCard", "Where you stand"), Type.TITLE)
        self.body.addLayout(build_row(title, self.choice))
        self.body.addLayout(self._content)

    def show_report(self, report: ScoreReport, radar: Radar | None, days: int) -> None:
        """The profile over ``days``; ``radar`` is None where the framework has too few or too many axes for one."""
        self.choice.setCurrentIndex(self._days.index(days))
        clear_layout(self._content)
        if report.total.scored:
            self._show_profile(report, radar, days)
        else:
            self._content.addWidget(self._build_empty(days))

    def _show_profile(self, report: ScoreReport, radar: Radar | None, days: int) -> None:
        self._content.addWidget(build_label(headline(report), Type.LEAD))
        self._content.addWidget(Verdicts(report, self._appearance))
        if radar:
            panel = RadarPanel(self._appearance)
            panel.show_radar(radar, translate("StandingCard", "Radar chart of where you stand"), report)
            self._content.addWidget(panel)
        table = ScoreTable(report, self._appearance)
        table.setAccessibleName(translate("StandingCard", "Where you stand by competency"))
        self._content.addWidget(table)
        self._content.addWidget(build_label(pooled_text(report, days), "muted"))
        measure = Button(translate("StandingCard", "How this is measured"), self._appearance, icon="circle-help")
        measure.clicked.connect(self.measure_requested)
        self._content.addLayout(build_row(measure, None))

    def _build_empty(self, days: int) -> QLabel:
        text = translate(
            "StandingCard",
            "No assessment of this role was answered in the last {days} days. Take one to see where you stand, or "
            "look further back.",
        )
        return build_label(text.format(days=days), "muted")

    def _on_activated(self, row: int) -> None:
        self.days_chosen.emit(self._days[row])


class SmallChoice(ChoiceBox):
    """A choice that is as wide as its longest entry, where there is room; the first entry is one like the others."""

    def __init__(self, appearance: Appearance, texts: list[str], parent: QWidget | None = None) -> None:
        super().__init__(appearance, texts[0], texts[1:], parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.full_width, super().sizeHint().height())


def pooled_text(report: ScoreReport, days: int) -> str:
    """What the profile is made of."""
    text = translate(
        "StandingCard", "Made of your first answer to each question, over all assessments of the last {days} days."
    ).format(days=days)
    if seen := sum(score.measure.seen.count for score in report.competencies):
        more = translate("StandingCard", "Answers to questions seen before enter neither level nor chance: {count}.")
        text += " " + more.format(count=seen)
    return text
