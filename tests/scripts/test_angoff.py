"""The cut, its variance components and its spread."""

from math import sqrt
from random import Random
from statistics import fmean, pvariance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.questions.angoff import FLOOR, LEAST, components, cut_of, question_weights, stated_spread

ONE_TOPIC = {"a": 1.0}


def test_the_components_are_those_of_the_two_way_table() -> None:
    """Shrout and Fleiss (1979, Psychological Bulletin 86, 420–428), table 2: 6 targets, 4 judges; ICC(2,1) = .29."""
    table = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
    found = components(table)
    # Their mean squares: between targets 11.24, judges 32.49, residual 1.02.
    assert found.rest == pytest.approx(1.02, abs=0.005)
    assert found.raters == pytest.approx((32.49 - 1.02) / 6, abs=0.005)
    assert found.questions == pytest.approx((11.24 - 1.02) / 4, abs=0.005)
    assert found.agreement == pytest.approx(0.29, abs=0.005)


def test_the_error_is_the_sum_over_raters_questions_and_rest() -> None:
    table = [[0.9, 0.7, 0.8], [0.4, 0.3, 0.6], [0.6, 0.6, 0.9], [0.7, 0.5, 0.7]]
    found, cut = components(table), cut_of(table, ["a"] * 4, ONE_TOPIC)
    assert cut.share == pytest.approx(fmean(x for row in table for x in row))
    assert cut.error == pytest.approx(sqrt(found.raters / 3 + found.questions / 4 + found.rest / 12))
    assert cut.severities == pytest.approx((0.65, 0.525, 0.75))


def test_topics_count_by_their_weights_and_not_by_their_questions() -> None:
    table = [[0.8] * 3, [0.8] * 3, [0.8] * 3, [0.2] * 3]
    assert question_weights(["a", "a", "a", "b"], {"a": 1, "b": 3, "c": 9}) == pytest.approx([1 / 12] * 3 + [3 / 4])
    assert cut_of(table, ["a", "a", "a", "b"], {"a": 1, "b": 3}).share == pytest.approx(0.25 * 0.8 + 0.75 * 0.2)


def test_uneven_weights_leave_fewer_questions_to_rest_on() -> None:
    table = [[0.8, 0.7, 0.9], [0.5, 0.4, 0.5], [0.6, 0.6, 0.7], [0.2, 0.1, 0.4]]
    even = cut_of(table, ["a", "a", "b", "b"], {"a": 1, "b": 1})
    assert cut_of(table, ["a", "a", "a", "b"], {"a": 1, "b": 9}).error > even.error


def test_raters_who_say_the_same_agree() -> None:
    cut = cut_of([[0.5] * 3, [0.9] * 3, [0.6] * 3], ["a"] * 3, ONE_TOPIC)
    assert cut.components.agreement == pytest.approx(1)
    assert cut.apart == 0


@given(st.lists(st.lists(st.floats(0, 1), min_size=3, max_size=3), min_size=2, max_size=12))
def test_shares_and_variances_are_never_out_of_range(table: list[list[float]]) -> None:
    cut = cut_of(table, ["a"] * len(table), ONE_TOPIC)
    assert -1e-12 <= cut.share <= 1 + 1e-12
    assert 0 <= cut.components.agreement <= 1
    assert 0 <= cut.error <= 1


def test_the_error_is_that_of_new_raters_and_questions() -> None:
    """Tables drawn anew from known components: their cuts vary as the mean squared error says."""
    random = Random(1)
    cuts = [cut_of(_draw(random), ["a"] * 10, ONE_TOPIC) for _ in range(1500)]
    assert pvariance([cut.share for cut in cuts]) == pytest.approx(fmean(cut.error**2 for cut in cuts), rel=0.12)


def _draw(random: Random) -> list[list[float]]:
    raters = [random.gauss(0, 0.1) for _ in range(3)]
    questions = [random.gauss(0.6, 0.15) for _ in range(10)]
    return [[question + rater + random.gauss(0, 0.08) for rater in raters] for question in questions]


@pytest.mark.parametrize(
    ("error", "people", "stated"),
    [
        (0.02, False, FLOOR),
        (0.0712, False, 0.072),
        (0.02, True, 0.02),
        (0.001, True, LEAST),
    ],
)
def test_the_spread_has_a_floor_until_people_rate(error: float, people: bool, stated: float) -> None:
    assert stated_spread(error, people=people) == pytest.approx(stated)
