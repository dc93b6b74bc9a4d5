"""The history page: the list, what finds, opens and deletes its attempts, and the way back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from quizapp.core.plan import PlanMethod
from quizapp.storage.store import open_store
from quizapp.ui.pages.history_page import Part
from quizapp.ui.pages.settings_page import SCALE_SETTING
from quizapp.ui.widgets.attempt_row import AttemptRow
from quizapp.ui.widgets.history_table import HistoryTable
from quizapp.ui.widgets.undo_bar import UndoBar
from tests.storage.files import write_sql
from tests.ui.banks import write_long_bank
from tests.ui.conftest import OpenApp
from tests.ui.history import remember
from tests.ui.person import Person
from tests.ui.qt_tools import settle

ALL = {"counting": 1.0, "reading": 0.5, "judging": 0.0}


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_long_bank(tmp_path / "long", 60)


@pytest.fixture
def four(open_app: OpenApp, data: Path, bank: Path) -> Person:
    """Someone with a finished attempt of 30, 20 and 10 days ago and one of yesterday to finish, in the history."""
    remember(data, bank, ALL, days=30)
    remember(data, bank, {"reading": 1.0}, days=20)
    remember(data, bank, ALL, days=10, each=2)
    remember(data, bank, {"judging": 1.0}, days=1, finished=False)
    person = open_app(bank=bank)
    person.click("History")
    return person


def table(person: Person) -> HistoryTable:
    return person.see(HistoryTable, person.page)[0]


def rows(person: Person) -> list[list[str]]:
    """The cells that the list shows, from left to right."""
    view = table(person)
    model = view.model()
    columns = [column for column in range(model.columnCount()) if not view.isColumnHidden(column)]
    return [[str(model.index(row, c).data()) for c in columns] for row in range(model.rowCount())]


def rights(person: Person) -> list[str]:
    return [row[3] for row in rows(person)]


def choose(person: Person, *numbers: int) -> None:
    """Click on rows, holding Ctrl."""
    view = table(person)
    view.clearSelection()
    for number in numbers:
        place = view.visualRect(view.model().index(number, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    settle()


def test_the_list_tells_each_attempt_the_newest_first(four: Person) -> None:
    assert [row[1:4] for row in rows(four)] == [
        ["full assessment, to finish", "Judging results", "10 answered"],
        ["full assessment", "Counting things, Reading code, Judging results", "3 of 6"],
        ["full assessment", "Reading code", "10 of 10"],
        ["full assessment", "Counting things, Reading code, Judging results", "15 of 30"],
    ]
    assert four.reads("4 attempts")
    assert table(four).accessibleName() == "Attempts, newest first"
    assert table(four).hasFocus(), "arrows go through the list at once"
    assert "right" not in " ".join(rows(four)[0]), "what runs is not betrayed"


def test_enter_opens_a_result_and_resumes_what_is_to_finish(four: Person) -> None:
    four.press(Qt.Key.Key_Down)
    four.press(Qt.Key.Key_Return)
    assert four.is_on(four.window.results)
    four.click("Done")
    assert four.is_on(four.window.history), "where it was opened"
    assert [attempt.right for attempt in table(four).chosen] == [3], "where one left the list"
    four.press(Qt.Key.Key_Up)
    four.click("Resume")
    assert four.is_on(four.window.question)


def test_slash_searches_and_escape_leads_back(four: Person) -> None:
    four.press(Qt.Key.Key_Slash)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    four.write("reading full")
    assert rights(four) == ["3 of 6", "10 of 10", "15 of 30"]
    assert four.reads("3 of 4 attempts")
    four.write(" /")
    assert field.text() == "reading full /", "in the field it is a sign like others"
    assert four.reads("None of 4 attempts has all of this. Esc empties the search.")
    assert not four.can_click("Open")
    four.press(Qt.Key.Key_Escape)
    assert len(rows(four)) == 4
    four.press(Qt.Key.Key_Escape)
    assert table(four).hasFocus()


def test_the_kind_filters(four: Person) -> None:
    choice = four.window.history.attempts.filter_bar.choice
    texts = [choice.itemText(row) for row in range(choice.count())]
    assert texts == ["All kinds", "Full assessment", "Adaptive", "Quick check", "Practice", "To finish"]
    choice.setCurrentIndex(texts.index("To finish"))
    choice.activated.emit(texts.index("To finish"))
    settle()
    assert rights(four) == ["10 answered"]
    choice.setCurrentIndex(texts.index("Quick check"))
    choice.activated.emit(texts.index("Quick check"))
    settle()
    assert rows(four) == []


def test_deleted_ones_vanish_at_once_and_come_back_in_order(four: Person) -> None:
    choose(four, 1)
    deleted = rows(four)[1][0]
    four.press(Qt.Key.Key_Delete)
    assert rights(four) == ["10 answered", "10 of 10", "15 of 30"]
    assert four.reads(f"Deleted: {deleted}.")
    assert len(four.app.store.list_attempts()) == 3
    four.press(Qt.Key.Key_Delete)
    assert rights(four) == ["10 answered", "15 of 30"], "the cursor stood on the next one"
    assert four.reads("Before that: 1 more.")
    four.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rights(four) == ["10 answered", "10 of 10", "15 of 30"]
    four.click("Undo (Ctrl+Z)")
    assert rights(four) == ["10 answered", "3 of 6", "10 of 10", "15 of 30"]
    assert not four.see(UndoBar)
    four.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(rows(four)) == 4


def test_several_go_and_come_in_one_step(four: Person) -> None:
    choose(four, 0, 3)
    four.click("Delete")
    assert rights(four) == ["3 of 6", "10 of 10"]
    assert four.reads("Deleted: 2 attempts.")
    four.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(rows(four)) == 4


def test_the_last_one_can_be_brought_back_too(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, ALL)
    person = open_app(bank=bank)
    person.click("History")
    person.press(Qt.Key.Key_Delete)
    assert rows(person) == []
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rights(person) == ["15 of 30"]


def test_leaving_the_page_ends_the_way_back(four: Person) -> None:
    four.press(Qt.Key.Key_Delete)
    four.click("Home")
    four.click("History")
    assert not four.see(UndoBar)
    four.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(rows(four)) == 3


def test_home_stands_on_what_is_left(four: Person) -> None:
    choose(four, 3)
    four.press(Qt.Key.Key_Delete)
    four.click("Home")
    assert four.reads("Of 3 competencies:")
    assert len(four.see(AttemptRow)) == 2


def test_home_shows_the_latest_five(open_app: OpenApp, data: Path, bank: Path) -> None:
    for days in range(7, 0, -1):
        remember(data, bank, {"reading": 1.0}, days=days, each=2)
    person = open_app(bank=bank)
    assert len(person.see(AttemptRow)) == 5
    person.click("All results")
    assert len(rows(person)) == 7


def test_a_damaged_attempt_can_be_deleted_here(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, ALL, days=3)
    damaged = remember(data, bank, ALL, days=2)
    number = f"(SELECT number FROM attempt WHERE id = '{damaged.id}')"
    write_sql(
        data / "quizapp.sqlite3", f"UPDATE item SET answered_at = 'soon' WHERE position = 0 AND attempt = {number}"
    )
    person = open_app(bank=bank)
    assert person.reads("Where you stand can't be told:")
    person.click("All results")
    person.press(Qt.Key.Key_Delete)
    person.click("Home")
    assert not person.reads("Where you stand can't be told:")


def test_practice_is_listed_as_such(open_app: OpenApp, data: Path, bank: Path) -> None:
    session = remember(data, bank, ALL, days=3)
    practice = replace(session, id="p", plan=replace(session.plan, method=PlanMethod.PRACTICE))
    with open_store(data / "quizapp.sqlite3") as store:
        store.create_attempt(replace(practice, started_at=datetime.now(UTC) - timedelta(days=1)))
    person = open_app(bank=bank)
    person.click("History")
    assert [row[1] for row in rows(person)] == ["practice", "full assessment"]
    choose(person, 0, 1)
    assert not person.can_click("Compare")
    assert person.reads("Only finished assessments can be compared")


def test_without_attempts_it_says_what_to_do(person: Person) -> None:
    person.click("History")
    assert person.reads("Nothing here yet")
    assert not person.see(HistoryTable)
    person.press(Qt.Key.Key_Slash)
    person.click("Start an assessment")
    assert person.is_on(person.window.setup)


@pytest.mark.parametrize("part", list(Part))
def test_each_part_is_reached_with_the_keyboard(four: Person, part: Part) -> None:
    names = {Part.ATTEMPTS: "Attempts", Part.PROGRESS: "Progress", Part.COMPARE: "Compare two"}
    four.button(names[part]).setFocus()
    four.press(Qt.Key.Key_Space)
    assert four.window.history.part is part
    reached = set()
    for _ in range(25):
        four.press(Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    buttons = {b for b in four.see(QAbstractButton, four.page) if b.isEnabled() and not b.group()}
    assert buttons <= reached


@pytest.mark.parametrize(
    ("size", "scale"), [((720, 520), 100), ((720, 520), 200), ((1200, 820), 80), ((1200, 820), 200)]
)
def test_a_small_place_tells_the_rest_of_the_row_below(
    open_app: OpenApp, data: Path, bank: Path, size: tuple[int, int], scale: int
) -> None:
    remember(data, bank, ALL)
    with open_store(data / "quizapp.sqlite3") as store:
        store.set_setting(SCALE_SETTING, str(scale))
    person = open_app(bank=bank)
    person.window.resize(*size)
    person.click("History")
    view = table(person)
    shown = [c for c in range(view.model().columnCount()) if not view.isColumnHidden(c)]
    assert sum(view.columnWidth(column) for column in shown) == view.viewport().width()
    for column in shown:
        text = str(view.model().index(0, column).data())
        if column != 2:  # the one that may be cut short: its tip tells the whole
            assert view.fontMetrics().horizontalAdvance(text) + 16 <= view.columnWidth(column)
    assert view.visualRect(view.model().index(0, 0)).bottom() < view.viewport().height()
    told = any("full assessment · Counting things, Reading code, Judging results" in text for text in person.texts())
    assert told is view.hides_columns
    assert "Tester" in str(view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert person.window.size().toTuple() == size


def test_a_press_on_nothing_is_harmless(four: Person) -> None:
    view = table(four)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, view.viewport().height() - 5))
    settle()
    assert not four.can_click("Compare")
    four.press(Qt.Key.Key_Delete)
    assert len(rows(four)) >= 3
