"""Results: where the person stands, the radar with its table, and every question with its review."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from quizapp.core.measure import MINIMUM_ANSWERS
from quizapp.core.plan import Feedback
from quizapp.core.radar import Radar
from quizapp.core.readiness import build_radar
from quizapp.core.rescore import Revisions
from quizapp.core.score import ScoreReport, score_session
from quizapp.core.session import QuizSession
from quizapp.core.study_plan import StudyPlan, session_study_plan
from quizapp.storage.summary import AttemptSummary
from quizapp.ui.comparison import compare_reports
from quizapp.ui.formatting import format_day, format_minutes
from quizapp.ui.report_wording import headline, seen_entries
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, Card, Column, build_label, clear_layout, set_tone
from quizapp.ui.widgets.calibration_card import add_calibration
from quizapp.ui.widgets.change_card import ChangeCard
from quizapp.ui.widgets.flow_row import FlowRow
from quizapp.ui.widgets.radar_panel import RadarPanel
from quizapp.ui.widgets.review_list import ReviewList
from quizapp.ui.widgets.revision_card import RevisionCard
from quizapp.ui.widgets.score_table import ScoreTable, TopicTable
from quizapp.ui.widgets.study_plan_card import StudyPlanCard
from quizapp.ui.widgets.topic_map import TopicMap
from quizapp.ui.widgets.verdicts import Verdicts

translate = QCoreApplication.translate


WEAK_TOPICS = 3
"""How many topics of the study plan "Practise what is weak" takes together."""


class ResultsPage(QWidget):
    """``export_requested`` carries one of ``pdf``, ``html``, ``csv``, ``json``, ``png`` and ``svg``.

    ``practice_requested`` carries the slugs of a competency and of one of its topics, ``weak_requested`` a set of them;
    ``more_requested`` asks for another practice session.
    """

    home_requested = Signal()
    export_requested = Signal(str)
    earlier_chosen = Signal(str)
    practice_requested = Signal(str, str)
    weak_requested = Signal(object)
    more_requested = Signal()
    standing_requested = Signal()
    measure_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._appearance = appearance
        self._column = Column(appearance, 1040)
        self._status = build_label()
        self._session: QuizSession | None = None
        self._report: ScoreReport | None = None
        self._radar: RadarPanel | None = None
        self._change: ChangeCard | None = None
        self._plan = StudyPlan(())
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A slash looks for a question; in a text field it is a slash."""
        if event.text() == "/" and self._session:
            self.scroll_to(self.reviews)
            self.reviews.bar.focus_search()
        else:
            super().keyPressEvent(event)

    def show_session(
        self, session: QuizSession, earlier: Sequence[AttemptSummary] = (), revisions: Revisions | None = None
    ) -> None:
        """A result, and the attempts that it can be compared with: ``show_change`` says with which it is.

        ``revisions`` are what became of its questions since; None where that can't be told.
        """
        report = score_session(session)
        self._session, self._report = session, report
        self._status.setParent(None)
        body = self._column.body
        clear_layout(body)
        radar = build_radar(session.plan.framework, report)
        self._plan = session_study_plan(session)
        body.addLayout(self._build_head(session, report, has_radar=radar is not None))
        self.show_status("")
        body.addWidget(self._status)
        body.addWidget(self._build_scores(radar, report))
        if revisions and not revisions.is_empty:
            body.addWidget(RevisionCard(session, revisions, self._appearance))
        self._change = self._build_change(earlier)
        if self._change:
            body.addWidget(self._change)
        if not report.is_practice:
            body.addWidget(self._build_study_plan(self._plan))
        body.addWidget(self._build_topics(report))
        add_calibration(body, session, self._appearance)
        body.addWidget(build_label(translate("ResultsPage", "Your answers"), Type.TITLE))
        self.reviews = ReviewList(session, self._appearance, revisions)
        body.addWidget(self.reviews)
        body.addStretch(1)
        self._column.verticalScrollBar().setValue(0)

    def show_source(self, text: str) -> None:
        """Say above the result that it is not from the own history; ``show_session`` takes the words away."""
        card = Card(tone="accent", padding=16)
        card.body.addWidget(build_label(text))
        self._column.body.insertWidget(0, card)

    def show_change(self, attempt_id: str, earlier: ScoreReport) -> None:
        """Compare the result with an earlier one, which also stands in the radar."""
        assert self._session
        assert self._report
        assert self._change
        self._change.show_changes(attempt_id, compare_reports(earlier, self._report))
        radar = build_radar(self._session.plan.framework, self._report, earlier)
        if radar and self._radar:
            name = translate("ResultsPage", "Radar chart of this result and an earlier one")
            self._radar.show_radar(radar, name, self._report)

    def show_no_change(self, attempt_id: str, reason: str) -> None:
        """Say why an earlier attempt can't be compared with."""
        assert self._session
        assert self._report
        assert self._change
        self._change.show_failure(attempt_id, reason)
        radar = build_radar(self._session.plan.framework, self._report)
        if radar and self._radar:
            self._radar.show_radar(radar, translate("ResultsPage", "Radar chart of this result"), self._report)

    def scroll_to(self, widget: QWidget) -> None:
        """Bring the top of a part of the page into view."""
        self._column.scroll_to(widget)

    def show_status(self, text: str, tone: str = "") -> None:
        """What became of an export, under the heading."""
        set_tone(self._status, tone)
        self._status.setText(text)
        self._status.setVisible(bool(text))

    def _build_head(self, session: QuizSession, report: ScoreReport, *, has_radar: bool) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        title = build_label(headline(report), Type.HEADLINE)
        practise = self._build_practise(report)
        kind = "" if practise else "primary"
        self.export = Button(translate("ResultsPage", "Export PDF…"), self._appearance, kind=kind, icon="download")
        self.export.setProperty("format", "pdf")
        self.export.clicked.connect(self._on_export_triggered)
        more = Button(translate("ResultsPage", "More formats"), self._appearance, icon="chevron-down")
        more.setMenu(self._build_menu(more, has_radar=has_radar))
        home = Button(translate("ResultsPage", "Done"), self._appearance)
        home.clicked.connect(self.home_requested)
        column.addWidget(title)
        column.addWidget(build_label(facts_line(session, report), "muted"))
        column.addSpacing(8)
        buttons = [*([practise] if practise else []), self.export, more, home]
        column.addWidget(FlowRow(buttons, self._appearance))
        return column

    def _build_practise(self, report: ScoreReport) -> Button | None:
        """The way on from a result: to practise what is weak, or more of the same; nothing of a file's result."""
        if report.is_practice:
            button = Button(translate("ResultsPage", "Practise more"), self._appearance, kind="primary", icon="play")
            button.clicked.connect(self.more_requested)
            return button
        if not self._plan.topics:
            return None
        text = translate("ResultsPage", "Practise what is weak")
        button = Button(text, self._appearance, kind="primary", icon="play")
        button.clicked.connect(self._on_weak_clicked)
        return button

    def _build_menu(self, parent: QWidget, *, has_radar: bool) -> QMenu:
        menu = QMenu(parent)
        formats = [
            ("html", translate("ResultsPage", "Report as HTML…")),
            ("csv", translate("ResultsPage", "Questions as CSV…")),
            ("json", translate("ResultsPage", "Result as JSON…")),
        ]
        if has_radar:
            formats.append(("png", translate("ResultsPage", "Radar as PNG…")))
            formats.append(("svg", translate("ResultsPage", "Radar as SVG…")))
        for format_, text in formats:
            action = QAction(text, menu)
            action.setProperty("format", format_)
            action.triggered.connect(self._on_export_triggered)
            menu.addAction(action)
        return menu

    def _build_scores(self, radar: Radar | None, report: ScoreReport) -> Card:
        card = Card()
        card.body.setSpacing(16)
        self._radar = None
        if report.is_practice:
            card.body.addWidget(build_label(practice_help()))
            return card
        card.body.addWidget(Verdicts(report, self._appearance))
        self._radar = RadarPanel(self._appearance) if radar else None
        if radar and self._radar:
            self._radar.show_radar(radar, translate("ResultsPage", "Radar chart of this result"), report)
            card.body.addWidget(self._radar)
        card.body.addWidget(ScoreTable(report, self._appearance))
        card.body.addWidget(build_label(reading_help(report), "muted"))
        if seen := seen_entries(report):
            text = translate("ResultsPage", "Questions seen before, which enter neither level nor chance:")
            card.body.addWidget(build_label("\n".join((text, *seen)), "muted"))
        card.body.addLayout(self._build_links())
        return card

    def _build_links(self) -> QVBoxLayout:
        """Onwards from this single attempt, and to what the numbers mean."""
        single = translate("ResultsPage", "This is a single attempt. Your profile takes several of them together.")
        stand = Button(translate("ResultsPage", "See where you stand"), self._appearance, icon="radar")
        stand.clicked.connect(self.standing_requested)
        how = translate("ResultsPage", "How this is measured")
        measure = Button(how, self._appearance, icon="circle-help")
        measure.clicked.connect(self.measure_requested)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(build_label(single, "muted"))
        column.addWidget(FlowRow((stand, measure), self._appearance))
        return column

    def _build_change(self, earlier: Sequence[AttemptSummary]) -> ChangeCard | None:
        if not earlier:
            return None
        card = ChangeCard(earlier, self._appearance)
        card.earlier_chosen.connect(self.earlier_chosen)
        return card

    def _build_study_plan(self, plan: StudyPlan) -> StudyPlanCard:
        card = StudyPlanCard(plan, self._appearance)
        card.practice_requested.connect(self.practice_requested)
        return card

    def _build_topics(self, report: ScoreReport) -> Card:
        card = Card()
        card.body.addWidget(build_label(translate("ResultsPage", "Topics"), Type.TITLE))
        card.body.addWidget(TopicMap(report, self._appearance, self._session.plan.framework if self._session else None))
        card.body.addSpacing(8)
        card.body.addWidget(TopicTable(report, self._appearance))
        return card

    def _on_weak_clicked(self) -> None:
        weak = self._plan.topics[:WEAK_TOPICS]
        self.weak_requested.emit(frozenset((advice.competency.slug, advice.topic.slug) for advice in weak))

    def _on_export_triggered(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.export_requested.emit(str(sender.property("format")))


def facts_line(session: QuizSession, report: ScoreReport) -> str:
    """Role, day, count right, time used and feedback of an attempt."""
    each = session.plan.feedback is Feedback.EACH
    feedback = (
        translate("ResultsPage", "feedback after each answer")
        if each
        else translate("ResultsPage", "feedback at the end")
    )
    return translate("ResultsPage", "{role} · {day} · {right} of {scored} right · {minutes} · {feedback}").format(
        role=session.plan.framework.title,
        day=format_day(session.started_at),
        right=report.total.right,
        scored=report.total.scored,
        minutes=format_minutes(session.elapsed),
        feedback=feedback,
    )


def practice_help() -> str:
    """What a practice session is good for, and what it is not."""
    return translate(
        "ResultsPage",
        "What you did not know comes back in your next session, what you knew after some days. Practice is to learn: "
        "it enters no profile and says nothing about how ready you are.",
    )


def reading_help(report: ScoreReport) -> str:
    """How to read the numbers."""
    text = translate(
        "ResultsPage",
        "Expected level: the share of the points you would get on the whole bank, of which this attempt asked some. "
        "With nine chances in ten it lies in the 90 % interval. The chance is that of reaching the target.",
    )
    if any(score.measure.level is None for score in report.competencies):
        text += " " + translate("ResultsPage", "Fewer than {count} answers give counts, but no measure.").format(
            count=MINIMUM_ANSWERS
        )
    if report.total.asked > report.total.scored:
        text += " " + translate("ResultsPage", "Questions that were not reached do not count.")
    return text
