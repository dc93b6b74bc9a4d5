"""Progress: every competency over time, side by side on the same axes, and the same as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.measure import MINIMUM_ANSWERS
from quizapp.core.shapes import Paint
from quizapp.core.trend import Trend, time_span
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.trend_wording import table_rows
from quizapp.ui.widgets.basics import Button, Card, Column, build_label, build_row, clear_layout
from quizapp.ui.widgets.fact_table import FactTable
from quizapp.ui.widgets.legend import ChartLegend
from quizapp.ui.widgets.standing_card import SmallChoice
from quizapp.ui.widgets.tiles import Tiles
from quizapp.ui.widgets.trend_card import TrendCard

translate = QCoreApplication.translate


class ProgressPanel(QWidget):
    """``role_chosen`` carries the id of a framework."""

    start_requested = Signal()
    role_chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._ids: tuple[str, ...] = ()
        self._column = Column(appearance, 1040, padding=8)
        self.choice = SmallChoice(appearance, ["–"])
        self.choice.setAccessibleName(translate("Progress", "Role to show"))
        self.choice.activated.connect(self._on_activated)
        self._status = build_label(type_="muted")
        self._content = QVBoxLayout()
        self._content.setSpacing(16)
        body = self._column.body
        body.addLayout(build_row(self.choice, None))
        body.addWidget(self._status)
        body.addLayout(self._content)
        body.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)

    def show_roles(self, roles: Sequence[tuple[str, str]], chosen: str) -> None:
        """The frameworks with finished assessments, as (id, title), and the one that is shown."""
        self._ids = tuple(id_ for id_, _ in roles)
        self.choice.ensurePolished()
        self.choice.clear()
        self.choice.addItems([title for _, title in roles])
        self.choice.setCurrentIndex(self._ids.index(chosen))
        self.choice.setVisible(len(roles) > 1)

    def show_reading(self, read: int, total: int) -> None:
        """How far it is; what was shown before stays until the new is there."""
        text = translate("Progress", "Reading attempt {read} of {total} …")
        self._status.setText(text.format(read=read, total=total))
        self._status.show()

    def show_none(self) -> None:
        """There is nothing to draw yet."""
        self.choice.hide()
        text = translate(
            "Progress",
            "No assessment is finished yet. Finish one, and it stands here as a dot for each competency; with every "
            "further one you see where you are going.",
        )
        clear_layout(self._content)
        self._status.setText(text)
        self._status.show()
        start = Button(translate("Progress", "Start an assessment"), self._appearance, kind="primary", icon="play")
        start.clicked.connect(self.start_requested)
        self._content.addLayout(build_row(start, None))

    def show_trends(self, trends: Sequence[Trend], *, wanted: int, total: int, unreadable: int) -> None:
        """The trends of ``wanted`` attempts, the newest of ``total``, of which some can't be read."""
        self._status.setText(reading_status(wanted, total, unreadable))
        self._status.setVisible(bool(self._status.text()))
        clear_layout(self._content)
        if not trends:
            self._content.addWidget(build_label(translate("Progress", "None of these attempts has a scored answer.")))
            return
        self._content.addWidget(build_label(translate("Progress", "Each dot is one assessment by itself."), "muted"))
        self._content.addWidget(self._build_tiles(trends))
        self._content.addWidget(ChartLegend(self._appearance, legend_entries(trends)))
        self._content.addWidget(build_label(help_text(), "muted"))
        self._content.addWidget(self._build_table(trends))

    def _build_tiles(self, trends: Sequence[Trend]) -> Tiles:
        tiles, span = Tiles(self._appearance, 380, 2, spacing=16), time_span(trends)
        for trend in trends:
            card = TrendCard(trend, span, self._appearance)
            card.opened.connect(self.opened)
            tiles.add(card)
        return tiles

    def _build_table(self, trends: Sequence[Trend]) -> Card:
        card = Card()
        card.body.addWidget(build_label(translate("Progress", "The same as a table"), Type.TITLE))
        header = (translate("Progress", "Attempt"), *(trend.short_title for trend in trends))
        table = FactTable(header, table_rows(trends), self._appearance)
        table.setAccessibleName(translate("Progress", "Levels by attempt and competency"))
        card.body.addWidget(table)
        return card

    def _on_activated(self, row: int) -> None:
        self.role_chosen.emit(self._ids[row])


def reading_status(wanted: int, total: int, unreadable: int) -> str:
    """What is not shown, if anything."""
    parts = []
    if wanted < total:
        text = translate("Progress", "The newest {wanted} of {total} assessments are drawn.")
        parts.append(text.format(wanted=f"{wanted:,}", total=f"{total:,}"))
    if unreadable:
        text = translate("Progress", "Left out, since they are damaged: {count}.")
        parts.append(text.format(count=unreadable))
    return " ".join(parts)


def help_text() -> str:
    """What is drawn, and what it can't tell."""
    return translate(
        "Progress",
        "A dot is the level expected from one assessment’s answers to questions that were new to you. Under {count} "
        "such answers it is hollow: only the share right, with no interval. Practice is left out. No line joins the "
        "dots, since nothing was measured in between. Whether two of them really differ is told by “Compare two”; "
        "what all recent ones say together stands on Home.",
    ).format(count=MINIMUM_ANSWERS)


def legend_entries(trends: Sequence[Trend]) -> tuple[tuple[Paint, str], ...]:
    """What the trends use."""
    points = [point for trend in trends for point in trend.points]
    entries = (
        (Paint.BAND, translate("Progress", "90 % interval"), any(point.interval for point in points)),
        (Paint.TARGET, translate("Progress", "Target"), True),
        (Paint.VALUE_WEAK, translate("Progress", "Too few new answers"), any(point.weak for point in points)),
    )
    return tuple((paint, text) for paint, text, used in entries if used)
