"""The numbers behind the radar, as tables."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from quizapp.core.readiness import percent
from quizapp.core.score import ScoreReport, Tally
from quizapp.ui.formatting import format_interval
from quizapp.ui.theme.theme import Appearance

translate = QCoreApplication.translate


class FactTable(QTableWidget):
    """A table that is read, not edited, and is as high as its rows."""

    def __init__(
        self,
        header: Sequence[str],
        rows: Iterable[Sequence[str]],
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        lines = list(rows)
        super().__init__(len(lines), len(header), parent)
        self._appearance = appearance
        self.setHorizontalHeaderLabels(list(header))
        for r, line in enumerate(lines):
            for c, text in enumerate(line):
                self.setItem(r, c, self._build_cell(text, is_number=c > 0))
        self._set_up()
        appearance.theme_changed.connect(self._place)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _set_up(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        for c in range(self.columnCount()):
            if item := self.horizontalHeaderItem(c):
                side = Qt.AlignmentFlag.AlignLeft if c == 0 else Qt.AlignmentFlag.AlignRight
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def _build_cell(self, text: str, *, is_number: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _place(self) -> None:
        """Numbers have the room that they need and names the rest, on several lines where one is too short.

        Where too little is left for names, the table scrolls sideways.
        """
        head, theme = self.horizontalHeader(), self._appearance.theme
        numbers = sum(head.sectionSize(column) for column in range(1, self.columnCount()))
        names = max(self.viewport().width() - numbers, theme.scaled(180))
        self.setColumnWidth(0, names)
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(self.sizeHintForRow(row) + 4, theme.scaled(20) + 20))
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        is_wide = names + numbers > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if is_wide else 0
        self.setFixedHeight(head.sizeHint().height() + rows + bar + 4)


class ScoreTable(FactTable):
    """A row a competency, and one for all."""

    def __init__(self, report: ScoreReport, appearance: Appearance) -> None:
        header = (
            translate("ScoreTable", "Competency"),
            translate("ScoreTable", "Share right"),
            translate("ScoreTable", "Right"),
            translate("ScoreTable", "90 % interval"),
            translate("ScoreTable", "Points"),
        )
        rows = [(score.title, *tally_cells(score.tally)) for score in report.competencies]
        total = report.total
        rows.append((translate("ScoreTable", "All questions"), *tally_cells(total)[:2], "", points_cell(total)))
        super().__init__(header, rows, appearance)
        self.setAccessibleName(translate("ScoreTable", "Results by competency"))


class TopicTable(FactTable):
    """A row a topic; single topics have too few questions for more than counts."""

    def __init__(self, report: ScoreReport, appearance: Appearance) -> None:
        header = (
            translate("TopicTable", "Topic"),
            translate("TopicTable", "Competency"),
            translate("TopicTable", "Right"),
        )
        rows = [
            (topic.title, score.short_title, count_cell(topic.tally))
            for score in report.competencies
            for topic in score.topics
        ]
        super().__init__(header, rows, appearance)
        self.setAccessibleName(translate("TopicTable", "Results by topic"))


def tally_cells(tally: Tally) -> tuple[str, str, str, str]:
    """Share, count, interval and points in words."""
    share = percent(tally.share) if tally.share is not None and tally.is_enough else "–"
    interval = format_interval(tally.interval) if tally.interval else translate("ScoreTable", "too few answers")
    return share, count_cell(tally), interval, points_cell(tally)


def count_cell(tally: Tally) -> str:
    if not tally.scored:
        return translate("ScoreTable", "not reached")
    return translate("ScoreTable", "{right} of {scored}").format(right=tally.right, scored=tally.scored)


def points_cell(tally: Tally) -> str:
    points = f"{tally.points:.2f}".rstrip("0").rstrip(".")
    return translate("ScoreTable", "{points} of {scored}").format(points=points, scored=tally.scored)
