"""Every question of a finished attempt, one line each; a line opens into the question and its review."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.calibration import CONFIDENT, confident_errors, review_order
from quizapp.core.grading import grade_answer, listing
from quizapp.core.markup import plain_text
from quizapp.core.readiness import percent
from quizapp.core.rescore import Revisions
from quizapp.core.review_filter import ReviewFilter, ReviewSearch
from quizapp.core.session import QuizSession, is_scored
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.basics import Card, build_label
from quizapp.ui.widgets.doubt_button import DoubtButton
from quizapp.ui.widgets.flow_row import FlowRow
from quizapp.ui.widgets.position_row import PositionRow
from quizapp.ui.widgets.question_view import QuestionView
from quizapp.ui.widgets.review_bar import ReviewBar
from quizapp.ui.widgets.review_view import ReviewView
from quizapp.ui.widgets.revision_card import revision_words
from quizapp.ui.wording import state_words, verdict_words

translate = QCoreApplication.translate


class ReviewList(QWidget):
    """Confident errors come first, for they teach most. Reviews are built when they are opened, so that a long attempt
    shows at once."""

    def __init__(
        self,
        session: QuizSession,
        appearance: Appearance,
        revisions: Revisions | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self._revisions = revisions
        self._cards: dict[int, Card] = {}
        self._reviews: dict[int, QWidget] = {}
        self._captions: list[QWidget] = []
        self._search = ReviewSearch(session)
        self.bar = ReviewBar(session, self._search, appearance)
        self.bar.changed.connect(self._on_filter_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        captions = _captions(session)
        for place, position in enumerate(review_order(session)):
            if place in captions:
                self._captions.append(build_label(captions[place], "muted"))
                column.addWidget(self._captions[-1])
            self._cards[position] = self._build_card(position)
            column.addWidget(self._cards[position])

    def _on_filter_changed(self, wanted: ReviewFilter) -> None:
        found = frozenset(self._search.find(wanted))
        for position, card in self._cards.items():
            card.setVisible(position in found)
        for caption in self._captions:  # they speak of the whole list
            caption.setVisible(len(found) == len(self._cards))
        self.bar.show_count(len(found))

    def toggle(self, position: int) -> None:
        """Open the review at a position, or close it."""
        review = self._reviews.get(position)
        if review is None:
            review = self._build_review(position)
            self._reviews[position] = review
            self._cards[position].body.addWidget(review)
        else:
            review.setVisible(review.isHidden())

    def _build_card(self, position: int) -> Card:
        item, state = self._session.plan.items[position], self._session.states[position]
        grade = grade_answer(item.question, state.answer)
        words = verdict_words(state.answer, grade) if is_scored(state) else state_words(state)
        card = Card(padding=8)
        row = PositionRow(position, plain_text(item.question.stem), words, state.flagged, self._appearance)
        row.chosen.connect(self.toggle)
        card.body.addWidget(row)
        if revision := self._revisions and self._revisions.of(position):
            mark = revision_words(revision)
            # Under the row: beside the verdict there is no room for it where the text is large.
            row.setAccessibleDescription(f"{words[0]}, {mark}")
            label = build_label(mark, "muted")
            label.setContentsMargins(self._appearance.theme.scaled(36) + 12, 0, 12, 4)
            card.body.addWidget(label)
        return card

    def _build_review(self, position: int) -> QWidget:
        item, state = self._session.plan.items[position], self._session.states[position]
        review = QWidget()
        column = QVBoxLayout(review)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(16)
        column.addWidget(QuestionView(item.question, self._appearance, listing=listing(item.question)))
        column.addWidget(ReviewView(item, state.answer, self._appearance))
        column.addWidget(FlowRow((DoubtButton(self._session, position, self._appearance),), self._appearance))
        return review


def _captions(session: QuizSession) -> dict[int, str]:
    """What stands above some places of the list; nothing where there are no confident errors."""
    errors = confident_errors(session)
    if not errors:
        return {}
    text = translate("ReviewList", "Not right though you were {percent} sure or more: these come first.")
    first = text.format(percent=percent(CONFIDENT))
    return {0: first, len(errors): translate("ReviewList", "The rest, in the order asked:")}
