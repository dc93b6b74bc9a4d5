"""A question in a list: number, first words, state; chosen with mouse or keyboard."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from quizapp.ui.theme.icons import icon_pixmap
from quizapp.ui.theme.theme import Appearance, Type


class PositionRow(QAbstractButton):
    """``state`` is its words and tone (right, wrong, warn, muted)."""

    chosen = Signal(int)

    def __init__(
        self,
        position: int,
        text: str,
        state: tuple[str, str],
        flagged: bool,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._position = position
        self._text = text
        self._state = state
        self._flagged = flagged
        self._appearance = appearance
        self.setAccessibleName(f"{position + 1}. {text[:200]}")
        self.setAccessibleDescription(state[0])
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        appearance.theme_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(480, self._appearance.theme.scaled(20) + 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        if self.underMouse() or self.hasFocus():
            painter.setBrush(theme.colour("raised"))
            painter.setPen(QPen(theme.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        theme = self._appearance.theme
        words, tone = self._state
        painter.setFont(theme.font(Type.BODY))
        metrics = QFontMetrics(painter.font())
        number_width, state_width = theme.scaled(36), metrics.horizontalAdvance(words)
        height, right = self.height(), self.width() - 12
        painter.setPen(theme.colour("muted"))
        painter.drawText(12, 0, number_width, height, Qt.AlignmentFlag.AlignVCenter, str(self._position + 1))
        painter.setPen(theme.colour(tone))
        painter.drawText(right - state_width, 0, state_width, height, Qt.AlignmentFlag.AlignVCenter, words)
        room = right - state_width - 24 - 12 - number_width
        if self._flagged:
            size = theme.scaled(16)
            pixmap = icon_pixmap("flag", theme.colour("warn"), size)
            painter.drawPixmap(right - state_width - 12 - size, (height - size) // 2, pixmap)
            room -= size + 12
        painter.setPen(theme.colour("text"))
        elided = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(12 + number_width, 0, room, height, Qt.AlignmentFlag.AlignVCenter, elided)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._position)
