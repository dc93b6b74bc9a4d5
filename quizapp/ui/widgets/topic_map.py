"""The map of topics: a row a competency, a cell a topic, the darker the more was right. A table says the same."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from quizapp.core.framework import Framework
from quizapp.core.score import CompetencyScore, ScoreReport, Tally
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.topic_wording import numbers_text
from quizapp.ui.widgets.basics import build_label
from quizapp.ui.widgets.steady_label import SteadyLabel
from quizapp.ui.widgets.topic_cell import TopicCell
from quizapp.ui.widgets.topic_legend import TopicLegend

translate = QCoreApplication.translate

_GAP = 8
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class TopicMap(QWidget):
    """Tab reaches one cell, arrows, Home and End go on from there.

    With a ``framework`` the topics that were not asked about are there as well.
    """

    def __init__(
        self,
        report: ScoreReport,
        appearance: Appearance,
        framework: Framework | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = [_Row(score, _topics(score, framework), appearance) for score in report.competencies]
        self._current = 0
        self.setAccessibleName(translate("TopicMap", "Map of topics"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for row in self._rows:
            column.addWidget(row)
        column.addWidget(TopicLegend(appearance))
        for cell in self.cells:
            cell.looked_at.connect(self._on_looked_at)
        if self.cells:
            self.cells[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def cells(self) -> list[TopicCell]:
        """All cells, row by row."""
        return [cell for row in self._rows for cell in row.field.cells]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.cells) - 1
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if event.key() in ends:
            self._go_to(ends[Qt.Key(event.key())])
        elif event.key() in _STEPS:
            across, down = _STEPS[Qt.Key(event.key())]
            self._go_to(self._above_or_below(down) if down else max(0, min(last, self._current + across)))
        else:
            event.ignore()

    def _above_or_below(self, down: int) -> int:
        """The cell of the next line that is nearest, or the same one where there is no line."""
        at = [cell.mapTo(self, cell.rect().center()) for cell in self.cells]
        here = at[self._current]
        # Cells of a line are of the same height, so that their middles are level.
        beyond = [(abs(p.y() - here.y()), abs(p.x() - here.x()), n) for n, p in enumerate(at)]
        return min((place for place in beyond if (at[place[2]].y() - here.y()) * down > 0), default=(0, 0, -1))[2]

    def _go_to(self, number: int) -> None:
        if number >= 0:
            self.cells[number].setFocus(Qt.FocusReason.OtherFocusReason)
            _bring_into_view(self.cells[number])

    def _on_looked_at(self) -> None:
        """Tab comes back to the cell where the keyboard was last."""
        cell = self.sender()
        if isinstance(cell, TopicCell) and cell.hasFocus():
            self.cells[self._current].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._current = self.cells.index(cell)


class _Row(QWidget):
    """A competency: its name, its cells, and beneath them the numbers of the one that is looked at."""

    def __init__(
        self, score: CompetencyScore, topics: tuple[tuple[str, Tally | None], ...], appearance: Appearance
    ) -> None:
        super().__init__()
        self._whole = numbers_text(translate("TopicMap", "All topics"), score.tally)
        self._numbers = SteadyLabel(appearance)
        self.field = TopicField(topics, appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(build_label(score.title, "strong"))
        column.addWidget(self.field)
        column.addWidget(self._numbers)
        self._numbers.set_choices((self._whole, *(cell.numbers for cell in self.field.cells)))
        self._numbers.setText(self._whole)
        for cell in self.field.cells:
            cell.looked_at.connect(self._on_looked_at)
            cell.left.connect(self._on_left)

    def _on_looked_at(self) -> None:
        cell = self.sender()
        assert isinstance(cell, TopicCell)
        self._numbers.setText(cell.numbers)

    def _on_left(self) -> None:
        focused = next((cell.numbers for cell in self.field.cells if cell.hasFocus()), self._whole)
        self._numbers.setText(focused)


class TopicField(QWidget):
    """Cells of one size, as many on a line as there is room for."""

    def __init__(self, topics: tuple[tuple[str, Tally | None], ...], appearance: Appearance) -> None:
        super().__init__()
        self.cells = [TopicCell(title, tally, appearance, self) for title, tally in topics]
        appearance.theme_changed.connect(self._place)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        least = max((cell.least_width() for cell in self.cells), default=1)
        columns = max(1, (self.width() + _GAP) // (least + _GAP))
        width = (self.width() + _GAP) // columns - _GAP
        height = max((cell.height_for(width) for cell in self.cells), default=0)
        for number, cell in enumerate(self.cells):
            row, column = divmod(number, columns)
            cell.setGeometry(column * (width + _GAP), row * (height + _GAP), width, height)
        self.setFixedHeight(max(0, -(-len(self.cells) // columns) * (height + _GAP) - _GAP))


def _topics(score: CompetencyScore, framework: Framework | None) -> tuple[tuple[str, Tally | None], ...]:
    """Title and tally of each topic, with those that were not asked about where the framework tells of them."""
    if framework is None:
        return tuple((topic.title, topic.tally) for topic in score.topics)
    tallies = {topic.slug: topic.tally for topic in score.topics}
    competency = next(one for one in framework.competencies if one.slug == score.slug)
    return tuple((topic.title, tallies.get(topic.slug)) for topic in competency.topics)


def _bring_into_view(cell: QWidget) -> None:
    """Scroll the page as far as a cell and the numbers beneath it need."""
    parent = cell.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(cell, 0, 48)
        parent = parent.parentWidget()
