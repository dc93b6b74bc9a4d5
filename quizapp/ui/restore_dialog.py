"""Which backup is to take the place of the attempts file."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from quizapp.storage.backups import Backup
from quizapp.ui.backup_wording import backup_row
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, build_label, build_row

translate = QCoreApplication.translate


class RestoreDialog(QDialog):
    """Says what happened, and offers the backups, the latest first, and to start with an empty file.

    Accepted, ``chosen`` is the backup, or None to start anew.
    """

    def __init__(
        self, reason: str, backups: Sequence[Backup], appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.chosen: Backup | None = None
        self._backups = tuple(backups)
        self._list = QListWidget()
        self.setWindowTitle("quizapp")
        self.setMinimumWidth(appearance.theme.scaled(680))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        title = translate("RestoreDialog", "The file with your attempts is damaged")
        column.addWidget(build_label(title, Type.TITLE))
        column.addWidget(build_label(reason, "muted"))
        column.addWidget(build_label(self._advice()))
        if self._backups:
            column.addWidget(self._list)
        self._fill()
        column.addLayout(self._build_buttons(appearance))

    def _advice(self) -> str:
        safe = translate("RestoreDialog", "Whatever you choose, the damaged file is kept under another name.")
        if self._backups:
            return translate("RestoreDialog", "Choose the backup that is to take its place.") + " " + safe
        return translate("RestoreDialog", "There is no backup. You can start with an empty file.") + " " + safe

    def _fill(self) -> None:
        self._list.setAccessibleName(translate("RestoreDialog", "Backups"))
        for backup in self._backups:
            made, held = backup_row(backup)
            self._list.addItem(QListWidgetItem(f"{made} – {held}"))
        self._list.setCurrentRow(0)
        self._list.setWordWrap(True)
        self._list.setSpacing(4)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._on_restore_clicked)

    def _build_buttons(self, appearance: Appearance) -> QVBoxLayout:
        restore = Button(translate("RestoreDialog", "Restore this backup"), appearance, kind="primary")
        restore.clicked.connect(self._on_restore_clicked)
        restore.setVisible(bool(self._backups))
        anew = Button(translate("RestoreDialog", "Start with an empty file"), appearance)
        anew.clicked.connect(self._on_anew_clicked)
        leave = Button(translate("RestoreDialog", "Change nothing"), appearance, kind="quiet")
        leave.clicked.connect(self.reject)
        column = QVBoxLayout()
        column.addLayout(build_row(restore, anew, None, leave))
        (self._list if self._backups else leave).setFocus(Qt.FocusReason.OtherFocusReason)
        return column

    def _on_restore_clicked(self) -> None:
        self.chosen = self._backups[max(0, self._list.currentRow())]
        self.accept()

    def _on_anew_clicked(self) -> None:
        self.accept()
