"""Who is ready in what, as a short list: sign, words, and the competencies."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from quizapp.core.measure import Label
from quizapp.core.score import ScoreReport
from quizapp.ui.report_wording import verdict_entries
from quizapp.ui.theme.icons import icon_pixmap
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.basics import build_label

_SIGNS = {
    Label.READY: ("circle-check", "right"),
    Label.NOT_YET: ("circle-minus", "text"),
    Label.UNDECIDED: ("circle-dashed", "muted"),
    None: ("circle-help", "muted"),
}


class Verdicts(QWidget):
    """A line for each label that was given."""

    def __init__(self, report: ScoreReport, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._signs: list[tuple[QLabel, Label | None]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for row, (label, words, names) in enumerate(verdict_entries(report)):
            sign = QLabel()
            self._signs.append((sign, label))
            title = build_label(words, "strong", wrap=False)
            title.setContentsMargins(0, 0, 8, 0)
            for column, widget in enumerate((sign, title, build_label(names))):
                alignment = Qt.AlignmentFlag.AlignTop if column < 2 else Qt.AlignmentFlag(0)
                grid.addWidget(widget, row, column, alignment)
        appearance.theme_changed.connect(self._update)
        self._update()

    def _update(self) -> None:
        theme = self._appearance.theme
        for sign, label in self._signs:
            name, ink = _SIGNS[label]
            sign.setPixmap(icon_pixmap(name, theme.colour(ink), theme.scaled(18)))
