"""Code, logs and prompts as written: monospaced, coloured by Pygments, with a button that copies them."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextEdit, QWidget

from quizapp.core.question import Code
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.copy_button import CopyButton
from quizapp.ui.widgets.highlight import PROSE, highlight, insert_pieces

translate = QCoreApplication.translate


class CodeView(QFrame):
    """A listing. It is as high as its lines, and never scrolls up and down by itself."""

    def __init__(self, appearance: Appearance, code: Code, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("codeview")
        self._appearance = appearance
        self._code = code
        self._text = _Listing(wrap=code.language in PROSE)
        self._copy = CopyButton(code.text, appearance)
        self._assemble()
        appearance.theme_changed.connect(self._update_text)
        self._update_text()

    def _assemble(self) -> None:
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
        pieces = highlight(self._code.language, self._code.text.rstrip("\n"))
        insert_pieces(QTextCursor(self._text.document()), pieces, font, theme)
        self._text.update_height()


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
