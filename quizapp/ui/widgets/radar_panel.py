"""A radar with its legend, to be shown anew."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.radar import Radar
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.legend import RadarLegend
from quizapp.ui.widgets.radar_view import RadarView

_HEIGHT = 420
_FLATNESS = 0.8
"""The greatest height beside the width: a narrow place would leave it empty above and below."""


class RadarPanel(QWidget):
    """Pages show a table beside it: the radar says nothing that the table doesn't."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._view = RadarView(appearance)
        self._legend: RadarLegend | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(self._view)
        appearance.theme_changed.connect(self._update)
        self._update()

    def show_radar(self, radar: Radar, name: str) -> None:
        self._view.set_radar(radar, name)
        if self._legend:
            self._legend.hide()
            self._legend.deleteLater()
        self._legend = RadarLegend(self._appearance, radar)
        self._column.addWidget(self._legend)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update()

    def _update(self) -> None:
        least = self._view.minimumSizeHint().height()
        self._view.setFixedHeight(
            max(least, min(self._appearance.theme.scaled(_HEIGHT), round(self.width() * _FLATNESS)))
        )
