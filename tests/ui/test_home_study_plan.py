"""What to learn next on home: over all attempts of the chosen days, on the bank in use."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel

from quizapp.core.misconceptions import repeated_misconceptions
from quizapp.ui.study_wording import idea_text
from quizapp.ui.widgets.study_plan_card import StudyPlanCard
from tests.ui.banks import write_long_bank
from tests.ui.conftest import OpenApp
from tests.ui.history import remember
from tests.ui.person import Person
from tests.ui.qt_tools import settle

MIXED = {"counting": 1.0, "reading": 0.5, "judging": 0.0}


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_long_bank(tmp_path / "long", 60)


def cards(person: Person) -> list[StudyPlanCard]:
    return person.page.findChildren(StudyPlanCard)


def titles(person: Person) -> list[str]:
    (card,) = cards(person)
    return [topic.findChildren(QLabel)[0].text() for topic in card.topics]


def test_a_new_person_has_no_plan(open_app: OpenApp, bank: Path) -> None:
    assert cards(open_app(bank=bank)) == []


def test_attempts_add_up_to_one_plan(open_app: OpenApp, data: Path, bank: Path) -> None:
    sessions = [remember(data, bank, MIXED, days=days) for days in (20, 10)]
    person = open_app(bank=bank)
    assert len(titles(person)) == 2  # judging before reading; counting is fine
    (card,) = cards(person)
    facts = [label.text() for topic in card.topics for label in topic.findChildren(QLabel)]
    assert any("0 of 20 points in 20 answers\n" in text for text in facts)
    assert any("10 of 20 points in 20 answers\n" in text for text in facts)
    found = repeated_misconceptions(reversed(sessions))
    assert [idea.count for idea in found] == [30]
    texts = person.texts()
    assert all(idea_text(idea) in texts for idea in found[:3])


def test_the_chosen_days_hold_for_the_plan(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, MIXED, days=60)
    person = open_app(bank=bank)
    assert len(cards(person)) == 1
    standing = person.window.home._standing
    assert standing
    standing.days_chosen.emit(30)
    settle()
    assert cards(person) == []
    standing.days_chosen.emit(365)
    settle()
    assert len(cards(person)) == 1


def test_practise_says_of_which_topic(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, MIXED)
    person = open_app(bank=bank)
    spy = QSignalSpy(person.window.home.practice_requested)
    cards(person)[0].topics[0].practise.click()
    assert list(spy.at(0)) == ["judging", "judging-topic"]


def test_a_damaged_attempt_costs_its_wrong_ideas_and_nothing_else(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, MIXED, days=20)
    remember(data, bank, MIXED, days=10)
    with closing(sqlite3.connect(data / "quizapp.sqlite3")) as connection, connection:
        connection.execute("UPDATE plan SET data = ? WHERE attempt = 1", (json.dumps({"framework": 1}),))
    person = open_app(bank=bank)
    assert len(titles(person)) == 2
