"""Small values of the domain: questions, frameworks, problems, errors."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.errors import BankError, QuizappError, ReportError, StorageError
from quizapp.core.problem import Problem, Severity
from quizapp.core.question import REVIEW_MONTHS, Reference, ShelfLife, Verification
from tests.factories import make_framework, make_question


def review_date(shelf_life: ShelfLife, on: date) -> date:
    return make_question("q", shelf_life=shelf_life, verified=Verification(on, "source")).review_date


@pytest.mark.parametrize(
    ("shelf_life", "on", "due"),
    [
        (ShelfLife.DURABLE, date(2026, 1, 15), date(2029, 1, 15)),
        (ShelfLife.SLOW, date(2026, 12, 31), date(2027, 12, 28)),
        (ShelfLife.SLOW, date(2024, 2, 29), date(2025, 2, 28)),
        (ShelfLife.FAST, date(2026, 11, 24), date(2027, 2, 24)),
        (ShelfLife.FAST, date(2026, 9, 1), date(2026, 12, 1)),
        (ShelfLife.FAST, date(2026, 10, 30), date(2027, 1, 28)),
    ],
)
def test_a_question_is_due_for_review_when_its_shelf_life_ends(shelf_life: ShelfLife, on: date, due: date) -> None:
    assert review_date(shelf_life, on) == due


@given(st.sampled_from(ShelfLife), st.dates(date(1990, 1, 1), date(2200, 1, 1)))
def test_the_review_is_whole_months_after_the_check(shelf_life: ShelfLife, on: date) -> None:
    due = review_date(shelf_life, on)
    assert (due.year - on.year) * 12 + due.month - on.month == REVIEW_MONTHS[shelf_life]
    assert due.day == min(on.day, 28)


def test_facts_that_change_faster_are_looked_up_sooner() -> None:
    assert REVIEW_MONTHS == {ShelfLife.DURABLE: 36, ShelfLife.SLOW: 12, ShelfLife.FAST: 3}


@pytest.mark.parametrize(
    ("reference", "address"),
    [
        (Reference("T", arxiv="1706.03762", doi="10.1/x", url="https://e.org"), "https://arxiv.org/abs/1706.03762"),
        (Reference("T", doi="10.1/x", url="https://e.org"), "https://doi.org/10.1/x"),
        (Reference("T", url="https://e.org"), "https://e.org"),
        (Reference("T"), ""),
    ],
)
def test_a_reference_leads_to_its_most_lasting_address(reference: Reference, address: str) -> None:
    assert reference.address == address


def test_a_framework_finds_its_parts_by_slug() -> None:
    framework = make_framework()
    for competency in framework.competencies:
        assert framework.competency(competency.slug) is competency
        assert [competency.topic(topic.slug) for topic in competency.topics] == [*competency.topics]


def test_a_problem_says_where_it_is_and_how_to_mend_it() -> None:
    problem = Problem("a/b.yaml", 3, 7, "Q101", "There is no key.", "Mark an option as correct.")
    assert str(problem) == "a/b.yaml:3:7: error Q101: There is no key. Mark an option as correct."
    whole = Problem("a.yaml", 0, 0, "F001", "It is empty.", "Add questions.", Severity.WARNING)
    assert str(whole) == "a.yaml: warning F001: It is empty. Add questions."


def test_problems_sort_by_place() -> None:
    places = [("b", 1, 1), ("a", 10, 4), ("a", 2, 1), ("a", 10, 1)]
    found = sorted(Problem(*place, "Q1", "", "") for place in places)
    assert [(problem.file, problem.line, problem.column) for problem in found] == sorted(places)


@pytest.mark.parametrize("kind", [BankError, StorageError, ReportError])
def test_every_error_for_people_is_one_kind(kind: type[Exception]) -> None:
    assert issubclass(kind, QuizappError)
