"""True or false: two options in a fixed order, one of them right."""

from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import ReviewRow, Verdict
from quizapp.core.markup import parse_markup
from quizapp.core.question import Scoring
from quizapp.core.types.choice import ChoiceBody
from quizapp.core.types.true_false import TrueFalse, build_true_false_body

TYPE = TrueFalse()
ORDER = ("true", "false")
bodies = st.builds(build_true_false_body, st.booleans(), st.text(), st.text(), st.text())
scorings = st.sampled_from(Scoring)


@given(bodies, scorings)
def test_chance_is_the_mean_over_both_answers(body: ChoiceBody, scoring: Scoring) -> None:
    scores = [TYPE.grade(body, (id_,), scoring).score for id_ in TYPE.arrange(body, Random(1))]
    assert TYPE.chance(body, scoring) == sum(scores) / len(scores) == 0.5


@given(bodies, scorings)
def test_the_key_alone_has_full_credit(body: ChoiceBody, scoring: Scoring) -> None:
    every = [response for length in range(4) for response in product([*ORDER, "maybe"], repeat=length)]
    assert {TYPE.grade(body, response, scoring).score for response in every} == {0, 1}
    assert [response for response in every if TYPE.grade(body, response, scoring).is_right] == [TYPE.key(body)]


@pytest.mark.parametrize("answer", [True, False])
def test_the_key_is_the_answer(answer: bool) -> None:
    body = build_true_false_body(answer, "", "")
    assert TYPE.key(body) == (str(answer).lower(),)


@given(bodies, st.integers())
def test_true_stands_before_false_in_every_attempt(body: ChoiceBody, seed: int) -> None:
    assert TYPE.arrange(body, Random(seed)) == ORDER
    assert [option.text for option in body.options] == ["True", "False"]


@pytest.mark.parametrize("answer", [True, False])
def test_the_misconception_is_that_of_the_wrong_one(answer: bool) -> None:
    body = build_true_false_body(answer, "why", "why not", "mix-up")
    assert {option.correct: option.misconception for option in body.options} == {True: "", False: "mix-up"}


def test_a_review_gives_each_choice_its_rationale() -> None:
    body = build_true_false_body(False, "It only **seems** so.", "Just so.")
    assert TYPE.describe(body, ("true",), ORDER) == "A. True"
    assert TYPE.review(body, ("true",), ORDER) == (
        ReviewRow(Verdict.WRONG, parse_markup("True"), parse_markup("It only **seems** so."), "A"),
        ReviewRow(Verdict.MISSED, parse_markup("False"), parse_markup("Just so."), "B"),
    )
    assert TYPE.grade(body, ("false",), Scoring.STRICT).marks == (("true", Verdict.NEUTRAL), ("false", Verdict.RIGHT))
