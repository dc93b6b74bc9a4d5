"""A question as it is asked: stem, and the code or table under it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.markup import TableBlock, parse_spans
from quizapp.core.question import Code, Question, Table
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.code_view import CodeView
from quizapp.ui.widgets.rich_text import RichText


class QuestionView(QWidget):
    """``listing`` is the code that the answer was given in, for reviews, where no answer widget shows it."""

    def __init__(
        self,
        question: Question,
        appearance: Appearance,
        type_: Type = Type.LEAD,
        *,
        listing: Code | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        stem = RichText(appearance, type_)
        stem.set_markup(question.stem)
        column.addWidget(stem)
        for code in (question.code, listing):
            if code:
                column.addWidget(CodeView(appearance, code))
        if question.table:
            table = RichText(appearance)
            table.set_blocks((build_table(question.table),))
            column.addWidget(table)


def build_table(table: Table) -> TableBlock:
    """A question's table as a block of markup."""
    return TableBlock(tuple(tuple(parse_spans(cell) for cell in row) for row in (table.header, *table.rows)))
