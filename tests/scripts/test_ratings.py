"""Rating sheets written, filled, and turned into cuts, by the scripts themselves."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from quizapp.core.framework import RatedCut
from quizapp.core.types import QUESTION_TYPES
from scripts.questions.rating_sheet import half_of
from tests.bank.banks import FRAMEWORK, ROOT, load, write_bank
from tests.factories import make_question
from tests.scripts.run import run

Data = dict[str, Any]
Change = Callable[[list[Data]], Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank and, in ``out``, three empty sheets."""
    folder = tmp_path_factory.mktemp("ratings")
    write_bank(folder / "bank")
    done = run("rating_sheet", folder / "bank", folder / "out")
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def read(path: Path) -> Data:
    data: Data = yaml.safe_load(path.read_text("utf-8"))
    return data


def filled(folder: Path, ratings: tuple[int, int, int] = (60, 70, 80), *, people: bool = True) -> list[Data]:
    """The three sheets with the same rating for each question."""
    sheets = [read(folder / "out" / f"rater-{number}.yaml") for number in (1, 2, 3)]
    for name, sheet, rating in zip(("Ann", "Ben", "Cas"), sheets, ratings, strict=True):
        sheet |= {"rater": name, "people": people, "wrote_none": True, "rated_on": date(2026, 11, 24)}
        for place, entry in enumerate(sheet["ratings"]):
            entry["of_100"] = rating + place % 3
    return sheets


def write(folder: Path, sheets: list[Data]) -> list[Path]:
    paths = [folder / f"filled-{number}.yaml" for number in range(1, len(sheets) + 1)]
    for path, sheet in zip(paths, sheets, strict=True):
        path.write_text(yaml.safe_dump(sheet), "utf-8")
    return paths


def cut(folder: Path, sheets: list[Data], bank: Path | None = None) -> tuple[int, str, str]:
    done = run("cut_from_ratings", bank or folder / "bank", *write(folder, sheets))
    return done.returncode, done.stdout, done.stderr


def test_a_sheet_has_every_question_with_its_key_open(folder: Path) -> None:
    sheet = read(folder / "out" / "rater-1.yaml")
    questions = load(folder / "bank").bank.questions
    assert [entry["id"] for entry in sheet["ratings"]] == [question.id for question in questions]
    assert {question.type for question in questions} == set(QUESTION_TYPES)
    shown = {entry["id"]: entry["question"] for entry in sheet["ratings"]}
    assert "KEY: 6 points" in shown["sql-avg-null-001"]
    assert "1 | a@example.org" in shown["sql-count-null-001"]
    assert "KEY: line 3" in shown["sql-where-aggregate-001"]
    assert "KEY: ROLLBACK" in shown["sql-undo-001"]
    assert "<<" not in "".join(shown.values())
    assert all(entry["of_100"] is None for entry in sheet["ratings"])


def test_a_sheet_says_who_is_just_ready_and_who_may_rate(folder: Path) -> None:
    text = " ".join((folder / "out" / "rater-1.yaml").read_text("utf-8").replace("\n# ", " ").split())
    assert "just ready for the work of this role: Report writer" in text
    assert "Joins (Inner and outer joins, conditions in ON and in WHERE)" in text
    assert "how many would answer this question right, guessing included?" in text
    assert "none that you wrote" in text


def test_three_sheets_give_a_cut_that_the_framework_takes(folder: Path, tmp_path: Path) -> None:
    code, out, err = cut(folder, filled(folder))
    assert (code, err) == (0, "")
    (line,) = [line.strip() for line in out.splitlines() if line.startswith("    cut: ")]
    there = (
        "cut:\n      share: 0.72\n      spread: 0.06\n      rated_by: Three teachers of SQL, modified Angoff, 2026-11"
    )
    loaded = load(write_bank(tmp_path, (FRAMEWORK, there, line)))
    assert loaded.problems == ()
    assert loaded.framework
    assert loaded.framework.competencies[0].cut == RatedCut(
        pytest.approx(0.71, abs=0.01),
        pytest.approx(0.058, abs=0.002),
        "3 people, modified Angoff, round 1, 10 questions, 2026-11-24",
    )


