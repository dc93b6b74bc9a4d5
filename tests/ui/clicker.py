"""A program that answers in a real window until it is killed: ``python -m tests.ui.clicker DATA BANK``.

It resumes the attempt that it finds on the home page, or starts one with all questions of the bank. Each line it
prints is what the window was told to be saved: a position, and the ids of the options that were confirmed there.
"""

import os
import sys
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from quizapp.app import App, build_app, build_qt

SEED = 11


class Clicker(QObject):
    """Clicks one thing at each turn of the event loop."""

    def __init__(self, app: App) -> None:
        super().__init__()
        self._app = app
        self._window = app.window
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        app.controller.answer_saved.connect(self._on_answer_saved)
        self._timer.start(0)

    def _on_answer_saved(self, position: int) -> None:
        answer = self._app.controller.session.states[position].answer
        assert answer is not None
        print(position, *answer.response, flush=True)

    def _on_timeout(self) -> None:
        if self._window.page is self._window.question:
            self._answer()
        elif self._window.page is self._window.home:
            self._click("Resume", "Start an assessment")
        elif self._window.page is self._window.setup:
            self._click("All (60)")
            self._click("Start")
        else:
            QApplication.quit()

    def _answer(self) -> None:
        """Answers go round, so that whoever looks at the file knows what each has to be."""
        position = self._app.controller.session.position
        QTest.keyClick(self._window, Qt.Key(Qt.Key.Key_1.value + position % 4))
        if position % 5 == 0:
            QTest.keyClick(self._window, Qt.Key.Key_M)
        # A kill between saving and going on leaves one at a question that is answered.
        self._click("Confirm answer", "Next question")

    def _click(self, *texts: str) -> None:
        """Click the first visible button with one of some texts, the earlier text before the later."""
        buttons = [button for button in self._window.findChildren(QAbstractButton) if button.isVisible()]
        found = [button for text in texts for button in buttons if button.text() == text]
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def give_up(*error: Any) -> None:
    """Slots swallow errors, and this program would click on for ever."""
    sys.__excepthook__(*error)
    os._exit(1)


def main(data: Path, bank: Path) -> None:
    sys.excepthook = give_up
    qt = build_qt()
    app = build_app(data, bank=bank, new_seed=lambda: SEED)
    app.window.show()
    clicker = Clicker(app)
    qt.exec()
    clicker.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
