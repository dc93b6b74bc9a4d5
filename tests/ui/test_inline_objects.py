"""Objects in a text: where they lie, what they say, and how they are painted."""

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTextCursor, QTextDocument

from quizapp.core.markup import parse_markup
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.block_writer import write_blocks
from quizapp.ui.widgets.inline_objects import (
    Extent,
    InlineObject,
    insert_object,
    object_places,
    selected_text,
    text_of,
)
from quizapp.ui.widgets.rich_text import RichText


class Box(InlineObject):
    """A red box."""

    def __init__(self, text: str, extent: Extent) -> None:
        self.text = text
        self._extent = extent

    def measure(self, width: float) -> Extent:
        return Extent(min(width, self._extent.width) if width > 0 else self._extent.width, self._extent.ascent,
                      self._extent.descent)  # fmt: skip

    def paint(self, painter: QPainter, place: QRectF) -> None:
        painter.fillRect(place, QColor(255, 0, 0))


def put(document: QTextDocument, after: str, item: InlineObject) -> None:
    cursor = document.find(after)
    assert not cursor.isNull()
    cursor.setPosition(cursor.selectionEnd())
    insert_object(cursor, item, cursor.charFormat())


@pytest.fixture
def document(appearance: Appearance) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    write_blocks(document, parse_markup("Ag one\n\n| a | b |\n|---|---|\n| c | d😀 |"), appearance.theme, Type.BODY)
    document.setTextWidth(300)
    return document


def baseline(document: QTextDocument) -> float:
    """The baseline of the first line."""
    block = document.begin()
    line = block.layout().lineAt(0)
    return document.documentLayout().blockBoundingRect(block).top() + line.y() + line.ascent()


@pytest.mark.parametrize("extent", [Extent(30, 20, 10), Extent(30, 60), Extent(30, 9, 3), Extent(30, 40, 30)])
def test_an_object_stands_on_the_baseline_and_makes_no_more_room_than_it_needs(
    document: QTextDocument, extent: Extent
) -> None:
    put(document, "Ag", Box("box", extent))
    place = object_places(document)[0]
    assert place.top() + extent.ascent == pytest.approx(baseline(document))
    assert (place.width(), place.height()) == (extent.width, extent.height)
    line = document.begin().layout().lineAt(0)
    assert line.ascent() == pytest.approx(max(extent.ascent, 14), abs=3)
    assert line.descent() == pytest.approx(max(extent.descent, 4), abs=3)


def test_it_is_painted_where_it_lies(document: QTextDocument) -> None:
    put(document, "Ag", Box("box", Extent(30, 20, 10)))
    put(document, "d", Box("cell", Extent(10, 5, 0)))
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor(255, 255, 255))
    painter = QPainter(image)
    document.drawContents(painter)
    painter.end()
    for place in object_places(document).values():
        inside = place.toAlignedRect().adjusted(1, 1, -1, -1)
        assert all(
            is_red(image, x, y) for x in (inside.left(), inside.right()) for y in (inside.top(), inside.bottom())
        )
        assert not has_red_around(image, place.toAlignedRect().adjusted(-1, -1, 1, 1))


def test_text_and_selection_hold_what_objects_say(document: QTextDocument) -> None:
    put(document, "Ag", Box("[one]", Extent(30, 20, 10)))
    put(document, "d😀", Box("[😀]", Extent(10, 5, 0)))
    put(document, "c", Box("[c]", Extent(10, 5, 0)))
    assert text_of(document).split() == ["Ag[one]", "one", "a", "b", "c[c]", "d😀[😀]"]
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    assert selected_text(cursor, document) == "Ag[one] one"


def test_a_sign_of_the_text_that_stands_for_objects_is_no_object(appearance: Appearance) -> None:
    view = RichText(appearance)
    view.set_markup("a \ufffc b")
    put(view.document(), "b", Box("[box]", Extent(5, 5)))
    assert text_of(view.document()) == "a \ufffc b[box]"


def test_writing_anew_leaves_no_object_behind(document: QTextDocument, appearance: Appearance) -> None:
    put(document, "Ag", Box("box", Extent(30, 20, 10)))
    write_blocks(document, parse_markup("none"), appearance.theme, Type.BODY)
    assert object_places(document) == {}
    assert text_of(document) == "none"


def test_an_object_knows_the_width_it_has(document: QTextDocument) -> None:
    put(document, "Ag", Box("box", Extent(900, 20, 10)))
    assert object_places(document)[0].width() == 300
    document.setTextWidth(120)
    assert object_places(document)[0].width() == 120


def is_red(image: QImage, x: int, y: int) -> bool:
    return image.pixelColor(x, y) == QColor(255, 0, 0)


def has_red_around(image: QImage, frame: QRect) -> bool:
    """Whether the outermost pixels of a frame are red."""
    columns, rows = range(frame.left(), frame.right() + 1), range(frame.top(), frame.bottom() + 1)
    edge = [(x, y) for x in columns for y in (frame.top(), frame.bottom())]
    edge += [(x, y) for x in (frame.left(), frame.right()) for y in rows]
    return any(is_red(image, x, y) for x, y in edge if image.rect().contains(x, y))
