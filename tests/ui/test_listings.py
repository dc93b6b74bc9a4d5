"""Code blocks in a text: coloured, and copied by a button that stands on their first line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.copy_button import CopyButton
from quizapp.ui.widgets.rich_text import RichText
from tests.ui.qt_tools import settle

TEXT = "Before\n\n```python\ndef f():\n    return 1\n```\n\nbetween\n\n```\nplain\n```"


@pytest.fixture
def view(appearance: Appearance, qtbot: QtBot) -> RichText:
    view = RichText(appearance)
    qtbot.addWidget(view)
    view.set_markup(TEXT)
    view.resize(500, 400)
    view.show()
    settle()
    return view


def colour_of(view: RichText, word: str) -> str:
    found = view.document().find(word)
    return found.charFormat().foreground().color().name()


def test_code_has_the_colours_of_its_language(view: RichText, appearance: Appearance) -> None:
    assert colour_of(view, "def") == appearance.theme.colour("keyword").name()
    assert colour_of(view, "plain") == appearance.theme.colour("text").name()


def test_each_listing_has_a_button_that_copies_it(view: RichText) -> None:
    buttons = view.findChildren(CopyButton)
    assert [button.accessibleName() for button in buttons] == ["Copy the code"] * 2
    copied = []
    for button in buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        copied.append(QGuiApplication.clipboard().text())
    assert copied == ["def f():\n    return 1", "plain"]


def test_the_button_stands_on_the_first_line_and_covers_no_text(view: RichText) -> None:
    view.set_markup("```\n" + "long words of a line " * 20 + "\n```")
    settle()
    (button,) = [button for button in view.findChildren(CopyButton) if button.isVisible()]
    cursor = QTextCursor(view.document())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    line = view.cursorRect(view.document().find("long"))
    assert line.top() < button.geometry().center().y() < line.bottom()
    ends = [view.cursorRect(view.document().find("line", start)).right() for start in range(0, 400, 60)]
    assert max(ends) <= button.geometry().left()


def test_another_text_takes_the_buttons_away(view: RichText, qtbot: QtBot) -> None:
    view.set_markup("no code here")
    qtbot.waitUntil(lambda: not view.findChildren(CopyButton))
