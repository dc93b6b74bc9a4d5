"""What the set-up promises: the numbers follow from the model, and real attempts keep to them."""

from bisect import bisect
from itertools import pairwise
from random import Random
from statistics import fmean

import pytest

from quizapp.core.adaptive import PlanEnd, next_item
from quizapp.core.forecast import PEOPLE, Forecast, forecast
from quizapp.core.grading import chance_score
from quizapp.core.measure import competency_domain, measure_session, response_curve
from quizapp.core.measure.grid import STEP, THETAS
from quizapp.core.methods import build_plan_by
from quizapp.core.plan import Feedback, PlanMethod, QuizPlan
from quizapp.core.session import QuizSession, append_item, start_session
from tests.core.test_adaptive import BANK
from tests.core.test_plan import FRAMEWORK, SLUGS
from tests.factories import NOW, answer_position, make_question


def look(method: PlanMethod, length: int, competencies: tuple[str, ...] = SLUGS) -> Forecast:
    return forecast(FRAMEWORK, BANK, competencies, method, length)


def test_a_fixed_plan_has_its_length_and_its_time() -> None:
    found = look(PlanMethod.FIXED, 42)
    assert [competency.slug for competency in found.competencies] == list(SLUGS)
    assert [competency.questions for competency in found.competencies] == [11, 11, 10, 10]
    assert found.questions == 42
    assert found.minutes == pytest.approx(42)  # every question takes a minute


def test_more_questions_tell_more() -> None:
    widths = [look(PlanMethod.FIXED, 4 * n).competencies[0].half_width for n in (5, 8, 12, 20, 40, 60)]
    assert all(a and b and a > b for a, b in pairwise(widths))
    decided = [look(PlanMethod.FIXED, 4 * n).competencies[0].decided for n in (5, 7, 40)]
    assert decided[:2] == [0, 0]  # no label yet
    assert 0.3 < decided[2] < 1


def test_too_few_answers_promise_no_interval() -> None:
    found = look(PlanMethod.FIXED, 16)
    assert [competency.half_width for competency in found.competencies] == [None] * 4
    assert look(PlanMethod.FIXED, 0).questions == 0


def test_an_adaptive_plan_stops_before_its_limit_and_tells_more_for_a_question() -> None:
    fixed, adaptive = look(PlanMethod.FIXED, 80), look(PlanMethod.ADAPTIVE, 80)
    assert 4 * 8 < adaptive.questions < 80
    assert all(a.decided > f.decided for a, f in zip(adaptive.competencies, fixed.competencies, strict=True))
    same = look(PlanMethod.FIXED, round(adaptive.questions)).competencies[0].half_width
    width = adaptive.competencies[0].half_width
    assert width is not None
    assert same is not None
    assert width < same


def test_a_quick_check_takes_ten_minutes() -> None:
    (one,) = look(PlanMethod.QUICK, 99, SLUGS[1:3]).competencies
    assert (one.slug, one.questions) == (SLUGS[1], 10)
    assert one.minutes == pytest.approx(10)


def test_what_the_bank_has_not_is_not_promised() -> None:
    few = [make_question(f"q{n}") for n in range(6)]
    found = forecast(FRAMEWORK, few, SLUGS[:2], PlanMethod.FIXED, 40)
    assert [competency.questions for competency in found.competencies] == [6, 0]
    assert [competency.half_width is None for competency in found.competencies] == [False, True]


def test_the_order_of_a_bank_changes_nothing() -> None:
    assert forecast(FRAMEWORK, BANK[::-1], SLUGS[::-1], PlanMethod.FIXED, 60) == look(PlanMethod.FIXED, 60)


def test_competencies_do_not_hang_on_one_another() -> None:
    assert look(PlanMethod.FIXED, 12, SLUGS[:1]).competencies == look(PlanMethod.FIXED, 48).competencies[:1]


@pytest.mark.parametrize("method", [PlanMethod.FIXED, PlanMethod.QUICK])
def test_real_attempts_are_as_wide_as_promised(method: PlanMethod) -> None:
    promised = forecast(FRAMEWORK, BANK, SLUGS[:1], method, 12).competencies[0]
    widths, counts = [], []
    for seed in range(PEOPLE):
        plan = build_plan_by(
            method, FRAMEWORK, BANK, SLUGS[:1], 12, feedback=Feedback.EACH, seed=seed, bank_digest="00"
        )
        session, random = start_session(plan, id_="a", now=NOW), Random(seed)
        for position in range(len(plan.items)):
            session = answer_position(session, position, random.random() < 0.7)
        (measure,) = measure_session(session)
        widths.append((measure.interval[1] - measure.interval[0]) / 2)
        counts.append(len(plan.items))
    assert fmean(counts) == promised.questions
    assert promised.half_width == pytest.approx(fmean(widths), abs=0.02)


def test_real_adaptive_attempts_are_as_long_as_promised() -> None:
    promised = forecast(FRAMEWORK, BANK, SLUGS[:1], PlanMethod.ADAPTIVE, 30).competencies[0]
    lengths = []
    for seed in range(60):
        plan = build_plan_by(
            PlanMethod.ADAPTIVE, FRAMEWORK, BANK, SLUGS[:1], 30, feedback=Feedback.EACH, seed=seed, bank_digest="00"
        )
        lengths.append(len(take(plan, Random(seed)).states))
    assert promised.questions == pytest.approx(fmean(lengths), abs=6)


def take(plan: QuizPlan, random: Random) -> QuizSession:
    """An adaptive attempt of someone whose ability lies about one point around that at the cut."""
    shares = competency_domain(FRAMEWORK.competency(SLUGS[0]), BANK).share
    place = bisect(shares, FRAMEWORK.readiness_cut) + round(random.gauss(0, 1) / STEP)
    session = start_session(plan, id_="a", now=NOW)
    for position in range(plan.most_questions):
        question = session.plan.items[position].question
        share = response_curve(question.difficulty, chance_score(question)).share[min(max(place, 0), len(THETAS) - 1)]
        session = answer_position(session, position, random.random() < share)
        found = next_item(session, BANK, frozenset())
        if isinstance(found, PlanEnd):
            break
        session = append_item(session, found)
    return session
