"""A competency's measure: what its numbers are, and how much of them a number of answers allows to be said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.measure import (
    LABEL_ANSWERS,
    PRIOR,
    READY_ANSWERS,
    Claim,
    CompetencyMeasure,
    Cut,
    Label,
    SeenAnswers,
    claim_for,
    label_for,
    measure_competency,
    posterior_of,
    response_curve,
)
from tests.core.measure.brute import Shot, bank_domain, some_shots

DOMAIN = bank_domain()
CUT = Cut(0.7)


def measure(answers: list[Shot], seen: list[Shot] | None = None) -> CompetencyMeasure:
    return measure_competency("llm-basics", answers, DOMAIN, CUT, seen or [])


@pytest.mark.parametrize(
    ("answers", "claim"),
    [(0, Claim.RAW), (4, Claim.RAW), (5, Claim.BAND), (7, Claim.BAND), (8, Claim.LABEL), (80, Claim.LABEL)],
)
def test_what_may_be_claimed_depends_on_the_number_of_answers(answers: int, claim: Claim) -> None:
    assert claim_for(answers) is claim
    measured = measure([Shot(3, 0.25, 1.0)] * answers)
    assert measured.claim is claim
    assert (measured.label is None) == (claim is not Claim.LABEL)
    assert (measured.band is None) == (claim is Claim.RAW)
    assert measured.band in (None, measured.interval)


@pytest.mark.parametrize(
    ("p_ready", "label"),
    [
        (1.0, Label.READY),
        (0.9, Label.READY),
        (0.899, Label.UNDECIDED),
        (0.5, Label.UNDECIDED),
        (0.101, Label.UNDECIDED),
        (0.1, Label.NOT_YET),
        (0.0, Label.NOT_YET),
    ],
)
def test_a_label_needs_nine_tenths(p_ready: float, label: Label) -> None:
    assert label_for(p_ready, READY_ANSWERS) is label
    assert label_for(p_ready, 7) is None


def test_ready_needs_more_answers_than_the_other_labels() -> None:
    assert label_for(1.0, READY_ANSWERS - 1) is Label.UNDECIDED
    assert label_for(0.0, LABEL_ANSWERS) is Label.NOT_YET


def test_an_attempt_without_answers_says_what_the_prior_says() -> None:
    measured = measure([])
    assert (measured.answers, measured.mean_score, measured.label) == (0, None, None)
    assert (measured.ability, measured.ability_sd) == (PRIOR.mean, PRIOR.sd)
    assert measured.seen == SeenAnswers()
    assert measured.seen.gain is None


def test_right_answers_make_ready_and_wrong_ones_not_yet() -> None:
    hard = [Shot(4, 0.2, 1.0)] * 12
    assert measure(hard * 3).label is Label.READY
    assert measure([Shot(2, 0.2, 0.0)] * 12).label is Label.NOT_YET
    assert measure([Shot(3, 0.2, 1.0), Shot(3, 0.2, 0.0)] * 4 + hard[:4]).label is Label.UNDECIDED


@given(some_shots)
def test_the_numbers_are_those_of_the_posterior(answers: list[Shot]) -> None:
    measured, posterior = measure(answers), posterior_of(answers)
    assert measured.slug == "llm-basics"
    assert measured.answers == len(answers)
    assert (measured.ability, measured.ability_sd) == (posterior.mean, posterior.sd)
    assert (measured.domain_score, measured.interval) == (measured.score.mean, measured.score.interval)
    assert measured.p_ready == measured.score.p_ready(CUT)
    if answers:
        assert measured.mean_score == pytest.approx(sum(a.score for a in answers) / len(answers))


@given(some_shots, some_shots)
def test_answers_to_questions_seen_before_move_nothing(answers: list[Shot], seen: list[Shot]) -> None:
    with_seen, without = measure(answers, seen), measure(answers)
    assert (with_seen.score, with_seen.answers, with_seen.label) == (without.score, without.answers, without.label)
    assert with_seen.seen.count == len(seen)


def test_seen_questions_are_held_beside_what_the_other_answers_let_expect() -> None:
    answers = [Shot(3, 0.25, 1.0), Shot(3, 0.25, 0.0)] * 4
    seen = measure(answers, [Shot(5, 0.0, 1.0), Shot(5, 0.0, 1.0), Shot(3, 0.25, 0.5)]).seen
    weights = posterior_of(answers).weights
    hard, middle = (
        sum(w * p for w, p in zip(weights, response_curve(*kind).share, strict=True)) for kind in ((5, 0.0), (3, 0.25))
    )
    assert seen.mean_score == pytest.approx(2.5 / 3)
    assert seen.expected == pytest.approx((2 * hard + middle) / 3)
    assert seen.gain == pytest.approx(2.5 / 3 - (2 * hard + middle) / 3)


@given(st.integers(0, 200), st.floats(0, 1))
def test_nobody_is_labelled_before_the_least_number(answers: int, p_ready: float) -> None:
    assert (label_for(p_ready, answers) is None) == (answers < 8)