def test_programs_have_a_spread_of_at_least_five_points(folder: Path) -> None:
    code, out, _ = cut(folder, filled(folder, (70, 70, 71), people=False))
    assert code == 0
    assert "spread: 0.050" in out
    assert "3 language models" in out
    assert "so the spread is at least 0.05" in out
    mixed = filled(folder, (70, 70, 71))
    mixed[0]["people"] = False
    assert "2 people and 1 language model" in cut(folder, mixed)[1]
    assert "spread: 0.050" in cut(folder, mixed)[1]
    assert "spread: 0.010" in cut(folder, filled(folder, (70, 70, 71)))[1]


def test_a_rating_below_the_chance_score_is_told(folder: Path) -> None:
    sheets = filled(folder)
    entry = next(entry for entry in sheets[1]["ratings"] if entry["id"] == "sql-outer-filter-001")
    entry["of_100"] = 20
    code, out, _ = cut(folder, sheets)
    assert code == 0
    assert "BELOW CHANCE sql-outer-filter-001: Ben says 20, guessing gives 33." in out
    assert "BELOW CHANCE" not in cut(folder, filled(folder))[1]


def test_the_second_round_shows_what_all_said(folder: Path) -> None:
    paths = write(folder, filled(folder))
    done = run("rating_sheet", folder / "bank", folder / "second", "--after", *paths)
    assert (done.returncode, done.stderr) == (0, "")
    sheets = [read(folder / "second" / f"rater-{number}.yaml") for number in (1, 2, 3)]
    assert [(sheet["rater"], sheet["round"], sheet["people"]) for sheet in sheets] == [
        ("Ann", 2, True),
        ("Ben", 2, True),
        ("Cas", 2, True),
    ]
    first = sheets[1]["ratings"][0]
    assert (first["all_said"], first["said_first"], first["of_100"]) == ("60 to 80, mean 70", 70, 70)
    assert first["question"] == filled(folder)[0]["ratings"][0]["question"]
    assert cut(folder, sheets)[0] == 2  # nobody has said yet that this round is done
    for sheet in sheets:
        sheet |= {"wrote_none": True, "rated_on": date(2026, 11, 25)}
    assert "round 2, 10 questions, 2026-11-25" in cut(folder, sheets)[1]


def test_agreeing_after_having_seen_the_others_does_not_narrow_the_spread(folder: Path) -> None:
    done = run("rating_sheet", folder / "bank", folder / "second", "--after", *write(folder, filled(folder)))
    assert done.returncode == 0
    sheets = [read(folder / "second" / f"rater-{number}.yaml") for number in (1, 2, 3)]
    for sheet in sheets:
        sheet |= {"wrote_none": True, "rated_on": date(2026, 11, 25)}
        for entry in sheet["ratings"]:
            entry["of_100"] = 75
    code, out, _ = cut(folder, sheets)
    assert code == 0
    assert "share: 0.750, spread: 0.058" in out
    del sheets[0]["ratings"][0]["said_first"]
    assert "the line 'said_first' has to stay" in cut(folder, sheets)[2]


def test_a_reply_may_hold_ids_and_numbers_alone(folder: Path) -> None:
    sheets = filled(folder)
    sheets[2]["ratings"] = [{"id": entry["id"], "of_100": entry["of_100"]} for entry in sheets[2]["ratings"]]
    assert cut(folder, sheets) == cut(folder, filled(folder))


