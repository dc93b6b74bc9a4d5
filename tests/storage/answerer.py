"""A program that answers until it is killed: ``python -m tests.storage.answerer FILE [--grow | --practice]``.

It goes on with the attempt of the file, or begins one. What each position is answered with, and which draft is
kept before, is known beforehand, so that whoever kills it knows what has to be in the file.
With ``--grow`` the attempt begins with one question, and each answer is recorded with one more, as an adaptive one.
With ``--practice`` each answer is recorded with the card of its question.
Each line it prints is a fact that the store confirmed: "draft 3", "answer 3".
"""

import sys
from dataclasses import replace
from pathlib import Path

from quizapp.core.plan import PlanMethod, QuizPlan
from quizapp.core.practice import Card, rate_answer, review_card
from quizapp.core.session import (
    ItemState,
    QuizSession,
    append_item,
    keep_draft,
    move_to,
    start_session,
    toggle_flag,
)
from quizapp.storage.store import AttemptStore, open_store
from tests.factories import NOW, answer_position, make_plan

LENGTH = 500
ID = "killed"


def make_kill_plan(count: int = LENGTH, *, practice: bool = False) -> QuizPlan:
    """The plan, or as much of it as has grown."""
    plan = make_plan(LENGTH, seed=99)
    method = PlanMethod.PRACTICE if practice else PlanMethod.FIXED
    return replace(plan, items=plan.items[:count], method=method)


def begin_session(plan: QuizPlan) -> QuizSession:
    return start_session(plan, id_=ID, now=NOW)


def with_draft(session: QuizSession, position: int) -> QuizSession:
    """The session at a position, with a draft that is not confirmed; every seventh one is flagged."""
    session = keep_draft(move_to(session, position), (f"draft of {position}",))
    return session if position % 7 else toggle_flag(session)


def with_answer(session: QuizSession, position: int) -> QuizSession:
    return answer_position(session, position, right=bool(position % 3))


def expected_states(plan: QuizPlan, answers: int) -> tuple[ItemState, ...]:
    """The states after so many answers."""
    session = begin_session(plan)
    for position in range(answers):
        session = with_answer(with_draft(session, position), position)
    return session.states[:answers]


def expected_cards(plan: QuizPlan, answers: int) -> set[Card]:
    """The cards after so many answers to different questions."""
    pairs = zip(plan.items, expected_states(plan, answers), strict=False)
    rated = [(item.question, state.answer) for item, state in pairs if state.answer]
    return {review_card(question.id, None, rate_answer(question, a), a.answered_at) for question, a in rated}


def answer_on(store: AttemptStore, *, grow: bool, practice: bool) -> None:
    whole = make_kill_plan(1 if grow else LENGTH, practice=practice)
    session = store.load_attempt(ID) if store.list_attempts() else _create(store, whole)
    for position in range(session.answered, LENGTH - 1):
        if not session.states[position].draft:
            session = with_draft(session, position)
            store.record_progress(session)
            print("draft", position, flush=True)
        session = with_answer(session, position)
        if grow:
            session = append_item(session, make_kill_plan().items[position + 1])
        store.record_answer(session, position)
        print("answer", position, flush=True)


def _create(store: AttemptStore, plan: QuizPlan) -> QuizSession:
    session = begin_session(plan)
    store.create_attempt(session)
    return session


if __name__ == "__main__":
    answer_on(open_store(Path(sys.argv[1])), grow="--grow" in sys.argv, practice="--practice" in sys.argv)
