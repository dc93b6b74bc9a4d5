"""The Banks page: what is loaded, every problem with its remedy, and which bank is used."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.app import App, build_app
from quizapp.bank.loader import load_bank
from quizapp.ui.pages.banks_page import BankCard, ProblemView
from tests.ui.banks import COMPETENCIES, KNOWN_TITLE, single, write_bank
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.qt_tools import let_go

TODAY = date.today()  # noqa: DTZ011 - as the app asks for it

BROKEN_TOPIC = """\
schema: 1
topic: counting-topic
questions:
  - id: half
    revision: 1
    type: single
    stimulus: none
    difficulty: 9
    cognitive: apply
    seconds: 60
    stem: Which?
    colour: red
"""


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A bank with a broken topic file, one that is no YAML, and one good question."""
    folder = write_bank(tmp_path / "broken", {"reading": [single("good")]}, title="Broken role")
    for slug, text in (("counting", BROKEN_TOPIC), ("judging", "schema: 1\n\tquestions: [")):
        (folder / slug).mkdir()
        (folder / slug / f"{slug}-topic.yaml").write_text(text, encoding="utf-8")
    return folder


def add(person: Person, folder: Path) -> None:
    person.click("Question banks")
    person.name_file(lambda: person.click("Add a folder…"), str(folder))


def card(person: Person, title: str) -> BankCard:
    return next(card for card in person.see(BankCard) if person.texts(card)[0] == title)


def test_the_shipped_bank_is_in_use_and_can_not_be_removed(open_app: OpenApp) -> None:
    person = open_app()
    person.click("Question banks")
    texts = person.texts(person.see(BankCard)[0])
    assert "✓ In use" in texts
    assert "Remove from the list" not in texts


def test_every_problem_is_shown_with_place_code_and_remedy(open_app: OpenApp, broken: Path) -> None:
    person = open_app()
    add(person, broken)
    shown = [person.texts(view) for view in person.see(ProblemView)]
    problems = load_bank(broken, today=TODAY).problems
    assert len(problems) >= 5
    assert shown == [
        [f"{p.severity.title()} · {p.file}:{p.line}:{p.column} · {p.code}", p.message, p.remedy]
        if p.line
        else [f"{p.severity.title()} · {p.file} · {p.code}", p.message, p.remedy]
        for p in problems
    ]
    places = {text[0] for text in shown}
    assert "Error · broken/counting/counting-topic.yaml:8:17 · out-of-range" in places
    assert "Error · broken/counting/counting-topic.yaml:12:5 · field-unknown" in places
    assert any("judging-topic.yaml:2:1 · yaml-tab" in place for place in places)
    errors = sum(place.startswith("Error") for place in (text[0] for text in shown))
    assert person.reads(f"Errors: {errors} · Warnings: {len(shown) - errors}")


def test_all_problems_can_be_copied(open_app: OpenApp, broken: Path) -> None:
    person = open_app()
    add(person, broken)
    person.click("Copy all")
    assert QApplication.clipboard().text() == "\n".join(map(str, load_bank(broken, today=TODAY).problems))


def test_good_questions_of_a_broken_bank_are_asked(open_app: OpenApp, broken: Path) -> None:
    person = open_app()
    add(person, broken)
    assert "✓ In use" in person.texts(card(person, "Broken role"))
    assert person.reads("1 questions: Counting 0, Reading 1, Judging 0")
    person.click("Home")
    person.start("All (1)")
    assert [item.question.id for item in person.session.plan.items] == ["good"]


def test_a_bank_that_was_mended_is_read_again(open_app: OpenApp, broken: Path) -> None:
    person = open_app()
    add(person, broken)
    for slug in ("counting", "judging"):
        shutil.rmtree(broken / slug)
    person.click("Read again")
    assert not any("Error" in text for view in person.see(ProblemView) for text in person.texts(view))


def test_banks_are_chosen_in_turn_and_remembered(person: Person, open_app: OpenApp) -> None:
    person.click("Question banks")
    assert "✓ In use" in person.texts(card(person, KNOWN_TITLE))
    person.click("Use this bank")
    assert "✓ In use" not in person.texts(card(person, KNOWN_TITLE))
    let_go(person.app)
    again = open_app()
    assert not again.reads(KNOWN_TITLE)
    again.click("Question banks")
    again.click("Use this bank")
    again.click("Home")
    assert again.reads(KNOWN_TITLE)


def test_a_removed_bank_keeps_its_files_and_the_shipped_one_is_used(
    person: Person, known_bank: Path, open_app: OpenApp
) -> None:
    person.click("Question banks")
    person.click("Remove from the list")
    assert not person.reads(KNOWN_TITLE)
    assert person.reads("✓ In use")
    assert (known_bank / "framework.yaml").is_file()
    let_go(person.app)
    assert len(open_app().app.library.banks) == 1


def test_a_folder_that_is_gone_gives_way_to_the_shipped_bank(
    person: Person, known_bank: Path, open_app: OpenApp
) -> None:
    let_go(person.app)
    shutil.rmtree(known_bank)
    again = open_app()
    assert not again.reads(KNOWN_TITLE)
    assert again.can_click("Start an assessment")
    again.click("Question banks")
    texts = again.texts(card(again, "known"))
    assert "Error · known · path-missing" in texts
    assert "There is nothing at this path." in texts
    again.click("Home")
    again.start("3")
    assert again.session.plan.framework.title != KNOWN_TITLE


def test_a_bank_with_more_problems_than_one_reads_says_how_many(open_app: OpenApp, tmp_path: Path) -> None:
    bad = [single(f"bad-{number}", difficulty=9) for number in range(120)]
    person = open_app()
    add(person, write_bank(tmp_path / "many", {"counting": bad}))
    assert len(person.see(ProblemView)) == 100
    count = len(load_bank(tmp_path / "many", today=TODAY).problems) - 100
    assert person.reads(f"{count} more; “Copy all” has them.")


@pytest.fixture
def open_over(qtbot: QtBot, data: Path) -> Iterator[Callable[[Path], Person]]:
    """Opens the app as ``build_app`` does, but with another folder in the place of the shipped bank."""
    apps: list[App] = []

    def open_(shipped: Path) -> Person:
        apps.append(build_app(data, shipped=shipped))
        return Person(apps[-1], qtbot)

    yield open_
    for app in apps:
        let_go(app)


@pytest.mark.parametrize("kind", ["no questions", "an empty folder", "no folder"])
def test_without_any_question_home_leads_to_the_banks(
    open_over: Callable[[Path], Person], tmp_path: Path, known_bank: Path, kind: str
) -> None:
    shipped = tmp_path / "shipped"
    if kind == "no questions":
        write_bank(shipped, {slug: [] for slug in COMPETENCIES})
    elif kind == "an empty folder":
        shipped.mkdir()
    person = open_over(shipped)
    assert not person.can_click("Start an assessment")
    person.click("Look at the question banks")
    assert person.is_on(person.window.banks)
    assert person.see(ProblemView)
    add(person, known_bank)
    person.click("Home")
    assert person.can_click("Start an assessment")
