"""One question: what its checks see together, and what they leave alone."""

from datetime import date
from pathlib import Path
from random import Random

import pytest

from quizapp.bank.loader import load_bank
from quizapp.bank.rules import Rule
from quizapp.core.problem import Severity
from quizapp.core.question import Scoring
from quizapp.core.types import QUESTION_TYPES
from quizapp.core.types.numeric import NumericBody
from tests.bank.banks import (
    FRAMEWORK,
    MULTI,
    NUMERIC,
    ROOT,
    SINGLE,
    TODAY,
    codes,
    documented_ids,
    ids,
    load,
    write_bank,
)

SHIPPED = ROOT / "questions"


def test_a_bad_question_costs_its_neighbours_nothing(bank: Path) -> None:
    text = (bank / SINGLE).read_text("utf-8")
    entry = text.partition("questions:\n")[2]
    (bank / SINGLE).write_text(
        text + entry.replace("-001", "-002").replace("seconds: 90", "") + entry.replace("-001", "-003"), "utf-8"
    )
    loaded = load(bank)
    assert codes(loaded) == [Rule.FIELD_MISSING.code]
    joins = [id_ for id_ in ids(loaded) if id_.startswith("sql-outer-filter-")]
    assert joins == ["sql-outer-filter-001", "sql-outer-filter-003"]
    assert set(documented_ids()) < set(ids(loaded))


def test_every_problem_of_a_question_is_told_at_once(tmp_path: Path) -> None:
    bank = write_bank(
        tmp_path / "my-bank",
        (SINGLE, "revision: 1", "revision: 0"),
        (SINGLE, "stimulus: code", "stimulus: picture"),
        (SINGLE, "seconds: 90", "secs: 90"),
        (SINGLE, "misconception: left-join-keeps-all", "misconception: Left Join"),
        (SINGLE, "    shelf_life: durable\n", ""),
        (SINGLE, "on: 2026-11-24", "on: yesterday"),
        (NUMERIC, "tolerance: 0, unit", "tolerance: -1, unit"),
        (FRAMEWORK, "title: Averages", "titel: Averages"),
    )
    found = [problem for problem in load(bank).problems if problem.code != Rule.TOPIC_WITHOUT_QUESTION.code]
    by_file = {name: [problem.code for problem in found if problem.file.endswith(name)] for name in (SINGLE, NUMERIC)}
    assert sorted(by_file[SINGLE]) == [
        "field-missing",
        "field-missing",
        "field-unknown",
        "not-a-date",
        "not-a-slug",
        "not-one-of",
        "out-of-range",
    ]
    assert by_file[NUMERIC] == ["out-of-range"]
    assert [problem.code for problem in found if problem.file.endswith(FRAMEWORK)] == ["field-missing", "field-unknown"]


@pytest.mark.parametrize(("word", "orders"), [("true", 1), ("false", 6)])
def test_a_fixed_order_is_kept(word: str, orders: int, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "fixed_order: false", f"fixed_order: {word}"))
    question = load(bank).bank.questions[2]
    arranged = {QUESTION_TYPES["single"].arrange(question.body, Random(seed)) for seed in range(99)}
    assert len(arranged) == orders


@pytest.mark.parametrize(("words", "scoring"), [("scoring: strict", Scoring.STRICT), ("", Scoring.PARTIAL)])
def test_a_multi_question_says_how_it_is_scored(words: str, scoring: Scoring, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (MULTI, "    scoring: partial\n", f"    {words}\n" if words else ""))
    assert load(bank).bank.questions[1].scoring is scoring


def test_a_review_is_due_from_its_day_on(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (MULTI, "shelf_life: fast", "shelf_life: slow"))
    for today, due in ((date(2027, 11, 23), 0), (date(2027, 11, 24), 1), (date(2027, 12, 1), 1)):
        loaded = load_bank(bank, today=today)
        assert codes(loaded) == [Rule.REVIEW_DUE.code] * due
        assert "sql-count-null-001" in {question.id for question in loaded.bank.questions}


def test_a_question_whose_facts_change_fast_is_withheld_from_its_review_on(bank: Path) -> None:
    # counting.yaml is "fast": three months after 2026-11-24.
    for today, due in ((date(2027, 2, 23), False), (date(2027, 2, 24), True), (date(2027, 3, 1), True)):
        loaded = load_bank(bank, today=today)
        assert (Rule.WITHHELD.code in codes(loaded)) is due
        assert ("sql-count-null-001" in {question.id for question in loaded.bank.questions}) is not due
        assert not any(problem.severity is Severity.ERROR for problem in loaded.problems)


def test_a_short_key_may_be_the_longest(tmp_path: Path) -> None:
    for length, said in ((25, []), (26, [Rule.KEY_LONGEST.code])):
        bank = write_bank(tmp_path / str(length), (SINGLE, "Ada alone", "A" * length))
        assert codes(load(bank)) == said
    # 1.35 of the longest wrong option is still fine: markup does not count.
    wrong = [(SINGLE, "Ada, Bo and Cy", "y" * 40), (SINGLE, "Ada and Cy", "x" * 40)]
    edits = [*wrong, (SINGLE, "Ada alone", f"'**{'A' * 54}**'")]
    assert codes(load(write_bank(tmp_path / "long", *edits))) == []
    longer = [*wrong, (SINGLE, "Ada alone", "A" * 55)]
    assert codes(load(write_bank(tmp_path / "longer", *longer))) == [Rule.KEY_LONGEST.code]


@pytest.mark.parametrize(("tolerance", "overlaps"), [("1.99", False), ("2", True), ("50", True)])
def test_common_errors_keep_their_distance(tolerance: str, overlaps: bool, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (NUMERIC, "{value: 6, tolerance: 0", f"{{value: 6, tolerance: {tolerance}"))
    assert (Rule.COMMON_ERROR_OVERLAPS.code in codes(load(bank))) == overlaps


@pytest.mark.parametrize(
    "address",
    [
        "arxiv: '1904.09751'",
        "arxiv: cond-mat/0703470v2",
        "doi: 10.1080/01621459.1927.10502953",
        "url: HTTPS://example.org",
        "url: http://example.org:8080/a_(b)?c=d#e",
    ],
)
def test_addresses_of_each_kind(address: str, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "url: https://www.sqlite.org/lang_select.html", address))
    assert codes(load(bank)) == []


def test_today_is_an_argument(bank: Path) -> None:
    assert load_bank(bank, today=TODAY).problems == ()
    assert load_bank(bank, today=date.max).problems != ()


def test_a_tolerance_may_be_a_share_of_the_value(tmp_path: Path) -> None:
    edit = (NUMERIC, "value: 6, tolerance: 0,", "value: -6, relative_tolerance: 0.05,")
    bank = load(write_bank(tmp_path / "my-bank", edit)).bank
    body = next(question.body for question in bank.questions if question.id == "sql-avg-null-001")
    assert isinstance(body, NumericBody)
    assert (body.value, body.tolerance) == (-6, pytest.approx(0.3))
