"""The short-text type: what counts as the same text, common errors, review."""

from random import Random
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import ReviewRow, Verdict
from quizapp.core.markup import as_text, parse_markup
from quizapp.core.question import Scoring
from quizapp.core.types.short_text import MAX_LENGTH, CommonText, ShortText, ShortTextBody, normalise, recognise

TYPE = ShortText()
BODY = ShortTextBody(
    ("naïve Bayes", "Bayes' rule"),
    common_errors=(
        CommonText(("bays",), "Mind the **spelling**.", "spelling"),
        CommonText(("frequency",), "Other way."),
    ),
)
EXACT = ShortTextBody(("GROUP BY",), match_case=True)
scorings = st.sampled_from(Scoring)


def score(body: ShortTextBody, *response: str) -> float:
    return TYPE.grade(body, response, Scoring.PARTIAL).score


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("naïve Bayes", 1),
        ("  NAIVE \t bayes. ", 1),
        ("nai\u0308ve bayes", 1),
        ("ｎａｉｖｅ\u00a0bayes", 1),
        ("bayes\u2019 rule", 1),
        ("bayes\u00b4 rule .", 1),
        ("naive bayes..", 0),
        ("naivebayes", 0),
        ("naive.bayes", 0),
        ("naive.*", 0),
        ("", 0),
        ("\u0301", 0),
        (".", 0),
        ("naive bayes" + " " * 300, 1),
        ("naive bayes" + " " * 300 + "x", 1),
        ("x" * 300 + "naive bayes", 0),
    ],
)
def test_only_the_writing_is_forgiven(text: str, points: int) -> None:
    assert score(BODY, text) == points


@pytest.mark.parametrize(("text", "points"), [("GROUP BY", 1), ("group  by", 0), ("GRÓUP  BY.", 1), ("Group by", 0)])
def test_capitals_count_where_the_question_says_so(text: str, points: int) -> None:
    assert score(EXACT, text) == points


def test_dashes_and_quotes_are_all_one() -> None:
    assert {normalise(f"a{dash}b") for dash in "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"} == {"a-b"}
    assert {normalise(f"a{quote}b") for quote in '"\u201c\u201d\u201e\u00ab\u00bb'} == {'a"b'}


@given(st.text(max_size=20))
def test_blanks_around_capitals_and_composition_change_nothing(text: str) -> None:
    assert normalise(f" {text}\n") == normalise(text)
    assert normalise(normalize("NFD", text)) == normalise(normalize("NFC", text))
    assert normalise(text.casefold()) == normalise(text)


@given(st.text(max_size=MAX_LENGTH), st.booleans(), scorings)
def test_the_key_has_full_credit(text: str, match_case: bool, scoring: Scoring) -> None:
    body = ShortTextBody((text, "other"), match_case)
    readable = bool(normalise(text, match_case))
    assert TYPE.grade(body, TYPE.key(body), scoring).is_right == TYPE.is_complete(body, TYPE.key(body)) == readable


@given(st.lists(st.text(), max_size=3), scorings)
def test_a_score_is_0_or_1_whatever_is_given(response: list[str], scoring: Scoring) -> None:
    assert TYPE.grade(BODY, tuple(response), scoring).score in {0, 1}


def test_nobody_guesses_a_text_and_there_is_nothing_to_arrange() -> None:
    assert TYPE.chance(BODY, Scoring.PARTIAL) == 0
    assert TYPE.arrange(BODY, Random(1)) == ()
    assert not TYPE.is_complete(BODY, ())


def test_a_review_shows_what_was_given_and_the_key_of_a_wrong_one() -> None:
    key = ReviewRow(Verdict.MISSED, as_text("naïve Bayes"))
    known = ReviewRow(Verdict.WRONG, as_text("Bays"), parse_markup("Mind the **spelling**."))
    assert TYPE.review(BODY, ("Bayes'  rule",), ()) == (ReviewRow(Verdict.RIGHT, as_text("Bayes' rule")),)
    assert TYPE.review(BODY, ("Bays",), ()) == (known, key)
    assert TYPE.review(BODY, ("**x**",), ()) == (ReviewRow(Verdict.WRONG, as_text("**x**")), key)
    assert TYPE.review(BODY, (), ()) == (key,)


def test_marks_and_misconceptions_name_what_was_typed() -> None:
    marks = [TYPE.grade(BODY, response, Scoring.STRICT).marks for response in (("naive bayes",), ("x",), ())]
    assert marks == [(("text", verdict),) for verdict in (Verdict.RIGHT, Verdict.WRONG, Verdict.MISSED)]
    assert [error and error.misconception for error in (recognise(BODY, ("BAYS.",)), recognise(BODY, ()))] == [
        "spelling",
        None,
    ]
