"""``quizapp check`` of several paths, and what it says to programs."""

import json
from pathlib import Path

import pytest

from quizapp.bank.check import CheckResult, check_paths, render_json
from quizapp.bank.rules import Rule
from tests.bank.banks import FORMAT, SINGLE, TODAY, documented_ids, examples, write_bank


def check(*paths: Path) -> CheckResult:
    return check_paths(paths, today=TODAY)


def found(result: CheckResult) -> list[str]:
    return [problem.code for problem in result.problems]


def test_one_unusable_path_hides_no_other(bank: Path, tmp_path: Path) -> None:
    (bank / SINGLE).write_text("")
    result = check(tmp_path / "nowhere", bank)
    assert result.exit_code == 2
    assert found(result)[0] == Rule.PATH_MISSING.code
    assert set(found(result)[1:]) == {Rule.FILE_EMPTY.code, Rule.TOPIC_WITHOUT_QUESTION.code}


def test_a_path_twice_counts_once(bank: Path) -> None:
    assert check(bank, bank).files == len(examples())


def test_a_problem_that_two_paths_lead_to_counts_once(bank: Path) -> None:
    (bank / SINGLE).write_text("")
    assert check(bank, bank / SINGLE).errors == 1


def test_relative_paths_are_shown_as_given(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(bank / "sql")
    result = check(Path("joins.yaml"), Path(".."), Path("../sql/counting.yaml"))
    assert [check.path for check in result.checks] == ["joins.yaml", "..", "../sql/counting.yaml"]
    assert result.exit_code == 0


def test_the_json_is_as_documented(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bänk", (SINGLE, "seconds: 90", "seconds: 1"))
    text = render_json(check(bank))
    data = json.loads(text)
    assert text.isascii()
    assert (data["format"], data["version"], data["exit_code"]) == ("quizapp-check", 1, 1)
    files, count = len(examples()), len(documented_ids(SINGLE))
    assert (data["errors"], data["warnings"], data["files"], data["questions"]) == (1, 1, files, count)
    (path,) = data["paths"]
    assert (path["path"], path["usable"], path["files"], path["questions"]) == (str(bank), True, files, count)
    assert path["problems"][1] == {
        "file": "my-bänk/sql/joins.yaml",
        "line": 21,
        "column": 14,
        "code": "out-of-range",
        "message": "'seconds' is 1.",
        "remedy": "Give a number from 5 to 900.",
        "severity": "error",
    }


def test_the_page_names_every_field_of_the_json(bank: Path) -> None:
    (bank / SINGLE).write_text("")
    data = json.loads(render_json(check(bank)))
    page = FORMAT.read_text("utf-8").partition("--json`\n")[2].partition("## Problems")[0]
    for name in [*data, *data["paths"][0], *data["paths"][0]["problems"][0]]:
        assert f"`{name}`" in page, name
