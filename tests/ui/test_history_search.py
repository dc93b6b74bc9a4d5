"""What a search finds, without a window: role, competencies, kind and words of the day, all of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from quizapp.core.plan import PlanMethod
from quizapp.storage.summary import AttemptSummary
from quizapp.ui.history_pairs import assessments, earlier_of, pair_problem
from quizapp.ui.history_search import AttemptSearch, HistoryFilter, competency_names, day_words

DAY = datetime(2026, 11, 24, 12, tzinfo=UTC)
TITLES = {"counting": "Counting things", "reading": "Reading code"}
ONE = AttemptSummary(
    id="one",
    framework_id="tester",
    framework_title="Tester of windows",
    started_at=DAY,
    finished_at=DAY + timedelta(hours=1),
    asked=10,
    answered=10,
    competencies=("counting", "deep-thought"),
    right=7,
    scored=10,
    elapsed=600.0,
    method=PlanMethod.ADAPTIVE,
)
TWO = replace(ONE, id="two", started_at=DAY - timedelta(days=40), method=PlanMethod.FIXED, competencies=("reading",))
OPEN = replace(ONE, id="open", finished_at=None)
PRACTICE = replace(ONE, id="practice", method=PlanMethod.PRACTICE, started_at=DAY - timedelta(days=1))
ALL = (ONE, TWO, OPEN, PRACTICE)

pytestmark = pytest.mark.usefixtures("qapp")


def found(words: str = "", **wanted: object) -> list[str]:
    return [a.id for a in AttemptSearch(TITLES).find(ALL, HistoryFilter(words, **wanted))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("", ["one", "two", "open", "practice"]),
        ("  ", ["one", "two", "open", "practice"]),
        ("nov 2026", ["one", "open", "practice"]),
        ("2026-10", ["two"]),
        ("October", ["two"]),
        ("READING", ["two"]),
        ("counting things adaptive", ["one", "open"]),
        ("deep thought", ["one", "open", "practice"]),
        ("unfinished", ["open"]),
        ("finished", ["one", "two", "practice"]),
        ("hought", []),
        ("practice", ["practice"]),
        ("tester 24 november finished", ["one"]),
        ("nothing of the kind", []),
        ("<b>", []),
    ],
)
def test_all_words_have_to_be_found_in_any_order(words: str, ids: list[str]) -> None:
    assert found(words) == ids
    assert found(" ".join(reversed(words.split()))) == ids


def test_kinds_and_words_go_together() -> None:
    assert found(kind=PlanMethod.ADAPTIVE) == ["one", "open"]
    assert found("24", kind=PlanMethod.ADAPTIVE, is_open=True) == ["open"]
    assert found("october", kind=PlanMethod.ADAPTIVE) == []


def test_an_attempt_that_was_finished_meanwhile_is_found_as_such() -> None:
    search = AttemptSearch(TITLES)
    assert search.find([OPEN], HistoryFilter("unfinished")) == [OPEN]
    done = replace(OPEN, finished_at=DAY)
    assert search.find([done], HistoryFilter("unfinished")) == []
    assert search.find([done], HistoryFilter("finished")) == [done]


def test_a_day_has_its_names() -> None:
    assert {"5", "march", "2025", "2025-03-05"} <= set(day_words(date(2025, 3, 5)).split())


def test_a_competency_of_a_bank_that_is_gone_has_its_slug() -> None:
    assert competency_names(("counting", "deep-thought"), TITLES) == "Counting things, deep thought"


def test_practice_and_what_runs_are_no_assessments_to_compare() -> None:
    assert assessments(ALL) == (ONE, TWO)


def test_earlier_ones_share_role_and_competency() -> None:
    same = replace(TWO, id="same", competencies=("counting",))
    other = replace(same, id="other", framework_id="baker")
    assert earlier_of(ONE, (*ALL, same, other, replace(PRACTICE, started_at=TWO.started_at))) == (same,)
    assert earlier_of(same, (*ALL, same)) == ()


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ([], "Select two"),
        ([ONE], "Select two"),
        ([ONE, TWO, OPEN], "Select two"),
        ([ONE, OPEN], "Only finished assessments"),
        ([ONE, PRACTICE], "Only finished assessments"),
        ([ONE, TWO], "no competency in common"),
        ([ONE, replace(TWO, framework_id="baker")], "different roles"),
        ([ONE, replace(ONE, id="twin")], "same moment"),
    ],
)
def test_why_two_can_not_be_compared_is_told(chosen: list[AttemptSummary], words: str) -> None:
    assert words in pair_problem(chosen)


def test_two_that_can_be_compared_have_no_problem() -> None:
    assert pair_problem([ONE, replace(TWO, competencies=("counting",))]) == ""
