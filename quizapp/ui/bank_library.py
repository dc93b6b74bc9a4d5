"""The banks that the app knows: the shipped one and the folders that the person added; one of them is in use."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from quizapp.bank.loader import LoadedBank, load_bank
from quizapp.core.question import Question

_FOLDERS, _ACTIVE = "bank_folders", "bank_active"


class SettingStore(Protocol):
    """What is remembered between starts: short texts by name."""

    def get_setting(self, name: str) -> str | None: ...
    def set_setting(self, name: str, value: str) -> None: ...


class BankLibrary(QObject):
    """Loaded banks in order: shipped first, then as added. ``today`` decides which review dates have passed."""

    changed = Signal()

    def __init__(
        self, shipped: Path, settings: SettingStore, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shipped = shipped
        self._settings = settings
        self._today = today
        self._added = [Path(folder) for folder in json.loads(settings.get_setting(_FOLDERS) or "[]")]
        self.banks: tuple[LoadedBank, ...] = ()
        self.reload()

    @property
    def active(self) -> LoadedBank:
        """The bank that new assessments draw from; the shipped one where the chosen one is gone."""
        chosen = self._settings.get_setting(_ACTIVE)
        return next((bank for bank in self.banks if str(bank.folder) == chosen and is_usable(bank)), self.banks[0])

    def reload(self) -> None:
        """Read all banks again from their files."""
        folders = (self._shipped, *self._added)
        self.banks = tuple(load_bank(folder, today=self._today(), thorough=False) for folder in folders)
        self.changed.emit()

    def add(self, folder: Path) -> LoadedBank:
        """Add a folder (again: just read it anew), use it if it can be used, and return what was loaded.

        Raises StorageError where that can't be remembered, as ``remove`` and ``use`` do; nothing changes then.
        """
        folder = folder.resolve()
        if folder not in (self._shipped, *self._added):
            self._remember([*self._added, folder])
        bank = load_bank(folder, today=self._today())
        self.banks = tuple(({known.folder: known for known in self.banks} | {folder: bank}).values())
        self.changed.emit()
        if is_usable(bank):
            self.use(bank)
        return bank

    def remove(self, bank: LoadedBank) -> None:
        """Forget a folder; its files and all attempts stay."""
        if bank.folder in self._added:
            self._remember([folder for folder in self._added if folder != bank.folder])
            self.banks = tuple(known for known in self.banks if known.folder != bank.folder)
            self.changed.emit()

    def use(self, bank: LoadedBank) -> None:
        self._settings.set_setting(_ACTIVE, str(bank.folder))
        self.changed.emit()

    def questions_for(self, framework_id: str, digest: str) -> tuple[Question, ...] | None:
        """The questions of the bank that an attempt was begun with; None if it is gone or has changed since."""
        for bank in self.banks:
            if bank.framework and bank.framework.id == framework_id and bank.bank.digest == digest:
                return bank.bank.questions
        return None

    def is_shipped(self, bank: LoadedBank) -> bool:
        return bank.folder == self._shipped

    def _remember(self, added: list[Path]) -> None:
        self._settings.set_setting(_FOLDERS, json.dumps([str(folder) for folder in added]))
        self._added = added


def is_usable(bank: LoadedBank) -> bool:
    """Whether an assessment can be drawn from a bank."""
    return bank.framework is not None and bool(bank.bank.questions)
