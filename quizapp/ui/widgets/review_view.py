"""What became of a question: verdict, options or values with their rationales, explanation, sources."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from quizapp.core.answer import Answer, ReviewRow, Verdict
from quizapp.core.grading import grade_answer, review_rows
from quizapp.core.markup import Block, parse_markup
from quizapp.core.plan import PlanItem
from quizapp.core.question import Reference
from quizapp.ui.theme.icons import icon_pixmap
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Card, build_label, build_row
from quizapp.ui.widgets.picture_dialog import build_enlarge
from quizapp.ui.widgets.rich_text import RichText
from quizapp.ui.widgets.source_row import SourceRow
from quizapp.ui.wording import VERDICT_ICONS, VERDICT_TONES, mark_words, verdict_words

translate = QCoreApplication.translate


class ReviewView(QWidget):
    """The review of one position, for feedback at once and on the results page."""

    def __init__(
        self, item: PlanItem, answer: Answer | None, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._pictures = item.question.pictures
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._build_verdict(item, answer))
        column.addLayout(self._build_rows(item, answer))
        column.addWidget(build_label(translate("Review", "Why"), Type.TITLE))
        explanation = RichText(appearance)
        explanation.set_markup(item.question.explanation, self._pictures)
        column.addWidget(explanation)
        enlarge = build_enlarge(_blocks(item, answer), self._pictures, appearance)
        if enlarge:
            column.addWidget(enlarge, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._build_sources(item.question.references))

    def _build_verdict(self, item: PlanItem, answer: Answer | None) -> Card:
        words, tone = verdict_words(answer, grade_answer(item.question, answer))
        card = Card(tone=tone, padding=16)
        card.body.addWidget(build_label(words, Type.TITLE, tone=tone))
        return card

    def _build_rows(self, item: PlanItem, answer: Answer | None) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for number, row in enumerate(review_rows(item.question, answer, item.option_order)):
            self._add_row(grid, 3 * number, row)
        return grid

    def _add_row(self, grid: QGridLayout, line: int, row: ReviewRow) -> None:
        text = RichText(self._appearance)
        text.set_blocks(row.text, self._pictures)
        grid.addWidget(self._build_mark(row.verdict), line, 0, Qt.AlignmentFlag.AlignTop)
        if row.label:
            grid.addWidget(build_label(row.label, wrap=False), line, 1, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(build_row(text, *self._build_tags(row.verdict), spacing=12), line, 2)
        if row.rationale:
            rationale = RichText(self._appearance, muted=True)
            rationale.set_blocks(row.rationale, self._pictures)
            grid.addWidget(rationale, line + 1, 2)
        grid.setRowMinimumHeight(line + 2, 8)

    def _build_mark(self, verdict: Verdict) -> QLabel:
        mark = QLabel()
        size = self._appearance.theme.scaled(20)
        mark.setFixedSize(size, size)
        if verdict in VERDICT_ICONS:
            tone = self._appearance.theme.colour(VERDICT_TONES[verdict])
            mark.setPixmap(icon_pixmap(VERDICT_ICONS[verdict], tone, size))
        return mark

    def _build_tags(self, verdict: Verdict) -> list[QLabel]:
        text = mark_words(verdict)
        if not text:
            return []
        tag = build_label(text, Type.CAPTION, wrap=False, tone=VERDICT_TONES[verdict])
        tag.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        return [tag]

    def _build_sources(self, references: tuple[Reference, ...]) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(build_label(translate("Review", "Sources"), Type.CAPTION))
        for reference in references:
            column.addWidget(SourceRow(reference, self._appearance, reference.where or ""))
        return box


def _blocks(item: PlanItem, answer: Answer | None) -> tuple[Block, ...]:
    """All that a review shows of a bank's markup."""
    rows = review_rows(item.question, answer, item.option_order)
    return (*(block for row in rows for block in row.text + row.rationale), *parse_markup(item.question.explanation))
