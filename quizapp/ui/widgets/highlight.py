"""Code in colours, by Pygments."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from quizapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from pygments.lexer import Lexer

PROSE = frozenset({"text", "prompt", "markdown", ""})
"""Languages that are none: wrapped, where code and logs keep their lines."""


def highlight(language: str, text: str) -> Iterator[tuple[str, str]]:
    """Pieces of a text with the name of their colour; an unknown language is plain."""
    lexer = _lexer(language)
    if lexer is None:
        yield "text", text
        return
    # Pygments is imported when the first code is shown: home and set-up do without it.
    from pygments.token import Comment, Keyword, Name, Number, String

    colours = (
        (Comment, "comment"),
        (String, "string"),
        (Number, "number"),
        (Keyword, "keyword"),
        (Name.Tag, "keyword"),
    )
    for token, piece in lexer.get_tokens(text):
        yield next((name for kind, name in colours if token[: len(kind)] == kind), "text"), piece


def insert_pieces(cursor: QTextCursor, pieces: Iterable[tuple[str, str]], font: QFont, theme: Theme) -> None:
    """Write pieces of ``highlight`` at a cursor in a font, each in its colour of the theme."""
    for colour, text in pieces:
        format_ = QTextCharFormat()
        format_.setFont(font)
        format_.setForeground(theme.colour(colour))
        cursor.insertText(text, format_)


@lru_cache(maxsize=32)
def _lexer(language: str) -> "Lexer | None":
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False) if language not in PROSE else None
    except ClassNotFound:
        return None
