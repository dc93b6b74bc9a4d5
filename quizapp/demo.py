"""A simulated person takes an assessment in the real window: for newcomers without a screen, and for our own eyes."""

import os
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from quizapp.app import App, build_app, build_qt
from quizapp.core.answer import Response
from quizapp.core.errors import QuizappError
from quizapp.core.grading import is_complete, key_response
from quizapp.core.plan import Feedback, PlanItem, PlanMethod
from quizapp.core.types.choice import ChoiceBody
from quizapp.core.types.cloze import ClozeBody, entry
from quizapp.core.types.gap import Gap
from quizapp.launch import has_display
from quizapp.report.files import write_file
from quizapp.ui.answers.base import AnswerWidget
from quizapp.ui.pictures import png_bytes
from quizapp.ui.theme.theme import Scheme

LOOKS = (Scheme.LIGHT, Scheme.DARK)
"""What each page is shown in."""

ABILITY = 0.65
"""The chance with which the simulated person knows an answer."""


class DemoClock:
    """Time as the simulated person lives it: it passes when the person thinks."""

    def __init__(self) -> None:
        self._start = datetime.now(UTC)
        self._seconds = 0.0

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._seconds)

    def monotonic(self) -> float:
        return self._seconds

    def think(self, seconds: float) -> None:
        self._seconds += seconds


def run_demo(out: Path, *, seed: int, bank: Path | None = None) -> int:
    """Leave pictures of every page in light and dark, and the result as .json, .pdf, .html and .csv, in ``out``.

    Returns the exit code.
    """
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise QuizappError(
            f"The folder {out} can't be made ({error.strerror}). Give another one with --out."
        ) from error
    qt = build_qt()
    with tempfile.TemporaryDirectory() as data:
        clock = DemoClock()
        app = build_app(Path(data), bank=bank, clock=clock, new_seed=lambda: seed)
        Demo(app, qt, out, clock, Random(seed)).run()
        app.close()
    return 0