BAD: list[tuple[str, Change]] = [
    ("filled-1.yaml: sql-avg-null-001: rated 2 times. Keep one.", lambda s: s[0]["ratings"].append(s[0]["ratings"][0])),
    ("filled-1.yaml: sql-avg-null-001: not rated.", lambda s: s[0]["ratings"][0].update(of_100=None)),
    ("sql-avg-null-001: 101 is no number from 0 to 100", lambda s: s[0]["ratings"][0].update(of_100=101)),
    ("sql-avg-null-001: '70 %' is no number from 0 to 100", lambda s: s[0]["ratings"][0].update(of_100="70 %")),
    ("sql-avg-null-001: True is no number", lambda s: s[0]["ratings"][0].update(of_100=True)),
    ("sql-avg-null-001: nan is no number", lambda s: s[0]["ratings"][0].update(of_100=float("nan"))),
    ("sql-x: the bank has no such question", lambda s: s[0]["ratings"][0].update(id="sql-x")),
    ("the question was changed since (revision 1 now)", lambda s: s[0]["ratings"][0].update(revision=2)),
    ("don't both have sql-avg-null-001", lambda s: s[1]["ratings"].pop(0)),
    ("filled-3.yaml: 'rater' is empty", lambda s: s[2].update(rater=None)),
    ("'people' has to be true for a person", lambda s: s[2].update(people="yes")),
    ("'wrote_none' has to be true", lambda s: s[2].update(wrote_none=False)),
    ("'rated_on' has to be a day", lambda s: s[2].update(rated_on="today")),
    ("'seed' has to stay", lambda s: s[2].update(seed=None)),
    ("is of another round or seed", lambda s: s[2].update(seed=2)),
    ("2 sheets are by 'Ann'", lambda s: s[1].update(rater="Ann")),
    ("2 sheets: 3 raters are the least", lambda s: s.pop()),
    ("filled-2.yaml: it has no list 'ratings'", lambda s: s[1].pop("ratings")),
    ("an entry of 'ratings' has no id", lambda s: s[1]["ratings"].append(70)),
]


@pytest.mark.parametrize(("said", "change"), BAD, ids=[said for said, _ in BAD])
def test_a_bad_sheet_is_refused_with_its_reason(folder: Path, said: str, change: Change) -> None:
    sheets = filled(folder)
    change(sheets)
    code, out, err = cut(folder, sheets)
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err


def test_all_faults_are_told_at_once(folder: Path) -> None:
    sheets = filled(folder)
    sheets[0]["ratings"][0]["of_100"] = -1
    sheets[2]["rater"] = ""
    assert len(cut(folder, sheets)[2].splitlines()) == 2, cut(folder, sheets)[2]


def test_what_is_no_yaml_is_refused(folder: Path) -> None:
    paths = write(folder, filled(folder))
    paths[0].write_text("ratings: [", "utf-8")
    done = run("cut_from_ratings", folder / "bank", *paths)
    assert done.returncode == 2
    assert "can't be read as YAML" in done.stderr


def test_raters_who_agree_on_nothing_give_no_cut(folder: Path) -> None:
    code, _, err = cut(folder, filled(folder, (0, 40, 98)))
    assert code == 0 or "agree on nothing" in err
    code, _, err = cut(folder, filled(folder, (0, 0, 98)))
    assert code == 2
    assert "sql: cut" in err


def test_a_topic_without_ratings_is_told(folder: Path) -> None:
    sheets = filled(folder)
    for sheet in sheets:
        sheet["ratings"].pop(0)
    assert "NOT RATED sql: no question of averages." in cut(folder, sheets)[1]


def test_half_of_each_topic_is_drawn_by_the_seed(tmp_path: Path) -> None:
    shipped = load(ROOT / "questions").bank.questions
    for out, seed in (("a", 1), ("b", 1), ("c", 2)):
        assert run("rating_sheet", ROOT / "questions", tmp_path / out, "--half", "--seed", seed).returncode == 0
    a, b, c = ([entry["id"] for entry in read(tmp_path / out / "rater-1.yaml")["ratings"]] for out in "abc")
    assert a == b != c
    topics, halves = (
        Counter(question.topic for question in shipped if question.id in wanted)
        for wanted in ({question.id for question in shipped}, a)
    )
    assert halves == {topic: (count + 1) // 2 for topic, count in topics.items()}


def test_half_of_one_is_one() -> None:
    questions = [make_question("q-1", topic="a"), make_question("q-2", topic="b"), make_question("q-3", topic="b")]
    assert len(half_of(questions, Random(0))) == 2


def test_one_competency_can_be_rated_alone(tmp_path: Path) -> None:
    done = run("rating_sheet", ROOT / "questions", tmp_path, "--competency", "llmops", "--raters", 1)
    assert done.returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["rater-1.yaml"]
    wanted = [question.id for question in load(ROOT / "questions").bank.questions if question.competency == "llmops"]
    assert [entry["id"] for entry in read(tmp_path / "rater-1.yaml")["ratings"]] == wanted
    done = run("rating_sheet", ROOT / "questions", tmp_path, "--competency", "law")
    assert (done.returncode, done.stderr.startswith("There is no competency law")) == (2, True)
