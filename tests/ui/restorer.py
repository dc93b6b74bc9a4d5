"""A real start of the window, in which a hand presses the buttons that it is given, one after the other.

``python -m tests.ui.restorer DATA BUTTON…``: prints at the end how many attempts the file has.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication

from quizapp.app import build_qt
from quizapp.launch import run_window
from quizapp.places import STORE_NAME
from quizapp.storage.backups import read_contents


class Hand:
    """Presses each button as soon as one reads so (the last that does), in the box on top or else in the window."""

    def __init__(self, data: Path, buttons: list[str]) -> None:
        self._path = data / STORE_NAME
        self._buttons = buttons
        self._timer = QTimer()
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(20)

    def _on_timeout(self) -> None:
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        top = QApplication.activeModalWidget() or next(iter(shown), None)
        if top is None:
            return
        if not self._buttons:
            self._timer.stop()
            print("attempts", read_contents(self._path).attempts, flush=True)
            QApplication.closeAllWindows()
            return
        buttons = [button for button in top.findChildren(QAbstractButton) if button.isVisible()]
        if found := [button for button in buttons if _reads(button).startswith(self._buttons[0])]:
            self._buttons.pop(0)
            QTimer.singleShot(0, found[-1].click)  # apart: a box that it opens would hold up this timer


def _reads(button: QAbstractButton) -> str:
    return button.text().replace("&", "")


def main() -> int:
    data = Path(sys.argv[1])
    build_qt()  # the start takes the application that there is
    hand = Hand(data, sys.argv[2:])
    code = run_window(bank=None, data=data)
    del hand
    return code


if __name__ == "__main__":
    sys.exit(main())
