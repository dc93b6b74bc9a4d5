"""A result beside an earlier one: verdicts, numbers, what was seen before, and the radar."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableWidget

from quizapp.core.measure import compare_measures
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession
from quizapp.ui.comparison import earlier_attempts
from quizapp.ui.measure_wording import signed_points
from quizapp.ui.widgets.change_card import ChangeCard, ChangeTable
from quizapp.ui.widgets.radar_view import RadarView
from tests.ui.banks import write_long_bank
from tests.ui.conftest import OpenApp
from tests.ui.history import remember
from tests.ui.person import Person
from tests.ui.qt_tools import settle

WORSE = {"counting": 0.1, "reading": 0.5, "judging": 1.0}
BETTER = {"counting": 1.0, "reading": 0.6, "judging": 0.2}


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_long_bank(tmp_path / "long", 60)


def changes(person: Person) -> list[list[str]]:
    return [row.split(" | ") for row in person.texts(person.see(ChangeTable, person.page)[0])]


def compare_with(person: Person, row: int) -> None:
    card = person.see(ChangeCard, person.page)[0]
    card.choice.setCurrentIndex(row)
    card.choice.activated.emit(row)
    settle()


def spoil(data: Path, attempt_id: str) -> None:
    """As if another program had written into the file."""
    with closing(sqlite3.connect(data / "quizapp.sqlite3")) as connection, connection:
        number = "(SELECT number FROM attempt WHERE id = ?)"
        connection.execute(f"UPDATE question SET data = '{{}}' WHERE attempt = {number}", (attempt_id,))


def expected(before: QuizSession, after: QuizSession) -> list[tuple[str, str]]:
    """Points and interval of every competency, by core alone."""
    told = []
    for one, other in zip(score_session(before).competencies, score_session(after).competencies, strict=True):
        change = compare_measures(one.measure, other.measure)
        low, high = map(signed_points, change.interval)
        told.append((signed_points(change.difference), f"{low} to {high}"))
    return told


def test_each_competency_has_its_verdict_with_points(open_app: OpenApp, data: Path, bank: Path) -> None:
    before = remember(data, bank, WORSE, days=30)
    after = remember(data, bank, BETTER, days=3)
    person = open_app(bank=bank)
    person.window.show_result(after.id)
    rows = changes(person)
    assert [row[0] for row in rows] == ["Counting things", "Reading code", "Judging results"]
    assert [row[1].partition(",")[0] for row in rows] == ["Improved", "Within noise", "Declined"]
    assert rows[0][1].startswith("Improved, chance > 99")
    assert rows[2][1].startswith("Declined, chance > 99")
    assert [(row[2], row[3]) for row in rows] == expected(before, after)
    assert [row[4] for row in rows] == ["none"] * 3
    assert person.see(ChangeTable, person.page)[0].accessibleName() == "Change by competency"


def test_the_radar_shows_the_earlier_one_too(open_app: OpenApp, data: Path, bank: Path) -> None:
    before = remember(data, bank, WORSE, days=30)
    after = remember(data, bank, BETTER, days=3)
    person = open_app(bank=bank)
    person.window.show_result(before.id)
    assert not person.see(ChangeCard, person.page), "nothing came before it"
    assert "earlier" not in person.see(RadarView, person.page)[0].accessibleDescription()
    assert not person.reads("Earlier")
    person.window.show_result(after.id)
    assert person.see(RadarView, person.page)[0].accessibleDescription().count(", earlier ") == 3
    assert "Earlier" in person.texts()


def test_the_person_chooses_with_which(open_app: OpenApp, data: Path, bank: Path) -> None:
    first = remember(data, bank, BETTER, days=90)
    second = remember(data, bank, WORSE, days=30)
    after = remember(data, bank, BETTER, days=3)
    person = open_app(bank=bank)
    person.window.show_result(after.id)
    card = person.see(ChangeCard, person.page)[0]
    assert card.choice.count() == 2
    assert card.choice.currentIndex() == 0, "the latest earlier one"
    assert [tuple(row[2:4]) for row in changes(person)] == expected(second, after)
    compare_with(person, 1)
    assert [tuple(row[2:4]) for row in changes(person)] == expected(first, after)
    assert [row[1] for row in changes(person)] == ["Within noise"] * 3
    assert person.see(ChangeCard, person.page)[0] is card, "the page stays, and the focus with it"


def test_one_with_too_few_answers_is_not_the_first_choice(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, WORSE, days=60)
    remember(data, bank, WORSE, days=30, each=3)
    after = remember(data, bank, BETTER, days=3)
    person = open_app(bank=bank)
    person.window.show_result(after.id)
    assert person.see(ChangeCard, person.page)[0].choice.currentIndex() == 1
    compare_with(person, 0)
    assert [row[1:4] for row in changes(person)] == [["Too few answers", "–", "–"]] * 3


def test_what_may_come_from_having_seen_the_questions_is_told(open_app: OpenApp, data: Path, tmp_path: Path) -> None:
    small = write_long_bank(tmp_path / "small", 20)
    remember(data, small, dict.fromkeys(WORSE, 0.5), days=30, each=12)
    after = remember(data, small, dict.fromkeys(WORSE, 0.5), days=3, each=16)
    seen = [score.measure.seen.count for score in score_session(after).competencies]
    assert seen == [8, 8, 8]
    person = open_app(bank=small)
    person.window.show_result(after.id)
    gains = [score.measure.seen_gain or 0.0 for score in score_session(after).competencies]
    assert [row[4] for row in changes(person)] == [f"8 of 16, {signed_points(gain)}" for gain in gains]
    assert person.reads("Answers to questions seen before enter no change.")
    assert person.reads("Counting: 8 of 16 answers, ")


def test_only_finished_ones_of_the_same_role_that_share_a_competency(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, {"judging": 1.0}, days=50)
    remember(data, bank, {"counting": 1.0}, days=40, finished=False)
    shared = remember(data, bank, {"counting": 0.0, "judging": 0.0}, days=30)
    after = remember(data, bank, {"counting": 1.0, "reading": 1.0}, days=3)
    remember(data, bank, {"counting": 1.0}, days=1)
    person = open_app(bank=bank)
    assert [attempt.id for attempt in earlier_attempts(person.app.store, after)] == [shared.id]
    person.window.show_result(after.id)
    assert [row[0] for row in changes(person)] == ["Counting things"]


def test_a_damaged_one_is_named_and_the_others_can_still_be_chosen(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, WORSE, days=60)
    damaged = remember(data, bank, WORSE, days=30)
    after = remember(data, bank, BETTER, days=3)
    spoil(data, damaged.id)
    person = open_app(bank=bank)
    person.window.show_result(after.id)
    assert person.see(ChangeCard, person.page)[0].choice.currentIndex() == 1
    compare_with(person, 0)
    assert person.reads("This attempt can't be compared with: ")
    assert not person.see(ChangeTable, person.page)
    assert "earlier" not in person.see(RadarView, person.page)[0].accessibleDescription()
    compare_with(person, 1)
    assert len(changes(person)) == 3
    assert not person.reads("can't be compared with")


def test_the_tables_of_a_result_are_told_apart(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, WORSE, days=30)
    after = remember(data, bank, BETTER, days=3)
    person = open_app(bank=bank)
    person.window.show_result(after.id)
    names = [table.accessibleName() for table in person.see(QTableWidget, person.page)]
    assert len(set(names)) == len(names) == 3
