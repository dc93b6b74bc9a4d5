"""Attempts whose answers have confidences."""

from collections.abc import Sequence
from dataclasses import replace

from quizapp.core.plan import QuizPlan
from quizapp.core.session import QuizSession
from tests.factories import make_plan, make_session


def rated_session(
    answers: Sequence[bool | None], confidences: Sequence[float | None], plan: QuizPlan | None = None
) -> QuizSession:
    """A finished attempt answered and rated position by position; nothing more was asked."""
    plan = plan or replace(make_plan(len(answers)), ask_confidence=True)
    session = make_session(plan, answers, finished=True)
    states = tuple(
        replace(state, answer=state.answer and replace(state.answer, confidence=confidence))
        for state, confidence in zip(session.states, confidences, strict=True)
    )
    return replace(session, states=states)
