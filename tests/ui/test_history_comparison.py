"""Any two attempts of a role compared, from the list or by choice."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from quizapp.ui.flows import history_comparison
from quizapp.ui.history_model import attempt_text
from quizapp.ui.widgets.change_card import ChangeTable
from quizapp.ui.widgets.compare_panel import ComparePanel
from quizapp.ui.widgets.radar_view import RadarView
from quizapp.ui.widgets.standing_card import SmallChoice
from tests.ui.banks import write_long_bank
from tests.ui.conftest import OpenApp
from tests.ui.history import remember
from tests.ui.person import Person
from tests.ui.qt_tools import settle
from tests.ui.test_change import BETTER, WORSE, changes, expected, spoil
from tests.ui.test_history_page import choose


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_long_bank(tmp_path / "long", 60)


def pick(choice: SmallChoice, row: int) -> None:
    choice.setCurrentIndex(row)
    choice.activated.emit(row)
    settle()


def panel(person: Person) -> ComparePanel:
    return person.see(ComparePanel, person.page)[0]


def told(person: Person) -> list[tuple[str, str]]:
    return [(row[2], row[3]) for row in changes(person)]


def test_two_from_the_list_are_compared_whichever_was_chosen_first(open_app: OpenApp, data: Path, bank: Path) -> None:
    before = remember(data, bank, WORSE, days=30)
    remember(data, bank, {"reading": 1.0}, days=20)
    after = remember(data, bank, BETTER, days=3)
    person = open_app(bank=bank)
    person.click("History")
    assert person.reads("Select two to compare them")
    for order in ((0, 2), (2, 0)):
        person.click("Attempts")
        choose(person, *order)
        person.click("Compare")
        assert told(person) == expected(before, after)
        assert [row[1].partition(",")[0] for row in changes(person)] == ["Improved", "Within noise", "Declined"]
        assert person.reads("Of 3 competencies asked about in both: improved in 1, declined in 1, within noise in 1.")
    assert person.see(RadarView, person.page)[0].accessibleDescription().count(", earlier ") == 3


def test_the_newest_two_stand_there_at_first_and_others_can_be_chosen(
    open_app: OpenApp, data: Path, bank: Path
) -> None:
    first = remember(data, bank, BETTER, days=90)
    second = remember(data, bank, WORSE, days=30)
    third = remember(data, bank, BETTER, days=3)
    person = open_app(bank=bank)
    person.click("History")
    person.click("Compare two")
    attempts = [attempt_text(attempt) for attempt in person.app.store.list_attempts()]
    shown = panel(person)
    assert [shown.later.itemText(row) for row in range(3)] == attempts
    assert [shown.earlier.itemText(row) for row in range(shown.earlier.count())] == attempts[1:]
    assert told(person) == expected(second, third)
    pick(shown.earlier, 1)
    assert told(person) == expected(first, third)
    pick(shown.later, 1)
    assert told(person) == expected(first, second)
    pick(shown.later, 2)
    assert not person.see(ChangeTable, person.page)
    assert person.reads("Nothing earlier shares a competency with this attempt: choose another later attempt.")
    pick(shown.later, 0)
    assert told(person) == expected(second, third)


def test_the_chosen_two_stay_while_one_looks_elsewhere(open_app: OpenApp, data: Path, bank: Path) -> None:
    first = remember(data, bank, BETTER, days=90)
    remember(data, bank, WORSE, days=30)
    third = remember(data, bank, BETTER, days=3)
    person = open_app(bank=bank)
    person.click("History")
    person.click("Compare two")
    pick(panel(person).earlier, 1)
    person.click("Attempts")
    person.click("Compare two")
    assert told(person) == expected(first, third)
    person.click("Attempts")
    choose(person, 2)
    person.press(Qt.Key.Key_Delete)
    person.click("Compare two")
    assert panel(person).earlier.count() == 1, "what was deleted is no longer there"


def test_an_older_one_than_a_choice_offers_comes_from_the_list(
    open_app: OpenApp, data: Path, bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_comparison, "OFFERED", 1)
    first = remember(data, bank, WORSE, days=90)
    second = remember(data, bank, BETTER, days=30)
    remember(data, bank, BETTER, days=3)
    person = open_app(bank=bank)
    person.click("History")
    choose(person, 1, 2)
    person.click("Compare")
    assert told(person) == expected(first, second)
    assert panel(person).later.count() == 2


def test_one_alone_says_what_to_do(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, BETTER, days=3)
    person = open_app(bank=bank)
    person.click("History")
    person.click("Compare two")
    assert person.reads("A comparison needs two finished assessments of the same role that share a competency.")
    person.click("Start an assessment")
    assert person.is_on(person.window.setup)


def test_a_damaged_one_is_told_and_others_can_be_chosen(open_app: OpenApp, data: Path, bank: Path) -> None:
    first = remember(data, bank, WORSE, days=60)
    damaged = remember(data, bank, WORSE, days=30)
    third = remember(data, bank, BETTER, days=3)
    spoil(data, damaged.id)
    person = open_app(bank=bank)
    person.click("History")
    person.click("Compare two")
    assert told(person) == expected(first, third), "the first that can be read"
    pick(panel(person).earlier, 0)
    assert person.reads("These can't be compared, choose others: ")
    pick(panel(person).later, 1)
    assert person.reads("These can't be compared, choose others: ")
    pick(panel(person).later, 0)
    assert told(person) == expected(first, third)


def test_what_was_seen_before_is_told(open_app: OpenApp, data: Path, tmp_path: Path) -> None:
    small = write_long_bank(tmp_path / "small", 20)
    remember(data, small, dict.fromkeys(WORSE, 0.5), days=30, each=12)
    remember(data, small, dict.fromkeys(WORSE, 0.5), days=3, each=16)
    person = open_app(bank=small)
    person.click("History")
    person.click("Compare two")
    assert [row[4].partition(",")[0] for row in changes(person)] == ["8 of 16"] * 3
    assert person.reads("may come from remembering as well as from learning")
