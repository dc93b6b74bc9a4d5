"""One line of a listing that can be chosen: its number in the margin, its code coloured, its verdict at the right."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from quizapp.ui.theme.icons import icon_pixmap
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.code_line_text import Pieces, set_up_document, write_line
from quizapp.ui.widgets.document_button import DocumentButton

translate = QCoreApplication.translate

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TAB = 4
_PADDING = 8


class CodeLineButton(DocumentButton, QCheckBox):
    """A line of code, wrapped where it is too long; ``digits`` is the width of the widest number."""

    step_requested = Signal(int)  # -1 the line above, 1 the line below

    def __init__(self, appearance: Appearance, number: int, pieces: Pieces, digits: int) -> None:
        super().__init__()
        self.set_up_document(appearance)
        self._number = str(number)
        self._pieces = [(colour, text.expandtabs(_TAB)) for colour, text in pieces]
        self._digits = digits
        set_up_document(self._document)
        self._code = "".join(text for _, text in pieces)
        name = translate("CodeLineButton", "Line {number}: {code}")
        self.setAccessibleName(name.format(number=number, code=self._code.strip()))
        if not self._code.strip():
            self.setCursor(Qt.CursorShape.ArrowCursor)
        appearance.theme_changed.connect(self._update_text)
        self._update_text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step_requested.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_frame(painter, QPen(Qt.PenStyle.NoPen), radius=6)
        self._paint_margin(painter)
        self.paint_document(painter)
        self.paint_verdict(painter)

    def _paint_margin(self, painter: QPainter) -> None:
        """The check mark of a chosen line, then its number."""
        theme = self._appearance.theme
        top = (self.height() - self._mark) // 2
        if self.isChecked():
            painter.drawPixmap(_PADDING, top, icon_pixmap("check", theme.colour("accent"), self._mark))
        painter.setFont(self._font)
        painter.setPen(theme.colour("muted"))
        left = _PADDING + self._mark
        box = QRectF(left, 0, self._left - left - 2 * _PADDING, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._number)

    def _update_text(self) -> None:
        theme = self._appearance.theme
        self._font = QFont(theme.font(Type.BODY, code=True))
        self._font.setPixelSize(theme.scaled(13))
        self._least = self._mark = theme.scaled(20)
        self._margin = self._around = _PADDING
        digit = QFontMetricsF(self._font).horizontalAdvance("0")
        self._left = round(3 * _PADDING + self._mark + (self._digits + 1) * digit)
        self._right = 2 * _PADDING + self._mark
        write_line(self._document, self._pieces, self._font, theme)
        self.updateGeometry()
        self.update()
