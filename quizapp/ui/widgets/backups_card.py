"""The backups in the settings: what there is, to make one, to take the data elsewhere, and the way back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from quizapp.storage.backups import Backup
from quizapp.ui.backup_wording import backup_row
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, Card, build_label, build_row, clear_layout, set_tone
from quizapp.ui.widgets.flow_row import FlowRow

translate = QCoreApplication.translate

_SHOWN = 5


class BackupsCard(Card):
    """``restore_requested`` carries the backup's path."""

    backup_requested = Signal()
    copy_requested = Signal()
    bring_requested = Signal()
    restore_requested = Signal(Path)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._backups: tuple[Backup, ...] = ()
        self._shows_all = False
        self._status = build_label()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._rows.setContentsMargins(0, 8, 0, 0)
        self.body.addWidget(build_label(translate("BackupsCard", "Backups"), Type.TITLE))
        text = translate(
            "BackupsCard",
            "Your attempts are backed up at every start where something has changed. The ten latest backups stay, one "
            "of each of the last seven days, and one of each of the last four weeks, in the folder above.",
        )
        self.body.addWidget(build_label(text, "muted"))
        self.body.addLayout(self._rows)
        self._all = Button(translate("BackupsCard", "Show all backups"), appearance, kind="quiet", icon="chevron-down")
        self._all.clicked.connect(self._on_all_clicked)
        self.body.addLayout(build_row(self._all, None))
        self.body.addWidget(self._status)
        self.body.addSpacing(8)
        self.body.addWidget(self._build_actions())
        self.show_status("")

    def show_backups(self, backups: Sequence[Backup]) -> None:
        self._backups = tuple(backups)
        clear_layout(self._rows)
        shown = self._backups if self._shows_all else self._backups[:_SHOWN]
        for backup in shown:
            self._rows.addLayout(self._build_row(backup))
        if not shown:
            self._rows.addWidget(build_label(translate("BackupsCard", "There is no backup yet.")))
        self._all.setVisible(len(shown) < len(self._backups))

    def show_status(self, text: str, tone: str = "") -> None:
        """What became of the last thing that was asked for."""
        set_tone(self._status, tone)
        self._status.setText(text)
        self._status.setVisible(bool(text))

    def _build_row(self, backup: Backup) -> QHBoxLayout:
        made, held = backup_row(backup)
        restore = _BackupButton(backup, made, self._appearance)
        restore.chosen.connect(self.restore_requested)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(build_label(made))
        words.addWidget(build_label(held, "muted"))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(restore)
        return row

    def _build_actions(self) -> FlowRow:
        now = Button(translate("BackupsCard", "Back up now"), self._appearance, icon="save")
        now.clicked.connect(self.backup_requested)
        copy = Button(translate("BackupsCard", "Save a copy elsewhere…"), self._appearance, icon="download")
        copy.clicked.connect(self.copy_requested)
        bring = Button(translate("BackupsCard", "Bring in a copy…"), self._appearance, icon="folder-open")
        bring.setToolTip(translate("BackupsCard", "A copy from another machine takes the place of the attempts here."))
        bring.clicked.connect(self.bring_requested)
        return FlowRow((now, copy, bring), self._appearance)

    def _on_all_clicked(self) -> None:
        self._shows_all = True
        self.show_backups(self._backups)


class _BackupButton(Button):
    chosen = Signal(Path)

    def __init__(self, backup: Backup, made: str, appearance: Appearance) -> None:
        super().__init__(translate("BackupsCard", "Restore…"), appearance, kind="quiet")
        self.setAccessibleName(translate("BackupsCard", "Restore the backup of {day}").format(day=made))
        self._backup = backup
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._backup.path)
