"""Code-line questions in YAML."""

from pathlib import Path

import pytest

from quizapp.bank.rules import Rule
from quizapp.core.grading import key_response
from quizapp.core.question import Question, Scoring
from quizapp.core.types.code_line import CodeLineBody
from tests.bank.banks import CODE_LINE, codes, load, only, place_in, write_bank

ID = "sql-where-aggregate-001"


def question_of(bank: Path) -> Question:
    return next(question for question in load(bank).bank.questions if question.id == ID)


def faults(bank: Path) -> list[str]:
    return [code for code in codes(load(bank)) if code != Rule.TOPIC_WITHOUT_QUESTION.code]


def test_the_example_is_read_whole(bank: Path) -> None:
    question = question_of(bank)
    assert isinstance(question.body, CodeLineBody)
    assert key_response(question) == ("3",)
    assert question.scoring is Scoring.PARTIAL
    assert list(question.body.choices) == ["1", "2", "3", "4", "6"]
    assert question.body.choices["3"] == "WHERE COUNT(*) > 10"
    assert [(line.line, line.correct, line.misconception) for line in question.body.lines] == [
        (3, True, ""),
        (6, False, "alias-unknown-to-order-by"),
    ]


@pytest.mark.parametrize(
    ("line", "rule"), [(7, Rule.LINE_MISSING), (5, Rule.LINE_BLANK), (3, Rule.LINE_REPEATED), (0, Rule.OUT_OF_RANGE)]
)
def test_a_line_has_to_be_one_that_can_be_chosen_once(line: int, rule: Rule, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (CODE_LINE, "line: 6", f"line: {line}"))
    assert faults(bank) == [rule.code]
    problem = only(load(bank), rule.code)
    row, column = place_in(bank / CODE_LINE, f"line: {line}\n        correct: false")
    assert (problem.line, problem.column) == (row, column + len("line: "))


def test_a_line_has_to_be_there_to_choose(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (CODE_LINE, "correct: true", "correct: false\n        misconception: none"))
    assert faults(bank) == [Rule.LINE_CORRECT_COUNT.code]


@pytest.mark.parametrize(
    "text", ["x: 1\n\n\n\n\n        y: 2", "a\n        b\n        c\n        d\n        e\n        f"]
)
def test_too_many_correct_lines_are_refused(text: str, tmp_path: Path) -> None:
    """All of the two that hold something; five of six."""
    numbers = (1, 6) if text.startswith("x") else range(1, 6)
    lines = "".join(f"      - {{line: {number}, correct: true, rationale: So.}}\n" for number in numbers)
    bank = write_bank(tmp_path / "my-bank")
    head, _, rest = (bank / CODE_LINE).read_text("utf-8").partition("      text: |\n")
    tail = rest[rest.index("    scoring:") :]
    (bank / CODE_LINE).write_text(f"{head}      text: |\n        {text}\n    lines:\n{lines}{tail}", "utf-8")
    assert faults(bank) == [Rule.LINE_CORRECT_COUNT.code]


def test_a_listing_of_too_many_lines_is_refused(tmp_path: Path) -> None:
    more = "        ORDER BY buyers DESC;\n" + 54 * "        -- more\n"
    edit = (CODE_LINE, "        ORDER BY buyers DESC;\n", more)
    assert faults(write_bank(tmp_path / "fits", edit)) == []
    edit = (CODE_LINE, "        ORDER BY buyers DESC;\n", f"{more}        -- more\n")
    assert faults(write_bank(tmp_path / "my-bank", edit)) == [Rule.LISTING_TOO_LONG.code]


def test_a_missing_misconception_is_a_warning(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (CODE_LINE, "        misconception: alias-unknown-to-order-by\n", ""))
    assert faults(bank) == [Rule.MISCONCEPTION_MISSING.code]
    assert question_of(bank).id == ID


def test_a_listing_that_is_missing_hides_no_other_problem(tmp_path: Path) -> None:
    edits = ((CODE_LINE, "    listing:\n", "    listin:\n"), (CODE_LINE, "line: 6", "line: six"))
    bank = write_bank(tmp_path / "my-bank", *edits)
    assert set(faults(bank)) == {Rule.FIELD_MISSING.code, Rule.FIELD_UNKNOWN.code, Rule.NOT_WHOLE.code}
