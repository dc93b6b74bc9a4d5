"""What a screen reader and a keyboard meet on every page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QProgressBar,
    QTableView,
    QTableWidget,
    QTextEdit,
    QWidget,
)

from quizapp.ui.widgets.option_button import CheckOption, RadioOption
from quizapp.ui.widgets.radar_view import RadarView
from tests.ui.banks import COMPETENCIES, single, write_bank
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.tour import walk

NAMED = (QAbstractButton, QLineEdit, QProgressBar, QTableView, QTextEdit, RadarView)

TO_READ = ("settings", "how this is measured", "history, progress", "history, compare two")
"""Pages where nothing is to be done."""


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "broken", {slug: [single("bad", difficulty=9)] for slug in COMPETENCIES})


def told(widget: QWidget, what: QAccessible.Text = QAccessible.Text.Name) -> str:
    """What a screen reader is told of a widget."""
    return str(QAccessible.queryAccessibleInterface(widget).text(what))


def test_everything_that_one_can_use_has_a_name_and_takes_the_keyboard(open_app: OpenApp, broken: Path) -> None:
    person = open_app()
    nameless, unreachable = [], []
    for page in walk(person, broken):
        for widget in _used(person):
            if not told(widget).strip():
                nameless.append(f"{page}: {type(widget).__name__} in {type(widget.parent()).__name__}")
            if isinstance(widget, QAbstractButton) and widget.isEnabled() and not _takes_tab(widget):
                unreachable.append(f"{page}: {told(widget)}")
    assert not nameless, "\n".join(nameless)
    assert not unreachable, "\n".join(unreachable)


def test_each_page_has_one_primary_action_at_the_most(open_app: OpenApp, broken: Path) -> None:
    person = open_app()
    for page in walk(person, broken):
        primary = [b.text() for b in person.see(QAbstractButton, person.page) if b.property("kind") == "primary"]
        assert len(primary) == (0 if page in TO_READ else 1), (page, primary)


def test_options_are_told_as_what_they_are(person: Person) -> None:
    person.start("All (3)")
    roles = {RadioOption: QAccessible.Role.RadioButton, CheckOption: QAccessible.Role.CheckBox}
    seen = set()
    for position in range(9):
        person.jump(position)
        for kind, role in roles.items():
            for option in person.see(kind, person.page):
                assert QAccessible.queryAccessibleInterface(option).role() is role
                assert told(option) == option.accessibleName() != ""
                seen.add(kind)
    assert seen == set(roles)


def test_a_chosen_option_is_told_as_chosen(person: Person) -> None:
    person.start("All (3)")
    person.give(("b",))
    states = [QAccessible.queryAccessibleInterface(person.option(id_)).state() for id_ in "abcd"]
    assert [bool(state.checked) for state in states] == [False, True, False, False]


def test_the_field_of_a_number_tells_its_unit(person: Person) -> None:
    person.start("All (3)")
    person.jump(next(p for p, item in enumerate(person.session.plan.items) if item.question.type == "numeric"))
    field = person.see(QLineEdit)[0]
    assert told(field) == "Your number"
    assert told(field, QAccessible.Text.Description) == "GB"


def test_every_radar_has_its_values_in_words_and_in_a_table(person: Person) -> None:
    person.start("All (3)")
    for _ in range(9):
        person.answer()
    person.click("Submit")
    assert told(person.see(RadarView)[0], QAccessible.Text.Description) == "Counting: 3/3; Reading: 3/3; Judging: 3/3"
    assert told(person.see(QTableWidget)[0]) == "Results by competency"
    person.click("Done")
    assert told(person.see(RadarView)[0], QAccessible.Text.Description) == "Counting: 3/3; Reading: 3/3; Judging: 3/3"


def test_a_small_window_says_with_names_what_its_icons_mean(person: Person) -> None:
    person.window.resize(720, 520)
    person.start("All (3)")
    for words in ("Save and leave", "Flag", "Map", "Review and submit"):
        button = person.button(words)
        assert told(button) == words
        assert button.toolTip()


def test_tab_goes_through_all_that_can_be_used(person: Person) -> None:
    person.start("All (3)")
    person.give(("b",))
    wanted = {b for b in person.see(QAbstractButton, person.page) if b.isEnabled() and not isinstance(b, RadioOption)}
    reached: set[QWidget | None] = set()
    for _ in range(60):
        person.press(Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert {told(button) for button in wanted if button not in reached} == set()
    assert any(isinstance(widget, RadioOption) for widget in reached), "arrows go on from there"


def _takes_tab(button: QAbstractButton) -> bool:
    """Of buttons that exclude one another Tab reaches one, and arrows go on from there."""
    group = button.group()
    buttons = group.buttons() if group and group.exclusive() else [button]
    return any(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in buttons)


def _used(person: Person) -> Iterator[QWidget]:
    """The visible widgets that one can use or read into."""
    for widget in person.see(QWidget):
        if isinstance(widget, NAMED):
            yield widget