class Demo:
    """The person, and the pictures that are taken on the way."""

    def __init__(self, app: App, qt: QApplication, out: Path, clock: DemoClock, random: Random) -> None:
        self._app = app
        self._window = app.window
        self._qt = qt
        self._out = out
        self._clock = clock
        self._random = random
        self._count = 0
        self._kinds_shown: set[str] = set()

    def run(self) -> None:
        self._window.show()
        self._assess()
        self._show_pages()
        for format_ in ("json", "pdf", "html", "csv"):
            self._export(format_)
        self._window.show_file(self._out / "result.pdf")
        self._picture("opened-file")
        print(f"{self._count} pictures, and result.json, .pdf, .html and .csv are in {self._out}")

    def _assess(self) -> None:
        self._picture("home-first-start")
        self._click("Start an assessment")
        for method in (PlanMethod.QUICK, PlanMethod.ADAPTIVE, PlanMethod.FIXED):
            self._window.setup.choose_method(method)
            if method is PlanMethod.FIXED and self._find("8"):  # a small bank offers no such length
                self._click("8")
            if method is not PlanMethod.FIXED:
                self._settle()
                self._window.setup.show_forecast()
            self._picture(f"set-up-{method}")
        self._click("Start")
        while self._window.page is self._window.question:
            self._answer()
        self._picture("review-before-submitting")
        self._click("Submit")

    def _practise(self) -> None:
        """A second attempt with feedback after each answer, left in the middle: it can be resumed from home."""
        self._window.show_home()
        self._click("Start an assessment")
        self._window.setup.choose_feedback(Feedback.EACH)
        self._click("Start")
        item = self._app.controller.session.item
        self._give(item, knows=False)
        self._click("Confirm answer")
        self._picture("feedback")
        self._click("Save and leave")

    def _answer(self) -> None:
        """Answer the question that is shown, and take a picture of the first of each kind."""
        session = self._app.controller.session
        item = session.item
        self._clock.think(item.question.seconds * self._random.uniform(0.4, 1.3))
        kind = f"{item.question.type}-{item.question.stimulus}"
        knows = self._random.random() < ABILITY
        if not knows and kind in self._kinds_shown and self._random.random() < 0.3:
            self._click("I don't know")
            return
        self._give(item, knows)
        if kind not in self._kinds_shown:
            self._kinds_shown.add(kind)
            self._picture(f"question-{kind}")
        if self._random.random() < 0.1:
            QTest.keyClick(self._window, Qt.Key.Key_M)
        self._click("Confirm answer")

    def _give(self, item: PlanItem, knows: bool) -> None:
        """Answer with keys where there are options or a field; elsewhere as if the hands had been at it."""
        response = key_response(item.question) if knows else self.guess(item)
        answer = self._window.question.findChildren(AnswerWidget)[-1]
        fields = [field for field in answer.findChildren(QLineEdit) if field.isVisible()]
        if isinstance(item.question.body, ChoiceBody):
            for id_ in response:
                QTest.keyClick(self._window, Qt.Key(Qt.Key.Key_1.value + item.option_order.index(id_)))
        elif len(response) == 1 == len(fields) and not isinstance(item.question.body, ClozeBody):
            QTest.keyClicks(fields[0], response[0])
        else:
            answer.set_response(response)
            answer.response_changed.emit()

    def guess(self, item: PlanItem) -> Response:
        """What who does not know gives: an option, a number, any filling of gaps, or the key in another order."""
        key = key_response(item.question)
        if isinstance(item.question.body, ClozeBody):
            return tuple(self._fill(gap) for gap in item.question.body.gaps)
        wrong = [id_ for id_ in item.option_order if id_ not in key]
        tried = (self._random.choice(wrong),) if wrong else key[::-1] if len(key) > 1 else ("42",)
        return tried if is_complete(item.question, tried) else key

    def _fill(self, gap: Gap) -> str:
        return entry(gap.id, self._random.choice(gap.options).id if gap.options else "42")

    def _show_pages(self) -> None:
        self._picture("results")
        reviews = self._window.results.reviews
        reviews.toggle(0)
        self._settle()
        self._window.results.scroll_to(reviews)
        self._picture("results-review")
        self._practise()
        self._picture("home")
        self._window.show_practice()
        self._picture("practice")
        self._window.show_history()
        self._picture("history")
        self._click("Progress")
        self._picture("history-progress")
        self._window.show_measure()
        self._picture("how-this-is-measured")
        self._window.show_banks()
        self._picture("banks")
        self._window.show_settings()
        self._picture("settings")
        attempt = next(attempt for attempt in self._app.store.list_attempts() if attempt.finished_at)
        self._window.show_result(attempt.id)

    def _export(self, format_: str) -> None:
        self._window.export_to(format_, self._out / f"result.{format_}")
        self._app.exporter.wait()
        self._settle()

    def _picture(self, name: str, schemes: Sequence[Scheme] = LOOKS) -> None:
        """A picture of the window in each of some looks."""
        self._count += 1
        for scheme in schemes:
            self._app.appearance.set_scheme(scheme)
            self._settle()
            path = self._out / f"{self._count:02}-{name}-{scheme}.png"
            write_file(path, png_bytes(self._window.grab()))

    def _click(self, text: str) -> None:
        """Click the visible, enabled button with a text on the page that is shown."""
        button = self._find(text)
        assert button is not None, f"no button “{text}” on this page"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self._settle()

    def _find(self, text: str) -> QAbstractButton | None:
        self._settle()
        for button in self._window.page.findChildren(QAbstractButton):
            named = text in (button.text(), button.accessibleName())
            if named and button.isVisible() and button.isEnabled():
                return button
        return None

    def _settle(self) -> None:
        for _ in range(4):
            self._qt.processEvents()
            # Without an event loop that runs, nobody else takes away what pages have let go of.
            self._qt.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
