"""The domain score: how topics weigh, its interval and P(ready) against plain integration, and its properties."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.measure import Cut, DomainItem, DomainScore, build_domain, competency_domain, posterior_of
from quizapp.core.measure import response_curve as curve
from tests.core.measure.brute import (
    THETAS,
    WEIGHTS,
    Shot,
    bank_domain,
    density,
    domain_share,
    mean_of,
    normal_cdf,
    shots,
    some_shots,
)
from tests.factories import make_framework, make_question

DOMAIN = bank_domain()
CUT = Cut(0.7)
EXAMPLES = (
    [],
    [Shot(3, 0.25, 1.0)] * 10,
    [Shot(2, 0.25, 0.0)] * 10,
    [Shot(level, 0.25, score) for level in (1, 2, 3, 4, 5) for score in (1.0, 0.5, 0.0, 1.0)],
    [Shot(3, 0.0, 1.0), Shot(3, 0.0, 0.0)] * 40,
)


def scored(answers: list[Shot]) -> DomainScore:
    return DomainScore(posterior_of(answers), DOMAIN)


@pytest.mark.parametrize("answers", EXAMPLES)
@pytest.mark.parametrize("cut", [Cut(0.7), Cut(0.45), Cut(0.7, 0.1)])
def test_mean_and_p_ready_are_exact(answers: list[Shot], cut: Cut) -> None:
    masses, shares = density(answers), domain_share()
    score = scored(answers)
    assert score.mean == pytest.approx(mean_of(masses, shares.__getitem__), abs=5e-5)
    ready = sum(m * normal_cdf((d - cut.share) / cut.spread) for m, d in zip(masses, shares, strict=True))
    assert score.p_ready(cut) == pytest.approx(ready, abs=1e-4)


@pytest.mark.parametrize("answers", EXAMPLES)
def test_five_per_cent_lie_on_either_side_of_the_interval(answers: list[Shot]) -> None:
    masses, shares = density(answers), domain_share()
    low, high = scored(answers).interval
    assert _below(masses, shares, low) == pytest.approx(0.05, abs=1e-3)
    assert _below(masses, shares, high) == pytest.approx(0.95, abs=1e-3)


def test_a_topic_weighs_by_its_weight_and_not_by_its_questions() -> None:
    many = [DomainItem("theory", 2, 0.25)] * 9 + [DomainItem("practice", 5, 0.0)]
    few = [DomainItem("theory", 2, 0.25), DomainItem("practice", 5, 0.0)]
    assert build_domain(many, WEIGHTS).share == pytest.approx(build_domain(few, WEIGHTS).share)
    easy, hard = curve(2, 0.25).share[30], curve(5, 0.0).share[30]
    assert build_domain(few, WEIGHTS).share[30] == pytest.approx((2 * easy + hard) / 3)


def test_topics_without_questions_and_questions_without_topic_drop_out() -> None:
    items = [DomainItem("practice", 3, 0.25), DomainItem("elsewhere", 1, 0.5)]
    domain = build_domain(items, WEIGHTS)
    assert domain.share == pytest.approx(curve(3, 0.25).share)
    assert domain.slope == pytest.approx(curve(3, 0.25).slope)


def test_a_domain_needs_a_question() -> None:
    with pytest.raises(ValueError, match="at least one question"):
        build_domain([DomainItem("elsewhere", 1, 0.5)], WEIGHTS)


def test_the_domain_of_a_competency_is_its_own_part_of_the_bank() -> None:
    basics = make_framework().competencies[0]
    questions = [
        make_question("a", "single", difficulty=2),
        make_question("b", "numeric", topic="llm-basics-practice", difficulty=4),
        make_question("c", "single", competency="prompting", difficulty=1),
    ]
    expected = build_domain([DomainItem("theory", 2, 0.25), DomainItem("practice", 4, 0.0)], WEIGHTS)
    assert competency_domain(basics, questions).share == pytest.approx(expected.share)


def test_the_domain_score_rises_from_what_guessing_gets() -> None:
    floor = (0.25 + 0.2 + 0.0) / 3 * 2 / 3 + (0.5 + 0.0625) / 2 / 3
    assert floor < DOMAIN.share[0] < floor + 0.02
    assert list(DOMAIN.share) == sorted(set(DOMAIN.share))
    assert DOMAIN.share[-1] < 1


@given(some_shots, shots, st.floats(0, 1), st.floats(0, 1))
def test_a_better_score_never_lowers_anything(answers: list[Shot], last: Shot, one: float, two: float) -> None:
    low = scored([*answers, replace(last, score=min(one, two))])
    high = scored([*answers, replace(last, score=max(one, two))])
    assert low.mean <= high.mean + 1e-12
    assert low.p_ready(CUT) <= high.p_ready(CUT) + 1e-12
    assert low.interval[0] <= high.interval[0] + 1e-9
    assert low.interval[1] <= high.interval[1] + 1e-9


@given(some_shots, st.floats(0.05, 0.94))
def test_p_ready_is_a_probability_and_falls_with_the_cut(answers: list[Shot], share: float) -> None:
    score = scored(answers)
    higher, lower = score.p_ready(Cut(share + 0.05)), score.p_ready(Cut(share))
    assert 0 <= higher < lower <= 1


@given(some_shots)
def test_the_mean_lies_in_the_interval_and_both_in_the_domain(answers: list[Shot]) -> None:
    score = scored(answers)
    low, high = score.interval
    assert DOMAIN.share[0] < low < score.mean < high < DOMAIN.share[-1]


@settings(max_examples=30)
@given(some_shots, st.floats(0.3, 0.9))
def test_an_uncertain_cut_draws_p_ready_towards_one_half(answers: list[Shot], share: float) -> None:
    """As far as it could: a cut that may lie anywhere says nothing."""
    wide = scored(answers).p_ready(Cut(share, 50.0))
    assert wide == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize(("share", "spread"), [(0.0, 0.05), (1.0, 0.05), (0.7, 0.0), (0.7, -0.1)])
def test_an_impossible_cut_is_refused(share: float, spread: float) -> None:
    with pytest.raises(ValueError, match="a cut lies"):
        Cut(share, spread)


def _below(masses: list[float], shares: list[float], value: float) -> float:
    """The probability of a smaller D; the fine cell around θ reaches half way to D of its neighbours."""
    passed = 0.0
    for index in range(1, len(THETAS) - 1):
        low, high = ((shares[index] + shares[index + side]) / 2 for side in (-1, 1))
        passed += masses[index] * min(max((value - low) / (high - low), 0.0), 1.0)
    return passed
