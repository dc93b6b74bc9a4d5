"""A competency over time with its name above and, beneath, the numbers of the attempt that is looked at."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.core.trend import Trend
from quizapp.core.trend_shapes import Span
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.trend_wording import point_text
from quizapp.ui.widgets.basics import Card, build_label
from quizapp.ui.widgets.trend_view import TrendView

translate = QCoreApplication.translate


class TrendCard(Card):
    """Where nothing is looked at, the newest attempt is told."""

    opened = Signal(str)

    def __init__(self, trend: Trend, span: Span, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16)
        self._trend = trend
        self.view = TrendView(trend, span, appearance)
        self._numbers = build_label(type_=Type.CAPTION)
        self._numbers.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(build_label(trend.title, "strong"))
        self.body.addWidget(self.view)
        self.body.addWidget(self._numbers)
        self.view.point_changed.connect(self._on_point_changed)
        self.view.opened.connect(self.opened)
        self._on_point_changed(-1)

    def _on_point_changed(self, number: int) -> None:
        self._numbers.setText(point_text(self._trend.points[number]))
