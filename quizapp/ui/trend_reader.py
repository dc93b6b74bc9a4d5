"""Reads what attempts say about each competency, a few at a time: the window answers meanwhile."""

from collections.abc import Mapping, Sequence
from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.core.errors import StorageError
from quizapp.core.framework import Framework
from quizapp.core.session import QuizSession
from quizapp.core.trend import TrendPoint, attempt_points

_SLICE = 0.012
"""Seconds of work at a turn of the event loop: less than a frame."""


class SessionStore(Protocol):
    """What reading needs of the store."""

    def load_attempt(self, attempt_id: str) -> QuizSession: ...


class TrendReader(QObject):
    """What was read once is kept: a finished attempt changes no more. ``progressed`` carries how many of how many."""

    progressed = Signal(int, int)
    finished = Signal()

    def __init__(self, store: SessionStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._known: dict[str, tuple[Framework, Mapping[str, TrendPoint]] | None] = {}
        self._wanted: tuple[str, ...] = ()
        self._waiting: list[str] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def points(self) -> tuple[Mapping[str, TrendPoint], ...]:
        """What the wanted attempts say, as far as they are read and can be."""
        return tuple(known[1] for id_ in self._wanted if (known := self._known.get(id_)))

    @property
    def framework(self) -> Framework | None:
        """The framework of the first of the wanted attempts that can be read."""
        return next((known[0] for id_ in self._wanted if (known := self._known.get(id_))), None)

    @property
    def unreadable(self) -> int:
        """How many of the wanted attempts are damaged."""
        return sum(self._known.get(id_, ()) is None for id_ in self._wanted)

    def read(self, attempt_ids: Sequence[str]) -> None:
        """Read some attempts, the first first; what was asked for before and is not read yet is dropped."""
        self._wanted = tuple(attempt_ids)
        self._waiting = [id_ for id_ in attempt_ids if id_ not in self._known][::-1]
        self._timer.start(0)

    def stop(self) -> None:
        """Read no further until asked again."""
        self._timer.stop()

    def _on_timeout(self) -> None:
        end = perf_counter() + _SLICE
        while self._waiting:
            self._read(self._waiting.pop())
            if perf_counter() >= end:
                break
        if self._waiting:
            self.progressed.emit(len(self._wanted) - len(self._waiting), len(self._wanted))
        else:
            self._timer.stop()
            self.finished.emit()

    def _read(self, attempt_id: str) -> None:
        try:
            session = self._store.load_attempt(attempt_id)
        except StorageError:  # damaged: it is counted, and the others are shown
            self._known[attempt_id] = None
        else:
            self._known[attempt_id] = session.plan.framework, attempt_points(session)
