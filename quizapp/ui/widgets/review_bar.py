"""What of an attempt's questions is shown: chips for kinds, boxes for competency and topic, and a search field."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from quizapp.core.review_filter import ReviewFilter, ReviewKind, ReviewSearch
from quizapp.core.session import QuizSession
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.basics import Button, build_label
from quizapp.ui.widgets.flow_row import FlowRow
from quizapp.ui.widgets.standing_card import SmallChoice

translate = QCoreApplication.translate


class ReviewBar(QWidget):
    """``changed`` carries the filter that is wanted now."""

    changed = Signal(ReviewFilter)

    def __init__(
        self, session: QuizSession, search: ReviewSearch, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._count = len(session.states)
        self._chips = {kind: _chip(kind, search.count(kind), appearance) for kind in ReviewKind if search.count(kind)}
        self._places = _places(session)
        self._place = SmallChoice(appearance, [text for text, _, _ in self._places])
        self._place.setAccessibleName(translate("ReviewBar", "Competency or topic"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("ReviewBar", "Search questions and answers (/)"))
        self.field.setAccessibleName(translate("ReviewBar", "Search questions and answers"))
        self.field.setClearButtonEnabled(True)
        self._shown = build_label(type_="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if self._chips:
            column.addWidget(FlowRow(self._chips.values(), appearance))
        column.addWidget(self.field)
        column.addWidget(FlowRow((self._place,), appearance))
        column.addWidget(self._shown)
        for chip in self._chips.values():
            chip.toggled.connect(self._on_changed)
        self._place.activated.connect(self._on_changed)
        self.field.textChanged.connect(self._on_changed)
        self.show_count(self._count)

    @property
    def wanted(self) -> ReviewFilter:
        kinds = frozenset(kind for kind, chip in self._chips.items() if chip.isChecked())
        _, competency, topic = self._places[self._place.currentIndex()]
        return ReviewFilter(kinds, competency, topic, self.field.text())

    def show_count(self, count: int) -> None:
        """How many of the questions are shown."""
        if count:
            text = translate("ReviewBar", "{shown} of {count} questions shown").format(shown=count, count=self._count)
        else:
            text = translate("ReviewBar", "No question is like that. Choose fewer filters or other words.")
        self._shown.setText(text)

    def focus_search(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _on_changed(self, *_: object) -> None:
        self.changed.emit(self.wanted)


def _chip(kind: ReviewKind, count: int, appearance: Appearance) -> Button:
    texts = {
        ReviewKind.WRONG: translate("ReviewBar", "Wrong ({count})"),
        ReviewKind.PARTLY: translate("ReviewBar", "Partly right ({count})"),
        ReviewKind.FLAGGED: translate("ReviewBar", "Flagged ({count})"),
        ReviewKind.CONFIDENT: translate("ReviewBar", "Sure, but not right ({count})"),
        ReviewKind.LUCKY: translate("ReviewBar", "Right, but not sure ({count})"),
        ReviewKind.SEEN: translate("ReviewBar", "Seen before ({count})"),
    }
    chip = Button(texts[kind].format(count=count), appearance, kind="segment")
    chip.setCheckable(True)
    return chip


def _places(session: QuizSession) -> list[tuple[str, str, str]]:
    """What was asked about: words, and the slugs of competency and topic; the first stands for all."""
    asked = {(item.question.competency, item.question.topic) for item in session.plan.items}
    found = [(translate("ReviewBar", "All topics"), "", "")]
    for competency in session.plan.framework.competencies:
        mine = [topic for topic in competency.topics if (competency.slug, topic.slug) in asked]
        if mine:
            found.append((competency.title, competency.slug, ""))
        found += [(f"{competency.short_title}: {topic.title}", competency.slug, topic.slug) for topic in mine]
    return found
