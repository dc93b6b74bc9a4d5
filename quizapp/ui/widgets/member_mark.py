"""The line and the mark of a team's member, in charts and in their legend."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.core.team_marks import BARS, CORNERS, DASHES, MARKS, ROUND, Mark
from quizapp.ui.theme.members import member_inks
from quizapp.ui.theme.theme import Appearance, Theme, Type
from quizapp.ui.widgets.basics import build_label

_SIZE = 5.0
"""Half the height of a mark, in pixels at the usual text size."""


def member_pen(number: int, theme: Theme) -> QPen:
    """The pen of a member's line; ``number`` counts from 0 to one below ``LINES``."""
    pen = QPen(_ink(number, theme), theme.scaled(20) / 10)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if DASHES[number]:
        pen.setDashPattern(DASHES[number])
    return pen


def paint_mark(painter: QPainter, number: int, centre: QPointF, theme: Theme) -> None:
    """A member's mark round a point."""
    mark, size, ink = MARKS[number], theme.scaled(_SIZE * 10) / 10, _ink(number, theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, size * 0.45))
    painter.setBrush(theme.colour("surface") if mark is Mark.RING else ink)
    painter.drawPath(_path(mark, centre, size))


def _path(mark: Mark, centre: QPointF, size: float) -> QPainterPath:
    path = QPainterPath()
    if mark in CORNERS:
        path.addPolygon(QPolygonF([centre + QPointF(x, y) * size for x, y in CORNERS[mark]]))
        path.closeSubpath()
    elif mark in BARS:
        for (x, y), (to_x, to_y) in BARS[mark]:
            path.moveTo(centre + QPointF(x, y) * size)
            path.lineTo(centre + QPointF(to_x, to_y) * size)
    else:
        path.addEllipse(
            QRectF(centre.x() - size * ROUND, centre.y() - size * ROUND, size * ROUND * 2, size * ROUND * 2)
        )
    return path


class MemberEntry(QWidget):
    """A member in the legend: a sample of line and mark, and the name."""

    def __init__(self, number: int, name: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(_Sample(number, appearance))
        row.addWidget(build_label(name, Type.CAPTION, wrap=False))


class _Sample(QWidget):
    def __init__(self, number: int, appearance: Appearance) -> None:
        super().__init__()
        self._number = number
        self._appearance = appearance
        appearance.theme_changed.connect(self._update_size)
        self._update_size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() / 2
        painter.setPen(member_pen(self._number, self._appearance.theme))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        paint_mark(painter, self._number, QPointF(self.width() / 2, middle), self._appearance.theme)

    def _update_size(self) -> None:
        scaled = self._appearance.theme.scaled
        self.setFixedSize(QSize(scaled(44), scaled(18)))


def _ink(number: int, theme: Theme) -> QColor:
    return QColor(member_inks(is_dark=theme.colours.is_dark)[number])
