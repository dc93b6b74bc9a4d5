"""Where the person stands, on home: over attempts, over chosen days, and without betraying a running attempt."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QListView, QTableWidget

from quizapp.core.measure import PROFILE_DAYS
from quizapp.storage.store import open_store
from quizapp.ui.standing import DAYS_CHOICES, DAYS_SETTING
from quizapp.ui.widgets.choice_box import ChoiceBox
from quizapp.ui.widgets.radar_view import RadarView
from quizapp.ui.widgets.standing_card import StandingCard
from tests.storage.files import write_sql
from tests.ui.banks import single, write_bank, write_long_bank
from tests.ui.conftest import OpenApp
from tests.ui.history import remember
from tests.ui.person import Person

ALL = {"counting": 1.0, "reading": 0.5, "judging": 0.0}


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_long_bank(tmp_path / "long", 60)


def choose_days(person: Person, days: int) -> None:
    """Open the list with a key and pick an entry with arrows, as without a mouse."""
    box = person.see(ChoiceBox, person.page)[0]
    box.setFocus()
    person.press(Qt.Key.Key_Space)
    view = next(view for view in person.see(QListView, box) if view.isVisible())
    for _ in DAYS_CHOICES:
        QApplication.processEvents()
    row = DAYS_CHOICES.index(days)
    view.setCurrentIndex(view.model().index(row, 0))
    person.press(Qt.Key.Key_Return)


def table(person: Person) -> list[str]:
    return person.texts(person.see(QTableWidget, person.page)[0])


def delete_newest(person: Person) -> None:
    """In the history, where deleting is."""
    person.click("History")
    person.click("Delete")
    person.click("Home")


def answers(person: Person) -> list[str]:
    """Right of answered, by competency."""
    return [row.rpartition(" | ")[2] for row in table(person)[:-1]]


def test_attempts_add_up_to_one_profile(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, ALL, days=80)
    remember(data, bank, ALL, days=40, each=20)
    person = open_app(bank=bank)
    assert answers(person) == ["30 of 30", "15 of 30", "0 of 30"]
    assert person.reads("Of 3 competencies: ready in 1, not yet in 2")
    assert person.see(QTableWidget, person.page)[0].accessibleName() == "Where you stand by competency"
    described = person.see(RadarView, person.page)[0].accessibleDescription()
    assert described.count(" · 30 answers") == 3
    assert person.reads("over all assessments of the last 90 days.")


def test_days_are_chosen_and_kept(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, ALL, days=300, each=5)
    remember(data, bank, ALL, days=100, each=6)
    remember(data, bank, ALL, days=20, each=8)
    person = open_app(bank=bank)
    box = person.see(ChoiceBox, person.page)[0]
    assert box.currentText() == f"Last {PROFILE_DAYS} days"
    for days, right in ((365, "19 of 19"), (180, "14 of 14"), (30, "8 of 8")):
        choose_days(person, days)
        assert answers(person)[0] == right
        assert person.see(ChoiceBox, person.page)[0] is box, "the page stays, and the focus with it"
    person.app.close()
    assert open_app(bank=bank).see(ChoiceBox)[0].currentText() == "Last 30 days"


@pytest.mark.parametrize("value", ["soon", "-3", "7", "99999999999999999999"])
def test_days_that_make_no_sense_are_the_usual_ones(open_app: OpenApp, data: Path, bank: Path, value: str) -> None:
    remember(data, bank, ALL)
    with open_store(data / "quizapp.sqlite3") as store:
        store.set_setting(DAYS_SETTING, value)
    assert open_app(bank=bank).see(ChoiceBox)[0].currentText() == "Last 90 days"


def test_nothing_in_these_days_says_what_to_do(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, ALL, days=200)
    person = open_app(bank=bank)
    assert person.reads("No assessment of this role was answered in the last 90 days.")
    assert not person.see(QTableWidget, person.page)
    assert not person.see(RadarView, person.page)
    choose_days(person, 365)
    assert answers(person)[0] == "10 of 10"


def test_a_running_attempt_does_not_betray_its_answers(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, {"counting": 1.0}, days=2)
    remember(data, bank, {"counting": 0.0}, each=20, days=1, finished=False)
    assert answers(open_app(bank=bank))[0] == "10 of 10"


def test_only_the_role_of_the_bank_in_use_counts(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, ALL)
    person = open_app()
    assert person.reads("No assessment of this role was answered")


def test_questions_met_again_do_not_enter(open_app: OpenApp, data: Path, tmp_path: Path) -> None:
    small = write_long_bank(tmp_path / "small", 10)
    remember(data, small, ALL, days=3)
    remember(data, small, dict.fromkeys(ALL, 1.0), days=2)
    person = open_app(bank=small)
    assert answers(person) == ["20 of 20", "15 of 20", "10 of 20"]
    assert person.see(RadarView, person.page)[0].accessibleDescription().count(" · 10 answers") == 3
    assert person.reads("Answers to questions seen before enter neither level nor chance: 30.")


def test_it_is_anew_after_an_attempt_was_deleted(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, ALL, days=3)
    remember(data, bank, ALL, days=2)
    person = open_app(bank=bank)
    assert answers(person)[0] == "20 of 20"
    delete_newest(person)
    assert answers(person)[0] == "10 of 10"


def test_two_competencies_make_no_radar_but_a_table(open_app: OpenApp, data: Path, tmp_path: Path) -> None:
    slugs = ("counting", "reading")
    questions = {slug: [single(f"{slug}-{n}") for n in range(12)] for slug in slugs}
    two = write_bank(tmp_path / "two", questions, competencies=slugs)
    remember(data, two, {"counting": 1.0, "reading": 0.0}, each=12)
    person = open_app(bank=two)
    assert not person.see(RadarView, person.page)
    assert answers(person) == ["12 of 12", "0 of 12"]
    assert person.reads("Of 2 competencies: not yet in 1, undecided in 1")


def test_a_result_leads_to_where_one_stands(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, ALL, days=3)
    person = open_app(bank=bank)
    person.window.resize(900, 600)
    person.click("Open")
    person.click("See where you stand")
    assert person.is_on(person.window.home)
    card = person.see(StandingCard, person.page)[0]
    assert 0 <= card.mapTo(person.page, QPoint(0, 0)).y() <= 16, "it is at the top of the view"


def test_one_damaged_attempt_hides_neither_the_others_nor_the_way_to_delete_it(
    open_app: OpenApp, data: Path, bank: Path
) -> None:
    remember(data, bank, ALL, days=3)
    damaged = remember(data, bank, ALL, days=2)
    write_sql(
        data / "quizapp.sqlite3",
        "UPDATE item SET answered_at = 'soon' WHERE position = 0 AND attempt = "
        f"(SELECT number FROM attempt WHERE id = '{damaged.id}')",
    )
    person = open_app(bank=bank)
    assert person.reads(f"Where you stand can't be told: {data / 'quizapp.sqlite3'}")
    assert person.can_click("Start an assessment")
    delete_newest(person)
    assert answers(person)[0] == "10 of 10"
