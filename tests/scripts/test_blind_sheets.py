"""Blind sheets of a bank with one question of each type, and answers to them graded."""

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from quizapp.core.grading import key_response
from quizapp.core.plan import PlanItem
from quizapp.core.question import Body
from quizapp.core.snapshot import item_from_data
from quizapp.core.types import QUESTION_TYPES
from scripts.questions.bodies import HOW, SheetError, asked
from scripts.questions.compare_answers import as_response
from scripts.questions.sheets import draw_items, question_text
from tests.bank.banks import FRAMEWORK, MULTI, SINGLE, load, write_bank
from tests.factories import make_question
from tests.scripts.run import run

SECRET = re.compile(r"^ +(?:rationale|rationale_true|rationale_false|explanation|misconception): (.*)$", re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank and, in ``out``, the sheets that the script wrote."""
    folder = tmp_path_factory.mktemp("blind")
    write_bank(folder / "bank")
    done = run("blind_sheets", folder / "bank", folder / "out", "--seed", 3)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.fixture
def key(folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / "out" / "key.json").read_text("utf-8"))
    return data


def items(key: dict[str, Any]) -> list[PlanItem]:
    return [item_from_data(data) for data in key["items"].values()]


def as_answer(item: PlanItem) -> Any:
    """The key as a solver would write it."""
    names = asked(item).names
    written = {entry: name for name, entry in names.items()}
    found = [
        next((name + e[len(p) :] for p, name in written.items() if e.startswith(p)), e)
        for e in key_response(item.question)
    ]
    return dict(text.split("=", 1) for text in found) if item.question.type in ("match", "cloze") else found


def compare(folder: Path, answers: object) -> tuple[int, str, str]:
    (folder / "answers.json").write_text(json.dumps(answers), "utf-8")
    done = run("compare_answers", folder / "out" / "key.json", folder / "answers.json")
    return done.returncode, done.stdout, done.stderr


def test_every_question_stands_on_its_sheet(folder: Path, key: dict[str, Any]) -> None:
    sheet = (folder / "out" / "sql.md").read_text("utf-8")
    assert re.findall(r"^## (\S+) \((\w+)\)$", sheet, re.MULTILINE) == [
        (item.question.id, item.question.type) for item in items(key)
    ]
    assert {item.question.type for item in items(key)} == set(QUESTION_TYPES)


def test_no_sheet_holds_what_gives_the_key_away(folder: Path) -> None:
    secrets = [
        secret.strip("\"' ")
        for file in (folder / "bank" / "sql").glob("*.yaml")
        for secret in SECRET.findall(file.read_text("utf-8"))
    ]
    assert len(secrets) > 20
    for sheet in (folder / "out").glob("*.md"):
        text = sheet.read_text("utf-8")
        assert [secret for secret in secrets if len(secret) > 3 and secret in text] == []
        assert "<<" not in text  # all numbers are drawn


def test_the_options_stand_alone_under_numbers(folder: Path, key: dict[str, Any]) -> None:
    sheet = (folder / "out" / "options.md").read_text("utf-8")
    numbers = re.findall(r"^## (\d+) \((\w+)\)$", sheet, re.MULTILINE)
    assert sorted(type_ for _, type_ in numbers) == ["cloze", "match", "multi", "order", "single"]
    assert [key["items"][key["numbers"][number]]["question"]["type"] for number, _ in numbers] == [
        t for _, t in numbers
    ]
    assert not [item.question.id for item in items(key) if item.question.id in sheet]
    assert "customers.orders" not in sheet


@pytest.mark.parametrize("name", QUESTION_TYPES)
def test_every_type_has_a_sheet_and_can_be_answered(name: str) -> None:
    for item in draw_items([make_question(name, type=name)], 1):
        assert item.question.stem in question_text(item)
        assert HOW[name]
        assert (
            QUESTION_TYPES[name]
            .grade(item.question.body, as_response(item, as_answer(item)), item.question.scoring)
            .is_right
        )


@dataclass(frozen=True, slots=True)
class NewBody(Body):
    """Of a type that these scripts don't know."""


def test_a_new_type_without_options_needs_nothing_here() -> None:
    item = PlanItem(make_question("q-1", body=NewBody()), ())
    assert question_text(item).endswith("Give the answer as a text.")
    assert as_response(item, 40) == ("40",)
    with pytest.raises(SheetError, match=r"Add a function to .*bodies\.py"):
        question_text(replace(item, option_order=("a", "b")))


def test_the_keys_agree_with_the_keys(folder: Path, key: dict[str, Any]) -> None:
    answers = {item.question.id: {"answer": as_answer(item)} for item in items(key)}
    code, out, err = compare(folder, answers)
    assert (code, err) == (0, "")
    count = len(QUESTION_TYPES)
    assert out.startswith(f"answers.json: {count} of {count} agree with the key (chance ")
    assert "mean score 1.00" in out


def test_a_guess_is_found_by_its_number(folder: Path, key: dict[str, Any]) -> None:
    by_id = {item.question.id: item for item in items(key)}
    answers = {number: {"answer": as_answer(by_id[id_])} for number, id_ in key["numbers"].items()}
    assert compare(folder, answers)[0] == 0


def test_what_disagrees_is_told_with_its_notes(folder: Path) -> None:
    wrong = {
        "sql-avg-null-001": {"answer": 4, "notes": "is NULL a zero?"},
        "sql-undo-001": {"answer": None},
        "sql-clause-order-001": {"answer": ["A", "B", "C", "D", "E"]},
    }
    code, out, _ = compare(folder, wrong)
    assert code == 1
    assert "answers.json: 0 of 3 agree" in out
    assert "DISAGREES sql-avg-null-001: answered 4, key 6 points" in out
    assert "note sql-avg-null-001: is NULL a zero?" in out
    assert "DISAGREES sql-undo-001: answered null, key ROLLBACK" in out


def test_part_of_an_answer_earns_part_of_the_score(folder: Path, key: dict[str, Any]) -> None:
    item = next(item for item in items(key) if item.question.type == "match")
    half = dict(list(as_answer(item).items())[:1])
    assert (
        "0 of 1 agree with the key (chance 4%), mean score 0.33 (chance 0.25)"
        in compare(folder, {item.question.id: {"answer": half}})[1]
    )


def test_numbers_are_read_as_in_the_program(folder: Path) -> None:
    assert compare(folder, {"sql-avg-null-001": {"answer": "6.0 points"}})[0] == 0


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"sql-outer-filter-001": {"answer": "Z"}}, "sql-outer-filter-001: 'Z' is none of A, B, C"),
        ({"sql-nothing-001": {"answer": "A"}}, "sql-nothing-001: there is no such question in the key"),
        ({"sql-undo-001": "rollback"}, 'sql-undo-001: it has no "answer"'),
        (["A"], "has to hold an object"),
    ],
)
def test_an_answer_that_cannot_be_read_is_an_error(folder: Path, answers: object, said: str) -> None:
    code, out, err = compare(folder, answers)
    assert (code, out) == (2, "")
    assert said in err


