"""How many more answers a label takes: held against giving that many."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.measure import (
    FARTHEST,
    MINIMUM_ANSWERS,
    READY_ANSWERS,
    AnswerRow,
    CompetencyMeasure,
    Cut,
    Label,
    answers_to_decide,
    measure_competency,
)
from tests.core.measure.brute import bank_domain

DOMAIN = bank_domain()
DECIDED = (Label.READY, Label.NOT_YET)


def measured(scores: list[float], cut: Cut = Cut(0.7)) -> CompetencyMeasure:  # noqa: B008 - a frozen value
    when = datetime(2026, 3, 2, tzinfo=UTC)
    rows = [AnswerRow(f"q{n}", "basics", "theory", 3, 0.25, score, when) for n, score in enumerate(scores)]
    return measure_competency("basics", rows, DOMAIN, cut)


@given(right=st.integers(0, 40), wrong=st.integers(0, 40))
def test_that_many_more_answers_like_these_decide_and_fewer_do_not(right: int, wrong: int) -> None:
    scores = [1.0] * right + [0.0] * wrong
    measure = measured(scores)
    more = answers_to_decide(measure)
    if measure.label in DECIDED:
        assert more == 0
    elif len(scores) < MINIMUM_ANSWERS:
        assert more is None
    else:
        mean = right / len(scores)
        labels = {step: measured([mean] * (len(scores) + step)).label for step in range(5, FARTHEST + 1, 5)}
        assert more == next((step for step, label in labels.items() if label in DECIDED), None)


def test_what_is_held_back_takes_the_answers_that_are_missing() -> None:
    assert answers_to_decide(measured([1.0] * 10)) == READY_ANSWERS - 10


def test_near_the_cut_there_is_no_telling() -> None:
    measure = measured([1.0, 1.0, 0.0, 1.0] * 10)
    assert measure.label is Label.UNDECIDED
    assert answers_to_decide(measured([1.0, 1.0, 0.0, 1.0] * 10, Cut(measure.domain_score))) is None


@pytest.mark.parametrize("count", [1, 4])
def test_too_few_answers_suppose_nothing(count: int) -> None:
    assert answers_to_decide(measured([0.0] * count)) is None
