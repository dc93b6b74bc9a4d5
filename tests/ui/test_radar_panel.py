"""The radar under hands: keys and mouse give the numbers of an axis, and it becomes a picture."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from quizapp.core.readiness import percent
from quizapp.core.score import CompetencyScore, score_session
from quizapp.ui.formatting import format_interval
from quizapp.ui.widgets.radar_menu import RadarMenu
from quizapp.ui.widgets.radar_panel import RadarPanel
from quizapp.ui.widgets.radar_view import RadarView, describe_radar
from quizapp.ui.widgets.steady_label import SteadyLabel
from tests.ui.banks import write_long_bank
from tests.ui.conftest import OpenApp
from tests.ui.history import remember
from tests.ui.person import Person
from tests.ui.qt_tools import bring_into_view, settle

RIGHT = {"counting": 1.0, "reading": 0.5}
"""12 answers each, none in judging."""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_long_bank(tmp_path / "long", 60)


@pytest.fixture
def scores(data: Path, bank: Path) -> tuple[CompetencyScore, ...]:
    """Of an assessment some days ago."""
    return score_session(remember(data, bank, RIGHT, days=3, each=12)).competencies


@pytest.fixture
def person(open_app: OpenApp, bank: Path, scores: tuple[CompetencyScore, ...]) -> Person:
    assert scores
    return open_app(bank=bank)


def view(person: Person) -> RadarView:
    return person.see(RadarView, person.page)[0]


def numbers(person: Person) -> str:
    panel = person.see(RadarPanel, person.page)[0]
    return person.see(SteadyLabel, panel)[0].text().replace("\u00a0", " ")


def told(widget: RadarView) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def reach(person: Person) -> RadarView:
    """By Tab alone, from the top of the page."""
    for _ in range(40):
        if isinstance(QApplication.focusWidget(), RadarView):
            return view(person)
        person.press(Qt.Key.Key_Tab)
    raise AssertionError("Tab doesn't come to the radar")


def axis_words(score: CompetencyScore) -> str:
    measure = score.measure
    assert measure.level is not None
    assert measure.band is not None
    level, interval = percent(measure.level), format_interval(measure.band)
    numbers = f"expected level {level}, 90 % interval {interval}, {measure.answers} answers, target 70 %."
    return f"{score.short_title}: {numbers}"


def test_keys_give_the_numbers_of_each_axis_at_home(person: Person, scores: tuple[CompetencyScore, ...]) -> None:
    whole = told(view(person))
    assert numbers(person).startswith("Point at an axis")
    radar = reach(person)
    first, second = scores
    for key, words in (
        (Qt.Key.Key_Home, axis_words(first)),
        (Qt.Key.Key_Right, axis_words(second)),
        (Qt.Key.Key_Right, "Judging: no answers, target 70 %."),
        (Qt.Key.Key_Right, axis_words(first)),
        (Qt.Key.Key_Left, "Judging: no answers, target 70 %."),
        (Qt.Key.Key_Home, axis_words(first)),
        (Qt.Key.Key_End, "Judging: no answers, target 70 %."),
    ):
        person.press(key)
        assert numbers(person).startswith(words), key
        assert told(radar).startswith(words)
    person.press(Qt.Key.Key_Tab)
    assert not radar.hasFocus()
    assert told(radar) == whole
    assert numbers(person).startswith("Point at an axis")


def test_the_verdict_is_told_with_the_numbers(person: Person) -> None:
    reach(person)
    person.press(Qt.Key.Key_Home)
    assert numbers(person).endswith(" answers, target 70 %. Undecided: chance " + tail(person))


def tail(person: Person) -> str:
    table = next(text for text in person.texts(person.page) if text.startswith("Counting things | "))
    return table.split(", chance ")[1].split(" | ")[0] + "."


def test_the_mouse_gives_them_too(person: Person, scores: tuple[CompetencyScore, ...]) -> None:
    radar = view(person)
    bring_into_view(radar)
    assert radar._radar
    for number, score in enumerate(scores):
        left, top, right, bottom = radar._places(radar._radar)[number].box
        QTest.mouseMove(radar, QPoint(round(left + right) // 2, round(top + bottom) // 2))
        settle()
        assert radar.current == number
        assert numbers(person).startswith(axis_words(score))
    QTest.mouseMove(radar, QPoint(3, 3))
    settle()
    assert radar.current == -1
    assert told(radar) == describe_radar(radar._radar)


def test_focus_and_axis_can_be_seen(person: Person) -> None:
    radar = view(person)
    person.button("Start an assessment").setFocus()
    bring_into_view(radar)
    looks = [radar.grab().toImage()]
    radar.setFocus()
    settle()
    looks.append(radar.grab().toImage())
    person.press(Qt.Key.Key_Right)
    looks.append(radar.grab().toImage())
    assert looks[0] != looks[1] != looks[2] != looks[0]


def test_what_stands_beneath_does_not_jump(person: Person) -> None:
    person.window.resize(720, 620)
    radar = reach(person)
    heights = set()
    for _ in range(4):
        person.press(Qt.Key.Key_Right)
        heights.add(person.see(RadarPanel, person.page)[0].height())
    radar.clearFocus()
    settle()
    assert len(heights | {person.see(RadarPanel, person.page)[0].height()}) == 1


@pytest.mark.parametrize("format_", ["png", "svg"])
def test_it_is_saved_as_a_picture(person: Person, tmp_path: Path, format_: str) -> None:
    path = tmp_path / f"mine.{format_}"
    person.name_file(lambda: person.choose("Picture", f"Save as {format_.upper()}…"), str(path))
    assert numbers(person) == f"Saved as {path}"
    if format_ == "png":
        assert QImage(str(path)).width() == 1920
    else:
        text = "".join(ET.parse(path).getroot().itertext())
        assert "Counting" in text


def test_a_picture_that_can_not_be_written_says_why(person: Person, tmp_path: Path) -> None:
    menu = person.see(RadarPanel, person.page)[0].findChild(RadarMenu)
    assert menu
    folder = tmp_path / "gone"
    read = person.answer_box(lambda: menu._write(folder / "a.png", "png"), "OK")
    assert f"The folder {folder} does not exist." in read
    assert not folder.exists()


def test_it_is_copied_from_the_menu_of_the_chart(person: Person) -> None:
    radar = view(person)
    bring_into_view(radar)
    at = radar.rect().center()
    QApplication.clipboard().clear()
    QApplication.sendEvent(radar, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, radar.mapToGlobal(at)))
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Copy picture", "Save as PNG…", "Save as SVG…"]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[0]).center())
    settle()
    assert QApplication.clipboard().image().width() == 1920
    assert numbers(person) == "The picture is on the clipboard."


def test_no_number_is_torn_from_its_unit(person: Person) -> None:
    reach(person)
    assert "70\u00a0%" in person.see(SteadyLabel, person.page)[0].text()
