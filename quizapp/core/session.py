"""An attempt being answered: a frozen value, and pure functions that return the next one."""

from dataclasses import dataclass, replace
from datetime import datetime

from quizapp.core.answer import Answer, Grade, Response
from quizapp.core.grading import grade_answer
from quizapp.core.plan import Feedback, PlanItem, QuizPlan


class AnswerIsFinal(Exception):  # noqa: N818 - reads as the fact that it states
    """An answer whose feedback has been shown, or an attempt that was submitted, can't be changed."""


@dataclass(frozen=True, slots=True)
class ItemState:
    """What is known of one position. ``shown`` once the question was on screen; ``draft`` is not confirmed."""

    answer: Answer | None = None
    draft: Response = ()
    flagged: bool = False
    shown: bool = False


@dataclass(frozen=True, slots=True)
class QuizSession:
    """An attempt. ``position`` counts from 0; ``elapsed`` is the active time in seconds, without pauses."""

    id: str
    plan: QuizPlan
    states: tuple[ItemState, ...]
    started_at: datetime
    position: int = 0
    elapsed: float = 0.0
    finished_at: datetime | None = None

    @property
    def item(self) -> PlanItem:
        return self.plan.items[self.position]

    @property
    def state(self) -> ItemState:
        return self.states[self.position]

    @property
    def is_finished(self) -> bool:
        return self.finished_at is not None

    @property
    def answered(self) -> int:
        return sum(state.answer is not None for state in self.states)

    def is_final(self, position: int) -> bool:
        """Whether the answer at a position can no longer change."""
        shown_at_once = self.plan.feedback is Feedback.EACH and self.states[position].answer is not None
        return self.is_finished or shown_at_once


def start_session(plan: QuizPlan, *, id_: str, now: datetime) -> QuizSession:
    """An attempt with its first question shown."""
    session = QuizSession(id_, plan, tuple(ItemState() for _ in plan.items), started_at=now)
    return move_to(session, 0)


def move_to(session: QuizSession, position: int) -> QuizSession:
    """The same attempt at another question, which counts as shown from now on, unless the attempt is finished.

    Raises IndexError for a position that the plan doesn't have.
    """
    if not 0 <= position < len(session.states):
        raise IndexError(position)
    moved = replace(session, position=position)
    # Looking through a finished attempt must not turn "not reached" into "omitted".
    return moved if session.is_finished else _with_state(moved, replace(moved.state, shown=True))


def submit_answer(session: QuizSession, answer: Answer) -> tuple[QuizSession, Grade]:
    """Confirm an answer at the current position; the grade is for feedback at once.

    Raises AnswerIsFinal where the answer can no longer change.
    """
    if session.is_final(session.position):
        raise AnswerIsFinal(session.position)
    grade = grade_answer(session.item.question, answer)
    return _with_state(session, replace(session.state, answer=answer, draft=())), grade


def keep_draft(session: QuizSession, draft: Response) -> QuizSession:
    """Remember what is chosen or typed but not confirmed; a final answer keeps none."""
    if session.is_final(session.position):
        return session
    return _with_state(session, replace(session.state, draft=draft))


def toggle_flag(session: QuizSession) -> QuizSession:
    return _with_state(session, replace(session.state, flagged=not session.state.flagged))


def finish_session(session: QuizSession, *, now: datetime) -> QuizSession:
    """Submit the attempt. What was shown and left open counts as "I don't know", what was not reached as nothing."""
    return session if session.is_finished else replace(session, finished_at=now)


def append_item(session: QuizSession, item: PlanItem) -> QuizSession:
    """The attempt with one more question at its end, not shown yet. Raises AnswerIsFinal once it is submitted."""
    if session.is_finished:
        raise AnswerIsFinal(len(session.states))
    plan = replace(session.plan, items=(*session.plan.items, item))
    return replace(session, plan=plan, states=(*session.states, ItemState()))


def is_scored(state: ItemState) -> bool:
    """Whether a position enters the score: answered, or shown and left open (omitted, not "not reached")."""
    return state.answer is not None or state.shown


def next_open(session: QuizSession) -> int | None:
    """The next position without an answer, from the current one round; None if all are answered."""
    count = len(session.states)
    order = ((session.position + step) % count for step in range(1, count + 1))
    return next((position for position in order if session.states[position].answer is None), None)


def _with_state(session: QuizSession, state: ItemState) -> QuizSession:
    before, after = session.states[: session.position], session.states[session.position + 1 :]
    return replace(session, states=(*before, state, *after))
