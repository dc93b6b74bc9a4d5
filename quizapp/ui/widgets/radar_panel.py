"""A radar with its legend and the numbers of the axis that is looked at, to be shown anew."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.radar import Radar
from quizapp.core.score import ScoreReport
from quizapp.ui.radar_wording import verdict_texts
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.basics import Button, build_row
from quizapp.ui.widgets.legend import RadarLegend
from quizapp.ui.widgets.radar_menu import RadarMenu
from quizapp.ui.widgets.radar_view import RadarView
from quizapp.ui.widgets.steady_label import SteadyLabel

translate = QCoreApplication.translate

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
        self._numbers = SteadyLabel(appearance)
        self._numbers.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._menu = RadarMenu(self)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._on_menu_requested)
        self._view.axis_changed.connect(self._on_axis_changed)
        self._menu.done.connect(self._numbers.setText)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(self._view)
        self._column.addLayout(build_row(self._numbers, self._build_button()))
        appearance.theme_changed.connect(self._update)
        self._update()

    def show_radar(self, radar: Radar, name: str, report: ScoreReport | None = None) -> None:
        """``report`` is where the radar is from: its verdicts are told with the numbers of the axes."""
        self._menu.set_radar(radar)
        self._view.set_radar(radar, name, verdict_texts(report))
        self._numbers.set_choices((help_text(), *map(self._view.text_of, range(len(radar.axes)))))
        if self._legend:
            self._legend.hide()
            self._legend.deleteLater()
        self._legend = RadarLegend(self._appearance, radar)
        self._column.addWidget(self._legend)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update()

    def _build_button(self) -> Button:
        button = Button(translate("RadarPanel", "Picture"), self._appearance, kind="quiet", icon="image")
        button.setToolTip(translate("RadarPanel", "Copy or save the chart as a picture"))
        button.setMenu(self._menu)
        return button

    def _on_axis_changed(self, number: int) -> None:
        self._numbers.setText(self._view.text_of(number) if number >= 0 else help_text())

    def _on_menu_requested(self, at: QPoint) -> None:
        self._menu.popup(self._view.mapToGlobal(at))

    def _update(self) -> None:
        least = self._view.minimumSizeHint().height()
        self._view.setFixedHeight(
            max(least, min(self._appearance.theme.scaled(_HEIGHT), round(self.width() * _FLATNESS)))
        )


def help_text() -> str:
    """What stands in place of the numbers where no axis is looked at."""
    return translate("RadarPanel", "Point at an axis, or go through them with the arrow keys, to read its numbers.")
