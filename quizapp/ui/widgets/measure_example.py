"""A drawn example of three levels with their intervals, and the target."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.core.measure import Cut
from quizapp.core.readiness import percent
from quizapp.ui.formatting import format_interval
from quizapp.ui.theme.theme import Appearance, Type

translate = QCoreApplication.translate

_EXAMPLES = ((0.14, 0.07, "ready"), (0.0, 0.11, "undecided"), (-0.2, 0.1, "not-yet"))
"""Level above the cut, half the width of its interval, and which label it may have."""


class MeasureExample(QWidget):
    """From top to bottom: clearly above the target, around it, and below; the target with its own uncertainty."""

    def __init__(self, cut: Cut, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._cut = cut
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("MeasureExample", "Example of levels, intervals and the target"))
        self.setAccessibleDescription(self._describe())
        appearance.theme_changed.connect(self._update)
        self._update()

    def sizeHint(self) -> QSize:
        return QSize(320, round(self._line * (2 * len(_EXAMPLES) + 1.1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_target(painter)
        for row, (level, half, name) in enumerate(self._rows()):
            self._paint_row(painter, row, level, half, name)

    @property
    def _line(self) -> float:
        return self._appearance.theme.scaled(24)

    @property
    def _bottom(self) -> float:
        return self._line * 2 * len(_EXAMPLES)

    def _rows(self) -> list[tuple[float, float, str]]:
        names = {
            "ready": translate("MeasureExample", "Ready"),
            "undecided": translate("MeasureExample", "Undecided"),
            "not-yet": translate("MeasureExample", "Not yet"),
        }
        return [(min(self._cut.share + above, 0.95), half, names[name]) for above, half, name in _EXAMPLES]

    def _describe(self) -> str:
        rows = (
            translate("MeasureExample", "{label}: level {level}, interval {interval}").format(
                label=name, level=percent(level), interval=format_interval((level - half, min(level + half, 1.0)))
            )
            for level, half, name in self._rows()
        )
        target = translate("MeasureExample", "Target: {target}").format(target=percent(self._cut.share))
        return "; ".join((*rows, target))

    def _place(self, share: float) -> float:
        """The pixel of a share from 0 to 1."""
        return 1 + share * (self.width() - 2)

    def _paint_target(self, painter: QPainter) -> None:
        theme, cut = self._appearance.theme, self._cut
        zone = theme.colour("text")
        zone.setAlphaF(0.07)
        left, right = self._place(cut.share - cut.spread), self._place(cut.share + cut.spread)
        painter.fillRect(QRectF(left, 0, right - left, self._bottom), zone)
        painter.setPen(QPen(theme.colour("text"), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(self._place(cut.share), 0), QPointF(self._place(cut.share), self._bottom))
        painter.setPen(QPen(theme.colour("outline"), 1))
        painter.drawLine(QPointF(self._place(0), self._bottom), QPointF(self._place(1), self._bottom))
        painter.setFont(theme.font(Type.CAPTION))
        target = translate("MeasureExample", "Target {share}").format(share=percent(cut.share))
        for share, text in ((0.0, percent(0.0)), (cut.share, target), (1.0, percent(1.0))):
            self._paint_mark(painter, share, text)

    def _paint_mark(self, painter: QPainter, share: float, text: str) -> None:
        painter.setPen(self._appearance.theme.colour("muted"))
        width = painter.fontMetrics().horizontalAdvance(text)
        left = min(max(self._place(share) - width / 2, 0), self.width() - width)
        room = QRectF(left, self._bottom + 4, width + 1, self._line * 1.2)
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_row(self, painter: QPainter, row: int, level: float, half: float, name: str) -> None:
        theme, top = self._appearance.theme, self._line * 2 * row
        painter.setFont(theme.font(Type.BODY))
        painter.setPen(theme.colour("text"))
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(0, top, self.width(), self._line), start, name)
        middle, bar = top + self._line * 1.4, self._line / 2
        left, right = self._place(level - half), self._place(min(level + half, 1.0))
        band = theme.colour("accent")
        band.setAlphaF(0.25)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band)
        painter.drawRoundedRect(QRectF(left, middle - bar / 2, right - left, bar), bar / 2, bar / 2)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QPointF(self._place(level), middle), bar / 3, bar / 3)

    def _update(self) -> None:
        self.updateGeometry()
        self.update()
