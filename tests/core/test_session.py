"""An attempt being answered: moving, answering, flags, drafts, the end."""

from dataclasses import FrozenInstanceError, replace
from datetime import timedelta

import pytest

from quizapp.core.answer import Answer
from quizapp.core.plan import Feedback
from quizapp.core.session import (
    AnswerIsFinal,
    ItemState,
    QuizSession,
    append_item,
    finish_session,
    is_scored,
    keep_draft,
    move_to,
    next_open,
    start_session,
    submit_answer,
    toggle_flag,
)
from tests.factories import NOW, answer_position, make_plan, make_session

LATER = NOW + timedelta(minutes=5)
RIGHT, WRONG = Answer(("b",), NOW, seconds=4.0), Answer(("a",), NOW, seconds=4.0)


def begin(feedback: Feedback = Feedback.EACH, count: int = 4) -> QuizSession:
    return start_session(make_plan(count, feedback), id_="one", now=NOW)


def test_an_attempt_starts_with_its_first_question_shown() -> None:
    session = begin()
    assert session == QuizSession("one", session.plan, session.states, NOW)
    assert (session.position, session.elapsed, session.finished_at) == (0, 0.0, None)
    assert session.states == (ItemState(shown=True), ItemState(), ItemState(), ItemState())
    assert session.item is session.plan.items[0]
    assert not session.is_finished
    assert session.answered == 0


def test_moving_shows_a_question_and_keeps_the_rest() -> None:
    session = move_to(begin(), 2)
    assert (session.position, session.item, session.state) == (2, session.plan.items[2], session.states[2])
    assert [state.shown for state in session.states] == [True, False, True, False]
    assert move_to(move_to(session, 0), 2) == session


@pytest.mark.parametrize("position", [-1, 4, 99])
def test_there_is_nothing_beyond_the_ends(position: int) -> None:
    with pytest.raises(IndexError, match=str(position)):
        move_to(begin(), position)


def test_an_empty_plan_cannot_start() -> None:
    with pytest.raises(IndexError):
        begin(count=0)


def test_an_answer_is_graded_and_clears_the_draft() -> None:
    before = toggle_flag(keep_draft(begin(), ("a",)))
    after, grade = submit_answer(before, RIGHT)
    assert grade.is_right
    assert after.states == (ItemState(RIGHT, (), flagged=True, shown=True), *before.states[1:])
    assert after.answered == 1
    assert submit_answer(before, WRONG)[1].score == 0
    assert before.state == ItemState(None, ("a",), flagged=True, shown=True)


def test_feedback_at_once_makes_an_answer_final() -> None:
    session, _ = submit_answer(begin(), WRONG)
    assert session.is_final(0)
    assert not session.is_final(1)
    with pytest.raises(AnswerIsFinal, match="0"):
        submit_answer(session, RIGHT)
    assert keep_draft(session, ("b",)) is session
    assert not begin().is_final(0)


def test_feedback_at_the_end_lets_answers_change_until_then() -> None:
    session, _ = submit_answer(begin(Feedback.AT_END), WRONG)
    assert not session.is_final(0)
    assert keep_draft(session, ("b",)).state == ItemState(WRONG, ("b",), shown=True)
    session, grade = submit_answer(session, RIGHT)
    assert grade.is_right
    assert (session.state.answer, session.answered) == (RIGHT, 1)
    with pytest.raises(AnswerIsFinal):
        submit_answer(finish_session(session, now=LATER), WRONG)


@pytest.mark.parametrize("feedback", Feedback)
def test_a_finished_attempt_keeps_its_answers(feedback: Feedback) -> None:
    session = finish_session(begin(feedback), now=LATER)
    assert session.is_finished
    assert session.finished_at == LATER
    assert all(session.is_final(position) for position in range(4))
    assert finish_session(session, now=LATER + timedelta(1)) is session
    assert keep_draft(session, ("a",)) is session
    with pytest.raises(AnswerIsFinal):
        submit_answer(session, RIGHT)


def test_looking_through_a_finished_attempt_reaches_no_more_questions() -> None:
    session = finish_session(begin(), now=LATER)
    assert move_to(session, 3) == replace(session, position=3)
    assert [is_scored(state) for state in move_to(session, 3).states] == [True, False, False, False]
    with pytest.raises(IndexError):
        move_to(session, 4)


def test_a_flag_is_set_and_taken_away_at_the_current_position_alone() -> None:
    session = toggle_flag(move_to(begin(), 1))
    assert [state.flagged for state in session.states] == [False, True, False, False]
    assert toggle_flag(session) == move_to(begin(), 1)


@pytest.mark.parametrize(
    ("state", "scored"),
    [
        (ItemState(), False),
        (ItemState(draft=("a",), flagged=True), False),
        (ItemState(shown=True), True),
        (ItemState(answer=RIGHT), True),
        (ItemState(answer=RIGHT, shown=True), True),
    ],
)
def test_what_was_answered_or_shown_is_scored(state: ItemState, scored: bool) -> None:
    assert is_scored(state) is scored


def test_the_next_open_position_is_looked_for_once_round() -> None:
    session = begin(Feedback.AT_END)
    assert next_open(session) == 1
    assert next_open(move_to(session, 3)) == 0
    session = answer_position(session, 1, right=True)
    assert next_open(session) == 2
    assert next_open(move_to(session, 0)) == 2
    assert next_open(answer_position(answer_position(session, 2, None), 3, right=False)) == 0
    assert next_open(make_session(make_plan(4), [True, True, None, False])) is None
    only_this = move_to(answer_position(make_session(make_plan(2)), 0, right=True), 1)
    assert next_open(only_this) == 1


def test_a_session_is_a_value() -> None:
    session = begin()
    assert begin() == session
    with pytest.raises(FrozenInstanceError):
        session.position = 2  # type: ignore[misc]


def test_an_appended_question_is_open_and_not_shown() -> None:
    session = make_session(answers=[True, False])
    item = make_plan(7).items[6]
    grown = append_item(session, item)
    assert grown.plan.items == (*session.plan.items, item)
    assert grown.states == (*session.states, ItemState())
    assert (grown.position, grown.plan.seed) == (session.position, session.plan.seed)
    with pytest.raises(AnswerIsFinal):
        append_item(make_session(finished=True), item)
