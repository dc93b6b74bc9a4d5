"""What the set-up page promises, in words: nothing that the model does not say, and no more exactly than it knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.forecast import CompetencyForecast, Forecast
from quizapp.core.measure import LABEL_ANSWERS, MINIMUM_ANSWERS, READY_ANSWERS
from quizapp.core.plan import ASSESSMENTS, PlanMethod
from quizapp.ui.setup_wording import competency_facts, facts, fresh_text, limits_text, method_option, summary


def one(questions: float = 12, minutes: float = 20, width: float | None = 0.17, decided: float = 0.3) -> Forecast:
    return Forecast((CompetencyForecast("a", questions, minutes, width, decided),))


def both(*widths_and_decided: tuple[float | None, float]) -> Forecast:
    return Forecast(tuple(CompetencyForecast("a", 12, 20, *pair) for pair in widths_and_decided))


def test_a_fixed_number_is_told_as_it_is_and_an_expected_one_as_about() -> None:
    assert facts(PlanMethod.FIXED, one(12), 12, 12)[0][0] == "12 questions"
    assert facts(PlanMethod.FIXED, one(1), 1, 1)[0][0] == "1 question"
    assert facts(PlanMethod.ADAPTIVE, one(12.4), 40, 40)[0] == ("about 12 questions", "40 at the most")
    assert facts(PlanMethod.QUICK, one(4.6), 6, 6)[0][0] == "about 5 questions"
    assert summary(PlanMethod.QUICK, one(4.6, 9.2)) == "About 5 questions, about 9 minutes"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0.2, "about 1 minute"),
        (1.4, "about 1 minute"),
        (9.4, "about 9 minutes"),
        (23, "about 25 minutes"),
        (58, "about 1 h"),
        (108, "about 1 h 50 min"),
        (118, "about 2 h"),
    ],
)
def test_time_is_rounded_as_far_as_it_is_known(minutes: float, words: str) -> None:
    assert facts(PlanMethod.FIXED, one(minutes=minutes), 12, 12)[1][0] == words


def test_widths_are_told_as_a_range_over_the_competencies() -> None:
    assert facts(PlanMethod.FIXED, both((0.171, 0), (0.168, 0)), 12, 12)[2][0] == "± 17 points"
    assert facts(PlanMethod.FIXED, both((0.15, 0), (0.21, 0)), 12, 12)[2][0] == "± 15–21 points"
    assert facts(PlanMethod.FIXED, both((None, 0), (0.21, 0)), 4, 4)[2][0] == "± 21 points"
    assert facts(PlanMethod.FIXED, both((None, 0)), 4, 4)[2] == ("no interval", "it takes 5 answers in a competency")


@pytest.mark.parametrize(
    ("decided", "most", "words"),
    [
        ((0.3,), 40, ("in 3 of 10 cases", "a competency ends with “ready” or “not yet”")),
        ((0.3,), 29, ("in 3 of 10 cases", "a competency ends with “not yet”")),
        ((0.21, 0.44), 12, ("in 2–4 of 10 cases", "a competency ends with “not yet”")),
        ((0.04,), 12, ("hardly ever", "a competency ends with “not yet”")),
        ((0.96,), 60, ("nearly always", "a competency ends with “ready” or “not yet”")),
        ((0.0,), 7, ("no verdict", "it takes 8 answers in a competency")),
    ],
)
def test_verdicts_are_told_in_tenths(decided: tuple[float, ...], most: int, words: tuple[str, str]) -> None:
    found = both(*((0.2, share) for share in decided))
    assert facts(PlanMethod.ADAPTIVE, found, 40, most)[3] == words


def test_each_competency_has_its_own_row() -> None:
    assert competency_facts(PlanMethod.FIXED, one().competencies[0]) == ("12", "± 17", "in 3 of 10 cases")
    bare = one(4.2, width=None, decided=0).competencies[0]
    assert competency_facts(PlanMethod.QUICK, bare) == ("≈ 4", "none", "hardly ever")


@given(st.integers(0, 200))
def test_what_so_many_answers_cannot_show_is_said(most: int) -> None:
    text = limits_text(most)
    assert ("no measure" in text) is (most < MINIMUM_ANSWERS)
    assert ("level with its interval" in text) is (MINIMUM_ANSWERS <= most < READY_ANSWERS)
    assert (f"“Not yet” needs {LABEL_ANSWERS}" in text) is (MINIMUM_ANSWERS <= most < LABEL_ANSWERS)
    assert ("can show “ready”" in text) is (most >= READY_ANSWERS)
    assert ("standing profile" in text) is (MINIMUM_ANSWERS <= most < READY_ANSWERS)


def test_each_kind_says_what_it_is_and_what_it_is_for() -> None:
    options = [method_option(method) for method in ASSESSMENTS]
    assert [text.split("**")[1] for text in options] == ["Full assessment", "Adaptive", "Quick check"]
    assert all(text.count(".") == 2 for text in options)


def test_questions_seen_before_are_told_of_where_they_are_in_the_way() -> None:
    assert fresh_text({}) == ""
    text = fresh_text({"LLM basics": 3, "Prompting": 0})
    assert text == "New to you: LLM basics 3, Prompting 0. Questions seen before are asked too, but enter no measure."
