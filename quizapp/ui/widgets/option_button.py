"""One option of a choice question: a card that is chosen as a whole."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from quizapp.core.answer import Verdict
from quizapp.core.markup import parse_markup, plain_text
from quizapp.core.question import Pictures
from quizapp.ui.theme.icons import icon_pixmap
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.block_writer import write_blocks
from quizapp.ui.wording import VERDICT_ICONS, VERDICT_TONES, mark_words

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object  # two Qt bases in one widget crash PySide

_TICK = "✓"  # in place of a letter: it stands there only while the option is chosen


class _OptionPainting(_Base):
    """What the two kinds of option share: size, text and painting. Mixed into Qt's own buttons for their roles."""

    def set_up(self, appearance: Appearance, letter: str, text: str, pictures: Pictures) -> None:
        self._appearance = appearance
        self._letter = letter
        self._markup = text
        self._pictures = pictures
        self._verdict: Verdict | None = None
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self.setAccessibleName(f"{letter}. {plain_text(text)}")
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        appearance.theme_changed.connect(self._update_text)
        self._update_text()

    def set_verdict(self, verdict: Verdict | None) -> None:
        """Mark what became of the option, or take the mark away."""
        self._verdict = verdict
        self.setAccessibleDescription(mark_words(verdict))
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._document.setTextWidth(max(40, width - self._left - self._right))
        return max(round(self._document.size().height()), self._badge) + 2 * self._padding

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._badge + 2 * self._padding)

    def hitButton(self, _position: object) -> bool:
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        self._paint_badge(painter)
        self._paint_text(painter)
        if self._verdict in VERDICT_ICONS:
            self._paint_verdict(painter, self._verdict)

    def _update_text(self) -> None:
        theme = self._appearance.theme
        self._badge = theme.scaled(28)
        self._padding = 12
        # A line's extra height stands above its text but not below: half of it brings the text to the middle.
        self._lead = theme.pixels(Type.BODY) * 0.18
        self._left = self._padding * 2 + self._badge
        self._right = self._padding * 2 + theme.scaled(20)
        write_blocks(self._document, parse_markup(self._markup), theme, Type.BODY, pictures=self._pictures)
        self.updateGeometry()
        self.update()

    def _paint_card(self, painter: QPainter) -> None:
        theme = self._appearance.theme
        tone = VERDICT_TONES.get(self._verdict) if self._verdict else None
        border, fill, width = QColor(theme.colour("border")), theme.colour("surface"), 1.0
        if tone:
            border, fill, width = theme.colour(tone), theme.colour(f"{tone}_soft"), 1.5
        elif self.isChecked():
            border, fill, width = theme.colour("accent"), theme.colour("accent_soft"), 1.5
        elif self.underMouse() and self.isEnabled():
            border = theme.colour("outline")
        if self.hasFocus():
            border, width = theme.colour("accent"), 2.5
        pen = QPen(border, width)
        if self._verdict is Verdict.MISSED:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)

    def _paint_badge(self, painter: QPainter) -> None:
        """The letter, in a circle where one option is right and in a square where several are."""
        theme = self._appearance.theme
        box = QRectF(self._padding, (self.height() - self._badge) / 2, self._badge, self._badge)
        radius = self._badge / 2 if isinstance(self, QRadioButton) else 7
        painter.setPen(QPen(theme.colour("accent" if self.isChecked() else "outline"), 1.5))
        painter.setBrush(theme.colour("accent" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        if self._letter == _TICK and not self.isChecked():
            return
        painter.setPen(theme.colour("on_accent" if self.isChecked() else "muted"))
        font = theme.font(Type.CAPTION)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter)

    def _paint_text(self, painter: QPainter) -> None:
        self._document.setTextWidth(max(40, self.width() - self._left - self._right))
        painter.save()
        painter.translate(QPointF(self._left, (self.height() - self._document.size().height()) / 2 + self._lead))
        self._document.drawContents(painter)
        painter.restore()

    def _paint_verdict(self, painter: QPainter, verdict: Verdict) -> None:
        size = self._appearance.theme.scaled(20)
        pixmap = icon_pixmap(VERDICT_ICONS[verdict], self._appearance.theme.colour(VERDICT_TONES[verdict]), size)
        painter.drawPixmap(self.width() - self._padding - size, (self.height() - size) // 2, pixmap)


class RadioOption(_OptionPainting, QRadioButton):
    """An option of which one is chosen."""

    def __init__(self, appearance: Appearance, letter: str, text: str, pictures: Pictures = ()) -> None:
        super().__init__()
        self.set_up(appearance, letter, text, pictures)


class CheckOption(_OptionPainting, QCheckBox):
    """An option of which any number are chosen."""

    def __init__(self, appearance: Appearance, letter: str, text: str, pictures: Pictures = ()) -> None:
        super().__init__()
        self.set_up(appearance, letter, text, pictures)
