"""Grading through the registry: every type alike, with the question's own scoring rule."""

from random import Random

import pytest

from quizapp.core.answer import Answer, Grade, Response, Verdict
from quizapp.core.grading import (
    chance_score,
    describe_response,
    grade_answer,
    is_complete,
    key_response,
    review_rows,
)
from quizapp.core.markup import as_text, parse_markup
from quizapp.core.question import Scoring
from quizapp.core.types import QUESTION_TYPES
from tests.factories import NOW, make_question, wrong_response


def answer(*response: str, dont_know: bool = False) -> Answer:
    return Answer(response, NOW, dont_know)


@pytest.mark.parametrize("type_", QUESTION_TYPES)
def test_the_factories_know_every_type(type_: str) -> None:
    assert isinstance(make_question("q", type_).body, QUESTION_TYPES[type_].body)


@pytest.mark.parametrize("type_", QUESTION_TYPES)
def test_the_key_earns_all_and_no_answer_nothing(type_: str) -> None:
    question = make_question("q", type_)
    key = key_response(question)
    assert is_complete(question, key)
    assert not is_complete(question, ())
    assert grade_answer(question, answer(*key)).is_right
    assert grade_answer(question, answer(*wrong_response(question))).score == 0
    assert grade_answer(question, None) == grade_answer(question, answer())
    assert grade_answer(question, None).score == 0


@pytest.mark.parametrize("type_", QUESTION_TYPES)
def test_i_dont_know_earns_nothing_even_beside_a_right_draft(type_: str) -> None:
    question = make_question("q", type_)
    admitted = answer(*key_response(question), dont_know=True)
    assert grade_answer(question, admitted) == grade_answer(question, None)
    order = QUESTION_TYPES[type_].arrange(question.body, Random(1))
    assert review_rows(question, admitted, order) == review_rows(question, None, order)


def test_only_full_credit_is_right() -> None:
    assert Grade(1.0).is_right
    assert not Grade(0.999).is_right


def test_the_scoring_rule_of_the_question_counts() -> None:
    partial, strict = (make_question("q", "multi", scoring=scoring) for scoring in Scoring)
    assert grade_answer(partial, answer("a")).score == 0.5
    assert grade_answer(strict, answer("a")).score == 0
    # ac of abcd: partial (1·1 + 4·½) / 16, strict 1/16.
    assert chance_score(partial) == 3 / 16
    assert chance_score(strict) == 1 / 16


@pytest.mark.parametrize(("type_", "chance"), [("single", 0.25), ("numeric", 0)])
def test_chance_of_the_other_types(type_: str, chance: float) -> None:
    assert chance_score(make_question("q", type_)) == chance


@pytest.mark.parametrize(
    ("type_", "response", "words"),
    [
        ("single", ("a",), "D. Statement a – it holds"),
        ("multi", ("a", "c"), "B. Statement c – it holds; D. Statement a – it holds"),
        ("numeric", ("7",), "7 GB"),
        ("numeric", (), ""),
    ],
)
def test_responses_are_told_in_words(type_: str, response: Response, words: str) -> None:
    assert describe_response(make_question("q", type_), response, "dcba") == words


def test_reviews_tell_options_in_their_order_and_numbers_with_the_key() -> None:
    rows = review_rows(make_question("q"), answer("d"), "dcba")
    assert [row.verdict for row in rows] == [Verdict.WRONG, Verdict.NEUTRAL, Verdict.MISSED, Verdict.NEUTRAL]
    rows = review_rows(make_question("q", "numeric"), answer("25"), ())
    assert [(row.text, row.rationale) for row in rows] == [
        (as_text("25 GB"), parse_markup("That counts every byte twice.")),
        (as_text("12.5 GB (± 0.1)"), ()),
    ]
