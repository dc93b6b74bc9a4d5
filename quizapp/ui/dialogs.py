"""Boxes that tell or ask, and the file dialog of exports. Texts are shown as they are."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

translate = QCoreApplication.translate

_FILTERS = {
    "pdf": "PDF (*.pdf)",
    "html": "HTML (*.html)",
    "json": "JSON (*.json)",
    "csv": "CSV (*.csv)",
    "png": "PNG (*.png)",
    "svg": "SVG (*.svg)",
}


def tell(parent: QWidget, title: str, text: str) -> None:
    """Say what went wrong, and what to do."""
    _build_box(parent, QMessageBox.Icon.Warning, title, text).exec()


def confirm(parent: QWidget, title: str, text: str) -> bool:
    """Ask before something that can't be undone; the safe answer is the default."""
    box = _build_box(parent, QMessageBox.Icon.Question, title, text)
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    return box.exec() == QMessageBox.StandardButton.Yes.value


def ask_export_path(parent: QWidget, started_at: datetime, format_: str) -> Path | None:
    """Where to write a result in a format of ``_FILTERS``; None if the person thought better of it."""
    title = translate("Dialogs", "Export the result")
    return _ask_save_path(parent, title, export_name(started_at, format_), format_)


def ask_picture_path(parent: QWidget, format_: str) -> Path | None:
    """Where to write a picture of a chart as ``png`` or ``svg``; None if the person thought better of it."""
    return _ask_save_path(parent, translate("Dialogs", "Save the picture"), f"quizapp-radar.{format_}", format_)


def ask_result_files(parent: QWidget) -> tuple[Path, ...]:
    """Which result files to open, one or several; none if the person thought better of it."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    title = translate("Dialogs", "Open a result, or several of a team")
    dialog = QFileDialog(parent, title, folder, translate("Dialogs", "Results (*.json *.pdf)"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return tuple(Path(path) for path in chosen)


def export_name(day: datetime, format_: str) -> str:
    """A file name that says what the file is and sorts by day."""
    return f"quizapp-result-{day.astimezone():%Y-%m-%d}.{format_}"


def _ask_save_path(parent: QWidget, title: str, name: str, format_: str) -> Path | None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, str(Path(folder) / name), _FILTERS[format_])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # The dialog has to know the ending: it asks before an existing file is replaced.
    dialog.setDefaultSuffix(format_)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def _build_box(parent: QWidget, icon: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
    box = QMessageBox(icon, "quizapp", title, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(text)
    return box
