"""Team: several results over one another, the median and spread of each competency, and every member's levels."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.team import Member, build_spreads
from quizapp.core.team_shapes import team_radar
from quizapp.ui.formatting import format_day
from quizapp.ui.team_wording import level_text, member_names, reading_help, spread_cells
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, Card, Column, build_label, clear_layout
from quizapp.ui.widgets.fact_table import FactTable
from quizapp.ui.widgets.flow_row import FlowRow
from quizapp.ui.widgets.team_panel import TeamPanel

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TeamState:
    """The members; why some files stay out, a line each; and what is being read, ``""`` for nothing."""

    members: tuple[Member, ...] = ()
    refusals: tuple[str, ...] = ()
    reading: str = ""


class TeamPage(QWidget):
    """``remove_requested`` carries the number of a member, counted from 0."""

    add_requested = Signal()
    remove_requested = Signal(int)
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._appearance = appearance
        self._column = Column(appearance, 1040)
        self._state = TeamState()
        self._hidden = False
        self._reading = build_label()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)

    def show_state(self, state: TeamState) -> None:
        self._state = state
        members = state.members
        names = member_names(members, hidden=self._hidden)
        body = self._column.body
        clear_layout(body)
        body.addWidget(build_label(translate("TeamPage", "Team"), Type.HEADLINE))
        body.addWidget(build_label(_facts(members), "muted"))
        body.addWidget(self._build_buttons(members))
        self._reading = build_label(state.reading)
        body.addWidget(self._reading)
        self._reading.setVisible(bool(state.reading))
        if state.refusals:
            body.addWidget(_build_refusals(state.refusals))
        if members:
            body.addWidget(self._build_competencies(members, names))
            body.addWidget(self._build_members(members, names))
        elif not state.reading:
            body.addWidget(_build_introduction())
        body.addStretch(1)

    def show_reading(self, text: str) -> None:
        """What is being read right now; the rest of the page stays as it is."""
        self._reading.setText(text)

    def _build_buttons(self, members: Sequence[Member]) -> FlowRow:
        add = Button(translate("TeamPage", "Add result files…"), self._appearance, kind="primary", icon="folder-plus")
        add.clicked.connect(self.add_requested)
        names = translate("TeamPage", "Show names") if self._hidden else translate("TeamPage", "Hide names")
        self.hide_names = Button(names, self._appearance)
        self.hide_names.setToolTip(translate("TeamPage", "Numbers in place of names, for showing the page to others"))
        self.hide_names.setEnabled(bool(members))
        self.hide_names.clicked.connect(self._on_hide_clicked)
        done = Button(translate("TeamPage", "Done"), self._appearance)
        done.clicked.connect(self.left)
        return FlowRow((add, self.hide_names, done), self._appearance)

    def _build_competencies(self, members: Sequence[Member], names: Sequence[str]) -> Card:
        card = Card()
        card.body.setSpacing(16)
        if radar := team_radar(members):
            card.body.addWidget(TeamPanel(radar, members, names, self._appearance))
        header = (
            translate("TeamPage", "Competency"),
            translate("TeamPage", "Median"),
            translate("TeamPage", "Spread"),
            translate("TeamPage", "Measured"),
            translate("TeamPage", "Target"),
        )
        rows = [(spread.title, *spread_cells(spread)) for spread in build_spreads(members)]
        table = FactTable(header, rows, self._appearance, wrapping=(2,))
        table.setAccessibleName(translate("TeamPage", "Median and spread by competency"))
        card.body.addWidget(table)
        card.body.addWidget(build_label(reading_help(), "muted"))
        return card

    def _build_members(self, members: Sequence[Member], names: Sequence[str]) -> Card:
        card = Card()
        card.body.setSpacing(16)
        card.body.addWidget(build_label(translate("TeamPage", "Members"), Type.TITLE))
        titles = [competency.short_title for competency in members[0].framework.competencies]
        header = (translate("TeamPage", "Member"), translate("TeamPage", "Taken"), *titles)
        rows = [
            (name, format_day(member.taken), *map(level_text, member.levels))
            for name, member in zip(names, members, strict=True)
        ]
        table = FactTable(header, rows, self._appearance, wrapping=range(1, len(header)))
        table.setAccessibleName(translate("TeamPage", "Levels by member"))
        card.body.addWidget(table)
        card.body.addWidget(self._build_removers(names))
        return card

    def _build_removers(self, names: Sequence[str]) -> FlowRow:
        buttons = []
        for number, name in enumerate(names):
            text = translate("TeamPage", "Remove {name}").format(name=name).replace("&", "&&")
            button = Button(text, self._appearance, kind="quiet", icon="x")
            button.setProperty("number", number)
            button.clicked.connect(self._on_remove_clicked)
            buttons.append(button)
        return FlowRow(buttons, self._appearance)

    def _on_hide_clicked(self) -> None:
        self._hidden = not self._hidden
        self.show_state(self._state)
        self.hide_names.setFocus()

    def _on_remove_clicked(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.remove_requested.emit(int(sender.property("number")))


def _facts(members: Sequence[Member]) -> str:
    private = translate("TeamPage", "The files are only read: nothing is stored, and nothing leaves this computer.")
    if not members:
        return private
    one = translate("TeamPage", "{role} · 1 member. ")
    many = translate("TeamPage", "{role} · {count} members. ")
    text = one if len(members) == 1 else many
    return text.format(role=members[0].framework.title, count=len(members)) + private


def _build_refusals(texts: Sequence[str]) -> Card:
    card = Card(tone="wrong", padding=16)
    title = (
        translate("TeamPage", "1 file was left out")
        if len(texts) == 1
        else translate("TeamPage", "{count} files were left out").format(count=len(texts))
    )
    card.body.addWidget(build_label(title, Type.TITLE))
    for text in texts:
        card.body.addWidget(build_label(text))
    return card


def _build_introduction() -> Card:
    card = Card()
    card.body.addWidget(build_label(translate("TeamPage", "Drop result files here"), Type.TITLE))
    card.body.addWidget(
        build_label(
            translate(
                "TeamPage",
                "Everyone exports the own result as JSON, or as PDF with answers. Drop the files on this window, or "
                "press “Add result files…”, to see them over one another, with the median and the spread.",
            )
        )
    )
    return card
