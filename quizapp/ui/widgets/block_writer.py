"""Bank markup into a text document, through a cursor, character by character what it is: never HTML."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import (
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

from quizapp.core.markup import Block, CodeBlock, Listing, Paragraph, Picture, Spans, Style, TableBlock
from quizapp.core.question import Pictures
from quizapp.tex import Budget, TexError
from quizapp.ui.theme.theme import Theme, Type
from quizapp.ui.widgets.formula import FormulaObject
from quizapp.ui.widgets.highlight import highlight
from quizapp.ui.widgets.inline_objects import clear_objects, insert_object
from quizapp.ui.widgets.picture_object import PictureObject, decode_picture

translate = QCoreApplication.translate

_LISTING = QTextFormat.Property.UserProperty.value + 7
"""The property of a frame that holds the code in it."""

COPY_SIZE = 28
"""Pixels at 100 % that stay free beside code, for the button that copies it."""


def write_blocks(
    document: QTextDocument,
    blocks: tuple[Block, ...],
    theme: Theme,
    type_: Type,
    *,
    muted: bool = False,
    pictures: Pictures = (),
) -> None:
    """Fill a document with blocks in the theme's type and colours; a picture that is not given is told in words."""
    clear_objects(document)
    document.setDefaultFont(theme.font(type_))
    writer = _Writer(document, theme, type_, "muted" if muted else "text", pictures)
    # One edit, one layout: a layout after each span takes seconds where there are thousands.
    edit = QTextCursor(document)
    edit.beginEditBlock()
    for block in blocks:
        writer.write(block, alone=len(blocks) == 1)
    edit.endEditBlock()


def listings(document: QTextDocument) -> Iterator[tuple[QTextFrame, str]]:
    """The frames of a document's code blocks, each with its code."""
    for frame in document.rootFrame().childFrames():
        if frame.frameFormat().hasProperty(_LISTING):
            yield frame, str(frame.frameFormat().property(_LISTING))


class _Writer:
    """Writes blocks through one cursor; the first block takes the document's empty one."""

    def __init__(self, document: QTextDocument, theme: Theme, type_: Type, ink: str, pictures: Pictures) -> None:
        self._cursor = QTextCursor(document)
        self._theme = theme
        self._type = type_
        self._ink = ink
        self._pictures = {file.name: file for file in pictures}
        self._is_first = True
        self._share = 1.0  # of the width, which a formula may take
        self._budget = Budget()

    def write(self, block: Block, *, alone: bool = False) -> None:
        """Write a block, which is ``alone`` if the document has no other."""
        match block:
            case Paragraph(spans) if block.is_formula:
                self._begin_formula(indent=not alone)
                self._write_formula(spans[0].text, display=True)
            case Paragraph(spans):
                self._begin()
                self._write_spans(spans)
            case Listing(items, ordered):
                self._write_list(items, ordered)
            case CodeBlock(language, text):
                self._write_code(language, text)
            case TableBlock(rows):
                self._write_table(rows)
            case Picture(name, alt):
                self._write_picture(name, alt)

    def _begin(self, format_: QTextBlockFormat | None = None) -> None:
        paragraph = format_ or QTextBlockFormat()
        paragraph.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        paragraph.setTopMargin(0 if self._is_first else self._theme.scaled(8))
        if self._is_first:
            self._cursor.setBlockFormat(paragraph)
        else:
            self._cursor.insertBlock(paragraph, QTextCharFormat())
        self._is_first = False

    def _begin_formula(self, *, indent: bool) -> None:
        self._begin()
        line = self._cursor.blockFormat()
        line.setLeftMargin(self._theme.scaled(24) if indent else 0)
        self._cursor.setBlockFormat(line)

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

    def _write_picture(self, name: str, alt: str) -> None:
        file = self._pictures.get(name)
        image = decode_picture(file) if file else QImage()
        if image.isNull():
            words = translate("RichText", "A picture that can't be shown: {text}")
            self._begin_frame(QTextFrameFormat())
            self._cursor.insertText(words.format(text=alt), self._char_format(Style.PLAIN))
            self._end_frame()
            return
        self._begin()
        plain = self._cursor.blockFormat()
        plain.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        plain.setBottomMargin(self._theme.scaled(4))
        self._cursor.setBlockFormat(plain)
        insert_object(self._cursor, PictureObject(image, alt, self._theme), self._char_format(Style.PLAIN))

    def _write_code(self, language: str, text: str) -> None:
        frame = QTextFrameFormat()
        frame.setProperty(_LISTING, text)
        self._begin_frame(frame)
        line = QTextBlockFormat()
        line.setRightMargin(self._theme.scaled(COPY_SIZE))
        self._cursor.setBlockFormat(line)
        for colour, piece in highlight(language, text):
            format_ = self._char_format(Style.CODE, ground=False)
            if colour != "text":
                format_.setForeground(self._theme.colour(colour))
            self._cursor.insertText(piece, format_)
        self._end_frame()

    def _begin_frame(self, frame: QTextFrameFormat) -> None:
        frame.setBackground(self._theme.colour("code"))
        frame.setPadding(8)
        frame.setTopMargin(0 if self._is_first else 8)
        self._cursor.insertFrame(frame)

    def _end_frame(self) -> None:
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._is_first = True  # the empty block after a frame takes what follows

    def _write_table(self, rows: tuple[tuple[Spans, ...], ...]) -> None:
        if not rows or not rows[0]:
            return
        table = self._cursor.insertTable(len(rows), len(rows[0]), self._table_format())
        self._share = 0.9 / len(rows[0])
        for r, row in enumerate(rows):
            for c, spans in enumerate(row):
                cell = table.cellAt(r, c)
                self._cursor = cell.firstCursorPosition()
                self._write_spans(spans, bold=r == 0)
                if r == 0:
                    shade = cell.format().toTableCellFormat()
                    shade.setBackground(self._theme.colour("raised"))
                    cell.setFormat(shade)
        self._share = 1.0
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
            if span.style is Style.FORMULA:
                self._write_formula(span.text)
                continue
            format_ = self._char_format(span.style)
            if bold:
                format_.setFontWeight(QFont.Weight.DemiBold)
            self._cursor.insertText(span.text, format_)

    def _write_formula(self, tex: str, *, display: bool = False) -> None:
        """A formula, or its TeX as it is written where it can't be drawn or too many were."""
        item = self._build_formula(tex, display=display)
        if item is None:
            self._cursor.insertText(tex, self._char_format(Style.CODE))
            return
        line = self._cursor.blockFormat()
        if line.lineHeightType() == QTextBlockFormat.LineHeightTypes.ProportionalHeight.value:
            # Lines of all heights get the same distance: 35 % of a high one would tear the text apart.
            distance = 0.42 * self._theme.pixels(self._type)
            line.setLineHeight(distance, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
            self._cursor.setBlockFormat(line)
        insert_object(self._cursor, item, self._char_format(Style.PLAIN))

    def _build_formula(self, tex: str, *, display: bool) -> FormulaObject | None:
        if not self._budget.takes(tex):
            return None
        try:
            return FormulaObject(tex, self._theme.pixels(self._type), display=display, share=self._share)
        except TexError:
            return None

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
