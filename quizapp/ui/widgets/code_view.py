"""Code, logs and prompts as written: monospaced, coloured by Pygments, with a button that copies them."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetricsF,
    QGuiApplication,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextEdit, QWidget

from quizapp.core.question import Code
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button

if TYPE_CHECKING:
    from pygments.lexer import Lexer

translate = QCoreApplication.translate

_WRAPPED = frozenset({"text", "prompt", "markdown", ""})
"""Prose is wrapped; code and logs keep their lines and scroll sideways."""


class CodeView(QFrame):
    """A listing. It is as high as its lines, and never scrolls up and down by itself."""

    def __init__(self, appearance: Appearance, code: Code, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("codeview")
        self._appearance = appearance
        self._code = code
        self._text = _Listing(wrap=code.language in _WRAPPED)
        self._copy = Button("", appearance, kind="quiet", icon="copy")
        self._assemble()
        self._copy.clicked.connect(self._on_copy_clicked)
        appearance.theme_changed.connect(self._update_text)
        self._update_text()

    def _assemble(self) -> None:
        self._copy.setToolTip(translate("CodeView", "Copy"))
        self._copy.setAccessibleName(translate("CodeView", "Copy the code"))
        self._copy.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._text.setAccessibleName(translate("CodeView", "Code"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 4, 12)
        row.addWidget(self._text, 1)
        row.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)

    def _update_text(self) -> None:
        theme = self._appearance.theme
        self._text.clear()
        font = theme.font(Type.BODY, code=True)
        font.setPixelSize(theme.scaled(13))
        self._text.setFont(font)
        self._text.document().setDefaultFont(font)
        self._text.setTabStopDistance(QFontMetricsF(font).horizontalAdvance(" ") * 4)
        cursor = QTextCursor(self._text.document())
        for colour, text in highlight(self._code.language, self._code.text.rstrip("\n")):
            format_ = QTextCharFormat()
            format_.setFont(font)
            format_.setForeground(theme.colour(colour))
            cursor.insertText(text, format_)
        self._text.update_height()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._code.text)
        self._copy.set_icon("check")

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._copy.set_icon("copy")

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._copy.set_icon("copy")


class _Listing(QTextEdit):
    def __init__(self, *, wrap: bool) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth if wrap else QTextEdit.LineWrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self.update_height)

    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar()
        extra = bar.sizeHint().height() if bar.maximum() > 0 else 0
        return QSize(320, round(self.document().size().height()) + extra + 2)

    def update_height(self, *_size: object) -> None:
        self.setFixedHeight(self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update_height()

    def wheelEvent(self, event: QWheelEvent) -> None:
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        super().wheelEvent(event) if sideways else event.ignore()


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


@lru_cache(maxsize=32)
def _lexer(language: str) -> "Lexer | None":
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False) if language not in _WRAPPED else None
    except ClassNotFound:
        return None
