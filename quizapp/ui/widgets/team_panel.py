"""A team's radar with its legend and the numbers of the axis that is looked at."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.radar import Radar
from quizapp.core.shapes import Paint
from quizapp.core.team import Member, build_spreads
from quizapp.core.team_shapes import has_lines
from quizapp.ui.team_wording import axis_line
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.flow_row import FlowRow
from quizapp.ui.widgets.legend import ChartLegend
from quizapp.ui.widgets.member_mark import MemberEntry
from quizapp.ui.widgets.steady_label import SteadyLabel
from quizapp.ui.widgets.team_radar import TeamRadar

translate = QCoreApplication.translate

_HEIGHT = 440
_FLATNESS = 0.8
"""The greatest height beside the width: a narrow place would leave it empty above and below."""


class TeamPanel(QWidget):
    """Pages show tables beside it: the radar says nothing that they don't."""

    def __init__(
        self,
        radar: Radar,
        members: Sequence[Member],
        names: Sequence[str],
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._texts = _axis_lines(members, names)
        self.view = TeamRadar(radar, members, self._texts, appearance)
        self.view.setAccessibleName(translate("TeamPanel", "Radar chart of the team"))
        self.view.axis_changed.connect(self._on_axis_changed)
        self._numbers = SteadyLabel(appearance)
        self._numbers.set_choices((_help(), *self._texts))
        self._numbers.setText(_help())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self.view, _build_legend(members, names, appearance), self._numbers):
            column.addWidget(part)
        appearance.theme_changed.connect(self._update)
        self._update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update()

    def _on_axis_changed(self, number: int) -> None:
        self._numbers.setText(self._texts[number] if number >= 0 else _help())

    def _update(self) -> None:
        least = self.view.minimumSizeHint().height()
        self.view.setFixedHeight(
            max(least, min(self._appearance.theme.scaled(_HEIGHT), round(self.width() * _FLATNESS)))
        )


def _axis_lines(members: Sequence[Member], names: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        axis_line(spread, names, [member.levels[number] for member in members])
        for number, spread in enumerate(build_spreads(members))
    )


def _build_legend(members: Sequence[Member], names: Sequence[str], appearance: Appearance) -> QWidget:
    # A target that not all members share is not drawn: then its line would not go all round.
    is_shared = all(spread.target is not None for spread in build_spreads(members))
    target = [(Paint.TARGET, translate("TeamPanel", "Target"))] if is_shared else []
    if has_lines(members):
        entries = [MemberEntry(number, name, appearance) for number, name in enumerate(names)]
        rest = [ChartLegend(appearance, target)] if target else []
        return FlowRow([*entries, *rest], appearance, gap=24, centred=True)
    median = (Paint.VALUE, translate("TeamPanel", "Median of the members"))
    band = (Paint.BAND, translate("TeamPanel", "Middle half of them"))
    return ChartLegend(appearance, [median, band, *target])


def _help() -> str:
    return translate("TeamPanel", "Point at an axis, or go through them with the arrow keys, to read its numbers.")
