"""A bank as a whole: what is loaded, in which order, and with which digest."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from quizapp.bank.loader import load_bank
from quizapp.bank.rules import Rule
from quizapp.core.plan import Feedback, build_plan
from quizapp.core.problem import Severity
from tests.bank.banks import FRAMEWORK, MULTI, NUMERIC, ROOT, SINGLE, codes, documented_ids, ids, load, only, write_bank

SHIPPED = ROOT / "questions"


def test_the_shipped_bank_has_no_error() -> None:
    loaded = load_bank(SHIPPED, today=date(2026, 11, 24))
    assert [str(problem) for problem in loaded.problems if problem.severity is Severity.ERROR] == []
    assert loaded.framework is not None
    slugs = [competency.slug for competency in loaded.framework.competencies]
    assert slugs == ["llm-basics", "fine-tuning", "prompting", "llmops"]
    assert loaded.bank.questions


def test_a_plan_can_be_built_of_the_shipped_bank() -> None:
    loaded = load_bank(SHIPPED, today=date(2026, 11, 24))
    assert loaded.framework is not None
    slugs = [competency.slug for competency in loaded.framework.competencies]
    bank = loaded.bank
    plan = build_plan(
        loaded.framework, bank.questions, slugs, 8, feedback=Feedback.EACH, seed=1, bank_digest=bank.digest
    )
    assert plan.items


def test_good_questions_of_a_bad_bank_are_loaded(tmp_path: Path) -> None:
    bank = write_bank(
        tmp_path / "my-bank", (SINGLE, "difficulty: 2", "difficulty: 7"), (MULTI, "schema: 1", "schema: [1")
    )
    loaded = load(bank)
    assert ids(loaded) == documented_ids(SINGLE, MULTI)
    assert {Rule.OUT_OF_RANGE.code, Rule.YAML_UNCLOSED.code} <= set(codes(loaded))
    assert loaded.framework is not None


def test_problems_are_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    bank = write_bank(
        tmp_path / "my-bank",
        (SINGLE, "seconds: 90", "seconds: x"),
        (SINGLE, "difficulty: 2", "difficulty: x"),
        (NUMERIC, "seconds: 60", "seconds: x"),
    )
    places = [(problem.file, problem.line) for problem in load(bank).problems]
    assert places == sorted(places)


def test_without_a_usable_framework_questions_are_read_all_the_same(bank: Path) -> None:
    (bank / FRAMEWORK).write_text("schema: 1\n", "utf-8")
    loaded = load(bank)
    assert loaded.framework is None
    assert set(codes(loaded)) == {Rule.FIELD_MISSING.code}
    assert len(ids(loaded)) == len(documented_ids())


def test_loading_twice_gives_the_same(bank: Path) -> None:
    assert load(bank) == load(bank)


def test_the_digest_is_that_of_paths_and_contents(bank: Path) -> None:
    digest = load(bank).bank.digest
    assert len(digest) == 64
    moved = shutil.copytree(bank, bank.parent / "elsewhere" / "other-name")
    assert load(moved).bank.digest == digest
    (moved / "README.md").write_text("not part of the bank")
    assert load(moved).bank.digest == digest
    (moved / SINGLE).write_text((moved / SINGLE).read_text("utf-8") + "# a word\n", "utf-8")
    assert load(moved).bank.digest != digest


def test_the_digest_tells_where_one_file_ends(tmp_path: Path) -> None:
    # One after the other, paths and contents of both banks would be the same bytes.
    for name, contents in {"one": ("#x", f"#y{SINGLE}#z"), "two": (f"#x{SINGLE}#y", "#z")}.items():
        folder = write_bank(tmp_path / name)
        for file, content in zip((MULTI, SINGLE), contents, strict=True):
            (folder / file).write_text(content)
    assert load(tmp_path / "one").bank.digest != load(tmp_path / "two").bank.digest


def test_of_two_questions_with_one_id_the_first_is_used(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "sql-outer-filter-001", "sql-count-null-001"))
    assert [question.topic for question in load(bank).bank.questions if question.topic in ("counting", "joins")] == [
        "counting"
    ]


def test_questions_of_an_unknown_competency_are_not_used(bank: Path) -> None:
    (bank / "sql").rename(bank / "sequel")
    assert load(bank).bank.questions == ()
    assert only(load(bank), Rule.COMPETENCY_UNKNOWN.code).file == "my-bank/sequel"


def test_names_start_with_the_folder_however_it_is_given(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bank / SINGLE).write_text("")
    monkeypatch.chdir(bank)
    for folder in (Path(), Path("sql/.."), bank, bank / "sql" / ".."):
        assert only(load(folder), Rule.FILE_EMPTY.code).file == "my-bank/sql/joins.yaml"


def test_a_topic_without_question_is_placed_in_the_framework(bank: Path) -> None:
    (bank / MULTI).unlink()
    problem = only(load(bank), Rule.TOPIC_WITHOUT_QUESTION.code)
    line = (bank / FRAMEWORK).read_text("utf-8").splitlines().index("      - slug: counting") + 1
    assert (problem.file, problem.line, problem.column) == ("my-bank/report-writer.yaml", line, 15)
    assert problem.severity is Severity.WARNING
    assert problem.remedy == "Write one in sql/counting.yaml."


def test_a_competency_has_its_title_beside_the_axis_unless_it_says_otherwise(tmp_path: Path) -> None:
    framework = load(write_bank(tmp_path / "my-bank", (FRAMEWORK, "    short_title: SQL\n", ""))).framework
    assert framework is not None
    assert framework.competencies[0].short_title == "SQL for reports"
