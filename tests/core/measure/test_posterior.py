"""The posterior of ability: against plain integration, and the properties it may not lose."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.measure import PRIOR, posterior_of, response_curve
from quizapp.core.measure.grid import LOG_PRIOR
from tests.core.measure.brute import STEP, THETAS, Shot, density, mean_of, shots, some_shots

EXAMPLES = (
    [],
    [Shot(3, 0.25, 1.0)],
    [Shot(3, 0.25, 1.0)] * 12,
    [Shot(1, 0.0, 0.0)] * 12,
    [Shot(level, 0.2, score) for level in (1, 2, 3, 4, 5) for score in (1.0, 0.5, 0.0, 1.0, 1 / 3, 1.0, 0.0, 1.0)],
)


def test_no_answers_leave_the_prior() -> None:
    assert posterior_of([]) == PRIOR
    assert PRIOR.logs == LOG_PRIOR
    assert pytest.approx(0, abs=1e-12) == PRIOR.mean
    # Cut off at 4 standard deviations.
    assert pytest.approx(1.5, abs=1e-3) == PRIOR.sd
    assert PRIOR.quantile(0.95) == pytest.approx(1.5 * 1.6448536, abs=2e-3)


@pytest.mark.parametrize("answers", EXAMPLES)
def test_mean_spread_and_quantiles_are_exact(answers: list[Shot]) -> None:
    posterior = posterior_of(answers)
    masses = density(answers)
    mean = mean_of(masses, THETAS.__getitem__)
    variance = sum(mass * (theta - mean) ** 2 for mass, theta in zip(masses, THETAS, strict=True))
    assert posterior.mean == pytest.approx(mean, abs=2e-4)
    assert posterior.sd == pytest.approx(variance**0.5, abs=2e-4)
    for level in (0.05, 0.25, 0.5, 0.95):
        assert _below(masses, posterior.quantile(level)) == pytest.approx(level, abs=5e-4)


@given(some_shots, st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(answers: list[Shot], random: Random) -> None:
    shuffled = list(answers)
    random.shuffle(shuffled)
    assert posterior_of(shuffled).weights == pytest.approx(posterior_of(answers).weights, abs=1e-12)


@given(some_shots, some_shots)
def test_answers_may_come_in_parts(first: list[Shot], second: list[Shot]) -> None:
    assert posterior_of(second, posterior_of(first)) == posterior_of(first + second)


@given(some_shots)
def test_weights_are_probabilities(answers: list[Shot]) -> None:
    weights = posterior_of(answers).weights
    assert min(weights) >= 0
    assert sum(weights) == pytest.approx(1, abs=1e-12)


@given(some_shots, shots, st.floats(0, 1), st.floats(0, 1))
def test_a_better_score_never_lowers_the_ability(answers: list[Shot], last: Shot, one: float, two: float) -> None:
    before, curve = posterior_of(answers), response_curve(last.difficulty, last.chance)
    low, high = before.update(curve, min(one, two)), before.update(curve, max(one, two))
    assert low.mean <= high.mean + 1e-12
    assert low.quantile(0.05) <= high.quantile(0.05) + 1e-9
    assert before.update(curve, 0).mean <= low.mean + 1e-12
    assert high.mean <= before.update(curve, 1).mean + 1e-12


@settings(max_examples=30)
@given(shots)
def test_half_a_point_is_the_geometric_middle_of_right_and_wrong(shot: Shot) -> None:
    curve = response_curve(shot.difficulty, shot.chance)
    half = PRIOR.update(curve, 0.5).logs
    both = zip(PRIOR.update(curve, 0).logs, PRIOR.update(curve, 1).logs, strict=True)
    assert half == pytest.approx([(wrong + right) / 2 for wrong, right in both])


def test_answers_narrow_what_is_known() -> None:
    spreads = [posterior_of([Shot(3, 0.2, 1.0), Shot(3, 0.2, 0.0)] * pairs).sd for pairs in range(6)]
    assert spreads == sorted(spreads, reverse=True)


@given(some_shots, st.floats(0.01, 0.98))
def test_quantiles_rise(answers: list[Shot], level: float) -> None:
    posterior = posterior_of(answers)
    assert -6 <= posterior.quantile(level) < posterior.quantile(level + 0.01) <= 6


@pytest.mark.parametrize("score", [-0.01, 1.01, float("nan")])
def test_a_score_beyond_the_point_is_refused(score: float) -> None:
    with pytest.raises(ValueError, match="score"):
        PRIOR.update(response_curve(3, 0.25), score)


def _below(masses: list[float], theta: float) -> float:
    """The probability below θ, with the cell that holds it cut in proportion."""
    parts = (min(max((theta - here) / STEP + 0.5, 0.0), 1.0) for here in THETAS)
    return sum(mass * part for mass, part in zip(masses, parts, strict=True))
