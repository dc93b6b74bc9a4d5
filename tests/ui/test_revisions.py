"""An old attempt whose bank was edited since: marks, and the rescored result beside the original."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from quizapp.bank.loader import load_bank
from quizapp.core.plan import PlanMethod
from quizapp.core.rescore import Revision, RevisionKind, compare_revisions
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession
from quizapp.report.formats import render_result
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.position_row import PositionRow
from quizapp.ui.widgets.review_list import ReviewList
from quizapp.ui.widgets.revision_card import RevisionCard, RevisionTable, revision_words
from quizapp.ui.widgets.score_table import ScoreTable
from tests.report.conftest import CREATED
from tests.ui.banks import single, write_bank, write_long_bank
from tests.ui.conftest import OpenApp
from tests.ui.history import TODAY, remember
from tests.ui.person import Person

RIGHT = {"counting": 1.0, "reading": 0.6, "judging": 0.2}

Change = Callable[[list[dict[str, Any]]], None]


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_long_bank(tmp_path / "long", 10)


@pytest.fixture
def session(data: Path, bank: Path) -> QuizSession:
    """An attempt at the whole bank."""
    return remember(data, bank, RIGHT)


def edit(bank: Path, slug: str, change: Change) -> None:
    path = bank / slug / f"{slug}-topic.yaml"
    content = json.loads(path.read_text("utf-8"))
    change(content["questions"])
    path.write_text(json.dumps(content), "utf-8")


def correct_key(questions: list[dict[str, Any]]) -> None:
    """The first two are corrected: now "c" is right instead of "b"."""
    for question in questions[:2]:
        question["revision"] = 2
        for option in question["options"]:
            option["correct"] = option["id"] == "c"


def rename_option(questions: list[dict[str, Any]]) -> None:
    questions[5]["revision"] = 3
    questions[5]["options"][0]["id"] = "new"


def withdraw(questions: list[dict[str, Any]]) -> None:
    del questions[4]


def break_file(questions: list[dict[str, Any]]) -> None:
    del questions[4]
    del questions[0]["stem"]


def rows(person: Person) -> list[list[str]]:
    texts = person.texts(person.see(RevisionTable, person.page)[0])
    return [row.replace("\u00a0", " ").split(" | ") for row in texts]


def marks(person: Person) -> list[str]:
    found = [row.accessibleDescription() for row in person.see(PositionRow, person.see(ReviewList, person.page)[0])]
    return sorted(text for text in found if "since" in text)


def show(open_app: OpenApp, bank: Path, session: QuizSession) -> Person:
    person = open_app(bank=bank)
    person.window.show_result(session.id)
    return person


def test_nothing_is_said_where_nothing_changed(open_app: OpenApp, bank: Path, session: QuizSession) -> None:
    person = show(open_app, bank, session)
    assert not person.see(RevisionCard, person.page)
    assert not marks(person)
    assert not person.reads("since (revision")


def test_the_rescored_result_stands_beside_the_original(open_app: OpenApp, bank: Path, session: QuizSession) -> None:
    edit(bank, "counting", correct_key)
    edit(bank, "judging", withdraw)
    person = show(open_app, bank, session)
    assert person.reads("2 questions were corrected. 1 question was withdrawn.")
    counting, judging = rows(person)
    assert [counting[0], judging[0]] == ["Counting things", "Judging results"]
    assert counting[1].endswith("10 of 10 right")
    assert counting[2].endswith("8 of 10 right")
    assert judging[1].rpartition("of ")[2] == "10 right"
    assert judging[2].rpartition("of ")[2] == "9 right"
    assert "%" in counting[1]
    assert "%" in counting[2]
    scores = [row.split(" | ") for row in person.texts(person.see(ScoreTable, person.page)[0])]
    assert scores[0][-1] == "10 of 10", "the result itself stays"
    assert person.app.store.load_attempt(session.id) == session


def test_the_questions_are_marked_in_the_list(open_app: OpenApp, bank: Path, session: QuizSession) -> None:
    edit(bank, "counting", correct_key)
    edit(bank, "counting", rename_option)
    edit(bank, "judging", withdraw)
    person = show(open_app, bank, session)
    endings = sorted(mark.partition(", ")[2] for mark in marks(person))
    assert endings == [
        "corrected since (revision 2), now not right",
        "corrected since (revision 2), now not right",
        "corrected since (revision 3), not graded anew",
        "withdrawn since",
    ]
    assert person.texts().count("corrected since (revision 2), now not right") == 2, (
        "eyes see what a screen reader is told"
    )
    assert person.reads("Your answer no longer fits 1 of the corrected ones: it counts as it did.")


def test_a_bank_with_errors_says_nothing_of_withdrawals(open_app: OpenApp, bank: Path, session: QuizSession) -> None:
    edit(bank, "judging", break_file)
    edit(bank, "counting", correct_key)
    person = show(open_app, bank, session)
    assert person.reads("2 questions were corrected.")
    assert not person.reads("withdrawn since")


def test_a_competency_without_questions_has_none_left(open_app: OpenApp, bank: Path, session: QuizSession) -> None:
    edit(bank, "judging", list.clear)
    edit(bank, "judging", lambda questions: questions.append(single("something-else")))
    person = show(open_app, bank, session)
    assert person.reads("10 questions were withdrawn.")
    assert rows(person)[0][2] == "no question left"
    assert score_session(session).total.scored == 30


def test_a_bank_of_another_role_has_no_say(open_app: OpenApp, bank: Path, session: QuizSession, tmp_path: Path) -> None:
    other = write_bank(tmp_path / "other", {"counting": [single("something-else")]})
    framework = json.loads((other / "framework.yaml").read_text("utf-8")) | {"id": "somebody-else"}
    (other / "framework.yaml").write_text(json.dumps(framework), "utf-8")
    edit(bank, "counting", correct_key)
    person = show(open_app, other, session)
    assert not person.see(RevisionCard, person.page)
    assert not marks(person)


def test_a_result_from_a_file_is_shown_as_it_was(
    open_app: OpenApp, bank: Path, session: QuizSession, tmp_path: Path
) -> None:
    edit(bank, "counting", correct_key)
    file = tmp_path / "result.json"
    file.write_bytes(render_result(session, "json", created=CREATED, app_version="1"))
    person = show(open_app, bank, session)
    assert person.see(RevisionCard, person.page)
    person.window.show_file(file)
    assert person.reads("From the file result.json")
    assert not person.see(RevisionCard, person.page)


def test_words_of_each_kind(appearance: Appearance) -> None:  # noqa: ARG001 - translations need Qt
    assert revision_words(Revision(RevisionKind.WITHDRAWN)) == "withdrawn since"
    endings = {None: "", 1.0: ", now right", 0.5: ", now partly right", 0.0: ", now not right"}
    for score, ending in endings.items():
        corrected = Revision(RevisionKind.CORRECTED, 4, is_regraded=True, score=score)
        assert revision_words(corrected) == f"corrected since (revision 4){ending}"


def test_practice_has_counts_alone(appearance: Appearance, bank: Path, session: QuizSession) -> None:
    edit(bank, "counting", correct_key)
    practice = replace(session, plan=replace(session.plan, method=PlanMethod.PRACTICE))
    revisions = compare_revisions(practice, load_bank(bank, today=TODAY.date()).current)
    card = RevisionCard(practice, revisions, appearance)
    (table,) = card.findChildren(RevisionTable)
    told = [table.item(0, column).text().replace("\u00a0", " ") for column in range(3)]  # type: ignore[union-attr]
    assert told == ["Counting things", "10 of 10 right", "8 of 10 right"]
    assert not any("%" in label.text() for label in card.findChildren(QLabel))
