"""``quizapp check``: paths of every kind, the exit code, and both outputs."""

import os
from pathlib import Path

import pytest

from quizapp.bank.check import CheckResult, check_paths, render_text
from quizapp.bank.rules import Rule
from tests.bank.banks import (
    FRAMEWORK,
    MULTI,
    NUMERIC,
    ROOT,
    SINGLE,
    TODAY,
    documented_ids,
    examples,
    may_read_all,
    write_bank,
)


def check(*paths: Path) -> CheckResult:
    return check_paths(paths, today=TODAY)


def found(result: CheckResult) -> list[str]:
    return [problem.code for problem in result.problems]


def test_a_clean_bank(bank: Path) -> None:
    result = check(bank)
    files, count = len(examples()), len(documented_ids())
    assert (result.exit_code, result.files, result.questions, result.problems) == (0, files, count, ())
    summary = f"{bank}: {files} files, {count} usable questions; 0 errors, 0 warnings"
    assert render_text(result).splitlines()[-1] == summary


def test_the_shipped_bank_can_be_used() -> None:
    result = check(ROOT / "questions")
    assert result.exit_code == 0
    assert result.questions >= 1


def test_warnings_alone_are_no_failure(bank: Path) -> None:
    (bank / MULTI).unlink()
    result = check(bank)
    assert (result.exit_code, result.errors, result.warnings) == (0, 0, 1)


@pytest.mark.parametrize("path", [SINGLE, "."])
def test_an_error_is(path: str, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "seconds: 90", "seconds: 1"))
    result = check(bank / path)
    assert result.exit_code == 1
    assert found(result)[-1] == Rule.OUT_OF_RANGE.code
    text = render_text(result)
    line = result.problems[-1].line
    assert f"my-bank/sql/joins.yaml:{line}:14: error out-of-range: 'seconds' is 1. Give a number from 5 to 900." in text
    assert text.endswith("1 error, 0 warnings" if path == SINGLE else "1 error, 1 warning")


def test_a_topic_file_is_checked_against_its_bank(bank: Path) -> None:
    result = check(bank / SINGLE)
    assert (result.exit_code, result.files, result.questions) == (0, 1, 1)
    (bank / FRAMEWORK).write_text(examples()[FRAMEWORK].replace("slug: joins", "slug: unions"))
    assert found(check(bank / SINGLE)) == [Rule.TOPIC_UNKNOWN.code]
    assert check(bank / SINGLE).questions == 0


def test_a_topic_file_tells_its_own_problems_alone(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "seconds: 90", "seconds: 1"), (MULTI, "seconds: 75", "seconds: 2"))
    assert [problem.file for problem in check(bank / MULTI).problems] == ["my-bank/sql/counting.yaml"]
    assert check(bank / NUMERIC).problems == ()


@pytest.mark.parametrize("path", [SINGLE, MULTI])
def test_an_id_used_elsewhere_in_the_bank_is_found_from_either_file(path: str, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "sql-outer-filter-001", "sql-count-null-001"))
    assert found(check(bank / path)) == [Rule.ID_REPEATED.code]


def test_a_topic_file_in_an_unknown_folder(bank: Path) -> None:
    (bank / "sql").rename(bank / "sequel")
    result = check(bank / "sequel" / "joins.yaml")
    assert found(result) == [Rule.COMPETENCY_UNKNOWN.code]


def test_a_broken_framework_is_told_with_the_topic_file_that_needs_it(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (FRAMEWORK, "language: en\n", ""))
    result = check(bank / SINGLE)
    assert (found(result), result.exit_code) == ([Rule.FIELD_MISSING.code], 1)


def test_a_topic_file_without_a_bank_is_checked_for_itself(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "seconds: 90", "seconds: 1"))
    (bank / FRAMEWORK).unlink()
    result = check(bank / SINGLE)
    assert found(result) == [Rule.FRAMEWORK_MISSING.code, Rule.OUT_OF_RANGE.code]
    assert result.exit_code == 2


def test_a_topic_file_with_the_wrong_suffix_is_read_and_told(bank: Path) -> None:
    (bank / SINGLE).rename(bank / "sql" / "joins.yml")
    result = check(bank / "sql" / "joins.yml")
    assert (found(result), result.questions, result.exit_code) == ([Rule.FILE_IGNORED.code], 1, 0)


def test_a_framework_file(bank: Path) -> None:
    result = check(bank / FRAMEWORK)
    assert (result.exit_code, result.files, result.questions) == (0, 1, 0)
    (bank / FRAMEWORK).write_text(examples()[FRAMEWORK].replace("readiness_cut: 0.7", "readiness_cut: 1"))
    assert [problem.file for problem in check(bank / FRAMEWORK).problems] == ["my-bank/report-writer.yaml"]
    assert check(bank / FRAMEWORK).exit_code == 1


def test_a_framework_file_below_another_yaml_file(bank: Path) -> None:
    (bank.parent / "compose.yaml").write_text("services: {}\n")
    assert check(bank / FRAMEWORK).problems == ()
    (bank / FRAMEWORK).write_text("schema: [")
    assert Rule.YAML_SYNTAX.code in found(check(bank / FRAMEWORK))


@pytest.mark.parametrize("made", ["nothing", "folder", "pipe"])
def test_unusable_paths(made: str, tmp_path: Path) -> None:
    path = tmp_path / "path.yaml"
    if made == "folder":
        path.mkdir()
    elif made == "pipe":
        os.mkfifo(path)
    result = check(path)
    assert result.exit_code == 2
    assert len(result.problems) == 1


def test_a_file_without_the_right_to_read(bank: Path) -> None:
    (bank / SINGLE).chmod(0)
    if may_read_all(bank / SINGLE):
        pytest.skip("root may read everything")
    assert check(bank / SINGLE).exit_code == 2
    assert check(bank).exit_code == 1
