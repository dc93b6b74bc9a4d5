"""Our own bugs: shown, logged, and never the end of what was answered."""

import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from quizapp import __version__
from quizapp.logs import log_fault
from quizapp.ui.session_controller import SessionController

translate = QCoreApplication.translate


class FaultReporter(QObject):
    """Takes what nobody caught, from any thread, logs it, and says in the window what is safe and what to do.

    While one fault is shown further ones are only logged: one that comes with each repaint must not bury the window.
    """

    _fault_caught = Signal(str, str)

    def __init__(self, window: QWidget, controller: SessionController, log: Path | None) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._log = log
        self._box: QMessageBox | None = None
        self._fault_caught.connect(self._on_fault_caught)  # queued from other threads

    def install(self) -> None:
        """Take over the hooks of the interpreter."""
        sys.excepthook = self.report
        threading.excepthook = self._on_thread_fault

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What an uncaught exception comes to."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        log_fault(kind, trace)
        details = "".join(traceback.format_exception(kind, error, trace))
        if sys.stderr:  # there is none under pythonw
            sys.stderr.write(details)
        self._fault_caught.emit(kind.__qualname__, f"quizapp {__version__}, Python {sys.version.split()[0]}\n{details}")

    def _on_thread_fault(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_fault_caught(self, kind: str, details: str) -> None:
        if self._box:
            return
        box = QMessageBox(QMessageBox.Icon.Warning, "quizapp", "", parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(translate("FaultReporter", "Something in quizapp went wrong"))
        box.setInformativeText(self._words(kind))
        box.setDetailedText(details)
        go_on = box.addButton(translate("FaultReporter", "Go on"), QMessageBox.ButtonRole.AcceptRole)
        copy = box.addButton(translate("FaultReporter", "Copy details"), QMessageBox.ButtonRole.ActionRole)
        close = box.addButton(translate("FaultReporter", "Close quizapp"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(go_on)
        box.setEscapeButton(go_on)
        copy.clicked.disconnect()  # from the box, which would close
        copy.clicked.connect(self._on_copy_clicked)
        close.clicked.connect(self._window.close)
        box.finished.connect(self._on_box_finished)
        self._box = box
        box.open()

    def _words(self, kind: str) -> str:
        lines = [self._safety()]
        text = translate(
            "FaultReporter",
            "This is a bug of ours ({kind}), and not your fault. You can go on; if it happens again, close quizapp and "
            "start it anew. The details may quote what you typed: read them before you send them to anyone.",
        )
        lines.append(text.format(kind=kind))
        if self._log:
            where = translate("FaultReporter", "The log holds where it happened, and no answers: {path}")
            lines.append(where.format(path=self._log))
        return "\n\n".join(lines)

    def _safety(self) -> str:
        count = len(self._controller.unsaved)
        if count:
            return translate("FaultReporter", "Answers not saved so far: {count}. All others are safe.").format(
                count=count
            )
        return translate("FaultReporter", "All answers that you confirmed are saved.")

    def _on_copy_clicked(self) -> None:
        if self._box:
            QGuiApplication.clipboard().setText(self._box.detailedText())

    def _on_box_finished(self) -> None:
        if self._box:
            self._box.deleteLater()
            self._box = None
