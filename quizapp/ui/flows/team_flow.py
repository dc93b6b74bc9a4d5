"""A team: result files are read one after the other, and shown together. Nothing is kept."""

from collections import deque
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from quizapp.core.errors import ReportError
from quizapp.core.team import Member, build_member, find_misfit
from quizapp.report.reader import load_result
from quizapp.ui.dialogs import ask_result_files
from quizapp.ui.flows.parts import Parts
from quizapp.ui.flows.stage import Stage
from quizapp.ui.pages.team_page import TeamPage, TeamState
from quizapp.ui.team_wording import misfit_text
from quizapp.ui.widgets.navigation_rail import Place

translate = QCoreApplication.translate

MOST_FILES = 100
"""Members of a team: more would take minutes to read, and are rather a mistaken choice of files."""


class TeamFlow(QObject):
    left = Signal()

    def __init__(self, parts: Parts, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._members: list[Member] = []
        self._refusals: list[str] = []
        self._waiting: deque[Path] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read_next)
        self.page = TeamPage(parts.appearance)
        self.page.add_requested.connect(self._on_add_requested)
        self.page.remove_requested.connect(self._on_remove_requested)
        self.page.left.connect(self.left)

    def show_files(self, paths: Sequence[Path]) -> None:
        """A new team of some result files."""
        self._members.clear()
        self._waiting.clear()
        self.add_files(paths)
        self._stage.show_page(self.page, Place.HOME)

    def add_files(self, paths: Sequence[Path]) -> None:
        """More members. Files that can't be shown are named with their reasons, and hide no others."""
        if not self._waiting:
            self._refusals.clear()
        room = max(0, MOST_FILES - len(self._members) - len(self._waiting))
        self._waiting.extend(paths[:room])
        if len(paths) > room:
            text = translate("TeamFlow", "{count} files are beyond the {most} that a team can have.")
            self._refusals.append(text.format(count=len(paths) - room, most=MOST_FILES))
        self._update()
        self._timer.start(0)

    def _read_next(self) -> None:
        """One file at a time: the window stays alive between them."""
        if self._waiting:
            self._read(self._waiting.popleft())
            self._timer.start(0)
            if self._waiting:
                self.page.show_reading(self._reading())
            else:
                self._update()

    def _read(self, path: Path) -> None:
        try:
            stored = load_result(path)
        except ReportError as error:
            self._refusals.append(str(error))
            return
        member = build_member(stored.session, stored.person or path.stem)
        if misfit := find_misfit(self._members, member):
            first = self._members[0] if self._members else None
            self._refusals.append(misfit_text(path.name, misfit, first, member))
        else:
            self._members.append(member)

    def _update(self) -> None:
        self.page.show_state(TeamState(tuple(self._members), tuple(self._refusals), self._reading()))

    def _reading(self) -> str:
        """What is being read; ``""`` once all is."""
        text = translate("TeamFlow", "Reading the files, {count} to go …")
        return text.format(count=len(self._waiting)) if self._waiting else ""

    def _on_add_requested(self) -> None:
        if paths := ask_result_files(self._stage):
            self.add_files(paths)

    def _on_remove_requested(self, number: int) -> None:
        del self._members[number]
        self._update()
        self.page.setFocus()
