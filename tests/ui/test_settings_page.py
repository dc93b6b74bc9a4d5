"""Look and text size: they change every page at once and are remembered."""

from PySide6.QtWidgets import QApplication

from quizapp.ui.theme.colours import DARK, LIGHT
from tests.ui.conftest import OpenApp
from tests.ui.person import Person, let_go


def test_the_look_is_changed_and_remembered(person: Person, open_app: OpenApp) -> None:
    person.click("Settings")
    for text, colours in (("Dark", DARK), ("Light", LIGHT), ("Dark", DARK)):
        person.click(text)
        assert QApplication.palette().window().color().name() == colours.window
        assert person.window.grab().toImage().pixelColor(person.window.width() - 20, 300).name() == colours.window
    let_go(person.app)
    assert open_app().app.appearance.theme.colours is DARK


def test_text_grows_and_shrinks_within_bounds(person: Person, open_app: OpenApp) -> None:
    person.click("Settings")
    while person.can_click("Larger"):
        person.click("Larger")
    assert person.reads("200 %")
    assert person.app.appearance.theme.scale == 200
    let_go(person.app)
    again = open_app()
    assert again.app.appearance.theme.scale == 200
    again.click("Settings")
    while again.can_click("Smaller"):
        again.click("Smaller")
    assert again.reads("80 %")


def test_settings_that_make_no_sense_are_as_if_never_chosen(person: Person, open_app: OpenApp) -> None:
    person.app.store.set_setting("appearance_scheme", "purple")
    person.app.store.set_setting("appearance_scale", "-5")
    let_go(person.app)
    assert open_app().app.appearance.theme.scale == 100


def test_the_data_folder_is_told(person: Person) -> None:
    person.click("Settings")
    assert person.reads(str(person.app.store.path.parent))
