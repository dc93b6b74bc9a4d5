"""Progress over time: what is drawn, what it says, how it is read, and what is left out."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget

from quizapp.core.readiness import percent
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession
from quizapp.ui import trend_reader
from quizapp.ui.flows import history_progress
from quizapp.ui.formatting import format_interval
from quizapp.ui.widgets.trend_view import TrendView
from tests.ui.banks import single, write_bank, write_long_bank
from tests.ui.conftest import OpenApp
from tests.ui.history import remember
from tests.ui.person import Person
from tests.ui.qt_tools import bring_into_view, settle
from tests.ui.test_change import spoil

ALL = {"counting": 1.0, "reading": 0.5, "judging": 0.0}


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_long_bank(tmp_path / "long", 60)


def show(person: Person) -> None:
    """To the progress, and wait until all is read."""
    person.click("History")
    person.click("Progress")
    person.qtbot.waitUntil(lambda: not person.reads("Reading attempt"))
    settle()


def views(person: Person) -> list[TrendView]:
    return person.see(TrendView, person.page)


def numbers(session: QuizSession, slug: str) -> str:
    measure = next(score.measure for score in score_session(session).competencies if score.slug == slug)
    return f"{percent(measure.domain_score)} ({format_interval(measure.interval)})"


def table(person: Person) -> list[list[str]]:
    return [row.split(" | ") for row in person.texts(person.see(QTableWidget, person.page)[0])]


def test_the_table_says_what_the_results_say(open_app: OpenApp, data: Path, bank: Path) -> None:
    first = remember(data, bank, ALL, days=30)
    second = remember(data, bank, {"counting": 0.3, "reading": 1.0}, days=10)
    few = remember(data, bank, {"judging": 0.5}, days=5, each=4)
    remember(data, bank, {"judging": 1.0}, days=1, finished=False)
    person = open_app(bank=bank)
    show(person)
    assert [row[1:] for row in table(person)] == [
        ["–", "–", "2 of 4 right"],
        [numbers(second, "counting"), numbers(second, "reading"), "–"],
        [numbers(first, slug) for slug in ALL],
    ]
    assert few.is_finished
    assert [view.accessibleName() for view in views(person)] == [
        "Counting things over time",
        "Reading code over time",
        "Judging results over time",
    ]
    assert person.see(QTableWidget, person.page)[0].accessibleName() == "Levels by attempt and competency"


def test_keys_and_mouse_give_the_numbers_of_each(open_app: OpenApp, data: Path, bank: Path) -> None:
    first = remember(data, bank, ALL, days=30)
    remember(data, bank, {"counting": 0.5}, days=20, each=3)
    last = remember(data, bank, {"counting": 0.5}, days=10)
    person = open_app(bank=bank)
    show(person)
    view = views(person)[0]
    person.button("Compare two").setFocus()
    while not view.hasFocus():
        person.press(Qt.Key.Key_Tab)
    for key, words in (
        (Qt.Key.Key_End, level(last)),
        (Qt.Key.Key_Left, "2 of 3 right, too few new answers for a level"),
        (Qt.Key.Key_Left, level(first)),
        (Qt.Key.Key_Left, level(first)),
        (Qt.Key.Key_End, level(last)),
        (Qt.Key.Key_Home, level(first)),
    ):
        person.press(key)
        assert person.reads(words), key
        assert words in QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Description)
    bring_into_view(view)
    x, y = view._places()[2]
    QTest.mouseMove(view, QPoint(round(x), round(y) + 3))
    settle()
    assert view.current == 2
    assert person.reads(level(last))


def level(session: QuizSession) -> str:
    measure = score_session(session).competencies[0].measure
    return f"expected level {percent(measure.domain_score)}, interval {format_interval(measure.interval)}, 10 answers"


def test_enter_opens_the_result(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, ALL, days=30)
    person = open_app(bank=bank)
    show(person)
    views(person)[1].setFocus()
    person.press(Qt.Key.Key_Return)
    assert person.is_on(person.window.results)


def test_it_says_that_only_the_newest_are_drawn(
    open_app: OpenApp, data: Path, bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_progress, "DRAWN", 2)
    for days in (40, 30, 20):
        remember(data, bank, ALL, days=days)
    person = open_app(bank=bank)
    show(person)
    assert person.reads("The newest 2 of 3 assessments are drawn.")
    assert len(table(person)) == 2


def test_a_damaged_one_is_left_out_and_counted(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, ALL, days=30)
    damaged = remember(data, bank, ALL, days=20)
    spoil(data, damaged.id)
    person = open_app(bank=bank)
    show(person)
    assert person.reads("Left out, since they are damaged: 1.")
    assert len(table(person)) == 1


def test_nothing_finished_says_what_to_do(open_app: OpenApp, data: Path, bank: Path) -> None:
    remember(data, bank, ALL, finished=False)
    person = open_app(bank=bank)
    show(person)
    assert person.reads("No assessment is finished yet.")
    assert not views(person)
    person.click("Start an assessment")
    assert person.is_on(person.window.setup)


def test_one_role_at_a_time(open_app: OpenApp, data: Path, tmp_path: Path, bank: Path) -> None:
    other = write_bank(tmp_path / "other", {"counting": [single(f"o{n}") for n in range(9)]}, "Baker", ["counting"])
    framework = other / "framework.yaml"
    framework.write_text(framework.read_text().replace('"id": "tester"', '"id": "baker"'))
    remember(data, bank, ALL, days=30)
    remember(data, other, {"counting": 1.0}, days=10, each=9)
    person = open_app(bank=bank)
    show(person)
    choice = person.window.history.progress.choice
    assert [choice.itemText(row) for row in range(choice.count())] == ["Tester", "Baker"]
    assert len(views(person)) == 3
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    person.qtbot.waitUntil(lambda: len(views(person)) == 1)
    assert QApplication.focusWidget() is not None


def test_after_an_undo_it_is_drawn_anew(open_app: OpenApp, data: Path, bank: Path) -> None:
    for days in (30, 20):
        remember(data, bank, ALL, days=days)
    person = open_app(bank=bank)
    person.click("History")
    person.press(Qt.Key.Key_Delete)
    person.click("Progress")
    person.qtbot.waitUntil(lambda: bool(views(person)))
    assert len(table(person)) == 1
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    person.qtbot.waitUntil(lambda: len(table(person)) == 2)


def test_leaving_ends_the_reading(open_app: OpenApp, data: Path, bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for days in (30, 20, 10, 5):
        remember(data, bank, ALL, days=days, each=2)
    person = open_app(bank=bank)
    person.click("History")
    asked: list[str] = []
    load = person.app.store.load_attempt

    def counted(attempt_id: str) -> QuizSession:
        asked.append(attempt_id)
        return load(attempt_id)

    monkeypatch.setattr(person.app.store, "load_attempt", counted)
    monkeypatch.setattr(trend_reader, "_SLICE", 0.0)
    person.button("Progress").click()
    QApplication.processEvents()
    person.window.show_home()
    before = len(asked)
    settle()
    assert len(asked) == before < 4
