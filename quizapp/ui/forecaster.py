"""Forecasts of what an attempt will tell, worked out between the events of the window: it is never held up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.core.forecast import CompetencyForecast, Forecast, forecast
from quizapp.core.framework import Framework
from quizapp.core.plan import PlanMethod
from quizapp.core.question import Question
from quizapp.ui.setup_choice import most_answers


class Forecaster(QObject):
    """One competency a turn of the event loop: people are simulated for each, some 25 ms the first time."""

    finished = Signal(Forecast)

    def __init__(
        self,
        framework: Framework,
        questions: Mapping[str, Sequence[Question]],
        fresh: Mapping[str, int],
        parent: QObject | None = None,
    ) -> None:
        """``questions`` by the slug of their competency, and how many of them have not been seen before."""
        super().__init__(parent)
        self._framework = framework
        self._questions = questions
        self._fresh = fresh
        self._method = PlanMethod.FIXED
        self._each = 0
        self._waiting: list[str] = []
        self._found: list[CompetencyForecast] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timeout)

    def request(self, method: PlanMethod, competencies: Iterable[str], each: int) -> None:
        """Ask for ``each`` questions a competency; an earlier request that is not answered yet is dropped."""
        self._method, self._each = method, each
        self._waiting, self._found = list(competencies), []
        self._timer.start()

    def _on_timeout(self) -> None:
        if self._waiting:
            self._found.append(self._forecast(self._waiting.pop(0)))
        if self._waiting:
            self._timer.start()
        else:
            self.finished.emit(Forecast(tuple(self._found)))

    def _forecast(self, slug: str) -> CompetencyForecast:
        """Questions and time as asked for; how much they tell hangs on those that were not seen before."""
        found, fresh = self._simulate(slug, self._method, self._each), self._fresh[slug]
        if fresh >= most_answers(self._method, self._questions[slug], self._each):
            return found
        if self._method is PlanMethod.ADAPTIVE:
            told = self._simulate(slug, PlanMethod.ADAPTIVE, fresh)
        else:
            told = self._simulate(slug, PlanMethod.FIXED, min(fresh, round(found.questions)))
        return replace(found, half_width=told.half_width, decided=told.decided)

    def _simulate(self, slug: str, method: PlanMethod, length: int) -> CompetencyForecast:
        (found,) = forecast(self._framework, self._questions[slug], (slug,), method, length).competencies
        return found
