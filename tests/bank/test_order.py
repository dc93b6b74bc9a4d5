"""Order questions in YAML."""

from pathlib import Path

import pytest

from quizapp.bank.rules import Rule
from quizapp.core.grading import key_response
from quizapp.core.question import Question, Scoring
from quizapp.core.types.order import OrderBody
from tests.bank.banks import codes, load, only, place_in, write_bank

FILE = "sql/select.yaml"
ID = "sql-clause-order-001"


def question_of(bank: Path) -> Question:
    return next(question for question in load(bank).bank.questions if question.id == ID)


def test_the_example_is_read_whole(bank: Path) -> None:
    question = question_of(bank)
    assert isinstance(question.body, OrderBody)
    assert key_response(question) == ("from", "where", "group-by", "having", "limit")
    assert [item.text for item in question.body.items] == ["`FROM`", "`WHERE`", "`GROUP BY`", "`HAVING`", "`LIMIT`"]
    assert question.body.items[4].rationale == "It cuts off rows of the finished result."
    assert question.scoring is Scoring.PARTIAL


def test_scoring_may_be_strict_and_is_partial_where_nothing_is_said(tmp_path: Path) -> None:
    strict = write_bank(tmp_path / "strict", (FILE, "scoring: partial", "scoring: strict"))
    silent = write_bank(tmp_path / "silent", (FILE, "    scoring: partial\n", ""))
    assert (question_of(strict).scoring, question_of(silent).scoring) == (Scoring.STRICT, Scoring.PARTIAL)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("id: having", "id: where", Rule.OPTION_ID_REPEATED),
        ('text: "`HAVING`"', 'text: "**WHERE**"', Rule.OPTION_TEXT_REPEATED),
        ("id: having", "id: HAVING", Rule.NOT_A_SLUG),
        ("    items:\n", "    item:\n", Rule.FIELD_MISSING),
        ("    scoring: partial", "    scoring: half", Rule.NOT_ONE_OF),
        ("    scoring: partial", "    fixed_order: true", Rule.FIELD_UNKNOWN),
        (", rationale: It cuts off rows of the finished result.}", "}", Rule.FIELD_MISSING),
    ],
)
def test_a_fault_is_told(old: str, new: str, rule: Rule, tmp_path: Path) -> None:
    assert rule.code in codes(load(write_bank(tmp_path / "my-bank", (FILE, old, new))))


def test_the_place_of_a_repeated_text_is_told(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (FILE, '"`HAVING`"', '"`FROM`"'))
    problem = only(load(bank), Rule.OPTION_TEXT_REPEATED.code)
    assert problem.message == "This option has the same text as 'from'."
    assert (problem.line, problem.column) == place_in(bank / FILE, '"`FROM`", rationale: "It drops whole')


@pytest.mark.parametrize("count", [2, 9])
def test_there_are_3_to_8_items(count: int, tmp_path: Path) -> None:
    items = "".join(f"      - {{id: i{number}, text: T{number}, rationale: R}}\n" for number in range(count))
    bank = write_bank(tmp_path / "my-bank", (FILE, "    items:\n", f"    items:\n{items}    was:\n"))
    assert only(load(bank), Rule.LIST_LENGTH.code).message == f"'items' has {count} entries."
