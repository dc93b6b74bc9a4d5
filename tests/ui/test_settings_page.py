"""Settings: the look and the text size reach every page, and are remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from quizapp.storage.store import open_store
from quizapp.ui.pages.settings_page import SCALE_SETTING, SCHEME_SETTING
from quizapp.ui.theme.colours import DARK, LIGHT
from quizapp.ui.theme.theme import TYPE_PIXELS, Type
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.qt_tools import let_go, settle


def ground(person: Person) -> str:
    """The colour of the page's background, as painted: left of all text, at half the height."""
    settle()
    page = person.page
    return page.grab().toImage().pixelColor(4, page.height() // 2).name()


def headline_height(person: Person) -> int:
    """The type size of the largest heading of the page, in pixels."""
    labels = [label for label in person.see(QLabel, person.page) if label.property("type") in ("headline", "display")]
    return labels[0].fontInfo().pixelSize()


def test_light_and_dark_paint_every_page(person: Person) -> None:
    for look, colours in (("Dark", DARK), ("Light", LIGHT)):
        person.click("Settings")
        person.click(look)
        assert ground(person) == colours.window
        person.click("Question banks")
        assert ground(person) == colours.window
        person.click("Home")
        assert ground(person) == colours.window
        person.click("Start an assessment")
        assert ground(person) == colours.window
        person.click("Start")
        assert ground(person) == colours.window
        person.click("Review and submit")
        assert ground(person) == colours.window
        person.click("Submit")
        assert ground(person) == colours.window


def test_the_system_decides_where_the_person_leaves_it_to_it(person: Person) -> None:
    person.click("Settings")
    person.click("Dark")
    person.click("Like the system")
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert ground(person) == (DARK if dark else LIGHT).window


def test_text_grows_and_shrinks_between_its_bounds(person: Person) -> None:
    person.click("Settings")
    for expected in (110, 120, 130, 140, 150, 160, 170, 180, 190, 200):
        person.click("Larger")
        assert f"{expected} %" in person.texts()
    assert not person.can_click("Larger")
    assert headline_height(person) == 2 * TYPE_PIXELS[Type.HEADLINE]
    for _ in range(12):
        person.click("Smaller")
    assert "80 %" in person.texts()
    assert not person.can_click("Smaller")
    assert headline_height(person) == round(0.8 * TYPE_PIXELS[Type.HEADLINE])


def test_text_size_reaches_every_page(person: Person) -> None:
    person.click("Settings")
    for _ in range(5):
        person.click("Larger")
    assert headline_height(person) == 39
    person.click("Question banks")
    assert headline_height(person) == 39
    person.click("Home")
    assert headline_height(person) == 51
    person.click("Start an assessment")
    assert headline_height(person) == 39
    person.click("Start")
    assert person.button("Confirm answer").fontInfo().pixelSize() == 21
    assert person.option("a").height() > 60 if person.session.item.option_order else True
    person.click("Review and submit")
    assert headline_height(person) == 39
    person.click("Submit")
    assert headline_height(person) == 39


def test_look_and_text_size_are_remembered(person: Person, open_app: OpenApp) -> None:
    person.click("Settings")
    person.click("Dark")
    person.click("Larger")
    let_go(person.app)
    again = open_app()
    assert ground(again) == DARK.window
    again.click("Settings")
    assert again.button("Dark").isChecked()
    assert "110 %" in again.texts()
    again.click("Light")
    assert QApplication.palette().window().color().name() == LIGHT.window


@pytest.mark.parametrize(("written", "shown"), [("5000", "200 %"), ("1", "80 %"), ("big", "100 %"), ("", "100 %")])
def test_a_remembered_size_that_makes_no_sense_is_brought_into_its_bounds(
    open_app: OpenApp, data: Path, written: str, shown: str
) -> None:
    with open_store(data / "quizapp.sqlite3") as store:
        store.set_setting(SCALE_SETTING, written)
        store.set_setting(SCHEME_SETTING, "violet")
    person = open_app()
    person.click("Settings")
    assert shown in person.texts()
    assert person.button("Like the system").isChecked()


def test_the_page_names_the_data_folder_and_the_licences(person: Person, data: Path) -> None:
    person.click("Settings")
    assert str(data) in person.texts()
    assert person.reads("MIT licence")
    assert person.reads("CC BY 4.0")


def test_a_narrow_window_has_the_places_as_icons_with_names(person: Person) -> None:
    assert person.button("Settings").width() > 150
    person.window.resize(900, 600)
    assert person.button("Settings").width() < 60
    person.click("Settings")
    assert person.is_on(person.window.settings)
