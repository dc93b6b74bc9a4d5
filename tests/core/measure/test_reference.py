"""Published values. Where a source prints fewer digits, or another rule of integration, the tolerance says so."""

from itertools import product
from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.measure import posterior_of, response_curve
from quizapp.core.measure.general import Estimate, Item, estimate
from quizapp.core.measure.grid import PRIOR_SD
from quizapp.core.measure.posterior import PRIOR
from tests.core.measure.brute import Shot

PATTERNS = list(product((0, 1), repeat=5))
"""All answers to five items, 00000 first, 11111 last."""

CATR = (Item(1, -1), Item(1.2, 0), Item(0.8, 1))

LSAT6_COUNTS = (
    *(3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15),
    *(10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298),
)
"""How many of 1,000 people gave each pattern (Bock and Lieberman 1970, LSAT section 6)."""

LSAT6_RASCH = tuple(Item(1, -d) for d in (2.73, 0.999, 0.24, 1.306, 2.099))
"""mirt 1.x, tests/testthat/test-01-mirtOne.R; variance of ability .57."""

LSAT6_2PL = tuple(
    Item(a, b)
    for b, a in (
        (-3.3597341, 0.8253715),
        (-1.3696497, 0.7229499),
        (-0.2798983, 0.8904748),
        (-1.8659189, 0.6885502),
        (-3.1235725, 0.6574516),
    )
)
"""ltm(LSAT ~ z1), as printed by the R package ltm."""

LSAT7_2PL = tuple(
    Item(a, -d / a) for a, d in ((0.9876, 1.8559), (1.0808, 0.808), (1.7075, 1.8052), (0.765, 0.486), (0.7357, 1.8545))
)
"""mirt 1.x, tests/testthat/test-01-mirtOne.R, model modm1."""


def test_catr_eap() -> None:
    """catR::eapEst prints .1446946, with 33 nodes on [-4, 4]; the exact value is .1447031."""
    assert estimate(CATR, (1, 0, 1)).mean == pytest.approx(0.1446946, abs=1e-5)


def test_catr_standard_error_is_that_of_the_posterior_mode() -> None:
    """catR::semTheta prints .7705124 for catR::thetaEst, .1307695: 1/√(1 + I) at the mode, not the posterior SD."""
    mode = 0.1307695
    slope = sum(item.a * (score - item.share(mode)) for item, score in zip(CATR, (1, 0, 1), strict=True)) - mode
    assert slope == pytest.approx(0, abs=1e-6)
    fisher = sum(item.a**2 * item.share(mode) * (1 - item.share(mode)) for item in CATR)
    assert 1 / sqrt(1 + fisher) == pytest.approx(0.7705124, abs=1e-6)
    assert estimate(CATR, (1, 0, 1)).sd == pytest.approx(0.78854, abs=1e-5)


def test_lsat6_rasch_log_likelihood() -> None:
    """-2466.938 by both mirt and ltm."""
    found = [estimate(LSAT6_RASCH, pattern, sd=sqrt(0.57)).evidence for pattern in PATTERNS]
    assert sum(found) == pytest.approx(1, abs=1e-9)
    assert sum(n * log(p) for n, p in zip(LSAT6_COUNTS, found, strict=True)) == pytest.approx(-2466.938, abs=1e-3)


def test_lsat6_rasch_abilities_depend_on_the_number_right_alone() -> None:
    """The number right is sufficient in the Rasch model, and the posteriors average to the prior."""
    found = [(sum(pattern), estimate(LSAT6_RASCH, pattern, sd=sqrt(0.57))) for pattern in PATTERNS]
    first: dict[int, Estimate] = {}
    for right, here in found:
        assert here.mean == pytest.approx(first.setdefault(right, here).mean, abs=1e-9)
        assert here.sd == pytest.approx(first[right].sd, abs=1e-9)
    assert sum(e.evidence * e.mean for _, e in found) == pytest.approx(0, abs=1e-9)
    assert sum(e.evidence * (e.sd**2 + e.mean**2) for _, e in found) == pytest.approx(0.57, abs=1e-9)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [(0, 2.277), (1, 5.861), (3, 8.942), (11, 13.577), (15, 13.920), (19, 76.562), (27, 173.310), (31, 296.693)],
)
def test_lsat6_2pl_expected_counts(pattern: int, expected: float) -> None:
    """The column Exp of ltm's factor.scores, which integrates over 21 Gauss–Hermite nodes."""
    assert 1000 * estimate(LSAT6_2PL, PATTERNS[pattern]).evidence == pytest.approx(expected, abs=2e-2)


