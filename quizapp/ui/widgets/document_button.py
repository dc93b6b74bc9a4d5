"""What the buttons of answers share: a document as their text, a height that follows from it, and a verdict."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from quizapp.core.answer import Verdict
from quizapp.ui.theme.icons import icon_pixmap
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.wording import VERDICT_ICONS, VERDICT_TONES, mark_words

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object  # two Qt bases in one widget crash PySide


class DocumentButton(_Base):
    """Mixed into Qt's own buttons for their roles.

    ``_update_text`` of the button sets, in pixels: ``_left`` and ``_right``, the room beside the document; ``_least``,
    the least height of what it shows; ``_around``, what is left free above and below together; ``_mark``, the size of
    the verdict's icon, and ``_margin``, its distance from the right.
    """

    _left: int
    _right: int
    _least: int
    _around: int
    _mark: int
    _margin: int

    def set_up_document(self, appearance: Appearance) -> None:
        """To be called before the text is written."""
        self._appearance = appearance
        self._verdict: Verdict | None = None
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)

    def set_verdict(self, verdict: Verdict | None) -> None:
        """Mark what became of it, or take the mark away."""
        self._verdict = verdict
        self.setAccessibleDescription(mark_words(verdict))
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._document.setTextWidth(max(40, width - self._left - self._right))
        return max(round(self._document.size().height()), self._least) + self._around

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._least + self._around)

    def hitButton(self, _position: object) -> bool:
        return True

    def paint_frame(self, painter: QPainter, plain: QPen, radius: float) -> None:
        """Ground and border by verdict, choice, pointer and focus; ``plain`` is the border of none of them."""
        theme = self._appearance.theme
        tone = VERDICT_TONES.get(self._verdict) if self._verdict else None
        pen, fill = QPen(plain), theme.colour("surface")
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
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)

    def paint_document(self, painter: QPainter, lead: float = 0.0) -> None:
        """The text in the middle of the height, ``lead`` pixels lower."""
        self._document.setTextWidth(max(40, self.width() - self._left - self._right))
        painter.save()
        painter.translate(QPointF(self._left, (self.height() - self._document.size().height()) / 2 + lead))
        self._document.drawContents(painter)
        painter.restore()

    def paint_verdict(self, painter: QPainter) -> None:
        """The verdict's icon at the right, where there is one."""
        if self._verdict and self._verdict in VERDICT_ICONS:
            self._paint_mark(painter, self._verdict)

    def _paint_mark(self, painter: QPainter, verdict: Verdict) -> None:
        tone = self._appearance.theme.colour(VERDICT_TONES[verdict])
        place = self.width() - self._margin - self._mark, (self.height() - self._mark) // 2
        painter.drawPixmap(*place, icon_pixmap(VERDICT_ICONS[verdict], tone, self._mark))
