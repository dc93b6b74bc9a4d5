"""What a start does around the window: a screen, one window a data folder, the log, and the end."""

import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from quizapp.app import App, build_app, build_qt, default_appearance
from quizapp.core.errors import DamageError, QuizappError
from quizapp.logs import fatal_faults_logged, open_log
from quizapp.places import STORE_NAME, default_data_folder
from quizapp.storage.backups import list_backups
from quizapp.storage.folder_lock import FolderLock
from quizapp.storage.restoring import restore_backup, start_anew
from quizapp.ui.fault_reporter import FaultReporter
from quizapp.ui.restore_dialog import RestoreDialog

if TYPE_CHECKING:
    from quizapp.ui.single_window import RaiseServer

NO_DISPLAY = """\
There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set.
Start quizapp from a desktop session. Without one these work:
  quizapp check PATH…        list every problem of question banks
  quizapp export --out FILE  write a result as PDF, HTML, JSON, CSV or SVG
  quizapp demo --out DIR     let a simulated person take an assessment, with pictures and a PDF
  xvfb-run quizapp           run the window on a virtual display (package xvfb)"""
IS_OPEN = "quizapp is open already with this data folder; its window has been brought to the front."
IS_SILENT = """\
quizapp is open already with this data folder, but its window does not answer.
Wait a moment, or end that process; nothing that it said was saved is lost. Another folder: --data DIR."""


def run_window(*, bank: Path | None, data: Path | None) -> int:
    """Show the window until it is closed. Returns the exit code.

    Where a window has the data folder already, that one is brought to the front instead.
    """
    if not has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return 1
    qt = build_qt()
    data = data or default_data_folder()
    lock = FolderLock(data)
    try:
        if not lock.acquire():
            return _raise_first(data)
        return _run(qt, data, bank)
    except QuizappError as error:
        _show_failure(str(error))
        raise
    finally:
        lock.release()


def has_display() -> bool:
    """Whether Qt will find a screen; without one it would abort the process."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(qt: QApplication, data: Path, bank: Path | None) -> int:
    log = open_log(data / "logs")
    with fatal_faults_logged(data / "logs"):
        while True:
            app = _build(data, bank)
            FaultReporter(app.window, app.controller, log).install()
            code, wish = _show(qt, app, data)
            if wish is None:
                return code
            _replace(app.store.path, wish.source)


@dataclass(frozen=True)
class _Wish:
    """That another file takes the place of the attempts; without a source an empty one."""

    source: Path | None


def _show(qt: QApplication, app: App, data: Path) -> tuple[int, _Wish | None]:
    """Show a window until it is closed; returns the exit code, and what was wished for by closing it."""
    wishes: list[_Wish] = []

    def on_restore_requested(source: Path | None) -> None:
        if app.window.close():
            wishes.append(_Wish(source))

    app.window.restore_requested.connect(on_restore_requested)
    app.window.show()
    app.window.start_upkeep()
    watch = _FirstWindow(app, data)
    code = qt.exec()
    watch.close()
    app.store.close()
    return code, wishes[-1] if wishes else None


def _build(data: Path, bank: Path | None) -> App:
    """The app over a data folder; where its file is damaged, over what the person chooses instead."""
    try:
        return build_app(data, bank=bank)
    except DamageError as error:
        path = data / STORE_NAME
        dialog = RestoreDialog(str(error), list_backups(path), default_appearance())
        if dialog.exec() != QDialog.DialogCode.Accepted:
            raise
        _replace(path, dialog.chosen.path if dialog.chosen else None)
        return build_app(data, bank=bank)


def _replace(path: Path, source: Path | None) -> None:
    now = datetime.now(UTC)
    if source is None:
        start_anew(path, now)
    else:
        restore_backup(source, path, now)


class _FirstWindow:
    """Comes to the front when quizapp is started again; listens once the window is painted, as Qt's network is slow."""

    def __init__(self, app: App, data: Path) -> None:
        self._window = app.window
        self._data = data
        self._server: RaiseServer | None = None
        QTimer.singleShot(0, self._on_painted)

    def close(self) -> None:
        if self._server:
            self._server.close()

    def _on_painted(self) -> None:
        from quizapp.ui.single_window import RaiseServer

        self._server = RaiseServer(self._data, self._window)
        self._server.raise_requested.connect(self._on_raise_requested)

    def _on_raise_requested(self) -> None:
        bring_to_front(self._window)


def bring_to_front(window: QWidget) -> None:
    """Show a window above the others, also where it is minimised."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _raise_first(data: Path) -> int:
    from quizapp.ui.single_window import raise_first_window

    if raise_first_window(data):
        print(IS_OPEN)
        return 0
    print(IS_SILENT, file=sys.stderr)
    _show_failure(IS_SILENT)
    return 1


def _show_failure(text: str) -> None:
    """Say on the screen why there is no window: who starts from a menu sees no terminal."""
    if QApplication.platformName() not in {"offscreen", "minimal"}:
        box = QMessageBox(QMessageBox.Icon.Critical, "quizapp", text)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.exec()
