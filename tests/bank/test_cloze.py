"""Cloze questions in YAML."""

from pathlib import Path

import pytest

from quizapp.bank.rules import Rule
from quizapp.core.grading import key_response
from quizapp.core.question import Question, Scoring
from quizapp.core.types.cloze import ClozeBody
from quizapp.core.types.numeric import CommonError, NumericBody
from tests.bank.banks import CLOZE, codes, load, only, place_in, write_bank

ID = "sql-anti-join-001"
FIELD = "accept: [IS NULL, ISNULL]"


def question_of(bank: Path) -> Question:
    return next(question for question in load(bank).bank.questions if question.id == ID)


def body_of(bank: Path) -> ClozeBody:
    body = question_of(bank).body
    assert isinstance(body, ClozeBody)
    return body


def faults(bank: Path) -> list[str]:
    return [code for code in codes(load(bank)) if code != Rule.TOPIC_WITHOUT_QUESTION.code]


def with_number(folder: Path, fields: str) -> Path:
    """The example with a field for a number in place of that for a text."""
    bank = write_bank(folder)
    head, _, rest = (bank / CLOZE).read_text("utf-8").partition(f"        {FIELD}\n")
    tail = rest[rest.index("    scoring:") :]
    (bank / CLOZE).write_text(f"{head}        {fields}\n        rationale: So.\n{tail}", "utf-8")
    return bank


def test_the_example_is_read_whole(bank: Path) -> None:
    body = body_of(bank)
    assert question_of(bank).scoring is Scoring.PARTIAL
    assert key_response(question_of(bank)) == ("join=left", "test=IS NULL")
    assert body.language == "sql"
    assert body.text.splitlines()[2] == "WHERE orders.id [[test]];"
    join, test = body.gaps
    assert [(option.id, option.text, option.misconception) for option in join.options] == [
        ("inner", "JOIN", "join-keeps-all"),
        ("left", "LEFT JOIN", ""),
        ("cross", "CROSS JOIN", "cross-join-keeps-all"),
    ]
    assert test.text is not None
    assert test.text.answers == ("IS NULL", "ISNULL")
    assert [len(error.texts) for error in test.text.common_errors] == [3, 2]
    assert test.rationale.startswith("It is true")


def test_gaps_are_sorted_as_they_stand_in_the_text(tmp_path: Path) -> None:
    swapped = ("FROM customers [[join]] orders", "FROM customers [[test]] orders"), ("id [[test]];", "id [[join]];")
    bank = write_bank(tmp_path / "my-bank", *((CLOZE, old, new) for old, new in swapped))
    assert [gap.id for gap in body_of(bank).gaps] == ["test", "join"]


def test_a_field_for_a_number_is_read_as_in_a_numeric_question(tmp_path: Path) -> None:
    errors = "common_errors: [{value: 8, tolerance: 1, rationale: Doubled., misconception: twice}]"
    bank = with_number(
        tmp_path / "my-bank", f"value: 4\n        relative_tolerance: 0.1\n        unit: GB\n        {errors}"
    )
    assert faults(bank) == []
    assert body_of(bank).gaps[1].number == NumericBody(4, 0.4, "GB", (CommonError(8, 1, "Doubled.", "twice"),))
    assert key_response(question_of(bank))[1] == "test=4"


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ("value: 4", Rule.TOLERANCE_COUNT),
        ("value: four\n        tolerance: 0", Rule.NOT_A_NUMBER),
        ("value: 4\n        tolerance: 0\n        match_case: true", Rule.FIELD_UNKNOWN),
        (
            "value: 4\n        tolerance: 1\n        common_errors: [{value: 5, tolerance: 0, rationale: x}]",
            Rule.COMMON_ERROR_OVERLAPS,
        ),
    ],
)
def test_a_field_for_a_number_has_the_problems_of_one(fields: str, rule: Rule, tmp_path: Path) -> None:
    assert faults(with_number(tmp_path / "my-bank", fields)) == [rule.code]


@pytest.mark.parametrize(
    ("old", "new", "rule", "place"),
    [
        ("answer: left", "answer: outer", Rule.GAP_ANSWER, "outer"),
        ("      - id: test\n", "      - id: exam\n", Rule.GAP_MISSING, "exam"),
        (FIELD, "texts: [x]", Rule.GAP_KIND, "id: test\n        texts"),
        ("id: cross", "id: left", Rule.OPTION_ID_REPEATED, "left\n            text: CROSS"),
        ("text: CROSS JOIN", "text: '`JOIN`'", Rule.OPTION_TEXT_REPEATED, "'`JOIN`'"),
        ("[IS NOT NULL,", "[ísnull,", Rule.COMMON_TEXT_ACCEPTED, "ísnull"),
    ],
)
def test_a_problem_tells_its_place(old: str, new: str, rule: Rule, place: str, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (CLOZE, old, new))
    problem = only(load(bank), rule.code)
    assert (problem.line, problem.column) == place_in(bank / CLOZE, place)
    assert ID not in [question.id for question in load(bank).bank.questions]


def test_a_drop_down_needs_two_options(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank")
    head, _, rest = (bank / CLOZE).read_text("utf-8").partition("          - id: inner\n")
    tail = rest[rest.index("        answer: left") :]
    option = "          - {id: left, text: LEFT JOIN, rationale: So.}\n"
    (bank / CLOZE).write_text(f"{head}{option}{tail}", "utf-8")
    assert faults(bank) == [Rule.LIST_LENGTH.code]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One [[join]] and `[[test]]`.", []),
        ("- **[[join]]**\n      - [[test]] [[ 0 ]]", []),
        ("```\n      [[join]]\n      ```\n\n      [[test]]", [Rule.GAP_PLACE]),
        ("| a |\n      |---|\n      | [[join]] |\n\n      x^{[[test]]}", [Rule.GAP_PLACE, Rule.GAP_PLACE]),
    ],
)
def test_gaps_of_prose_stand_where_a_control_has_room(text: str, found: list[Rule], tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank")
    head, _, rest = (bank / CLOZE).read_text("utf-8").partition("    language: sql\n")
    tail = rest[rest.index("    gaps:") :]
    (bank / CLOZE).write_text(f"{head}    text: |\n      {text}\n{tail}", "utf-8")
    assert faults(bank) == [rule.code for rule in found]


def test_a_text_that_is_missing_hides_no_other_problem(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (CLOZE, "    text: |\n", "    txt: |\n"), (CLOZE, "id: cross", "id: Cross"))
    assert set(faults(bank)) == {Rule.FIELD_MISSING.code, Rule.FIELD_UNKNOWN.code, Rule.NOT_A_SLUG.code}


@pytest.mark.parametrize(("language", "found"), [("    language: markdown\n", []), ("", [Rule.PICTURE_MISPLACED])])
def test_code_that_looks_like_a_picture_is_code(language: str, found: list[Rule], tmp_path: Path) -> None:
    edits = (
        ("    language: sql\n", language),
        ("      WHERE orders.id", "\n      {picture: a.png | A}\n\n      WHERE orders.id"),
    )
    bank = write_bank(tmp_path / "my-bank", *((CLOZE, old, new) for old, new in edits))
    assert faults(bank) == [rule.code for rule in found]
