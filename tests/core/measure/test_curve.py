"""Response curves: the nodes, the tables against plain integration, and what a curve has to be."""

from math import log, pi, prod, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.measure import information, most_informative, response_curve
from quizapp.core.measure.curve import ResponseCurve
from quizapp.core.measure.grid import NODES, THETAS
from tests.core.measure.brute import share

levels = st.integers(1, 5)
chances = st.floats(0, 0.9)


def test_the_grid_has_61_even_points() -> None:
    assert len(THETAS) == 61
    assert (THETAS[0], THETAS[30], THETAS[60]) == (-6, 0, 6)
    assert pytest.approx([0.2 * index - 6 for index in range(61)], abs=1e-14) == THETAS


@pytest.mark.parametrize("power", range(0, 30, 2))
def test_the_nodes_integrate_every_moment_up_to_degree_29(power: int) -> None:
    """E Z^2k = (2k − 1)!! for a standard normal Z; odd moments vanish by symmetry."""
    exact = prod(range(1, power, 2))
    assert sum(w * z**power for z, w in NODES) == pytest.approx(exact, rel=1e-13)
    assert sum(w * z ** (power + 1) for z, w in NODES) == pytest.approx(0, abs=1e-9 * max(exact, 1))


def test_two_nodes_agree_with_the_published_table() -> None:
    """Salzer, Zucker and Capuano 1952 (J. Res. NBS 48:111), n = 15: x = z/√2 with weight w·√π."""
    assert NODES[7][1] * sqrt(pi) == pytest.approx(0.564100308726, abs=1e-12)
    assert NODES[8][0] / sqrt(2) == pytest.approx(0.565069583256, abs=1e-12)


@pytest.mark.parametrize("difficulty", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("chance", [0.0, 0.25])
def test_a_curve_is_the_integral_over_the_uncertain_difficulty(difficulty: int, chance: float) -> None:
    curve = response_curve(difficulty, chance)
    exact = [share(theta, difficulty, chance) for theta in THETAS]
    assert curve.share == pytest.approx(exact, abs=2e-8)
    assert curve.log_right == pytest.approx([log(p) for p in curve.share], abs=1e-12)
    assert curve.log_wrong == pytest.approx([log(1 - p) for p in curve.share], abs=1e-9)


def test_without_spread_a_curve_is_the_three_parameter_logistic() -> None:
    curve = response_curve(4, 0.2, tau=0.0)
    assert curve.share[34] == pytest.approx(0.6, abs=1e-12)
    # Birnbaum 1968: I = P'² / (P·Q), at θ = b with slope 1 (1 − c)/(1 + c)/4.
    assert information(curve, 0.8) == pytest.approx(0.8 / 1.2 / 4, abs=1e-12)


@given(levels, chances)
def test_a_curve_rises_from_chance_to_one(difficulty: int, chance: float) -> None:
    curve = response_curve(difficulty, chance)
    assert chance < curve.share[0] < chance + 0.03
    assert 0.96 < curve.share[-1] < 1
    assert list(curve.share) == sorted(set(curve.share))
    assert min(curve.slope) > 0


@given(levels, chances)
def test_slope_and_information_follow_from_the_share(difficulty: int, chance: float) -> None:
    curve = response_curve(difficulty, chance)
    for i in range(1, 60):
        assert curve.slope[i] == pytest.approx((curve.share[i + 1] - curve.share[i - 1]) / 0.4, abs=1e-3)
        spread = curve.share[i] * (1 - curve.share[i])
        assert curve.information[i] == pytest.approx(curve.slope[i] ** 2 / spread, rel=1e-9)
        assert 0 < curve.information[i] <= 0.25


def test_harder_questions_and_easier_guessing_move_the_curve() -> None:
    assert response_curve(4, 0.2).share[30] < response_curve(3, 0.2).share[30] < response_curve(3, 0.3).share[30]
    assert response_curve(3, 0.3).information[30] < response_curve(3, 0.2).information[30]


def test_uncertain_difficulty_tells_less() -> None:
    assert response_curve(3, 0.0).information[30] < response_curve(3, 0.0, 0.5).information[30] < 0.25


def test_a_curve_is_made_once() -> None:
    assert response_curve(3, 0.25) is response_curve(3, 0.25)


@pytest.mark.parametrize("chance", [-0.1, 1.0, 1.5, float("nan")])
def test_a_question_that_guessing_answers_is_refused(chance: float) -> None:
    with pytest.raises(ValueError, match="chance score"):
        response_curve(3, chance)


def test_information_is_read_off_between_the_points_and_held_beyond_them() -> None:
    curve = response_curve(2, 0.25)
    low, high = curve.information[30:32]
    assert information(curve, 0.0) == pytest.approx(low, abs=1e-12)
    assert information(curve, 0.05) == pytest.approx(0.75 * low + 0.25 * high, abs=1e-12)
    assert information(curve, 99) == pytest.approx(curve.information[-1])
    assert information(curve, -99) == pytest.approx(curve.information[0])


def _bank() -> list[ResponseCurve]:
    return [response_curve(level, 0.25) for level in (1, 5, 3, 4, 2, 3)]


def test_the_most_informative_questions_lie_where_the_person_is() -> None:
    assert most_informative(_bank(), -2.0, 2) == [0, 4]
    assert most_informative(_bank(), 2.5, 2) == [1, 3]
    assert most_informative(_bank(), 0.4) == [2, 5, 4, 3, 0]


def test_fewer_questions_than_wanted_are_all_taken() -> None:
    assert sorted(most_informative(_bank()[:3], 0.0)) == [0, 1, 2]
    assert most_informative([], 0.0) == []


@given(st.lists(levels, min_size=1, max_size=40), st.floats(-6, 6))
def test_no_question_left_out_tells_more(difficulties: list[int], theta: float) -> None:
    curves = [response_curve(difficulty, 0.25) for difficulty in difficulties]
    taken = most_informative(curves, theta)
    worth = [information(curve, theta) for curve in curves]
    assert len(set(taken)) == len(taken) == min(5, len(curves))
    assert [worth[i] for i in taken] == sorted(worth, reverse=True)[:5]
