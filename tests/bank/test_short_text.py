"""Short-text questions in YAML."""

from pathlib import Path

import pytest

from quizapp.bank.rules import Rule
from quizapp.core.grading import key_response
from quizapp.core.question import Question
from quizapp.core.types.short_text import ShortTextBody
from tests.bank.banks import SHORT_TEXT, codes, load, only, place_in, write_bank

ID = "sql-undo-001"
ANSWERS = "answers: [ROLLBACK, ROLLBACK TRANSACTION]"


def questions_of(bank: Path) -> list[Question]:
    return [question for question in load(bank).bank.questions if question.id == ID]


def test_the_example_is_read_whole(bank: Path) -> None:
    (question,) = questions_of(bank)
    assert isinstance(question.body, ShortTextBody)
    assert key_response(question) == ("ROLLBACK",)
    assert (question.body.answers, question.body.match_case) == (("ROLLBACK", "ROLLBACK TRANSACTION"), False)
    assert [(error.texts, error.misconception) for error in question.body.common_errors] == [
        (("COMMIT", "END"), "end-undoes"),
        (("UNDO",), "editor-words"),
    ]


def test_a_common_error_that_would_be_right_is_refused_at_its_place(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SHORT_TEXT, "[COMMIT, END]", "[COMMIT, rollback  transaction.]"))
    problem = only(load(bank), Rule.COMMON_TEXT_ACCEPTED.code)
    assert (problem.line, problem.column) == place_in(bank / SHORT_TEXT, "rollback  transaction.")
    assert questions_of(bank) == []


def test_case_may_tell_an_error_from_an_answer(tmp_path: Path) -> None:
    edits = (SHORT_TEXT, "match_case: false", "match_case: true"), (SHORT_TEXT, "[UNDO]", "[rollback]")
    assert load(write_bank(tmp_path / "my-bank", *edits)).problems == ()


@pytest.mark.parametrize(
    ("answers", "rule"),
    [
        ("[]", Rule.LIST_LENGTH),
        (f"[{', '.join('abcdefghijklm')}]", Rule.LIST_LENGTH),
        ("ROLLBACK", Rule.EXPECTED_LIST),
        ("[' . ']", Rule.FIELD_EMPTY),
        ("['\u0301']", Rule.FIELD_EMPTY),
        (f"[{'x' * 201}]", Rule.TEXT_TOO_LONG),
    ],
)
def test_what_no_one_could_type_is_refused(answers: str, rule: Rule, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SHORT_TEXT, ANSWERS, f"answers: {answers}"))
    assert rule.code in codes(load(bank))
    assert questions_of(bank) == []
