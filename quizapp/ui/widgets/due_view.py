"""How many questions come due on each of the coming days, as bars."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.core.practice import DueDay
from quizapp.core.practice.due_shapes import DueBar, DueStyle, due_shapes
from quizapp.ui.practice_wording import day_text, forecast_text
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.shape_paint import paint_shapes, text_measure

translate = QCoreApplication.translate


class DueView(QWidget):
    """The numbers stand above the bars, and in the accessible description."""

    def __init__(self, forecast: Sequence[DueDay], appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = tuple(DueBar(day.count, day_text(day)) for day in forecast)
        self._appearance = appearance
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Practice", "The coming days"))
        self.setAccessibleDescription(forecast_text(tuple(forecast)))
        appearance.theme_changed.connect(self.updateGeometry)
        appearance.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        theme = self._appearance.theme
        return QSize(theme.scaled(560), theme.scaled(160))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        style = DueStyle(text_measure(theme), theme.pixels(Type.CAPTION), padding=8)
        shapes = due_shapes(self._bars, (float(self.width()), float(self.height())), style)
        paint_shapes(QPainter(self), shapes, theme)
