"""Drives the real window through every page with a canary bank: ``-m tests.ui.canary.drive BANK BROKEN OUT SEED``."""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QMessageBox, QWidget

from quizapp.app import build_app, build_qt
from quizapp.core.answer import Response
from quizapp.core.plan import PlanItem
from quizapp.demo import LOOKS, Demo, DemoClock
from quizapp.report.files import write_file
from quizapp.ui.dialogs import tell
from quizapp.ui.pictures import png_bytes
from quizapp.ui.theme.theme import Scheme
from tests.factories import wrong_response


class CanaryPerson(Demo):
    """Someone whose wrong answers are those with a rationale, who opens every review and hovers over everything."""

    def guess(self, item: PlanItem) -> Response:
        return wrong_response(item.question)

    def _picture(self, name: str, schemes: Sequence[Scheme] = LOOKS) -> None:
        super()._picture(name, schemes)
        middle = QPoint(4, 4)
        for widget in self._window.findChildren(QWidget):
            if widget.isVisible():
                event = QHelpEvent(QEvent.Type.ToolTip, middle, widget.mapToGlobal(middle))
                self._qt.sendEvent(widget, event)

    def _show_pages(self) -> None:
        super()._show_pages()
        for problem in {problem.message for bank in self._app.library.banks for problem in bank.problems}:
            self._be_told(problem)
        reviews = self._window.results.reviews
        for position in range(len(self._app.store.load_attempt(self._finished()).states)):
            reviews.toggle(position)
            self._settle()
            self._window.results.scroll_to(reviews)
            self._picture(f"review-{position + 1}", schemes=(Scheme.LIGHT,))

    def _be_told(self, text: str) -> None:
        """A dialog with a text in title and message."""
        QTimer.singleShot(0, self._window, self._close_dialog)
        tell(self._window, text, text)

    def _close_dialog(self) -> None:
        box = self._qt.activeModalWidget()
        assert isinstance(box, QMessageBox)
        self._count += 1
        write_file(self._out / f"{self._count:02}-dialog.png", png_bytes(box.grab()))
        box.accept()

    def _finished(self) -> str:
        return next(attempt.id for attempt in self._app.store.list_attempts() if attempt.finished_at)


def drive(bank: Path, broken: Path, out: Path, seed: int) -> None:
    """Leave pictures of every page, the report and the result file in ``out``, which has to be there.

    ``broken`` is a bank that stands in the list with its problems.
    """
    qt = build_qt()
    with tempfile.TemporaryDirectory() as data:
        clock = DemoClock()
        app = build_app(Path(data), bank=bank, clock=clock, new_seed=lambda: seed)
        app.library.add(broken)
        CanaryPerson(app, qt, out, clock, Random(seed)).run()
        app.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    drive(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), seed=int(sys.argv[4]))
