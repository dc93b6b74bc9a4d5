"""Backups in words."""

from PySide6.QtCore import QCoreApplication

from quizapp.core.errors import StorageError
from quizapp.storage.backups import Backup, BackupContents, read_contents
from quizapp.ui.formatting import format_day

translate = QCoreApplication.translate


def contents_words(contents: BackupContents) -> str:
    """How much a file of attempts holds, and up to when."""
    if contents.last is None:
        return translate("BackupWording", "no attempts")
    text = translate("BackupWording", "attempts: {attempts}, answers: {answers}, the last of {day}")
    return text.format(attempts=contents.attempts, answers=contents.answers, day=format_day(contents.last))


def backup_row(backup: Backup) -> tuple[str, str]:
    """When a backup was made and what it holds, or that it can't be read."""
    try:
        held = contents_words(read_contents(backup.path))
    except StorageError:
        held = translate("BackupWording", "damaged: it can't be restored")
    return format_day(backup.made_at), held
