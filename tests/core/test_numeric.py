"""The numeric type: tolerance, common errors, review."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import ReviewRow, Verdict
from quizapp.core.markup import as_text, parse_markup
from quizapp.core.numbers import within
from quizapp.core.question import Scoring
from quizapp.core.types.numeric import CommonError, Numeric, NumericBody, recognise

TYPE = Numeric()
BITS = NumericBody(
    0.687,
    0.005,
    "bits/byte",
    (
        CommonError(0.714, 0.006, "This is model B.", "compares-per-token-loss"),
        CommonError(0.72, 0.01, "Rounded too early."),
        CommonError(2.885, 0.02, "That is bits per token."),
    ),
)
finite = st.floats(-1e300, 1e300)


def score(body: NumericBody, *response: str) -> float:
    return TYPE.grade(body, response, Scoring.PARTIAL).score


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("0.687", 1),
        ("0.692", 1),
        ("0.682", 1),
        ("0.6921", 0),
        ("0.6819", 0),
        ("-0.687", 0),
        ("0.69 bits/byte", 1),
        ("0,687", 0),
        ("model A", 0),
        ("", 0),
    ],
)
def test_a_number_is_right_within_the_tolerance_and_at_its_ends(text: str, points: int) -> None:
    assert score(BITS, text) == points


@pytest.mark.parametrize("scoring", Scoring)
def test_the_mark_names_what_became_of_the_value(scoring: Scoring) -> None:
    assert TYPE.grade(BITS, ("0.687",), scoring).marks == (("value", Verdict.RIGHT),)
    assert TYPE.grade(BITS, ("0.7",), scoring).marks == (("value", Verdict.WRONG),)
    assert TYPE.grade(BITS, (), scoring).marks == (("value", Verdict.MISSED),)
    assert TYPE.grade(BITS, (), scoring).score == 0


def test_only_the_last_bits_are_forgiven_without_a_tolerance() -> None:
    assert score(NumericBody(0.1 + 0.2, 0), "0.3") == 1
    assert score(NumericBody(0.3, 0), "0.30000001") == 0
    assert score(NumericBody(70_553_706_496, 0), "70,553,706,496") == 1
    assert score(NumericBody(70_553_706_496, 0), "70,553,706,497") == 0
    assert score(NumericBody(0, 0), "1e-300") == 0


@given(finite, st.floats(0, 1e300), st.floats(-1, 1))
def test_the_tolerance_reaches_to_both_sides_alike(target: float, tolerance: float, part: float) -> None:
    assert within(target + part * tolerance, target, tolerance)
    assert not within(target + 1.001 * tolerance + 1e-9 * abs(target) + 1e-9, target, tolerance)
    assert not within(target - 1.001 * tolerance - 1e-9 * abs(target) - 1e-9, target, tolerance)


@given(finite)
def test_the_key_has_full_credit(value: float) -> None:
    body = NumericBody(value, 0)
    assert TYPE.is_complete(body, TYPE.key(body))
    assert score(body, *TYPE.key(body)) == 1


@given(finite, st.floats(0, 1e6), st.text())
def test_a_score_is_0_or_1_whatever_is_typed(value: float, tolerance: float, text: str) -> None:
    assert score(NumericBody(value, tolerance), text) in {0, 1}


def test_nobody_guesses_a_number_and_there_is_nothing_to_arrange() -> None:
    assert TYPE.chance(BITS, Scoring.PARTIAL) == 0
    assert TYPE.arrange(BITS, Random(1)) == ()


def test_a_response_is_complete_once_it_can_be_read() -> None:
    assert TYPE.is_complete(BITS, ("0.5 bits/byte",))
    assert not TYPE.is_complete(BITS, ("0,5",))
    assert not TYPE.is_complete(BITS, ())


def test_the_nearest_common_error_is_recognised() -> None:
    names = {
        text: error and error.rationale for text in ("0.716", "0.7175", "0.5") for error in [recognise(BITS, (text,))]
    }
    assert names == {"0.716": "This is model B.", "0.7175": "Rounded too early.", "0.5": None}
    assert recognise(BITS, ("bits",)) is None
    assert recognise(BITS, ()) is None


def test_a_response_is_described_with_its_unit_once() -> None:
    assert TYPE.describe(BITS, (" 0.69 ",), ()) == "0.69 bits/byte"
    assert TYPE.describe(BITS, ("0.69 Bits/Byte",), ()) == "0.69 Bits/Byte"
    assert TYPE.describe(NumericBody(1, 0), ("1",), ()) == "1"
    assert TYPE.describe(BITS, (), ()) == ""


def test_a_review_shows_what_was_given_and_the_key() -> None:
    key = ReviewRow(Verdict.MISSED, as_text("0.687 bits/byte (± 0.005)"))
    right = ReviewRow(Verdict.RIGHT, as_text("0.69 bits/byte"))
    known = ReviewRow(Verdict.WRONG, as_text("2.88 bits/byte"), parse_markup("That is bits per token."))
    assert TYPE.review(BITS, ("0.69",), ()) == (right, key)
    assert TYPE.review(BITS, ("2.88",), ()) == (known, key)
    assert TYPE.review(BITS, ("9",), ()) == (ReviewRow(Verdict.WRONG, as_text("9 bits/byte")), key)
    assert TYPE.review(BITS, (), ()) == (key,)
    assert TYPE.review(NumericBody(4096, 0), (), ()) == (ReviewRow(Verdict.MISSED, as_text("4,096")),)
