"""True/false questions in YAML."""

from pathlib import Path

import pytest

from quizapp.bank.rules import Rule
from quizapp.core.grading import key_response
from quizapp.core.question import Question
from quizapp.core.types.choice import ChoiceBody
from tests.bank.banks import TRUE_FALSE, codes, load, only, place_in, write_bank

ID = "sql-equals-null-001"


def question_of(bank: Path) -> Question:
    return next(question for question in load(bank).bank.questions if question.id == ID)


def test_the_example_is_read_whole(bank: Path) -> None:
    question = question_of(bank)
    assert isinstance(question.body, ChoiceBody)
    assert question.body.fixed_order
    assert [(option.id, option.text, option.correct, option.misconception) for option in question.body.options] == [
        ("true", "True", False, "equals-finds-null"),
        ("false", "False", True, ""),
    ]
    assert [option.rationale[:10] for option in question.body.options] == ["`email = N", "No row pas"]


def test_the_answer_may_be_true(tmp_path: Path) -> None:
    question = question_of(write_bank(tmp_path / "my-bank", (TRUE_FALSE, "answer: false", "answer: true")))
    assert key_response(question) == ("true",)


@pytest.mark.parametrize("word", ["yes", "1", "TRUE!"])
def test_any_other_answer_is_refused_and_hides_no_other_problem(word: str, tmp_path: Path) -> None:
    edits = (
        (TRUE_FALSE, "answer: false", f"answer: {word}"),
        (TRUE_FALSE, "rationale_false: No row", "rationale_false: ''\n    x: No"),
    )
    bank = write_bank(tmp_path / "my-bank", *edits)
    assert {"not-true-or-false", "field-empty", "field-unknown"} <= set(codes(load(bank)))


def test_a_missing_misconception_is_a_warning(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (TRUE_FALSE, "    misconception: equals-finds-null\n", ""))
    problem = only(load(bank), Rule.MISCONCEPTION_MISSING.code)
    assert (problem.line, problem.column) == place_in(bank / TRUE_FALSE, "false\n    rationale")
    assert question_of(bank).id == ID


def test_a_misconception_that_is_no_short_name_is_told_once(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (TRUE_FALSE, "misconception: equals-finds-null", "misconception: Equals!"))
    assert [code for code in codes(load(bank)) if code != Rule.TOPIC_WITHOUT_QUESTION.code] == [Rule.NOT_A_SLUG.code]
