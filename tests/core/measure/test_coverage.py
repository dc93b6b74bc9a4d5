"""A small simulation as a guard; the whole study, with its bars, is studies/measure_study.py."""

from dataclasses import dataclass
from functools import cache
from math import exp
from random import Random

from quizapp.core.measure import DomainItem, DomainScore, build_domain, posterior_of

PEOPLE = 300
ANSWERS = 20
ABILITY_SD = 1.5
ERROR_SD = 0.8
LEVELS = (1, 2, 2, 3, 3, 3, 3, 4, 4, 5)
CHANCES = (0.25, 0.25, 0.25, 0.0, 0.1875, 0.25)
BANK = [DomainItem("all", LEVELS[i % 10], CHANCES[i % 6]) for i in range(60)]
DOMAIN = build_domain(BANK, {"all": 1.0})


@dataclass(frozen=True)
class Answer:
    difficulty: float
    chance: float
    score: float


@dataclass(frozen=True)
class Found:
    """A simulated person's true ability and domain score, and what the measure says."""

    ability: float
    domain: float
    estimate: float
    score: DomainScore


@cache
def simulate(seed: int = 11) -> tuple[Found, ...]:
    """People from the prior, true difficulties around the stated ones, a third of the bank asked."""
    random = Random(seed)
    return tuple(one_person(random) for _ in range(PEOPLE))


def one_person(random: Random) -> Found:
    ability = random.gauss(0, ABILITY_SD)
    chances = [chance_right(item, ability, random.gauss(0, ERROR_SD)) for item in BANK]
    asked = random.sample(range(len(BANK)), ANSWERS)
    answers = [Answer(BANK[i].difficulty, BANK[i].chance, float(random.random() < chances[i])) for i in asked]
    posterior = posterior_of(answers)
    return Found(ability, sum(chances) / len(chances), posterior.mean, DomainScore(posterior, DOMAIN))


def chance_right(item: DomainItem, ability: float, error: float) -> float:
    """The three-parameter logistic model with the true difficulty, written out apart from the code it tests."""
    place = ability - 0.8 * (item.difficulty - 3) - error
    return item.chance + (1 - item.chance) / (1 + exp(-place))


def test_the_interval_of_the_domain_score_holds_the_truth_about_nine_times_in_ten() -> None:
    inside = sum(low <= one.domain <= high for one in simulate() for low, high in [one.score.interval])
    assert 0.85 <= inside / PEOPLE <= 0.95


def test_both_tails_miss_about_equally_often() -> None:
    above = sum(one.domain > one.score.interval[1] for one in simulate())
    below = sum(one.domain < one.score.interval[0] for one in simulate())
    assert max(above, below) <= 0.09 * PEOPLE


def test_the_ability_is_found_without_bias() -> None:
    errors = [one.estimate - one.ability for one in simulate()]
    assert abs(sum(errors) / PEOPLE) <= 0.12
    assert (sum(error**2 for error in errors) / PEOPLE) ** 0.5 <= 0.78


def test_the_domain_score_is_found_without_bias() -> None:
    errors = [one.score.mean - one.domain for one in simulate()]
    assert abs(sum(errors) / PEOPLE) <= 0.015
