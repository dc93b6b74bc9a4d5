"""Matching questions in YAML."""

from pathlib import Path

import pytest

from quizapp.bank.rules import Rule
from quizapp.core.grading import key_response
from quizapp.core.question import Question, Scoring
from quizapp.core.types.match import MatchBody
from tests.bank.banks import MATCH, Edit, codes, load, only, place_in, write_bank

ID = "sql-sum-null-001"


def question_of(bank: Path) -> Question:
    return next(question for question in load(bank).bank.questions if question.id == ID)


def test_the_example_is_read_whole(bank: Path) -> None:
    question = question_of(bank)
    assert isinstance(question.body, MatchBody)
    assert [(pair.id, pair.prompt, pair.target) for pair in question.body.pairs] == [
        ("sum", "`sum(rating)`", "NULL"),
        ("total", "`total(rating)`", "0.0"),
        ("count", "`count(*)`", "2"),
    ]
    (other,) = question.body.distractors
    assert (other.id, other.text, other.misconception) == ("error", "An error", "aggregates-need-values")
    assert key_response(question) == ("sum=sum", "total=total", "count=count")
    assert question.scoring is Scoring.PARTIAL


def test_it_may_be_scored_strictly(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (MATCH, "scoring: partial", "scoring: strict"))
    assert question_of(bank).scoring is Scoring.STRICT


@pytest.mark.parametrize(
    ("edit", "rule", "place"),
    [
        ((MATCH, "id: total", "id: sum"), Rule.OPTION_ID_REPEATED, 'sum\n        prompt: "`total'),
        ((MATCH, "id: error", "id: count"), Rule.OPTION_ID_REPEATED, "count\n        text"),
        ((MATCH, "`total(rating)`", "**sum(rating)**"), Rule.OPTION_TEXT_REPEATED, '"**sum'),
        ((MATCH, '"0.0"', '"`NULL`"'), Rule.OPTION_TEXT_REPEATED, '"`NULL`"'),
        ((MATCH, "text: An error", "text: ' **0.0** '"), Rule.OPTION_TEXT_REPEATED, "' **0.0"),
        ((MATCH, "text: An error", f"text: {'x' * 121}"), Rule.TEXT_TOO_LONG, "xxx"),
        ((MATCH, '        target: "NULL"\n', ""), Rule.FIELD_MISSING, "id: sum"),
    ],
)
def test_what_is_refused_and_where(edit: Edit, rule: Rule, place: str, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", edit)
    problem = only(load(bank), rule.code)
    assert (problem.line, problem.column) == place_in(bank / MATCH, place)
    assert ID not in {question.id for question in load(bank).bank.questions}


def test_a_prompt_is_one_line(tmp_path: Path) -> None:
    edit = (MATCH, '"`sum(rating)`"', "|-\n          one\n\n          - two")
    body = question_of(write_bank(tmp_path / "my-bank", edit)).body
    assert isinstance(body, MatchBody)
    assert body.pairs[0].prompt == "one - two"


def test_without_distractors_it_can_be_used_but_is_warned_of(tmp_path: Path) -> None:
    folder = tmp_path / "my-bank"
    text = (write_bank(folder) / MATCH).read_text("utf-8")
    start, end = text.index("    distractors:"), text.index("    scoring:")
    (folder / MATCH).write_text(text[:start] + text[end:], "utf-8")
    problem = only(load(folder), Rule.DISTRACTOR_MISSING.code)
    assert (problem.line, problem.column) == place_in(folder / MATCH, "- id: sum\n")
    assert question_of(folder).id == ID


def test_faulty_distractors_are_not_called_missing(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (MATCH, "text: An error", "text: ''"))
    assert [code for code in codes(load(bank)) if code != Rule.TOPIC_WITHOUT_QUESTION.code] == [Rule.FIELD_EMPTY.code]


@pytest.mark.parametrize("count", [1, 9])
def test_there_are_2_to_8_pairs(count: int, tmp_path: Path) -> None:
    folder = tmp_path / "my-bank"
    text = (write_bank(folder) / MATCH).read_text("utf-8")
    start, end = text.index("      - id: sum\n"), text.index("    distractors:")
    pairs = "".join(f"      - {{id: p{n}, prompt: P{n}, target: T{n}, rationale: R}}\n" for n in range(count))
    (folder / MATCH).write_text(text[:start] + pairs + text[end:], "utf-8")
    assert Rule.LIST_LENGTH.code in codes(load(folder))
