"""docs/bank-format.md is true: its examples load, and its tables say what the code does."""

import re
from pathlib import Path

from quizapp.bank import limits
from quizapp.bank.rules import Rule
from quizapp.core.framework import RatedCut
from quizapp.core.grading import key_response
from quizapp.core.question import Scoring, ShelfLife
from quizapp.core.types import QUESTION_TYPES
from quizapp.core.types.choice import ChoiceBody
from quizapp.core.types.numeric import NumericBody
from tests.bank.banks import FORMAT, FRAMEWORK, documented_ids, examples, ids, load


def table(header: str) -> list[tuple[str, ...]]:
    """The rows of the table under a header line."""
    text = FORMAT.read_text("utf-8").partition(f"{header}\n")[2]
    lines = text.split("\n\n")[0].splitlines()[1:]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]


def test_the_examples_are_a_bank_without_any_problem(bank: Path) -> None:
    loaded = load(bank)
    assert loaded.problems == ()
    assert ids(loaded) == documented_ids()


def test_there_is_an_example_of_each_type(bank: Path) -> None:
    types = [question.type for question in load(bank).bank.questions]
    assert sorted(types) == sorted(QUESTION_TYPES)


def test_the_framework_example_is_read_whole(bank: Path) -> None:
    framework = load(bank).framework
    assert framework is not None
    assert (framework.id, framework.title, framework.language) == ("report-writer", "Report writer", "en")
    assert framework.readiness_cut == 0.7
    (competency,) = framework.competencies
    assert (competency.slug, competency.title, competency.short_title) == ("sql", "SQL for reports", "SQL")
    assert competency.cut == RatedCut(0.72, 0.06, "Three teachers of SQL, modified Angoff, 2026-11")
    assert [(topic.slug, topic.weight) for topic in competency.topics] == [
        ("joins", 50.0),
        ("counting", 30.0),
        ("averages", 20.0),
        ("nulls", 20.0),
        ("transactions", 10.0),
        ("sums", 10.0),
        ("storage", 10.0),
        ("select", 20.0),
        ("where", 10.0),
        ("partners", 10.0),
    ]


def test_the_single_example_is_read_whole(bank: Path) -> None:
    question = load(bank).bank.questions[2]
    assert isinstance(question.body, ChoiceBody)
    assert key_response(question) == ("c",)
    assert [option.misconception for option in question.body.options] == [
        "left-join-keeps-all",
        "null-passes-comparison",
        "",
    ]
    assert question.stem.startswith("A report should list **every** customer, with")
    assert question.code is not None
    assert question.code.language == "sql"
    assert question.code.text.splitlines()[-1] == "WHERE total > 10;"
    assert (question.competency, question.topic) == ("sql", "joins")
    assert question.facts == ("where-after-outer-join",)
    assert question.references[0].address == "https://www.sqlite.org/lang_select.html"
    assert question.review_date.isoformat() == "2029-11-24"


def test_the_multi_example_is_read_whole(bank: Path) -> None:
    question = load(bank).bank.questions[1]
    assert key_response(question) == ("b", "d")
    assert question.scoring is Scoring.PARTIAL
    assert question.shelf_life is ShelfLife.FAST
    assert question.as_of == "SQLite 3 (2026-11)"
    assert question.table is not None
    assert question.table.header == ("id", "email")
    assert question.table.rows[2] == ("3", "NULL")


def test_the_numeric_example_is_read_whole(bank: Path) -> None:
    body = load(bank).bank.questions[0].body
    assert isinstance(body, NumericBody)
    assert (body.value, body.tolerance, body.unit) == (6.0, 0.0, "points")
    assert [(error.value, error.misconception) for error in body.common_errors] == [
        (4.0, "null-counts-as-zero"),
        (12.0, "average-is-sum"),
    ]


def test_the_problem_table_is_that_of_the_code() -> None:
    rows = table("| code | severity | message | remedy |")
    assert rows == [(f"`{rule.code}`", str(rule.severity), rule.message, rule.remedy) for rule in Rule]


def test_the_limits_are_those_of_the_code() -> None:
    rows = table("| text | characters |")
    assert rows == [(kind, f"{limit:,}") for kind, limit in limits.TEXT_LIMITS.items()]
    words = {row[0]: row[1] for row in table("| of | at most |")}
    numbers = [int(re.sub(r"\D", "", words[name].split(" ")[0].rstrip(";"))) for name in list(words)]
    pictures = [limits.MAX_PICTURE_BYTES, limits.MAX_PICTURE_SIDE, limits.MAX_PICTURE_PIXELS, limits.MAX_PICTURES]
    of_all = [limits.MAX_QUESTION_PICTURE_BYTES, limits.MAX_BANK_PICTURE_BYTES]
    texts = [limits.MAX_BYTES, limits.MAX_DEPTH, limits.MAX_NODES, 500, limits.MAX_PROBLEMS]
    assert numbers == texts + pictures + of_all


def test_every_field_stands_in_the_page() -> None:
    page = FORMAT.read_text("utf-8")
    for text in examples().values():
        for name in re.findall(r"^\s*(?:- )?([a-z_]+):", text, re.MULTILINE):
            assert f"`{name}`" in page, name


def test_codes_and_remedies_are_words_for_people() -> None:
    for rule in Rule:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.code)
        assert rule.message.endswith("."), rule
        assert rule.remedy.endswith((".", "?", "}")), rule


def test_the_framework_comes_first_in_the_examples() -> None:
    assert next(iter(examples())) == FRAMEWORK
