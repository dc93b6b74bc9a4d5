"""One line of a listing that can be chosen: its number in the margin, its code coloured, its verdict at the right."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QTextDocument
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from quizapp.core.answer import Verdict
from quizapp.ui.theme.icons import icon_pixmap
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.code_line_text import Pieces, set_up_document, write_line
from quizapp.ui.wording import VERDICT_ICONS, VERDICT_TONES, mark_words

translate = QCoreApplication.translate

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TAB = 4
_PADDING = 8


class CodeLineButton(QCheckBox):
    """A line of code, wrapped where it is too long; ``digits`` is the width of the widest number."""

    step_requested = Signal(int)  # -1 the line above, 1 the line below

    def __init__(self, appearance: Appearance, number: int, pieces: Pieces, digits: int) -> None:
        super().__init__()
        self._appearance = appearance
        self._number = str(number)
        self._pieces = [(colour, text.expandtabs(_TAB)) for colour, text in pieces]
        self._digits = digits
        self._verdict: Verdict | None = None
        self._document = QTextDocument(self)
        set_up_document(self._document)
        self._code = "".join(text for _, text in pieces)
        name = translate("CodeLineButton", "Line {number}: {code}")
        self.setAccessibleName(name.format(number=number, code=self._code.strip()))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._code.strip() else Qt.CursorShape.ArrowCursor)
        self.setMouseTracking(True)
        appearance.theme_changed.connect(self._update_text)
        self._update_text()

    def set_verdict(self, verdict: Verdict | None) -> None:
        """Mark what became of the line, or take the mark away."""
        self._verdict = verdict
        self.setAccessibleDescription(mark_words(verdict))
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._document.setTextWidth(max(40, width - self._left - self._right))
        return max(round(self._document.size().height()), self._icon) + _PADDING

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._icon + _PADDING)

    def hitButton(self, _position: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step_requested.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        self._paint_margin(painter)
        self._paint_code(painter)
        if self._verdict in VERDICT_ICONS:
            tone = self._appearance.theme.colour(VERDICT_TONES[self._verdict])
            pixmap = icon_pixmap(VERDICT_ICONS[self._verdict], tone, self._icon)
            painter.drawPixmap(self.width() - _PADDING - self._icon, (self.height() - self._icon) // 2, pixmap)

    def _paint_frame(self, painter: QPainter) -> None:
        theme = self._appearance.theme
        tone = VERDICT_TONES.get(self._verdict) if self._verdict else None
        pen, fill = QPen(Qt.PenStyle.NoPen), theme.colour("surface")
        if tone or self.isChecked():
            pen, fill = QPen(theme.colour(tone or "accent"), 1.5), theme.colour(f"{tone or 'accent'}_soft")
        elif self.underMouse() and self.isEnabled():
            pen = QPen(theme.colour("outline"), 1.0)
        if self.hasFocus():
            pen = QPen(theme.colour("accent"), 2.5)
        if self._verdict is Verdict.MISSED:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)

    def _paint_margin(self, painter: QPainter) -> None:
        """The check mark of a chosen line, then its number."""
        theme = self._appearance.theme
        top = (self.height() - self._icon) // 2
        if self.isChecked():
            painter.drawPixmap(_PADDING, top, icon_pixmap("check", theme.colour("accent"), self._icon))
        painter.setFont(self._font)
        painter.setPen(theme.colour("muted"))
        left = _PADDING + self._icon
        box = QRectF(left, 0, self._left - left - 2 * _PADDING, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._number)

    def _paint_code(self, painter: QPainter) -> None:
        self._document.setTextWidth(max(40, self.width() - self._left - self._right))
        painter.save()
        painter.translate(QPointF(self._left, (self.height() - self._document.size().height()) / 2))
        self._document.drawContents(painter)
        painter.restore()

    def _update_text(self) -> None:
        theme = self._appearance.theme
        self._font = QFont(theme.font(Type.BODY, code=True))
        self._font.setPixelSize(theme.scaled(13))
        self._icon = theme.scaled(20)
        digit = QFontMetricsF(self._font).horizontalAdvance("0")
        self._left = round(3 * _PADDING + self._icon + (self._digits + 1) * digit)
        self._right = 2 * _PADDING + self._icon
        write_line(self._document, self._pieces, self._font, theme)
        self.updateGeometry()
        self.update()
