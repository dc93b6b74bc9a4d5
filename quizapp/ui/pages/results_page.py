"""Results: where the person stands, the radar with its table, and every question with its review."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from quizapp.core.plan import Feedback
from quizapp.core.radar import Radar
from quizapp.core.readiness import build_radar
from quizapp.core.score import MINIMUM_ANSWERS, ScoreReport, Standing, score_session
from quizapp.core.session import QuizSession
from quizapp.ui.formatting import format_day, format_minutes
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, Card, Column, build_label, build_row, clear_layout, set_tone
from quizapp.ui.widgets.legend import RadarLegend
from quizapp.ui.widgets.radar_view import RadarView
from quizapp.ui.widgets.review_list import ReviewList
from quizapp.ui.widgets.score_table import ScoreTable, TopicTable

translate = QCoreApplication.translate


class ResultsPage(QWidget):
    """``export_requested`` carries one of ``pdf``, ``json``, ``png`` and ``svg``."""

    home_requested = Signal()
    export_requested = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._appearance = appearance
        self._column = Column(appearance, 1040)
        self._status = build_label()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)

    def show_session(self, session: QuizSession) -> None:
        report = score_session(session)
        self._status.setParent(None)
        body = self._column.body
        clear_layout(body)
        radar = build_radar(session.plan.framework, report)
        body.addLayout(self._build_head(session, report, has_radar=radar is not None))
        self.show_status("")
        body.addWidget(self._status)
        body.addWidget(self._build_scores(radar, report))
        body.addWidget(self._build_topics(report))
        body.addWidget(build_label(translate("ResultsPage", "Your answers"), Type.TITLE))
        self.reviews = ReviewList(session, self._appearance)
        body.addWidget(self.reviews)
        body.addStretch(1)
        self._column.verticalScrollBar().setValue(0)

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
        title = build_label(headline(report, session.plan.framework.readiness_cut), Type.HEADLINE)
        self.export = Button(translate("ResultsPage", "Export PDF…"), self._appearance, kind="primary", icon="download")
        self.export.setProperty("format", "pdf")
        self.export.clicked.connect(self._on_export_triggered)
        more = Button(translate("ResultsPage", "More formats"), self._appearance, icon="chevron-down")
        more.setMenu(self._build_menu(more, has_radar=has_radar))
        home = Button(translate("ResultsPage", "Done"), self._appearance)
        home.clicked.connect(self.home_requested)
        column.addWidget(title)
        column.addWidget(build_label(facts_line(session), "muted"))
        column.addSpacing(8)
        column.addLayout(build_row(self.export, more, home, None))
        return column

    def _build_menu(self, parent: QWidget, *, has_radar: bool) -> QMenu:
        menu = QMenu(parent)
        formats = [("json", translate("ResultsPage", "Result as JSON…"))]
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
        if radar:
            view = RadarView(self._appearance)
            view.set_radar(radar, translate("ResultsPage", "Radar chart of this result"))
            view.setMinimumHeight(self._appearance.theme.scaled(440))
            card.body.addWidget(view)
            card.body.addWidget(RadarLegend(self._appearance, radar), 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(ScoreTable(report, self._appearance))
        card.body.addWidget(build_label(reading_help(report), "muted"))
        return card

    def _build_topics(self, report: ScoreReport) -> Card:
        card = Card()
        card.body.addWidget(build_label(translate("ResultsPage", "Topics"), Type.TITLE))
        card.body.addWidget(TopicTable(report, self._appearance))
        return card

    def _on_export_triggered(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.export_requested.emit(str(sender.property("format")))


def headline(report: ScoreReport, cut: float) -> str:
    """One sentence that says where the person stands, and claims no more than the answers show."""
    total = report.total
    counts = {"right": total.right, "scored": total.scored}
    if not total.scored:
        return translate("ResultsPage", "Nothing was answered, so there is nothing to say yet")
    if all(not score.tally.is_enough for score in report.competencies):
        return translate("ResultsPage", "{right} of {scored} right: a first look, too little for a measure").format(
            **counts
        )
    below, above = _names(report, Standing.BELOW, cut), _names(report, Standing.ABOVE, cut)
    if below:
        return translate(
            "ResultsPage", "{right} of {scored} right, clearly under the expected level in {names}"
        ).format(**counts, names=below)
    if above:
        return translate("ResultsPage", "{right} of {scored} right, clearly over the expected level in {names}").format(
            **counts, names=above
        )
    return translate(
        "ResultsPage", "{right} of {scored} right: too few answers to tell from the expected level"
    ).format(**counts)


def _names(report: ScoreReport, standing: Standing, cut: float) -> str:
    return ", ".join(score.short_title for score in report.competencies if score.tally.standing(cut) is standing)


def facts_line(session: QuizSession) -> str:
    """Role, day, number of questions, time used and feedback of an attempt."""
    each = session.plan.feedback is Feedback.EACH
    feedback = (
        translate("ResultsPage", "feedback after each answer")
        if each
        else translate("ResultsPage", "feedback at the end")
    )
    return translate("ResultsPage", "{role} · {day} · {count} questions · {minutes} · {feedback}").format(
        role=session.plan.framework.title,
        day=format_day(session.started_at),
        count=len(session.states),
        minutes=format_minutes(session.elapsed),
        feedback=feedback,
    )


def reading_help(report: ScoreReport) -> str:
    """How to read the numbers."""
    text = translate(
        "ResultsPage",
        "The share right of this one attempt. The 90 % interval (Wilson) says how far the share over very many such "
        "questions may lie from it.",
    )
    if any(not score.tally.is_enough for score in report.competencies):
        text += " " + translate("ResultsPage", "Fewer than {count} answers give counts, but no measure.").format(
            count=MINIMUM_ANSWERS
        )
    if report.total.asked > report.total.scored:
        text += " " + translate("ResultsPage", "Questions that were not reached do not count.")
    return text
