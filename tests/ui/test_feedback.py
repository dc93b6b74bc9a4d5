"""Feedback after each answer: it is shown at once, and what was confirmed stays."""

import pytest

from quizapp.core.grading import key_response
from tests.ui.person import Person


@pytest.fixture
def learning(person: Person) -> Person:
    person.start("All (3)", "After each answer")
    return person


def wrong_response(person: Person) -> tuple[str, ...]:
    item = person.session.item
    if not item.option_order:
        return ("99",)
    return (next(id_ for id_ in item.option_order if id_ not in key_response(item.question)),)


def to_a_question_with_options(person: Person) -> None:
    position = next(p for p, item in enumerate(person.session.plan.items) if item.option_order)
    person.jump(position)


def test_right_and_wrong_are_told_with_reason_and_source(learning: Person) -> None:
    to_a_question_with_options(learning)
    id_ = learning.session.item.question.id
    learning.answer(wrong_response(learning))
    assert learning.reads("Not right")
    assert learning.reads(f"The explanation of {id_}.")
    assert learning.reads(f"The source of {id_}")
    learning.click("Next question")
    learning.answer()
    assert learning.reads("Right")


def test_a_confirmed_answer_is_final_and_looking_back_is_read_only(learning: Person) -> None:
    to_a_question_with_options(learning)
    position = learning.session.position
    learning.answer(wrong_response(learning))
    learning.click("Next question")
    learning.jump(position)
    before = learning.session.state.answer
    assert not any(learning.option(id_).isEnabled() for id_ in learning.session.item.option_order)
    assert not learning.can_click("I don't know")
    learning.qtbot.keyClicks(learning.page, "1234")
    assert learning.session.state.answer == before
    assert learning.reads("Not right")


def test_nothing_above_the_feedback_moves(learning: Person) -> None:
    to_a_question_with_options(learning)
    options = [learning.option(id_) for id_ in learning.session.item.option_order]
    before = [option.geometry() for option in options]
    learning.answer(wrong_response(learning))
    assert [option.geometry() for option in options] == before


def test_a_common_way_out_is_final_too(learning: Person) -> None:
    learning.click("I don't know")
    assert learning.session.state.answer is not None
    assert learning.session.is_final(learning.session.position)
    assert learning.reads("I don't know")
