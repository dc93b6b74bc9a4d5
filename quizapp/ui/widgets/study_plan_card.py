"""The study plan as a card: the topics that matter most, all of them on request, and the wrong ideas seen again."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.study_plan import StudyPlan
from quizapp.ui.study_wording import (
    idea_text,
    ideas_title,
    lead_text,
    method_text,
    plan_as_text,
    surer_text,
    title_text,
)
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, Card, build_label, build_separator
from quizapp.ui.widgets.flow_row import FlowRow
from quizapp.ui.widgets.study_topic import StudyTopic

translate = QCoreApplication.translate

SHOWN = 3
"""Topics, and wrong ideas, shown at first."""


class StudyPlanCard(Card):
    """``practice_requested`` carries the slugs of the competency and topic to practise."""

    practice_requested = Signal(str, str)

    def __init__(self, plan: StudyPlan, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._appearance = appearance
        self.topics: list[StudyTopic] = []
        self._topics, self._ideas = _column(), _column()
        self.body.setSpacing(16)
        self.body.addWidget(build_label(title_text(), Type.TITLE))
        self.body.addWidget(build_label(lead_text(plan), Type.LEAD))
        self.body.addLayout(self._topics)
        self._add_ideas_title()
        self.body.addLayout(self._ideas)
        self._add_notes()
        self.body.addWidget(self._build_buttons())
        self._show(0, SHOWN)

    def _add_ideas_title(self) -> None:
        if self._plan.misconceptions:
            self.body.addWidget(build_separator())
            self.body.addWidget(build_label(ideas_title(), Type.LEAD))

    def _add_notes(self) -> None:
        self.body.addWidget(build_separator())
        for text in filter(None, (surer_text(self._plan), method_text() if self._plan.topics else "")):
            self.body.addWidget(build_label(text, "muted"))

    def _build_buttons(self) -> FlowRow:
        self.copy = Button(translate("StudyPlan", "Copy the plan"), self._appearance, icon="copy")
        self.copy.clicked.connect(self._on_copy_clicked)
        count = max(len(self._plan.topics), len(self._plan.misconceptions))
        if count <= SHOWN:
            return FlowRow((self.copy,), self._appearance)
        text = translate("StudyPlan", "Show all {count} topics").format(count=len(self._plan.topics))
        text = text if len(self._plan.topics) > SHOWN else translate("StudyPlan", "Show all wrong ideas")
        self.more = Button(text, self._appearance, icon="chevron-down")
        self.more.clicked.connect(self._on_more_clicked)
        return FlowRow((self.more, self.copy), self._appearance)

    def _show(self, first: int, last: int | None) -> None:
        """Build topics and wrong ideas that are not shown yet."""
        for advice in self._plan.topics[first:last]:
            topic = StudyTopic(advice, self._appearance)
            topic.practice_requested.connect(self.practice_requested)
            self.topics.append(topic)
            self._topics.addWidget(topic)
        for idea in self._plan.misconceptions[first:last]:
            self._ideas.addWidget(build_label(idea_text(idea)))

    def _on_more_clicked(self) -> None:
        self.more.hide()
        self._show(SHOWN, None)
        # The keyboard goes on where the new topics begin, not where the button was.
        (self.topics[SHOWN].practise if len(self.topics) > SHOWN else self.copy).setFocus()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(plan_as_text(self._plan))
        self.copy.set_icon("check")
        self.copy.set_words(translate("StudyPlan", "Copied"))


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    return column
