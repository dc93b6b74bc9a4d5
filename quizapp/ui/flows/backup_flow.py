"""Backups: made at the start and on request, taken elsewhere, and put back."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog

from quizapp.core.errors import StorageError
from quizapp.storage.backups import list_backups, read_contents
from quizapp.ui.backup_keeper import BackupKeeper
from quizapp.ui.backup_wording import contents_words
from quizapp.ui.dialogs import confirm, tell
from quizapp.ui.flows.parts import Parts
from quizapp.ui.flows.stage import Stage
from quizapp.ui.network_folder import network_warning
from quizapp.ui.restore_dialog import RestoreDialog
from quizapp.ui.widgets.backups_card import BackupsCard

translate = QCoreApplication.translate

_WARNED_SETTING = "network_warned"
_FILTER = "SQLite (*.sqlite3)"


class BackupFlow(QObject):
    """``restore_requested`` carries the file that takes the place of the attempts (None: an empty one).

    That needs the store closed: whoever runs the window does it, and opens the window anew.
    """

    restore_requested = Signal(object)

    def __init__(self, parts: Parts, stage: Stage, card: BackupsCard) -> None:
        super().__init__(stage)
        self._parts = parts
        self._stage = stage
        self._card = card
        self._by_person = False
        self._opened_at = parts.now()
        self._keeper = BackupKeeper(parts.store.path, parts.now, self)
        self._keeper.made.connect(self._on_made)
        self._keeper.failed.connect(self._on_failed)
        self._keeper.damage_found.connect(self._on_damage_found)
        card.backup_requested.connect(self._on_backup_requested)
        card.copy_requested.connect(self._on_copy_requested)
        card.bring_requested.connect(self._on_bring_requested)
        card.restore_requested.connect(self._confirm)

    def start(self) -> None:
        """Back up, and check the file by that, as soon as the window is painted."""
        QTimer.singleShot(0, self._keeper.back_up)
        self._warn_of_network()

    def wait(self) -> None:
        self._keeper.wait()

    def refresh(self) -> None:
        """Show the backups that there are now."""
        try:
            self._card.show_backups(list_backups(self._keeper.path))
        except StorageError as error:
            self._card.show_status(str(error), "wrong")

    def _warn_of_network(self) -> None:
        """Say once of a folder that it is on a network drive; the settings go on saying it."""
        folder = str(self._parts.data_folder)
        warning = network_warning(self._parts.data_folder)
        with suppress(StorageError):  # what is wrong with the store is said elsewhere
            if warning and self._parts.store.get_setting(_WARNED_SETTING) != folder:
                tell(self._stage, translate("BackupFlow", "Your data is on a network drive"), warning)
                self._parts.store.set_setting(_WARNED_SETTING, folder)

    def _on_backup_requested(self) -> None:
        self._by_person = True
        self._card.show_status(translate("BackupFlow", "Backing up …"))
        self._keeper.back_up()

    def _on_copy_requested(self) -> None:
        proposal = f"quizapp-{self._parts.now().astimezone():%Y-%m-%d}.sqlite3"
        title = translate("BackupFlow", "Save a copy of your attempts")
        dialog = QFileDialog(self._stage, title, proposal, _FILTER)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("sqlite3")
        if target := _chosen(dialog):
            self._by_person = True
            self._card.show_status(translate("BackupFlow", "Writing {path} …").format(path=target))
            self._keeper.save_copy(target)

    def _on_bring_requested(self) -> None:
        dialog = QFileDialog(self._stage, translate("BackupFlow", "Bring in a copy of your attempts"), "", _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        if source := _chosen(dialog):
            self._confirm(source)

    def _confirm(self, source: Path) -> None:
        try:
            held, here = (contents_words(read_contents(path)) for path in (source, self._keeper.path))
        except StorageError as error:
            tell(self._stage, translate("BackupFlow", "This file can't be restored"), str(error))
            return
        text = translate(
            "BackupFlow",
            "It holds: {held}.\nWhat is here now holds: {here}. It is set aside under another name, and not deleted.",
        ).format(held=held, here=here)
        if confirm(self._stage, translate("BackupFlow", "Put this file in the place of your attempts?"), text):
            self.restore_requested.emit(source)

    def _on_made(self, path: Path) -> None:
        with suppress(StorageError):  # what was deleted before a kill is out of sight, and goes the next time
            self._parts.store.purge_hidden(before=self._opened_at)  # only now: the file is checked before it is written
        self.refresh()
        if self._by_person:
            self._by_person = False
            self._card.show_status(translate("BackupFlow", "✓ Your attempts are in {path}").format(path=path), "right")

    def _on_failed(self, reason: str) -> None:
        self._by_person = False
        self._card.show_status(translate("BackupFlow", "No backup was made. {reason}").format(reason=reason), "wrong")

    def _on_damage_found(self, reason: str) -> None:
        """Nothing more is written into a damaged file: what it still holds is to be kept."""
        self._parts.store.refuse_writing(reason)
        dialog = RestoreDialog(reason, list_backups(self._keeper.path), self._parts.appearance, self._stage)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.restore_requested.emit(dialog.chosen.path if dialog.chosen else None)
        dialog.deleteLater()


def _chosen(dialog: QFileDialog) -> Path | None:
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None
