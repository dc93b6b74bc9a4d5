"""Every rule can be broken, alone, and says where."""

from pathlib import Path

import pytest

from quizapp.bank.rules import Rule
from quizapp.core.problem import Severity
from tests.bank.banks import SINGLE, Edit, codes, documented_ids, examples, ids, load, only, place_in, write_bank
from tests.bank.faults import DEEDS, EDITS, Fault

FOLLOWING = {Rule.TOPIC_WITHOUT_QUESTION.code}
ALL = set(documented_ids())


def name(value: object) -> str:
    return value.code if isinstance(value, Rule) else ""


def write_raw(folder: Path, edit: Edit) -> Path:
    """Write the bank with an edit that may hold a lone byte (as a surrogate), which no encoding of text allows."""
    file, old, new = edit
    text = examples()[file]
    assert old in text
    write_bank(folder)
    (folder / file).write_bytes(text.replace(old, new, 1).encode("utf-8", "surrogateescape"))
    return folder


@pytest.mark.parametrize(("rule", "edit"), EDITS, ids=name)
def test_an_edit_breaks_one_rule(rule: Rule, edit: Edit, tmp_path: Path) -> None:
    loaded = load(write_raw(tmp_path / "my-bank", edit))
    assert set(codes(loaded)) - FOLLOWING == {rule.code} - FOLLOWING
    assert rule.code in codes(loaded)


@pytest.mark.parametrize(("rule", "fault"), DEEDS, ids=name)
def test_a_deed_breaks_one_rule(rule: Rule, fault: Fault, bank: Path) -> None:
    fault(bank)
    loaded = load(bank)
    found = set(codes(loaded)) - FOLLOWING
    # More than 500 problems can't be had without the problems.
    assert found - ({Rule.FIELD_MISSING.code} if rule is Rule.PROBLEMS_CUT else set()) == {rule.code}


@pytest.mark.parametrize(("rule", "edit"), EDITS, ids=name)
def test_errors_cost_the_question_and_warnings_do_not(rule: Rule, edit: Edit, tmp_path: Path) -> None:
    loaded = load(write_raw(tmp_path / "my-bank", edit))
    problems = [problem for problem in loaded.problems if problem.code == rule.code]
    about_framework = all("/sql/" not in problem.file for problem in problems)
    kept_whole = rule.severity is Severity.WARNING or about_framework or rule is Rule.YAML_SECOND_DOCUMENT
    if rule not in (Rule.SLUG_REPEATED, Rule.TOPIC_UNKNOWN):
        assert set(ids(loaded)) == (ALL if kept_whole else _ids_without(problems[-1].file)), problems
    assert (loaded.framework is None) == (about_framework and rule.severity is Severity.ERROR)


def _ids_without(file: str) -> set[str]:
    """The questions of the other files; of two with one id the second in order goes."""
    return set(documented_ids(f"sql/{Path(file).name}"))


def test_every_rule_has_a_fault() -> None:
    assert {rule for rule, _ in EDITS} | {rule for rule, _ in DEEDS} == set(Rule)


@pytest.mark.parametrize(
    ("rule", "new"),
    [
        (Rule.OUT_OF_RANGE, "difficulty: 9"),
        (Rule.NOT_WHOLE, "difficulty: hard"),
        (Rule.EXPECTED_TEXT, "difficulty: [3]"),
    ],
)
def test_the_place_is_that_of_the_value(rule: Rule, new: str, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "difficulty: 2", new))
    problem = only(load(bank), rule.code)
    line, column = place_in(bank / SINGLE, new)
    assert (problem.file, problem.line, problem.column) == (
        "my-bank/sql/joins.yaml",
        line,
        column + len("difficulty: "),
    )


def test_a_missing_field_is_placed_at_its_group(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "        misconception: left-join-keeps-all\n", ""))
    problem = only(load(bank), Rule.MISCONCEPTION_MISSING.code)
    assert (problem.line, problem.column) == place_in(bank / SINGLE, "id: a")


def test_columns_count_characters_not_bytes(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "facts: [where-after-outer-join]", "facts: ['é𝄞', '_']"))
    problems = [problem for problem in load(bank).problems if problem.code == Rule.NOT_A_SLUG.code]
    assert (problems[1].line, problems[1].column) == place_in(bank / SINGLE, "'_'")


def test_what_is_left_open_is_reported_where_it_was_opened(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, 'where: "WHERE clause filtering"', 'where: "WHERE clause'))
    problem = only(load(bank), Rule.YAML_UNCLOSED.code)
    # libyaml sees the end of the file; the person needs the quote.
    assert (problem.line, problem.column) == place_in(bank / SINGLE, '"WHERE clause')


def test_a_slip_of_the_pen_gets_the_word_that_was_meant(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "fixed_order", "fixd_order"))
    problem = only(load(bank), Rule.FIELD_UNKNOWN.code)
    assert problem.message == "This single question has no field 'fixd_order'."
    assert problem.remedy == "Did you mean 'fixed_order'?"


def test_a_repeated_id_is_reported_at_both_places(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "sql-outer-filter-001", "sql-count-null-001"))
    first, second = (problem for problem in load(bank).problems if problem.code == Rule.ID_REPEATED.code)
    assert first.file == "my-bank/sql/counting.yaml"
    assert f"{second.file}:{second.line}." in first.message
    assert f"{first.file}:{first.line}." in second.message


def test_a_repeated_key_is_told_with_its_first_line(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "    type: single", "    type: single\n    type: multi"))
    problem = only(load(bank), Rule.YAML_REPEATED_KEY.code)
    assert problem.message == f"'type' stands twice in one place, first in line {problem.line - 1}."
