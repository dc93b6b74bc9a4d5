"""The one adapter between the windows and an attempt: every change is stored before the windows hear of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.core.answer import Answer, Response
from quizapp.core.errors import StorageError
from quizapp.core.plan import QuizPlan
from quizapp.core.session import (
    QuizSession,
    finish_session,
    keep_draft,
    move_to,
    start_session,
    submit_answer,
    toggle_flag,
)

HEARTBEAT_MS = 5000


class SessionStore(Protocol):
    """What the controller needs of the store."""

    def create_attempt(self, session: QuizSession) -> None: ...
    def record_answer(self, session: QuizSession, position: int) -> None: ...
    def record_progress(self, session: QuizSession) -> None: ...
    def finish_attempt(self, session: QuizSession) -> None: ...
    def load_attempt(self, attempt_id: str) -> QuizSession: ...


class Clock(Protocol):
    """Where time comes from: UTC for what is written down, a monotonic one (seconds) for what is measured."""

    def now(self) -> datetime: ...
    def monotonic(self) -> float: ...


class SessionController(QObject):
    """Runs one attempt at a time. An answer is ``saved`` only after the store has committed it."""

    session_changed = Signal()
    answer_saved = Signal(int)
    save_failed = Signal(str)
    all_saved = Signal()  # nothing is left of what had failed
    attempt_finished = Signal()

    def __init__(
        self, store: SessionStore, clock: Clock, new_id: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._session: QuizSession | None = None
        self._unsaved: set[int] = set()
        self._has_failed = False
        self._resumed_at = 0.0
        self._shown_at = 0.0
        self._heartbeat = QTimer(self)
        self._heartbeat.setInterval(HEARTBEAT_MS)
        self._heartbeat.timeout.connect(self._on_heartbeat_timeout)

    @property
    def session(self) -> QuizSession:
        """The attempt that is being answered. Raises RuntimeError when there is none."""
        if self._session is None:
            raise RuntimeError("no attempt is running")
        return self._session

    @property
    def is_running(self) -> bool:
        return self._session is not None and not self._session.is_finished

    @property
    def unsaved(self) -> frozenset[int]:
        """Positions whose answer could not be stored so far; they are tried again with every heartbeat."""
        return frozenset(self._unsaved)

    def start(self, plan: QuizPlan) -> None:
        """Begin an attempt. Raises StorageError, and begins nothing, where it can't be stored."""
        session = start_session(plan, id_=self._new_id(), now=self._clock.now())
        self._store.create_attempt(session)
        self._begin(session)

    def resume(self, attempt_id: str) -> None:
        """Go on with a stored attempt where it was left. Raises StorageError where it can't be read."""
        self._begin(self._store.load_attempt(attempt_id))

    def submit(self, response: Response, *, dont_know: bool = False) -> None:
        """Confirm the answer at the current position, and store it."""
        position = self.session.position
        answer = Answer(response, self._clock.now(), dont_know, seconds=self._seconds_on_question())
        session, _grade = submit_answer(self.session, answer)
        self._session = self._timed(session)
        self._unsaved.add(position)
        self._save_answers()
        self.session_changed.emit()

    def go_to(self, position: int) -> None:
        self._session = move_to(self.session, position)
        self._shown_at = self._clock.monotonic()
        self._save_progress()
        self.session_changed.emit()

    def toggle_flag(self) -> None:
        self._session = toggle_flag(self.session)
        self._save_progress()
        self.session_changed.emit()

    def keep_draft(self, response: Response) -> None:
        """Remember what is chosen but not confirmed; it is stored with the next heartbeat or move."""
        self._session = keep_draft(self.session, response)

    def retry(self) -> None:
        """Try again to store what could not be stored."""
        self._save_all()

    def finish(self) -> None:
        """Submit the attempt. It stays open where the store refuses, and ``save_failed`` says why."""
        finished = finish_session(self._timed(self.session), now=self._clock.now())
        try:
            for position in sorted(self._unsaved):
                self._store.record_answer(self.session, position)
            self._store.finish_attempt(finished)
        except StorageError as error:
            self.save_failed.emit(str(error))
            return
        self._unsaved.clear()
        self._session = finished
        self._heartbeat.stop()
        self.attempt_finished.emit()

    def leave(self) -> None:
        """Store where the person is and let go of the attempt; it can be resumed. Keeps it where that fails."""
        if not self.is_running:
            return
        self._save_all()
        if not self._unsaved:
            self._session = None
            self._heartbeat.stop()

    def _begin(self, session: QuizSession) -> None:
        self._session = session
        self._unsaved.clear()
        self._recover()
        self._resumed_at = self._shown_at = self._clock.monotonic()
        self._heartbeat.start()
        self.session_changed.emit()

    def _timed(self, session: QuizSession) -> QuizSession:
        """The session with its elapsed time brought up to now."""
        now = self._clock.monotonic()
        elapsed = session.elapsed + max(0.0, now - self._resumed_at)
        self._resumed_at = now
        return replace(session, elapsed=elapsed)

    def _seconds_on_question(self) -> float:
        earlier = self.session.state.answer
        return max(0.0, self._clock.monotonic() - self._shown_at) + (earlier.seconds if earlier else 0.0)

    def _save_all(self) -> None:
        self._save_answers()
        if not self._unsaved:
            self._save_progress()

    def _save_answers(self) -> None:
        for position in sorted(self._unsaved):
            try:
                self._store.record_answer(self.session, position)
            except StorageError as error:
                self._report(error)
                return
            self._unsaved.discard(position)
            self.answer_saved.emit(position)

    def _save_progress(self) -> None:
        self._session = self._timed(self.session)
        try:
            self._store.record_progress(self.session)
        except StorageError as error:
            self._report(error)
            return
        if not self._unsaved:
            self._recover()

    def _recover(self) -> None:
        if self._has_failed:
            self._has_failed = False
            self.all_saved.emit()

    def _report(self, error: StorageError) -> None:
        self._has_failed = True
        self.save_failed.emit(str(error))

    def _on_heartbeat_timeout(self) -> None:
        if self.is_running:
            self._save_all()
