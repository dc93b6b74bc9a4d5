"""What holds for the grader of every question type, whatever is handed to it."""

from itertools import chain, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import Response
from quizapp.core.grading import key_response
from quizapp.core.question import Scoring
from quizapp.core.types import QUESTION_TYPES
from tests.factories import make_question, wrong_response


def pieces(type_: str) -> list[str]:
    """What responses to a type are made of, right and wrong, and strangers."""
    question = make_question("q", type_)
    return [*dict.fromkeys((*key_response(question), *wrong_response(question))), "zz", ""]


CASES = [(type_, tuple(pieces(type_))) for type_ in QUESTION_TYPES]


@st.composite
def responses(draw: st.DrawFn) -> tuple[str, Response]:
    type_, parts = draw(st.sampled_from(CASES))
    return type_, tuple(draw(st.lists(st.sampled_from(parts), max_size=7)))


@given(responses())
def test_a_score_lies_in_0_to_1_and_strict_is_no_more_than_partial(case: tuple[str, Response]) -> None:
    type_, response = case
    kind, body = QUESTION_TYPES[type_], make_question("q", type_).body
    partial = kind.grade(body, response, Scoring.PARTIAL)
    strict = kind.grade(body, response, Scoring.STRICT)
    assert 0 <= strict.score <= partial.score <= 1
    assert strict.score in (0, 1)
    assert strict.is_right == partial.is_right


@pytest.mark.parametrize("type_", QUESTION_TYPES)
def test_full_credit_is_for_the_key_and_nothing_for_nothing(type_: str) -> None:
    kind, question = QUESTION_TYPES[type_], make_question("q", type_)
    key = key_response(question)
    for scoring in Scoring:
        assert kind.grade(question.body, key, scoring).score == 1
        assert kind.grade(question.body, (), scoring).score == 0
        assert not kind.grade(question.body, wrong_response(question), scoring).is_right
        assert 0 <= kind.chance(question.body, scoring) < 1
    assert kind.chance(question.body, Scoring.STRICT) <= kind.chance(question.body, Scoring.PARTIAL)
    assert kind.is_complete(question.body, key)
    assert not kind.is_complete(question.body, ())


@pytest.mark.parametrize("type_", ["single", "multi", "true_false", "order", "match", "code_line", "cloze"])
def test_no_other_response_of_the_same_pieces_has_full_credit(type_: str) -> None:
    kind, question = QUESTION_TYPES[type_], make_question("q", type_)
    parts = [part for part in pieces(type_) if part not in ("zz", "")]
    short = min(len(parts), 5)
    every = chain(permutations(parts, len(key_response(question))), product(parts[:short], repeat=2))
    right = {frozenset(given) if type_ != "order" else given for given in every if _is_right(type_, given)}
    key = key_response(question)
    assert right <= {frozenset(key) if type_ != "order" else key}
    assert kind.grade(question.body, key, Scoring.STRICT).is_right


def _is_right(type_: str, response: Response) -> bool:
    return QUESTION_TYPES[type_].grade(make_question("q", type_).body, response, Scoring.PARTIAL).is_right
