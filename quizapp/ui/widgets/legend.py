"""What the lines and areas of a chart mean; shows what the chart has, told apart by line and shape."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.core.radar import Radar
from quizapp.core.shapes import Paint
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import build_label
from quizapp.ui.widgets.flow_row import FlowRow

translate = QCoreApplication.translate

_GAP = 24
"""Pixels between two entries."""


class ChartLegend(FlowRow):
    """The entries beside one another, in the middle; on several lines where the place is narrow."""

    def __init__(
        self, appearance: Appearance, entries: Sequence[tuple[Paint, str]], parent: QWidget | None = None
    ) -> None:
        widgets = [_Entry(appearance, paint, text) for paint, text in entries]
        super().__init__(widgets, appearance, gap=_GAP, centred=True, parent=parent)


class RadarLegend(ChartLegend):
    def __init__(self, appearance: Appearance, radar: Radar, parent: QWidget | None = None) -> None:
        super().__init__(appearance, legend_entries(radar), parent)


class _Entry(QWidget):
    def __init__(self, appearance: Appearance, paint: Paint, text: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(_Swatch(appearance, paint))
        row.addWidget(build_label(text, Type.CAPTION, wrap=False))


def legend_entries(radar: Radar) -> tuple[tuple[Paint, str], ...]:
    """The paints that a radar uses, with their meaning."""
    axes = radar.axes
    entries = (
        (Paint.VALUE, translate("Legend", "Expected level"), any(a.value is not None and not a.weak for a in axes)),
        (Paint.BAND, translate("Legend", "90 % interval"), any(axis.interval for axis in axes)),
        (Paint.TARGET, translate("Legend", "Target"), any(axis.target for axis in axes)),
        (Paint.EARLIER, translate("Legend", "Earlier"), any(axis.earlier is not None for axis in axes)),
        (Paint.VALUE_WEAK, translate("Legend", "Too few answers"), any(axis.weak for axis in axes)),
    )
    return tuple((paint, text) for paint, text, used in entries if used)


class _Swatch(QWidget):
    """A small sample of a paint."""

    def __init__(self, appearance: Appearance, paint: Paint) -> None:
        super().__init__()
        self._appearance = appearance
        self._paint = paint
        self.setFixedSize(QSize(24, 16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        accent, middle = theme.colour("accent"), self.height() / 2
        if self._paint is Paint.BAND:
            accent.setAlphaF(0.25)
            painter.fillRect(QRectF(0, 3, 24, 10), accent)
            return
        if self._paint is Paint.VALUE_WEAK:
            painter.setPen(QPen(theme.colour("outline"), 2))
            painter.drawEllipse(QPointF(12, middle), 4, 4)
            return
        ink = {Paint.VALUE: accent, Paint.TARGET: theme.colour("text")}.get(self._paint, theme.colour("muted"))
        solid = self._paint is Paint.VALUE
        style = Qt.PenStyle.SolidLine if solid else Qt.PenStyle.DashLine
        painter.setPen(QPen(ink, 2.5 if solid else 1.5, style))
        painter.drawLine(QPointF(0, middle), QPointF(24, middle))
        if self._paint in (Paint.VALUE, Paint.EARLIER):
            painter.setPen(QPen(ink, 1))
            painter.setBrush(ink)
            painter.drawEllipse(QPointF(12, middle), 3, 3)
