"""The one adapter between the windows and an attempt: every change is stored before the windows hear of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.core.adaptive import PlanEnd, greatest_length, next_item
from quizapp.core.answer import Answer, Response
from quizapp.core.errors import StorageError
from quizapp.core.plan import PlanItem, PlanMethod, QuizPlan
from quizapp.core.question import Question
from quizapp.core.session import (
    QuizSession,
    append_item,
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
    def seen_question_ids(self, framework_id: str) -> frozenset[str]: ...


QuestionSource = Callable[[str, str], Sequence[Question] | None]
"""The questions of a bank, by the framework's id and the bank's digest; None where there is no such bank any more."""


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
    plan_ended = Signal()  # an adaptive attempt asks nothing more; ``plan_end`` says why

    def __init__(
        self,
        store: SessionStore,
        clock: Clock,
        new_id: Callable[[], str],
        questions_for: QuestionSource,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._questions_for = questions_for
        self._session: QuizSession | None = None
        self._seen: frozenset[str] = frozenset()
        self._plan_end: PlanEnd | None = None
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

    @property
    def plan_end(self) -> PlanEnd | None:
        """Why the adaptive attempt asks nothing more once all its questions are answered; None while it does."""
        return self._plan_end

    @property
    def is_bank_missing(self) -> bool:
        """Whether the attempt would grow from a bank that is not there: it can be answered so far, and submitted."""
        return self._grows and self._bank_questions() is None

    @property
    def most_questions(self) -> int:
        """How many questions the attempt may have in the end; those that it has where it grows no further."""
        if not self._grows or self._plan_end or self.is_bank_missing:
            return len(self.session.states)
        return greatest_length(self.session.plan)

    @property
    def is_growing(self) -> bool:
        """Whether there may be more questions than there are."""
        return self.most_questions > len(self.session.states)

    def start(self, plan: QuizPlan) -> None:
        """Begin an attempt. Raises StorageError, and begins nothing, where it can't be stored."""
        session = start_session(plan, id_=self._new_id(), now=self._clock.now())
        seen = self._store.seen_question_ids(plan.framework.id)
        self._store.create_attempt(session)
        self._begin(session, seen)

    def resume(self, attempt_id: str) -> None:
        """Go on with a stored attempt where it was left. Raises StorageError where it can't be read."""
        session = self._store.load_attempt(attempt_id)
        self._begin(session, self._store.seen_question_ids(session.plan.framework.id))
        if self._grow():
            self._save_progress()
        if self._grows:  # it may have grown, or be known to have ended
            self.session_changed.emit()

    def submit(self, response: Response, *, dont_know: bool = False, confidence: float | None = None) -> None:
        """Confirm the answer at the current position, and store it; ``confidence`` is 0..1.

        An adaptive attempt grows by its next question, which is stored in the same transaction.
        """
        position = self.session.position
        answer = Answer(response, self._clock.now(), dont_know, confidence, self._seconds_on_question())
        session, _grade = submit_answer(self.session, answer)
        self._session = self._timed(session)
        self._unsaved.add(position)
        self._grow()
        self._save_answers()
        self.session_changed.emit()
        if self._plan_end:
            self.plan_ended.emit()

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

    def _begin(self, session: QuizSession, seen: frozenset[str]) -> None:
        self._session = session
        self._seen = seen
        self._plan_end = None
        self._unsaved.clear()
        self._recover()
        self._resumed_at = self._shown_at = self._clock.monotonic()
        self._heartbeat.start()
        self.session_changed.emit()

    @property
    def _grows(self) -> bool:
        return self.is_running and self.session.plan.method is PlanMethod.ADAPTIVE

    def _grow(self) -> bool:
        """Append a question where an adaptive attempt has none open; whether there was one to append."""
        session = self.session
        if not self._grows or session.answered < len(session.states):
            return False
        found = self._next_item()
        self._plan_end = found if isinstance(found, PlanEnd) else None
        if isinstance(found, PlanItem):
            self._session = append_item(session, found)
        return self._plan_end is None

    def _next_item(self) -> PlanItem | PlanEnd:
        questions = self._bank_questions()
        found = next_item(self.session, questions or (), self._seen)
        return PlanEnd.NO_BANK if questions is None and found is PlanEnd.NO_QUESTION else found

    def _bank_questions(self) -> Sequence[Question] | None:
        plan = self.session.plan
        return self._questions_for(plan.framework.id, plan.bank_digest)

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
