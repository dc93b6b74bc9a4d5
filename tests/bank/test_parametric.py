"""Parametric questions in YAML: what is read, and what is found by trying the formulas out."""

from pathlib import Path

import pytest

from quizapp.bank.draw_check import rows_to_try
from quizapp.bank.rules import Rule
from quizapp.core.parametric import Derived, ErrorFormula, ParametricBody, Target, Variable
from quizapp.core.question import Question
from tests.bank.banks import PARAMETRIC, codes, load, only, place_in, write_bank

ID = "sql-file-size-001"
SIZES = "{values: [1024, 2048, 4096, 8192]}"
ANSWER = "{formula: bytes / 2 ** 20, relative_tolerance: 0.01, unit: MiB}"


def question_of(bank: Path) -> Question:
    return next(question for question in load(bank).bank.questions if question.id == ID)


def body_of(bank: Path) -> ParametricBody:
    body = question_of(bank).body
    assert isinstance(body, ParametricBody)
    return body


def faults(bank: Path) -> list[str]:
    return [code for code in codes(load(bank)) if code != Rule.TOPIC_WITHOUT_QUESTION.code]


def edited(tmp_path: Path, *edits: tuple[str, str]) -> Path:
    return write_bank(tmp_path / "my-bank", *((PARAMETRIC, old, new) for old, new in edits))


def test_the_example_is_read_whole(bank: Path) -> None:
    body = body_of(bank)
    assert body.variables[0] == Variable("size", (1024, 2048, 4096, 8192))
    assert body.variables[1] == Variable("pages", tuple(range(10_000, 40_001, 500)))
    assert body.answer == Target("bytes / 2 ** 20", 0, 0.01)
    assert (body.unit, body.digits) == ("MiB", None)
    assert body.derived == (Derived("bytes", "pages * size"),)
    assert body.constraints == ("0.1 * pages <= free <= 0.4 * pages",)
    assert [error.misconception for error in body.common_errors] == ["delete-shrinks-file", "mib-is-million"]
    assert isinstance(body.common_errors[0], ErrorFormula)


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("{from: 0.1, to: 0.5, step: 0.1}", (0.1, 0.2, 0.3, 0.4, 0.5)),
        ("{from: 1, to: 2, step: 0.4}", (1.0, 1.4, 1.8)),
        ("{from: -1e-6, to: 1e-6, step: 1e-6}", (-1e-6, 0.0, 1e-6)),
        ("{from: 1, to: 1000, step: 1}", tuple(range(1, 1001))),
    ],
)
def test_a_range_has_the_decimals_that_were_written(written: str, values: tuple[float, ...], tmp_path: Path) -> None:
    bank = edited(tmp_path, (SIZES, written), (ANSWER, "{formula: free, tolerance: 0.1}"))
    text = (bank / PARAMETRIC).read_text("utf-8")
    head, tail = text.split("    common_errors:\n")[0], text[text.index("    explanation:") :]
    (bank / PARAMETRIC).write_text(head + tail, "utf-8")
    assert body_of(bank).variables[0].values == values


@pytest.mark.parametrize(
    "written",
    [
        *("{from: 1, to: 0, step: 1}", "{from: 1, to: 1, step: 1}", "{from: 0, to: 1000, step: 1}"),
        *("{from: 0, to: 1e300, step: 1e-300}", "{from: -1e308, to: 1e308, step: 1}"),
    ],
)
def test_a_range_has_2_to_1000_values(written: str, tmp_path: Path) -> None:
    assert faults(edited(tmp_path, (SIZES, written))) == [Rule.VARIABLE_RANGE.code]


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("5", Rule.EXPECTED_MAPPING),
        ("{values: [1]}", Rule.LIST_LENGTH),
        ("{values: [1, two]}", Rule.NOT_A_NUMBER),
        ("{values: [1, 2], step: 1}", Rule.FIELD_UNKNOWN),
        ("{from: 1, to: 2}", Rule.FIELD_MISSING),
        ("{from: 1, to: 2, step: 0}", Rule.OUT_OF_RANGE),
    ],
)
def test_a_variable_is_a_range_or_a_list(written: str, rule: Rule, tmp_path: Path) -> None:
    assert faults(edited(tmp_path, (SIZES, written))) == [rule.code]


@pytest.mark.parametrize("name", ["Size", "2size", "max", "answer", "if", "si-ze", "größe", "a" * 33])
def test_a_name_has_to_be_one_that_formulas_can_hold(name: str, tmp_path: Path) -> None:
    assert faults(edited(tmp_path, ("      size: {", f"      {name}: {{"))) == [Rule.VARIABLE_NAME.code]


def test_there_are_1_to_6_variables(tmp_path: Path) -> None:
    more = "".join(f"      v{number}: {{values: [1, 2]}}\n" for number in range(4))
    assert faults(edited(tmp_path, ("      size: {", more + "      size: {"))) == [Rule.LIST_LENGTH.code]


