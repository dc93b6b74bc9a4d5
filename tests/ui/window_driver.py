"""The real window in a process of its own, for tests that kill it: answers in a loop, says what was saved.

    python -m tests.ui.window_driver DATA_FOLDER BANK_FOLDER

Prints ``start ATTEMPT`` and then ``saved POSITION RESPONSE`` each time the window was told so.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from quizapp.app import App, build_app, build_qt


class Reporter(QObject):
    """Prints what the controller says was committed."""

    def __init__(self, app: App) -> None:
        super().__init__()
        self._controller = app.controller
        app.controller.answer_saved.connect(self._on_answer_saved)

    def _on_answer_saved(self, position: int) -> None:
        answer = self._controller.session.states[position].answer
        assert answer is not None
        print("saved", position, ",".join(answer.response), flush=True)


def click(app: App, text: str) -> None:
    QApplication.processEvents()
    buttons = app.window.page.findChildren(QAbstractButton)
    button = next(b for b in buttons if text in (b.text(), b.accessibleName()) and b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def main(data: Path, bank: Path) -> None:
    build_qt()
    app = build_app(data, bank=bank, new_seed=lambda: 5)
    reporter = Reporter(app)
    app.window.show()
    click(app, "Start an assessment")
    click(app, "All (40)")
    click(app, "Start")
    print("start", app.controller.session.id, flush=True)
    for step in range(10_000):
        QTest.keyClick(app.window, Qt.Key(Qt.Key.Key_1.value + step % 4))
        QTest.keyClick(app.window, Qt.Key.Key_Return)
        QApplication.processEvents()
        if app.window.page is not app.window.question:
            app.window.question.review_requested.disconnect()
            app.controller.go_to(0)
            app.window.show_question()
    del reporter


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
