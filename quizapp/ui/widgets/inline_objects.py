"""Things inside a text document that are no characters: formulas, pictures, gaps.

A document carries one U+FFFC for each, whose format holds the object's number in a list beside the document.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextFormat,
    QTextLine,
)

MARK = "\ufffc"
_KIND = QTextFormat.ObjectTypes.UserObject.value + 1
_NUMBER = QTextFormat.Property.UserProperty.value + 1


@dataclass(frozen=True, slots=True)
class Extent:
    """Pixels: how wide, how far above the baseline and how far below it."""

    width: float
    ascent: float
    descent: float = 0.0

    @property
    def height(self) -> float:
        return self.ascent + self.descent


class InlineObject(ABC):
    """One thing in a text. It is made anew when the theme changes, so it may keep colours and sizes."""

    text: str
    """What stands for it where only characters can: copies, accessible names."""

    @abstractmethod
    def measure(self, width: float) -> Extent:
        """Its extent in a document ``width`` pixels wide; 0 or less: not known yet, take any width."""

    @abstractmethod
    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw it into ``place``, which has the size last measured; the pen has the colour of text, selected or not."""


class InlineObjects(QPyTextObject):
    """The objects of one document, and what Qt asks about them."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.items: list[InlineObject] = []
        document.documentLayout().registerHandler(_KIND, self)

    def intrinsicSize(self, document: QTextDocument, _position: int, format_: QTextFormat) -> QSizeF:
        extent = self._item(format_).measure(document.textWidth())
        half = _half_x(format_.toCharFormat().font())
        # Qt puts (height + half) / 2 of an object that is aligned in the middle above the baseline, the rest below.
        return QSizeF(extent.width, max(2 * extent.ascent - half, 2 * extent.descent + half))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, format_: QTextFormat
    ) -> None:
        # Qt's rectangle lies in the middle of the line, wherever the baseline is: only its left edge is of use.
        item = self._item(format_)
        place = _place(item, document, position)
        place.moveLeft(QRectF(rect).left())
        painter.save()
        painter.setPen(format_.toCharFormat().foreground().color())
        item.paint(painter, place)
        painter.restore()

    def _item(self, format_: QTextFormat) -> InlineObject:
        return self.items[format_.intProperty(_NUMBER)]


def objects_of(document: QTextDocument) -> InlineObjects:
    """The objects of a document, which has none at first."""
    return document.findChild(InlineObjects) or InlineObjects(document)


def insert_object(cursor: QTextCursor, item: InlineObject, format_: QTextCharFormat) -> None:
    """Put an object where the cursor stands; ``format_`` gives the font of the text around it."""
    objects = objects_of(cursor.document())
    extent = item.measure(0)
    own = QTextCharFormat(format_)
    own.setObjectType(_KIND)
    own.setProperty(_NUMBER, len(objects.items))
    own.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    own.setFont(_balancing_font(format_.font(), extent))
    objects.items.append(item)
    cursor.insertText(MARK, own)


def clear_objects(document: QTextDocument) -> None:
    """Empty a document of text and objects."""
    document.clear()
    objects_of(document).items.clear()


def text_of(document: QTextDocument) -> str:
    """The document as plain text, each object as what it says."""
    return document.toPlainText() if not objects_of(document).items else _spelled(QTextCursor(document), document)


def selected_text(cursor: QTextCursor, document: QTextDocument) -> str:
    """The selection as plain text, each object as what it says."""
    return _fragment_text(cursor.selection(), objects_of(document).items)


def object_places(document: QTextDocument) -> dict[int, QRectF]:
    """Where each object lies, by its number, in the coordinates of a document that is laid out."""
    return dict(_places(document))


def _spelled(cursor: QTextCursor, document: QTextDocument) -> str:
    cursor.select(QTextCursor.SelectionType.Document)
    return selected_text(cursor, document)


def _fragment_text(fragment: QTextDocumentFragment, items: list[InlineObject]) -> str:
    """Objects are replaced in a copy, from the end, so that the places of those before them stay true."""
    copy = QTextDocument()
    QTextCursor(copy).insertFragment(fragment)
    for position, format_ in reversed(list(_marks(copy))):
        cursor = QTextCursor(copy)
        cursor.setPosition(position)
        cursor.deleteChar()
        cursor.insertText(items[format_.intProperty(_NUMBER)].text, QTextCharFormat())
    return copy.toPlainText()


def _marks(document: QTextDocument) -> Iterator[tuple[int, QTextCharFormat]]:
    """Position and format of each object, in the order of the text."""
    block = document.begin()
    while block.isValid():
        yield from _marks_in(block)
        block = block.next()


def _marks_in(block: QTextBlock) -> Iterator[tuple[int, QTextCharFormat]]:
    pieces = block.begin()
    while not pieces.atEnd():
        fragment = pieces.fragment()
        if fragment.charFormat().objectType() == _KIND:
            for place in range(fragment.length()):
                yield fragment.position() + place, fragment.charFormat()
        pieces += 1


def _places(document: QTextDocument) -> Iterator[tuple[int, QRectF]]:
    items = objects_of(document).items
    for position, format_ in _marks(document):
        number = format_.intProperty(_NUMBER)
        yield number, _place(items[number], document, position)


def _place(item: InlineObject, document: QTextDocument, position: int) -> QRectF:
    """The object's own rectangle, its baseline on that of its line."""
    block = document.findBlock(position)
    within = position - block.position()
    line = block.layout().lineForTextPosition(within)
    corner = document.documentLayout().blockBoundingRect(block).topLeft()
    extent = item.measure(document.textWidth())
    left = min(_x(line, within), _x(line, within + 1))  # from right to left, the end is at the left
    top = line.y() + line.ascent() - extent.ascent
    return QRectF(corner.x() + left, corner.y() + top, extent.width, extent.height)


def _x(line: QTextLine, position: int) -> float:
    """Where the cursor stands in a line; Qt answers with a pair that its type doesn't tell of."""
    x = line.cursorToX(position)
    assert isinstance(x, tuple)
    return float(x[0])


def _half_x(font: QFont) -> float:
    return QFontMetrics(font).xHeight() / 2


def _balancing_font(font: QFont, extent: Extent) -> QFont:
    """A font whose x-height makes Qt's room for the object just as high as it is above and below the baseline.

    Objects aligned in the middle are the only ones that sink below the baseline, and the font has no other effect.
    """
    wanted = 2 * (extent.ascent - extent.descent)
    per_pixel = QFontMetrics(font).xHeight() / max(1, font.pixelSize())
    own = QFont(font)
    own.setPixelSize(max(1, round(wanted / max(0.1, per_pixel))))
    return own
