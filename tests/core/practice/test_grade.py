"""Ratings: the rule of docs/design.md, case by case."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import Answer
from quizapp.core.practice import Rating, rate, rate_answer
from tests.factories import NOW, make_question

scores = st.floats(0, 1)
chances = st.floats(0, 0.99)
confidences = st.floats(0, 1)


@pytest.mark.parametrize(
    ("chance", "expected"),
    [
        (0.0, "HGGE"),  # numeric: k is the confidence itself
        (0.25, "AHGE"),  # one of four: 0, 1/3, 2/3, 0.93
        (0.5, "AAGE"),  # true or false: below 0, 0, 1/2, and exactly 0.9
    ],
)
def test_a_right_answer_counts_by_what_was_known_beyond_guessing(chance: float, expected: str) -> None:
    found = [rate(1.0, chance, confidence) for confidence in (0.25, 0.5, 0.75, 0.95)]
    assert "".join(rating.name[0] for rating in found) == expected


@pytest.mark.parametrize("confidence", [None, 0.25, 0.95])
def test_what_is_not_known_comes_again_however_sure_one_was(confidence: float | None) -> None:
    assert {rate(score, 0.0, confidence) for score in (0.0, 0.5, 0.59)} == {Rating.AGAIN}


def test_partly_right_is_hard_at_best() -> None:
    assert rate(0.6, 0.25, 0.95) is Rating.HARD
    assert rate(0.99, 0.25, None) is Rating.HARD
    assert rate(0.75, 0.25, 0.25) is Rating.AGAIN  # and a guess


def test_without_confidence_right_is_good() -> None:
    assert rate(1.0, 0.25, None) is Rating.GOOD


def by_the_book(score: float, chance: float, confidence: float | None) -> Rating:
    """The rule in exact numbers."""
    k = None if confidence is None else (Fraction(confidence) - Fraction(chance)) / (1 - Fraction(chance))
    if score < 0.6 or (k is not None and k < Fraction(1, 6)):
        return Rating.AGAIN
    if (k is not None and k < Fraction(1, 2)) or score < 1:
        return Rating.HARD
    return Rating.GOOD if k is None or k < Fraction(9, 10) else Rating.EASY


@given(scores, chances, st.none() | confidences)
def test_the_rule_holds_everywhere(score: float, chance: float, confidence: float | None) -> None:
    found, exact = rate(score, chance, confidence), by_the_book(score, chance, confidence)
    # At a boundary the rounding of floats may go either way, and ours goes up.
    assert found is exact or found is by_the_book(min(1.0, score + 1e-8), chance, min(1, (confidence or 0) + 1e-8))


@given(scores, scores, chances, confidences, confidences)
def test_knowing_more_is_never_rated_lower(low: float, high: float, chance: float, p: float, q: float) -> None:
    (low, high), (p, q) = sorted((low, high)), sorted((p, q))
    assert rate(low, chance, p) <= rate(high, chance, p)
    assert rate(low, chance, p) <= rate(low, chance, q)


def test_an_answer_is_rated_by_its_question() -> None:
    question = make_question("q", "single")
    assert rate_answer(question, Answer(("b",), NOW, confidence=0.95)) is Rating.EASY
    assert rate_answer(question, Answer(("b",), NOW, confidence=0.25)) is Rating.AGAIN
    assert rate_answer(question, Answer(("a",), NOW)) is Rating.AGAIN
    assert rate_answer(question, Answer(("b",), NOW, dont_know=True)) is Rating.AGAIN
    assert rate_answer(make_question("n", "numeric"), Answer(("12.5",), NOW, confidence=0.5)) is Rating.GOOD
