"""How a report writes dates, times and counts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from quizapp.core.answer import Answer
from quizapp.core.session import ItemState
from quizapp.report.outcome import OUTCOME_WORDS, Outcome, outcome
from quizapp.report.words import (
    article,
    count_words,
    date_words,
    duration_words,
    interval_words,
    points_words,
    title_lines,
)
from tests.factories import NOW, make_framework, make_question


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("AI engineer", "an"),
        ("ML engineer", "an"),
        ("SRE", "an"),
        ("UX designer", "a"),
        ("data engineer", "a"),
        ("Engineer", "an"),
        ("university lecturer", "a"),
        ("European buyer", "a"),
        ("A/B tester", "an"),
        ("", "a"),
    ],
)
def test_the_article_follows_the_sound(noun: str, expected: str) -> None:
    assert article(noun) == expected


def test_the_title_comes_from_the_framework() -> None:
    assert title_lines(make_framework()) == ("Readiness for the work", "of an AI engineer")
    odd = replace(make_framework(), title=" Data \n engineer ")
    assert title_lines(odd)[1] == "of a Data engineer"


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0, "0 s"), (0.4, "0 s"), (59.6, "1 min"), (200, "3 min 20 s"), (3600, "1 h"), (3901, "1 h 5 min")],
)
def test_durations_have_two_units(seconds: float, expected: str) -> None:
    assert duration_words(seconds) == expected


def test_dates_are_in_the_zone_given() -> None:
    late = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
    assert date_words(late) == "30 November 2026"
    assert date_words(late.astimezone(timezone(timedelta(hours=1)))) == "1 December 2026"


def test_counts_points_and_intervals() -> None:
    assert (count_words(1, "question"), count_words(0, "question")) == ("1 question", "0 questions")
    assert (points_words(4), points_words(13 / 3), points_words(0)) == ("4", "4.33", "0")
    assert interval_words((0.381, 0.869)) == "38–87 %"


@pytest.mark.parametrize(
    ("answer", "shown", "expected"),
    [
        (None, False, Outcome.NOT_REACHED),
        (None, True, Outcome.LEFT_OPEN),
        (Answer((), NOW, dont_know=True), True, Outcome.DONT_KNOW),
        (Answer(("a", "c"), NOW), True, Outcome.RIGHT),
        (Answer(("a",), NOW), True, Outcome.PARTLY),
        (Answer(("b",), NOW), True, Outcome.WRONG),
    ],
)
def test_outcomes(answer: Answer | None, shown: bool, expected: Outcome) -> None:
    assert outcome(make_question("q", "multi"), ItemState(answer=answer, shown=shown)) is expected
    assert set(OUTCOME_WORDS) == set(Outcome)