def test_a_picture_is_told_by_what_it_shows(tmp_path: Path) -> None:
    loaded = load(write_bank(tmp_path))
    pictured = [question for question in loaded.bank.questions if question.pictures]
    for item in draw_items(pictured, 0):
        assert "{picture:" not in question_text(item)
    question = make_question("p-1", stem="What is this?\n\n{picture: figures/a.png | A circle}")
    (item,) = draw_items([question], 0)
    assert "[Picture: A circle]" in question_text(item)


def test_the_seed_decides_the_order_whatever_stands_beside_a_question(tmp_path: Path) -> None:
    questions = load(write_bank(tmp_path)).bank.questions
    assert draw_items(questions, 5)[3:] == draw_items(questions[3:], 5)
    assert draw_items(questions, 5) != draw_items(questions, 6)


def test_a_folder_without_a_bank_is_refused(tmp_path: Path) -> None:
    done = run("blind_sheets", tmp_path, tmp_path / "out")
    assert done.returncode == 2
    assert "is no bank that can be used" in done.stderr


def test_questions_left_out_for_their_errors_are_told(tmp_path: Path) -> None:
    write_bank(tmp_path, (SINGLE, "type: single", "type: simple"))
    done = run("blind_sheets", tmp_path, tmp_path / "out")
    assert done.returncode == 0
    assert "1 errors; questions with errors are left out" in done.stderr
    assert {FRAMEWORK, MULTI} <= {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.yaml")}
