"""What the cells of the map of topics mean."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from quizapp.core.score import Tally
from quizapp.ui.theme.heat import STEPS
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.topic_wording import ENOUGH, step_text
from quizapp.ui.widgets.basics import build_label, build_row
from quizapp.ui.widgets.flow_row import FlowRow
from quizapp.ui.widgets.topic_cell import paint_ground

translate = QCoreApplication.translate


class TopicLegend(FlowRow):
    """A sample and its meaning for each step, for few answers, and for none."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        samples = [(_tally(number, STEPS), step_text(number, STEPS)) for number in range(STEPS)]
        few = translate("TopicMap", "few: under {count} answers").format(count=ENOUGH)
        entries = [*samples, (_tally(0, 1, scored=1), few), (None, translate("TopicMap", "– not asked"))]
        super().__init__(
            [_entry(tally, text, appearance) for tally, text in entries], appearance, gap=16, parent=parent
        )


def _tally(number: int, steps: int, *, scored: int = 100) -> Tally:
    """Counts that lie in the middle of a step."""
    return Tally(scored, scored, (2 * number + 1) * scored // (2 * steps), 0.0)


def _entry(tally: Tally | None, text: str, appearance: Appearance) -> QWidget:
    entry = QWidget()
    row = build_row(_Sample(tally, appearance), build_label(text, Type.CAPTION, wrap=False))
    entry.setLayout(row)
    return entry


class _Sample(QWidget):
    def __init__(self, tally: Tally | None, appearance: Appearance) -> None:
        super().__init__()
        self._tally = tally
        self._appearance = appearance
        self.setFixedSize(QSize(24, 16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_ground(QPainter(self), QRectF(self.rect()), self._tally, self._appearance.theme)