def test_a_derived_number_can_not_use_a_later_one(tmp_path: Path) -> None:
    bank = edited(tmp_path, ("{bytes: pages * size}", "{bytes: used * size, used: pages + 0}"))
    problem = only(load(bank), Rule.FORMULA_NAME.code)
    assert problem.message == "The formula uses 'used', which is no number here."
    assert problem.remedy.startswith("Write one of: size, pages, free;")
    assert (problem.line, problem.column) == place_in(bank / PARAMETRIC, "used * size")


def test_a_variable_is_shown_by_what_follows_from_it(tmp_path: Path) -> None:
    """Whoever sees bytes and pages needs no size."""
    edits = (("-- <<size>>", "-- ?"), ("-- <<pages>>", "-- <<pages>>, <<bytes>> bytes"))
    assert faults(edited(tmp_path, *edits)) == []


def test_a_placeholder_is_placed_in_its_cell_too(tmp_path: Path) -> None:
    table = "    table:\n      header: [a, b]\n      rows:\n        - [c, <<nothing>>]\n"
    bank = edited(tmp_path, ("    variables:\n", table + "    variables:\n"))
    problem = only(load(bank), Rule.PLACEHOLDER_UNKNOWN.code)
    assert (problem.line, problem.column) == place_in(bank / PARAMETRIC, "<<nothing>>")
    assert problem.message == "<<nothing>> stands for nothing here."


@pytest.mark.parametrize("formula", ["'9' * 9 ** 9", "().x", "lambda", "9 ** (", "sqrt()", "(" * 150, "eval(1)"])
def test_what_is_no_formula_is_told_with_its_place(formula: str, tmp_path: Path) -> None:
    written = f'"{formula}"'
    bank = edited(tmp_path, ("formula: bytes / 10 ** 6", f"formula: {written}"))
    assert faults(bank) == [Rule.FORMULA_SYNTAX.code]
    problem = only(load(bank), Rule.FORMULA_SYNTAX.code)
    assert (problem.line, problem.column) == place_in(bank / PARAMETRIC, written)


def test_a_formula_without_a_value_is_told_with_the_draw(tmp_path: Path) -> None:
    bank = edited(tmp_path, ("formula: bytes / 10 ** 6", "formula: 10 ** bytes"))
    problem = only(load(bank), Rule.FORMULA_NOT_FINITE.code)
    assert problem.message == "With size = 1024, pages = 10000, free = 1000 this formula gives no finite number."
    assert (problem.line, problem.column) == place_in(bank / PARAMETRIC, "10 ** bytes")


def test_values_that_the_constraints_refuse_do_no_harm(tmp_path: Path) -> None:
    edits = (
        ("formula: bytes / 10 ** 6", "formula: bytes / (size - 1024)"),
        ("[0.1 * pages", "[size > 1024, 0.1 * pages"),
    )
    assert faults(edited(tmp_path, *edits)) == []


def test_an_error_that_can_be_taken_for_the_answer_is_told_with_the_draw(tmp_path: Path) -> None:
    bank = edited(tmp_path, (ANSWER, ANSWER.replace("0.01", "0.04")))
    problem = only(load(bank), Rule.DRAWN_ERROR_OVERLAPS.code)
    assert problem.message == (
        "With size = 1024, pages = 10000, free = 1000 this common error gives 10.24, "
        "which lies within the tolerances of the answer 9.77."
    )
    assert (problem.line, problem.column) == place_in(bank / PARAMETRIC, "formula: bytes / 10")


@pytest.mark.parametrize(
    ("answer", "sound"),
    [
        ("{formula: bytes / 3, tolerance: 0}", False),
        ("{formula: bytes / 4, tolerance: 0}", True),
        ("{formula: bytes / 3, tolerance: 0, digits: 2}", False),
        ("{formula: 'round(bytes / 3, 2)', tolerance: 0, digits: 2}", True),
        ("{formula: bytes / 3, tolerance: 1, digits: 0}", True),
        ("{formula: 0.1 * free, tolerance: 0}", True),
    ],
)
def test_the_answer_can_be_typed(answer: str, sound: bool, tmp_path: Path) -> None:
    bank = edited(tmp_path, (ANSWER, answer))
    assert faults(bank) == ([] if sound else [Rule.ANSWER_INEXACT.code])


def test_all_combinations_are_tried_where_they_are_few_and_else_the_corners(bank: Path) -> None:
    body = body_of(bank)
    few = ParametricBody((Variable("a", (1.0, 2.0, 3.0)), Variable("b", (4.0, 5.0))), Target("a + b"))
    rows = rows_to_try(few)
    assert sorted(zip(rows["a"], rows["b"], strict=True)) == [(a, b) for a in (1, 2, 3) for b in (4, 5)]
    rows = rows_to_try(body)
    tried = list(zip(rows["size"], rows["pages"], rows["free"], strict=True))
    assert {(1024, 10_000, 1_000), (8192, 40_000, 9_000), (8192, 10_000, 9_000)} < set(tried)
    assert 300 < len(tried) < 1_100
    assert rows_to_try(body) == rows


def test_a_costly_question_is_tried_less_often(bank: Path) -> None:
    body = body_of(bank)
    long = "+".join(["pages"] * 15)
    heavy = ParametricBody(body.variables, Target(long), constraints=(long,) * 8, derived=(Derived("d", long),) * 8)
    assert len(rows_to_try(heavy)["size"]) < 120
