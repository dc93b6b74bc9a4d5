"""The person at the window in tests: sees what is visible, clicks it, types."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from quizapp.app import App
from quizapp.core.answer import Response
from quizapp.core.grading import key_response
from quizapp.core.question import Question
from quizapp.core.session import QuizSession
from quizapp.core.types.choice import ChoiceBody
from quizapp.core.types.numeric import NumericBody
from quizapp.core.types.short_text import ShortTextBody
from quizapp.ui.answers.base import AnswerWidget
from quizapp.ui.widgets.question_map import QuestionMap
from tests.ui.qt_tools import DialogVisitor, bring_into_view, settle, texts_of

W = TypeVar("W", bound=QWidget)


class Person:
    """Does to the window of an app what a person can do, and reads what a person can read."""

    def __init__(self, app: App, qtbot: QtBot) -> None:
        self.app = app
        self.window = app.window
        self.qtbot = qtbot
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        settle()

    @property
    def page(self) -> QWidget:
        return self.window.page

    def is_on(self, page: QWidget) -> bool:
        """Whether a page of the window is the one that is shown."""
        return self.page is page

    @property
    def session(self) -> QuizSession:
        return self.app.controller.session

    def see(self, kind: type[W], within: QWidget | None = None) -> list[W]:
        """The visible widgets of a kind, in the window or in a part of it."""
        settle()
        return [widget for widget in (within or self.window).findChildren(kind) if widget.isVisible()]

    def button(self, text: str) -> QAbstractButton:
        """The visible button that shows or is named a text."""
        buttons = self.see(QAbstractButton)
        named = (button for button in buttons if text in (button.text(), button.accessibleName()))
        found = next(named, None)
        assert found is not None, f"no button “{text}” among {[b.text() or b.accessibleName() for b in buttons]}"
        return found

    def can_click(self, text: str) -> bool:
        return self.button(text).isEnabled()

    def click(self, text: str) -> None:
        button = self.button(text)
        assert button.isEnabled(), f"“{text}” is greyed out"
        self.click_on(button)

    def click_on(self, widget: QWidget) -> None:
        """Scroll to a widget and click into its middle."""
        bring_into_view(widget)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key, wherever the keyboard's focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        settle()

    def write(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        settle()

    def texts(self, within: QWidget | None = None) -> list[str]:
        """All that can be read in the window or in a part of it."""
        widgets = [within or self.window, *self.see(QWidget, within)]
        return [text for widget in widgets for text in texts_of(widget) if text]

    def reads(self, text: str) -> bool:
        """Whether some text in the window holds a text."""
        return any(text in shown for shown in self.texts())

    def start(self, length: str, feedback: str = "At the end", *, kind: str = "") -> None:
        """From home into an assessment with a number of questions for each competency; by default of the last kind."""
        self.click("Start an assessment")
        if kind:
            self.choose_kind(kind)
        if length:
            self.click(length)
        self.click("Change…")
        self.click_on(next(b for b in self.see(QAbstractButton) if f"{feedback}:" in b.accessibleName()))
        self.click("Start")

    def choose_kind(self, kind: str) -> None:
        """On the set-up page, by the name of a kind of assessment."""
        self.click_on(next(b for b in self.see(QAbstractButton, self.page) if f"{kind}:" in b.accessibleName()))

    def give(self, response: Response) -> None:
        """Choose options with the mouse, or type a number or a text; nothing is confirmed."""
        body = self.session.item.question.body
        if isinstance(body, ChoiceBody):
            for id_ in response:
                self.click_on(self.option(id_))
        elif isinstance(body, NumericBody | ShortTextBody):
            self.click_on(self.see(QLineEdit, self.page)[0])
            self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            self.write(response[0])
        else:  # as if the hands had been at it: the tests of these types move them
            answer = self.see(AnswerWidget, self.page)[0]
            answer.set_response(response)
            answer.response_changed.emit()
            settle()

    def option(self, id_: str) -> QAbstractButton:
        """The button of an option of the question that is shown."""
        letter = "ABCDEFGHI"[self.session.item.option_order.index(id_)]
        return next(b for b in self.see(QAbstractButton, self.page) if b.accessibleName().startswith(f"{letter}. "))

    def answer(self, response: Response | None = None) -> None:
        """Give a response (by default the right one) and confirm it."""
        self.give(key_response(self.session.item.question) if response is None else response)
        self.click("Confirm answer")

    def jump(self, position: int) -> None:
        """To a position (counted from 0) through the map."""
        if not self.see(QuestionMap):
            self.click("Map")
        cells = self.see(QAbstractButton, self.see(QuestionMap)[0])
        self.click_on(next(c for c in cells if c.accessibleName().startswith(f"Question {position + 1},")))

    def choose(self, menu_button: str, entry: str) -> None:
        """Open a menu and click an entry."""
        self.click(menu_button)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(action for action in menu.actions() if action.text() == entry)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())

    def in_dialog(
        self, begin: Callable[[], object], act: Callable[[QWidget], None], kind: type[QDialog] = QDialog
    ) -> None:
        """Do what opens a dialog of a kind, and act in it; it is closed at the end whatever comes."""
        with DialogVisitor(act, kind):
            begin()
        settle()

    def answer_box(self, begin: Callable[[], object], button: str) -> str:
        """Do what asks a question in a box, and press a button of it; returns the box's text."""
        read: list[str] = []

        def act(dialog: QWidget) -> None:
            read.extend(self.texts(dialog))
            self.click_on(next(b for b in self.see(QAbstractButton, dialog) if b.text().replace("&", "") == button))

        self.in_dialog(begin, act, QMessageBox)
        return "\n".join(read)

    def name_file(self, begin: Callable[[], object], path: str) -> None:
        """Do what opens a file dialog, and give it a path."""

        def act(dialog: QWidget) -> None:
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            assert isinstance(field, QLineEdit)
            field.setText(path)
            box = dialog.findChild(QDialogButtonBox)
            assert isinstance(box, QDialogButtonBox)
            accept = next(b for b in box.buttons() if box.buttonRole(b) is QDialogButtonBox.ButtonRole.AcceptRole)
            QTest.mouseClick(accept, Qt.MouseButton.LeftButton)

        self.in_dialog(begin, act, QFileDialog)


def question_of(session: QuizSession, position: int) -> Question:
    return session.plan.items[position].question