def test_lsat7_2pl_abilities() -> None:
    """mirt's EAP of the first six observed patterns, which mirt itself checks to .01."""
    found = [estimate(LSAT7_2PL, pattern).mean for pattern in PATTERNS[:6]]
    published = (-1.8665957, -1.5266920, -1.5134024, -1.1852276, -1.0946830, -0.7666992)
    assert found == pytest.approx(published, abs=4e-3)


@pytest.mark.parametrize(
    ("right", "mean", "sd", "expected"),
    [
        (0, -1.86979, 0.6927032, 10.08994),
        (1, -1.431861, 0.6838697, 44.65882),
        (2, -0.9488463, 0.6942298, 109.773),
        (3, -0.4131963, 0.7210951, 207.7391),
        (4, 0.1517289, 0.758772, 319.1854),
        (5, 0.7271877, 0.8009335, 308.5536),
    ],
)
def test_lsat7_2pl_by_the_number_right(right: int, mean: float, sd: float, expected: float) -> None:
    """mirt's EAPsum: EAP, posterior SD and expected count of each number right; its parameters have four digits."""
    parts = [estimate(LSAT7_2PL, pattern) for pattern in PATTERNS if sum(pattern) == right]
    total = sum(part.evidence for part in parts)
    centre = sum(part.evidence * part.mean for part in parts) / total
    spread = sum(part.evidence * (part.sd**2 + (part.mean - centre) ** 2) for part in parts) / total
    assert (centre, sqrt(spread)) == pytest.approx((mean, sd), abs=3e-5)
    assert 1000 * total == pytest.approx(expected, abs=6e-3)


answers = st.lists(st.tuples(st.integers(1, 5), st.sampled_from([0.0, 0.2, 0.25]), st.booleans()), max_size=20)


@given(answers)
def test_the_tables_agree_with_the_general_scorer(given_answers: list[tuple[int, float, bool]]) -> None:
    """Without the spread of the difficulties the measure is the 3PL with slope 1, on a coarser and shorter grid."""
    posterior = PRIOR
    for difficulty, chance, right in given_answers:
        posterior = posterior.update(response_curve(difficulty, chance, tau=0.0), float(right))
    items = [Item(1, 0.8 * (difficulty - 3), chance) for difficulty, chance, _ in given_answers]
    exact = estimate(items, [float(right) for *_, right in given_answers], sd=PRIOR_SD)
    assert posterior.mean == pytest.approx(exact.mean, abs=5e-3)
    assert posterior.sd == pytest.approx(exact.sd, abs=1.5e-2)


def test_the_upper_asymptote_forgives_a_slip() -> None:
    """4PL: a wrong answer to an easy item weighs less where even the able slip."""
    sure = estimate([Item(1.5, -2)], [0.0]).mean
    assert sure < estimate([Item(1.5, -2, 0.0, 0.9)], [0.0]).mean < 0
    assert Item(1, 0, 0.2, 0.9).share(0) == pytest.approx(0.55)


def test_uncertain_difficulties_leave_more_uncertainty() -> None:
    shots = [Shot(3, 0.2, 1.0), Shot(4, 0.2, 0.0), Shot(2, 0.2, 1.0)] * 5
    known = PRIOR
    for shot in shots:
        known = known.update(response_curve(shot.difficulty, shot.chance, tau=0.0), shot.score)
    assert posterior_of(shots).sd > known.sd
