"""Bank markup in a text view that is as high as its text."""

from itertools import islice

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from quizapp.core.markup import Block, TableBlock, parse_markup
from quizapp.core.question import Pictures
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.block_writer import COPY_SIZE, listings, write_blocks
from quizapp.ui.widgets.copy_button import CopyButton
from quizapp.ui.widgets.inline_objects import selected_text, text_of

MAX_COPIES = 24
"""Listings of one text that get a button; what has more is no text to copy from."""


class RichText(QTextEdit):
    """Markup as read-only, selectable text that is as high as its content."""

    def __init__(
        self, appearance: Appearance, type_: Type = Type.BODY, *, muted: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._type = type_
        self._muted = muted
        self._blocks: tuple[Block, ...] = ()
        self._pictures: Pictures = ()
        self._copies: list[CopyButton] = []
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._on_document_size_changed)
        appearance.theme_changed.connect(self._update_text)

    def set_markup(self, text: str, pictures: Pictures = ()) -> None:
        self.set_blocks(parse_markup(text), pictures)

    def set_blocks(self, blocks: tuple[Block, ...], pictures: Pictures = ()) -> None:
        """Show blocks; ``pictures`` are those that they name."""
        self._blocks = blocks
        self._pictures = pictures
        self._update_text()

    def sizeHint(self) -> QSize:
        return QSize(320, round(self.document().size().height()) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the text

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_width()
        self._on_document_size_changed()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(selected_text(self.textCursor(), self.document()))
        return data

    def _update_text(self) -> None:
        theme, look = self._appearance.theme, self._type
        self._update_width()
        write_blocks(self.document(), self._blocks, theme, look, muted=self._muted, pictures=self._pictures)
        self.setAccessibleName(text_of(self.document()))
        self._update_copies()
        self._on_document_size_changed()

    def _update_width(self) -> None:
        """Tell a table one pixel less: squeezed, it takes one more than it has, for the border that cells share."""
        has_table = any(isinstance(block, TableBlock) for block in self._blocks)
        modes = QTextEdit.LineWrapMode
        self.setLineWrapMode(modes.FixedPixelWidth if has_table else modes.WidgetWidth)
        if has_table:
            self.setLineWrapColumnOrWidth(self.viewport().width() - 1)

    def _update_copies(self) -> None:
        """A button on each listing that copies it."""
        for button in self._copies:
            button.deleteLater()
        found = islice(listings(self.document()), MAX_COPIES)
        self._copies = [CopyButton(text, self._appearance, self.viewport()) for _frame, text in found]
        for button in self._copies:
            button.show()

    def _on_document_size_changed(self, *_size: object) -> None:
        self.setFixedHeight(self.sizeHint().height())
        side = self._appearance.theme.scaled(COPY_SIZE)
        layout = self.document().documentLayout()
        # The frames are looked up anew: a document that is written anew deletes them.
        for (frame, _text), button in zip(listings(self.document()), self._copies, strict=False):
            right = layout.frameBoundingRect(frame).right()
            block = frame.firstCursorPosition().block()
            if block.layout().lineCount():  # asked for a line that is not there, Qt crashes
                middle = layout.blockBoundingRect(block).top() + block.layout().lineAt(0).height() / 2
                button.setGeometry(round(right) - side - 4, round(middle - side / 2), side, side)
