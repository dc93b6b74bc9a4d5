"""The measure of a topic: between its own answers and those of its competency, and never against its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.measure import PRIOR, Cut, DomainItem, Posterior, build_domain, posterior_of
from quizapp.core.measure.grid import THETAS
from quizapp.core.measure.topic import TOPIC_SPREAD, TopicMeasure, target_share, topic_posterior


@dataclass(frozen=True)
class Given:
    difficulty: float
    chance: float
    score: float


answers = st.lists(
    st.builds(Given, st.integers(1, 5), st.sampled_from([0.0, 0.25, 0.5]), st.sampled_from([0.0, 0.5, 1.0])),
    max_size=8,
)
HARD, EASY = DomainItem("hard", 5, 0.25), DomainItem("easy", 1, 0.25)
WHOLE = build_domain([HARD, EASY], {"hard": 1, "easy": 1})
CUT = Cut(0.7)


def measure(own: Sequence[Given], others: Sequence[Given], item: DomainItem = HARD) -> TopicMeasure:
    return TopicMeasure(topic_posterior(own, others), build_domain([item], {item.topic: 1}), WHOLE, CUT)


def test_without_any_answer_a_topic_is_as_uncertain_as_both_together() -> None:
    posterior = topic_posterior([], [])
    assert posterior.mean == pytest.approx(0, abs=1e-9)
    assert posterior.sd == pytest.approx((PRIOR.sd**2 + TOPIC_SPREAD**2) ** 0.5, rel=0.01)


@given(answers)
def test_without_answers_of_its_own_it_stands_near_its_competency_and_less_surely(others: list[Given]) -> None:
    posterior, rest = topic_posterior([], others), posterior_of(others)
    assert posterior.mean == pytest.approx(rest.mean, abs=0.05)
    assert posterior.sd > rest.sd


def test_many_answers_of_its_own_outweigh_the_rest() -> None:
    own, others = [Given(3, 0.25, 0.0)] * 60, [Given(3, 0.25, 1.0)] * 30
    assert topic_posterior(own, others).mean < -2
    assert topic_posterior(own[:1], others).mean > 1


@given(answers, answers, st.data())
def test_points_lost_anywhere_never_make_a_topic_look_better(
    own: list[Given], others: list[Given], data: st.DataObject
) -> None:
    whole = [*own, *others]
    place = data.draw(st.integers(0, len(whole) - 1)) if whole else None
    worse = [Given(a.difficulty, a.chance, 0.0) if n == place else a for n, a in enumerate(whole)]
    before, after = measure(own, others), measure(worse[: len(own)], worse[len(own) :])
    assert after.level <= before.level + 1e-12
    assert after.shortfall >= before.shortfall - 1e-12
    assert after.below >= before.below - 1e-12


@given(answers, answers)
def test_shares_are_shares_and_the_shortfall_covers_the_gap(own: list[Given], others: list[Given]) -> None:
    it = measure(own, others)
    assert 0 < it.level < 1
    assert 0 <= it.below <= 1
    assert max(it.target - it.level, 0) - 1e-12 <= it.shortfall < it.target


def test_the_target_is_lower_in_a_hard_topic_and_meets_the_cut_over_all() -> None:
    hard, easy = (build_domain([item], {item.topic: 1}) for item in (HARD, EASY))
    targets = [target_share(domain, WHOLE, CUT) for domain in (hard, easy)]
    assert targets[0] < CUT.share < targets[1]
    assert isclose(sum(targets) / 2, CUT.share, abs_tol=1e-9)


def test_a_cut_that_nobody_misses_or_reaches_has_a_target_all_the_same() -> None:
    hard = build_domain([HARD], {"hard": 1})
    assert target_share(hard, WHOLE, Cut(0.01)) == hard.share[0]
    assert target_share(hard, WHOLE, Cut(0.999999)) == hard.share[-1]


@given(answers, answers, st.integers(0, 20))
def test_right_answers_lift_it(own: list[Given], others: list[Given], count: int) -> None:
    it = measure(own, others)
    lifted = it.with_right(count)
    assert lifted.below <= it.below + 1e-12
    assert len(lifted.posterior.logs) == len(THETAS)
    if count == 0:
        assert lifted == it


def test_the_spread_is_that_of_a_normal_distribution() -> None:
    spike = Posterior(tuple(0.0 if theta == 0 else -700.0 for theta in THETAS))
    topic = topic_posterior([], [])
    assert spike.sd == pytest.approx(0, abs=1e-9)
    assert topic.quantile(0.5) == pytest.approx(0, abs=1e-9)
