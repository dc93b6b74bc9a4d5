"""The lines of a listing as text for the buttons that they are chosen by."""

from collections.abc import Sequence

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from quizapp.ui.theme.theme import Theme
from quizapp.ui.widgets.highlight import highlight, insert_pieces

_DEEPEST = 16
"""Wrapped text is indented as its line is, up to so many characters: deeper there is no room for it."""

Pieces = Sequence[tuple[str, str]]
"""One line as pieces: the name of a colour and the text in it."""


def split_lines(language: str, text: str) -> list[list[tuple[str, str]]]:
    """The coloured pieces of a listing, line by line; a piece over several lines is cut at their ends."""
    lines: list[list[tuple[str, str]]] = [[]]
    for colour, piece in highlight(language, text):
        first, *rest = piece.split("\n")
        lines[-1].append((colour, first))
        lines.extend([(colour, part)] for part in rest)
    return lines


def set_up_document(document: QTextDocument) -> None:
    """Make a document wrap what is too long for its width, inside words too."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setDocumentMargin(0)


def write_line(document: QTextDocument, pieces: Pieces, font: QFont, theme: Theme) -> None:
    """Put a line into a document; what is wrapped stands two characters further in than the line begins."""
    document.clear()
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    cursor.setBlockFormat(hanging_format(pieces, font))
    insert_pieces(cursor, pieces, font, theme)


def hanging_format(pieces: Pieces, font: QFont) -> QTextBlockFormat:
    """The format of a line whose wrapped rest stands two characters further in than it begins."""
    code = "".join(text for _, text in pieces)
    digit = QFontMetricsF(font).horizontalAdvance("0")
    margin = (min(len(code) - len(code.lstrip()), _DEEPEST) + 2) * digit
    block = QTextBlockFormat()
    block.setLeftMargin(margin)
    block.setTextIndent(-margin)
    return block
