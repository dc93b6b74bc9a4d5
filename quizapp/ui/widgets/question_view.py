"""A question as it is asked: stem, and the code or table under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.markup import Block, TableBlock, parse_markup, parse_spans
from quizapp.core.question import Code, Question, Table
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.code_view import CodeView
from quizapp.ui.widgets.picture_dialog import build_enlarge
from quizapp.ui.widgets.rich_text import RichText


class QuestionView(QWidget):
    """``listing`` is the code or text that the answer was given in, for reviews, where no answer widget shows it."""

    def __init__(
        self,
        question: Question,
        appearance: Appearance,
        type_: Type = Type.LEAD,
        *,
        listing: Code | tuple[Block, ...] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        stem = RichText(appearance, type_)
        stem.set_markup(question.stem, question.pictures)
        column.addWidget(stem)
        enlarge = build_enlarge(parse_markup(question.stem), question.pictures, appearance)
        if enlarge:
            column.addWidget(enlarge, 0, Qt.AlignmentFlag.AlignLeft)
        table = (build_table(question.table),) if question.table else None
        for part in (question.code, listing, table):
            if part:
                column.addWidget(_build_part(part, appearance))


def _build_part(part: Code | tuple[Block, ...], appearance: Appearance) -> QWidget:
    if isinstance(part, Code):
        return CodeView(appearance, part)
    text = RichText(appearance)
    text.set_blocks(part)
    return text


def build_table(table: Table) -> TableBlock:
    """A question's table as a block of markup."""
    return TableBlock(tuple(tuple(parse_spans(cell) for cell in row) for row in (table.header, *table.rows)))
