"""Bank markup in a text view. Text is put in with a cursor, character by character what it is: never HTML."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QFont,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextOption,
    QTextTableFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from quizapp.core.markup import Block, CodeBlock, Listing, Paragraph, Spans, Style, TableBlock, parse_markup
from quizapp.ui.theme.theme import Appearance, Theme, Type


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

    def set_markup(self, text: str) -> None:
        self.set_blocks(parse_markup(text))

    def set_blocks(self, blocks: tuple[Block, ...]) -> None:
        self._blocks = blocks
        self._update_text()

    def sizeHint(self) -> QSize:
        return QSize(320, round(self.document().size().height()) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the text

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_document_size_changed()

    def _update_text(self) -> None:
        write_blocks(self.document(), self._blocks, self._appearance.theme, self._type, muted=self._muted)
        self.setAccessibleName(self.toPlainText())
        self._on_document_size_changed()

    def _on_document_size_changed(self, *_size: object) -> None:
        self.setFixedHeight(self.sizeHint().height())


def write_blocks(
    document: QTextDocument, blocks: tuple[Block, ...], theme: Theme, type_: Type, *, muted: bool = False
) -> None:
    """Fill a document with blocks in the theme's type and colours."""
    document.clear()
    document.setDefaultFont(theme.font(type_))
    writer = _Writer(document, theme, type_, "muted" if muted else "text")
    # One edit, one layout: a layout after each span takes seconds where there are thousands.
    edit = QTextCursor(document)
    edit.beginEditBlock()
    for block in blocks:
        writer.write(block)
    edit.endEditBlock()


class _Writer:
    """Writes blocks through one cursor; the first block takes the document's empty one."""

    def __init__(self, document: QTextDocument, theme: Theme, type_: Type, ink: str) -> None:
        self._cursor = QTextCursor(document)
        self._theme = theme
        self._type = type_
        self._ink = ink
        self._is_first = True

    def write(self, block: Block) -> None:
        match block:
            case Paragraph(spans):
                self._begin()
                self._write_spans(spans)
            case Listing(items, ordered):
                self._write_list(items, ordered)
            case CodeBlock(_, text):
                self._write_code(text)
            case TableBlock(rows):
                self._write_table(rows)

    def _begin(self, format_: QTextBlockFormat | None = None) -> None:
        paragraph = format_ or QTextBlockFormat()
        paragraph.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        paragraph.setTopMargin(0 if self._is_first else self._theme.scaled(8))
        if self._is_first:
            self._cursor.setBlockFormat(paragraph)
        else:
            self._cursor.insertBlock(paragraph, QTextCharFormat())
        self._is_first = False

    def _write_list(self, items: tuple[Spans, ...], ordered: bool) -> None:
        style = QTextListFormat()
        bullet, number = QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListDecimal
        style.setStyle(number if ordered else bullet)
        for row, spans in enumerate(items):
            self._begin()
            if row == 0:
                made = self._cursor.createList(style)
            else:
                made.add(self._cursor.block())
            self._write_spans(spans)
        self._after_nested()

    def _write_code(self, text: str) -> None:
        frame = QTextFrameFormat()
        frame.setBackground(self._theme.colour("code"))
        frame.setPadding(8)
        frame.setTopMargin(0 if self._is_first else 8)
        self._cursor.insertFrame(frame)
        self._cursor.insertText(text, self._char_format(Style.CODE, ground=False))
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._is_first = True  # the empty block after a frame takes what follows

    def _write_table(self, rows: tuple[tuple[Spans, ...], ...]) -> None:
        if not rows or not rows[0]:
            return
        table = self._cursor.insertTable(len(rows), len(rows[0]), self._table_format())
        for r, row in enumerate(rows):
            for c, spans in enumerate(row):
                cell = table.cellAt(r, c)
                self._cursor = cell.firstCursorPosition()
                self._write_spans(spans, bold=r == 0)
                if r == 0:
                    shade = cell.format().toTableCellFormat()
                    shade.setBackground(self._theme.colour("raised"))
                    cell.setFormat(shade)
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._is_first = True

    def _table_format(self) -> QTextTableFormat:
        format_ = QTextTableFormat()
        format_.setBorder(1)
        format_.setBorderCollapse(True)
        format_.setBorderBrush(self._theme.colour("border"))
        format_.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        format_.setCellPadding(self._theme.scaled(6))
        format_.setHeaderRowCount(1)
        format_.setWidth(QTextLength())
        return format_

    def _after_nested(self) -> None:
        """The block after a list begins without its bullet."""
        self._cursor.setCharFormat(QTextCharFormat())

    def _write_spans(self, spans: Spans, *, bold: bool = False) -> None:
        for span in spans:
            format_ = self._char_format(span.style)
            if bold:
                format_.setFontWeight(QFont.Weight.DemiBold)
            self._cursor.insertText(span.text, format_)

    def _char_format(self, style: Style, *, ground: bool = True) -> QTextCharFormat:
        format_ = QTextCharFormat()
        format_.setFont(self._theme.font(self._type, code=style is Style.CODE))
        format_.setForeground(self._theme.colour(self._ink))
        if style is Style.CODE:
            format_.setProperty(QTextCharFormat.Property.FontPixelSize, round(self._theme.pixels(self._type) * 0.94))
            if ground:
                format_.setBackground(self._theme.colour("raised"))
        elif style is Style.BOLD:
            format_.setFontWeight(QFont.Weight.DemiBold)
        elif style is Style.SUPERSCRIPT:
            format_.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        elif style is Style.SUBSCRIPT:
            format_.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        return format_
