"""The text of a cloze question with real controls in its gaps, which flow with it."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QPainter,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from quizapp.core.cloze_text import put_into_code, put_into_markup
from quizapp.core.markup import Span, Spans
from quizapp.core.types.cloze import ClozeBody
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.block_writer import write_blocks
from quizapp.ui.widgets.code_line_text import hanging_format, split_lines
from quizapp.ui.widgets.gap_control import GapControl
from quizapp.ui.widgets.highlight import insert_pieces
from quizapp.ui.widgets.inline_objects import (
    Extent,
    InlineObject,
    clear_objects,
    insert_object,
    object_places,
    objects_of,
    text_of,
)
from quizapp.ui.widgets.rich_text import RichText


class ClozeText(RichText):
    """Prose or code. Long lines of code are wrapped too: a gap is never out of sight beside the view."""

    def __init__(
        self,
        body: ClozeBody,
        controls: Mapping[str, GapControl],
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent=parent)
        self._body = body
        self._controls = controls
        for control in controls.values():
            control.setParent(self.viewport())
            control.given_changed.connect(self.update_words)
        self._update_text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_controls()

    def update_words(self) -> None:
        """Copies and screen readers are told what the gaps hold now."""
        for item in objects_of(self.document()).items:
            if isinstance(item, _GapPlace):
                item.text = item.control.words
        self.setAccessibleName(text_of(self.document()))

    def _update_text(self) -> None:
        marks = _marks(self._body.text, self._controls)
        if self._body.is_code:
            self._write_code(put_into_code(self._body.text, marks.__getitem__))
        else:
            self._write_prose(marks)
        edit = QTextCursor(self.document())
        edit.beginEditBlock()  # one layout for all gaps
        for id_, mark in marks.items():
            _put_control(self.document(), mark, self._controls[id_])
        edit.endEditBlock()
        self.update_words()
        self._on_document_size_changed()
        self._place_controls()

    def _write_prose(self, marks: Mapping[str, str]) -> None:
        def put(id_: str) -> Spans:
            return (Span(marks[id_]),)

        blocks = put_into_markup(self._body.text, put)
        write_blocks(self.document(), blocks, self._appearance.theme, Type.BODY)

    def _write_code(self, code: str) -> None:
        document, theme = self.document(), self._appearance.theme
        font = theme.font(Type.BODY, code=True)
        clear_objects(document)
        document.setDefaultFont(font)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for number, pieces in enumerate(split_lines(self._body.language, code)):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(hanging_format(pieces, font))
            insert_pieces(cursor, pieces, font, theme)
        cursor.endEditBlock()

    def _place_controls(self) -> None:
        if self.document().textWidth() <= 0:
            return  # without a width there are no lines yet
        items = objects_of(self.document()).items
        for number, place in object_places(self.document()).items():
            item = items[number]
            if isinstance(item, _GapPlace):
                item.control.setGeometry(place.toAlignedRect())
                item.control.show()


class _GapPlace(InlineObject):
    """The room in the text over which a control lies."""

    def __init__(self, control: GapControl, margin: float) -> None:
        self.control = control
        self.text = control.words
        self._margin = margin

    def measure(self, width: float) -> Extent:
        wanted = self.control.extent()
        room = width - self._margin if width > 0 else wanted.width
        return Extent(max(1.0, min(wanted.width, room)), wanted.ascent, wanted.descent)

    def paint(self, _painter: QPainter, _place: QRectF) -> None:
        """The control paints itself."""


def _marks(text: str, ids: Mapping[str, object]) -> dict[str, str]:
    """Words that stand in the gaps while the text is written and coloured: such as are nowhere else in it."""
    stem = "gap"
    while stem in text.casefold():
        stem += "q"
    return {id_: f"{stem}{number}x" for number, id_ in enumerate(ids)}


def _put_control(document: QTextDocument, mark: str, control: GapControl) -> None:
    found = document.find(mark, 0, QTextDocument.FindFlag.FindCaseSensitively)
    if found.isNull():
        return
    format_ = QTextCharFormat(found.charFormat())
    found.removeSelectedText()
    insert_object(found, _GapPlace(control, _margin(found)), format_)


def _margin(cursor: QTextCursor) -> float:
    """Pixels that the cursor's paragraph or list item stands in."""
    listing = cursor.currentList()
    indent = listing.format().indent() if listing else 0
    return cursor.blockFormat().leftMargin() + indent * cursor.document().indentWidth()
