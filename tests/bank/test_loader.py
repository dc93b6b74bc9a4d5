"""A bank as a whole: what is loaded, in which order, and with which digest."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from quizapp.bank.loader import load_bank
from quizapp.bank.rules import Rule
from quizapp.core.plan import Feedback, build_plan
from quizapp.core.problem import Severity
from tests.bank.banks import FRAMEWORK, MULTI, NUMERIC, ROOT, SINGLE, TODAY, codes, ids, load, only, write_bank

SHIPPED = ROOT / "questions"


def test_the_shipped_bank_has_no_error() -> None:
    loaded = load_bank(SHIPPED, today=date(2026, 11, 24))
    assert [str(problem) for problem in loaded.problems if problem.severity is Severity.ERROR] == []
    assert loaded.framework is not None
    asked = {question.competency for question in loaded.bank.questions}
    assert asked == {"llm-basics", "fine-tuning", "prompting", "llmops"}


def test_a_plan_can_be_built_of_the_shipped_bank() -> None:
    loaded = load_bank(SHIPPED, today=date(2026, 11, 24))
    assert loaded.framework is not None
    slugs = [competency.slug for competency in loaded.framework.competencies]
    bank = loaded.bank
    plan = build_plan(
        loaded.framework, bank.questions, slugs, 8, feedback=Feedback.EACH, seed=1, bank_digest=bank.digest
    )
    assert len(plan.items) >= 4


def test_good_questions_of_a_bad_bank_are_loaded(tmp_path: Path) -> None:
    bank = write_bank(
        tmp_path / "my-bank", (SINGLE, "difficulty: 2", "difficulty: 7"), (MULTI, "schema: 1", "schema: [1")
    )
    loaded = load(bank)
    assert ids(loaded) == ["sql-avg-null-001"]
    assert {Rule.OUT_OF_RANGE.code, Rule.YAML_UNCLOSED.code} <= set(codes(loaded))
    assert loaded.framework is not None


def test_a_bad_question_costs_its_neighbours_nothing(bank: Path) -> None:
    text = (bank / SINGLE).read_text("utf-8")
    entry = text.partition("questions:\n")[2]
    (bank / SINGLE).write_text(
        text + entry.replace("-001", "-002").replace("seconds: 90", "") + entry.replace("-001", "-003"), "utf-8"
    )
    loaded = load(bank)
    assert codes(loaded) == [Rule.FIELD_MISSING.code]
    assert ids(loaded)[2:] == ["sql-outer-filter-001", "sql-outer-filter-003"]


def test_every_problem_of_a_question_is_told_at_once(tmp_path: Path) -> None:
    bank = write_bank(
        tmp_path / "my-bank",
        (SINGLE, "revision: 1", "revision: 0"),
        (SINGLE, "stimulus: code", "stimulus: picture"),
        (SINGLE, "seconds: 90", "secs: 90"),
        (SINGLE, "misconception: left-join-keeps-all", "misconception: Left Join"),
        (SINGLE, "    shelf_life: durable\n", ""),
        (SINGLE, "on: 2026-11-24", "on: yesterday"),
        (NUMERIC, "tolerance: 0, unit", "tolerance: -1, unit"),
        (FRAMEWORK, "title: Averages", "titel: Averages"),
    )
    found = [problem for problem in load(bank).problems if problem.code != Rule.TOPIC_WITHOUT_QUESTION.code]
    by_file = {name: [problem.code for problem in found if problem.file.endswith(name)] for name in (SINGLE, NUMERIC)}
    assert sorted(by_file[SINGLE]) == [
        "field-missing",
        "field-missing",
        "field-unknown",
        "not-a-date",
        "not-a-slug",
        "not-one-of",
        "out-of-range",
    ]
    assert by_file[NUMERIC] == ["out-of-range"]
    assert [problem.code for problem in found if problem.file.endswith(FRAMEWORK)] == ["field-missing", "field-unknown"]


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
    assert len(ids(loaded)) == 3


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
    for name, (first, second) in {"one": ("#ab", "#c"), "two": ("#a", "b#c")}.items():
        folder = write_bank(tmp_path / name)
        (folder / MULTI).write_text(first)
        (folder / SINGLE).write_text(second)
    assert load(tmp_path / "one").bank.digest != load(tmp_path / "two").bank.digest


def test_names_start_with_the_folder_however_it_is_given(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bank / SINGLE).write_text("")
    monkeypatch.chdir(bank)
    for folder in (Path(), Path("sql/.."), bank, bank / "sql" / ".."):
        assert only(load(folder), Rule.FILE_EMPTY.code).file == "my-bank/sql/joins.yaml"


def test_a_review_is_due_from_its_day_on(bank: Path) -> None:
    # counting.yaml is "fast": three months after 2026-11-24.
    for today, due in ((date(2027, 2, 23), 0), (date(2027, 2, 24), 1), (date(2027, 3, 1), 1)):
        loaded = load_bank(bank, today=today)
        assert codes(loaded) == [Rule.REVIEW_DUE.code] * due
        assert len(loaded.bank.questions) == 3


def test_a_topic_without_question_is_placed_in_the_framework(bank: Path) -> None:
    (bank / MULTI).unlink()
    problem = only(load(bank), Rule.TOPIC_WITHOUT_QUESTION.code)
    line = (bank / FRAMEWORK).read_text("utf-8").splitlines().index("      - slug: counting") + 1
    assert (problem.file, problem.line, problem.column) == ("my-bank/report-writer.yaml", line, 15)
    assert problem.severity is Severity.WARNING
    assert problem.remedy == "Write one in sql/counting.yaml."


def test_a_short_key_may_be_the_longest(tmp_path: Path) -> None:
    for length, said in ((25, []), (26, [Rule.KEY_LONGEST.code])):
        bank = write_bank(tmp_path / str(length), (SINGLE, "Ada alone", "A" * length))
        assert codes(load(bank)) == said
    # 1.35 of the longest wrong option is still fine: markup does not count.
    edits = [(SINGLE, "Ada and Cy", "x" * 40), (SINGLE, "Ada alone", f"'**{'A' * 54}**'")]
    assert codes(load(write_bank(tmp_path / "long", *edits))) == []
    longer = [edits[0], (SINGLE, "Ada alone", "A" * 55)]
    assert codes(load(write_bank(tmp_path / "longer", *longer))) == [Rule.KEY_LONGEST.code]


@pytest.mark.parametrize(("tolerance", "overlaps"), [("1.99", False), ("2", True), ("50", True)])
def test_common_errors_keep_their_distance(tolerance: str, overlaps: bool, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (NUMERIC, "{value: 6, tolerance: 0", f"{{value: 6, tolerance: {tolerance}"))
    assert (Rule.COMMON_ERROR_OVERLAPS.code in codes(load(bank))) == overlaps


@pytest.mark.parametrize(
    "address",
    [
        "arxiv: '1904.09751'",
        "arxiv: cond-mat/0703470v2",
        "doi: 10.1080/01621459.1927.10502953",
        "url: HTTPS://example.org",
        "url: http://example.org:8080/a_(b)?c=d#e",
    ],
)
def test_addresses_of_each_kind(address: str, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "url: https://www.sqlite.org/lang_select.html", address))
    assert codes(load(bank)) == []


def test_a_competency_has_its_title_beside_the_axis_unless_it_says_otherwise(tmp_path: Path) -> None:
    framework = load(write_bank(tmp_path / "my-bank", (FRAMEWORK, "    short_title: SQL\n", ""))).framework
    assert framework is not None
    assert framework.competencies[0].short_title == "SQL for reports"


def test_today_is_an_argument(bank: Path) -> None:
    assert load_bank(bank, today=TODAY).problems == ()
    assert load_bank(bank, today=date.max).problems != ()
