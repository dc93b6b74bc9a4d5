"""Widgets beside one another, on several lines where the place is narrow."""

from collections.abc import Iterable, Sequence
from itertools import islice

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.basics import build_row


class FlowRow(QWidget):
    """``gap`` in pixels between two widgets; ``centred`` puts each line in the middle, else it begins at the left."""

    def __init__(
        self,
        widgets: Iterable[QWidget],
        appearance: Appearance,
        *,
        gap: int = 8,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._widgets = tuple(widgets)
        self._gap = gap
        self._centred = centred
        self._shape: tuple[int, ...] = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        # A line as it is now must not keep the row from getting narrower.
        self._lines.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._arrange()
        appearance.theme_changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        widest = max((widget.minimumSizeHint().width() for widget in self._widgets), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        shape = line_lengths([widget.sizeHint().width() for widget in self._widgets], self.width(), self._gap)
        if shape == self._shape:
            return
        self._shape = shape
        while (item := self._lines.takeAt(0)) is not None:
            if line := item.layout():
                _dissolve(line)
        waiting = iter(self._widgets)
        left = (None,) if self._centred else ()
        for count in shape:
            self._lines.addLayout(build_row(*left, *islice(waiting, count), None, spacing=self._gap))
        self.updateGeometry()


def line_lengths(widths: Sequence[int], room: int, gap: int) -> tuple[int, ...]:
    """How many things of some widths go on each line of a room, one at least."""
    lines: list[int] = []
    left = 0
    for width in widths:
        if lines and left >= width + gap:
            lines[-1] += 1
            left -= width + gap
        else:
            lines.append(1)
            left = room - width
    return tuple(lines)


def _dissolve(line: QLayout) -> None:
    """Let a line's widgets go, which stay where they are until the next line takes them."""
    while line.takeAt(0) is not None:
        pass
    line.deleteLater()
