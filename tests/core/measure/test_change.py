"""Change between two attempts: against plain integration over both abilities, and its verdicts."""

from itertools import product

import pytest
from hypothesis import given, settings

from quizapp.core.measure import (
    Change,
    CompetencyMeasure,
    Cut,
    DomainItem,
    build_domain,
    compare_measures,
    measure_competency,
)
from quizapp.core.measure.change import p_below
from tests.core.measure.brute import Shot, bank_domain, density, domain_share, some_shots

DOMAIN = bank_domain()
RIGHT, WRONG = Shot(3, 0.25, 1.0), Shot(3, 0.25, 0.0)
WEAK = [WRONG, WRONG, RIGHT, WRONG] * 5
STRONG = [RIGHT, RIGHT, RIGHT, WRONG] * 5


def measure(answers: list[Shot], seen: list[Shot] | None = None) -> CompetencyMeasure:
    return measure_competency("llm-basics", answers, DOMAIN, Cut(0.7), seen or [])


@pytest.mark.parametrize(("before", "after"), [(WEAK, STRONG), (STRONG[:8], WEAK[:5]), ([RIGHT] * 9, [RIGHT] * 6)])
def test_the_posterior_of_the_difference_is_exact(before: list[Shot], after: list[Shot]) -> None:
    change = compare_measures(measure(before), measure(after))
    shares = domain_share()
    pairs = list(product(zip(density(before), shares, strict=True), zip(density(after), shares, strict=True)))
    better = sum(p * q * ((e > d) + (e == d) / 2) for (p, d), (q, e) in pairs)
    assert change.p_improved == pytest.approx(better, abs=5e-4)
    for end, level in zip(change.interval, (0.05, 0.95), strict=True):
        below = sum(p * q for (p, d), (q, e) in pairs if e - d < end)
        assert below == pytest.approx(level, abs=2e-3)


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        (WEAK, STRONG, Change.IMPROVED),
        (STRONG, WEAK, Change.DECLINED),
        (STRONG, [*STRONG[:-4], RIGHT, RIGHT, RIGHT, RIGHT], Change.WITHIN_NOISE),
        (STRONG, [*STRONG[:-2], WRONG, WRONG], Change.WITHIN_NOISE),
        (WEAK[:4], STRONG, Change.TOO_FEW),
        (WEAK, STRONG[:4], Change.TOO_FEW),
    ],
)
def test_a_change_is_called_so_at_nine_tenths(before: list[Shot], after: list[Shot], verdict: Change) -> None:
    assert compare_measures(measure(before), measure(after)).verdict is verdict


@settings(max_examples=40)
@given(some_shots, some_shots)
def test_there_and_back_mirror_each_other(one: list[Shot], two: list[Shot]) -> None:
    there, back = compare_measures(measure(one), measure(two)), compare_measures(measure(two), measure(one))
    assert there.difference == pytest.approx(-back.difference)
    assert there.p_improved == pytest.approx(1 - back.p_improved, abs=3e-3)
    assert there.interval == pytest.approx((-back.interval[1], -back.interval[0]), abs=5e-3)
    assert 0 <= there.p_improved <= 1
    if min(len(one), len(two)) >= 5:
        noise = 0.1 < there.p_improved < 0.9
        called = Change.IMPROVED if there.p_improved > 0.5 else Change.DECLINED
        assert there.verdict is (Change.WITHIN_NOISE if noise else called)
    assert -1 < there.interval[0] < there.interval[1] < 1


@settings(max_examples=40)
@given(some_shots)
def test_nothing_changed_is_even(answers: list[Shot]) -> None:
    change = compare_measures(measure(answers), measure(answers))
    assert change.difference == 0
    assert change.p_improved == pytest.approx(0.5, abs=2e-3)
    assert change.interval[0] < 0 < change.interval[1]


def test_practice_on_seen_questions_changes_no_verdict_and_is_told() -> None:
    change = compare_measures(measure(WEAK), measure(WEAK, [RIGHT] * 6))
    assert change.verdict is Change.WITHIN_NOISE
    assert (change.seen_earlier.count, change.seen_later.count) == (0, 6)
    assert change.seen_later.gain is not None
    assert change.seen_later.gain > 0.4


def test_a_bank_that_became_easier_shows_as_a_difference_of_the_domain() -> None:
    easy = build_domain([DomainItem("theory", 1, 0.25)], {"theory": 1.0})
    later = measure_competency("llm-basics", WEAK, easy, Cut(0.7))
    change = compare_measures(measure(WEAK), later)
    assert change.difference == pytest.approx(later.domain_score - measure(WEAK).domain_score)
    assert change.p_improved > 0.9


def test_all_differences_lie_between_minus_one_and_one() -> None:
    one, two = measure(WEAK).score, measure(STRONG).score
    assert p_below(one, two, -1.0) == 0
    assert p_below(one, two, 1.0) == pytest.approx(1, abs=1e-12)
