"""What a report is to show: chosen with mouse and keyboard, remembered, and obeyed."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.report.options import Extent, Paper, ReportOptions
from quizapp.ui.report_choice import REPORT_SETTING, read_options, write_options
from quizapp.ui.report_dialog import ReportDialog
from quizapp.ui.theme.theme import Appearance
from tests.ui.person import Person
from tests.ui.qt_tools import settle

OTHER = ReportOptions(Extent.SUMMARY, Paper.LETTER, answers=False, person="Ada Lovelace")


class Memory:
    """Settings that last as long as the test."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def get_setting(self, name: str) -> str | None:
        return self.values.get(name)

    def set_setting(self, name: str, value: str) -> None:
        self.values[name] = value


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    widget.resize(1000, 800)
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def build(qtbot: QtBot, appearance: Appearance, parent: QWidget) -> Callable[[ReportOptions], ReportDialog]:
    def build_(options: ReportOptions) -> ReportDialog:
        dialog = ReportDialog(options, appearance, parent)
        qtbot.addWidget(dialog)
        dialog.show()
        settle()
        return dialog

    return build_


@pytest.mark.parametrize("options", [ReportOptions(), OTHER])
def test_it_opens_with_what_was_chosen(options: ReportOptions, build: Callable[[ReportOptions], ReportDialog]) -> None:
    assert build(options).options == options


def test_every_choice_can_be_made(build: Callable[[ReportOptions], ReportDialog]) -> None:
    dialog = build(ReportOptions())
    for words in ("Summary", "US Letter", "With answers"):
        next(b for b in dialog.findChildren(QAbstractButton) if words in b.accessibleName()).click()
    dialog.findChildren(QLineEdit)[0].setText("  Ada \t Lovelace ")
    assert dialog.options == OTHER


def test_the_keyboard_alone_is_enough(build: Callable[[ReportOptions], ReportDialog]) -> None:
    dialog = build(ReportOptions())
    dialog.activateWindow()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Tab):
        QTest.keyClick(dialog.focusWidget(), key)
    QTest.keyClicks(dialog.focusWidget(), "Ada Lovelace")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert dialog.options == OTHER
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.result() == ReportDialog.DialogCode.Accepted


def test_everything_in_it_has_a_name(build: Callable[[ReportOptions], ReportDialog]) -> None:
    dialog = build(ReportOptions())
    widgets: list[QWidget] = [*dialog.findChildren(QAbstractButton), *dialog.findChildren(QLineEdit)]
    assert all(widget.accessibleName() or getattr(widget, "text", str)() for widget in widgets)


@pytest.mark.parametrize("scale", [80, 200])
def test_nothing_is_wider_than_a_small_window(
    scale: int, build: Callable[[ReportOptions], ReportDialog], appearance: Appearance, parent: QWidget
) -> None:
    appearance.set_scale(scale)
    parent.resize(720, 520)
    dialog = build(ReportOptions())
    assert dialog.width() <= 720
    assert dialog.height() <= 520
    for button in dialog.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.mapTo(dialog, button.rect().topLeft()).x() >= 0
            assert button.mapTo(dialog, button.rect().bottomRight()).x() < dialog.width()


def test_a_choice_is_remembered() -> None:
    memory = Memory()
    assert read_options(memory).extent is Extent.FULL
    write_options(memory, OTHER)
    assert read_options(memory) == OTHER


@pytest.mark.parametrize("text", ["", "x", "[]", '{"paper": "a0"}', '{"extent": 3}', "null"])
def test_a_damaged_memory_is_none(text: str) -> None:
    memory = Memory()
    memory.set_setting(REPORT_SETTING, text)
    assert read_options(memory) == read_options(Memory())


def test_the_report_is_as_it_was_chosen(person: Person, tmp_path: Path) -> None:
    person.start("All (3)")
    for _ in range(9):
        person.answer()
    person.click("Submit")
    path = tmp_path / "mine.pdf"
    begin = partial(person.in_dialog, partial(person.click, "Export PDF…"), _choose_other, ReportDialog)
    with person.qtbot.waitSignal(person.app.exporter.exported, timeout=20_000):
        person.name_file(begin, str(path))
    reader = PdfReader(BytesIO(path.read_bytes()))
    assert (len(reader.pages), round(reader.pages[0].mediabox[2]), len(reader.attachments)) == (1, 612, 0)
    assert "Ada Lovelace" in reader.pages[0].extract_text()
    assert read_options(person.app.store) == OTHER


def test_who_cancels_is_asked_for_no_file(person: Person) -> None:
    person.start("All (3)")
    for _ in range(9):
        person.answer()
    person.click("Submit")
    person.in_dialog(partial(person.click, "Export PDF…"), QWidget.close, ReportDialog)
    assert QApplication.activeModalWidget() is None
    assert person.app.store.get_setting(REPORT_SETTING) is None


def _choose_other(dialog: QWidget) -> None:
    for words in ("Summary", "US Letter", "With answers"):
        next(b for b in dialog.findChildren(QAbstractButton) if words in b.accessibleName()).click()
    dialog.findChildren(QLineEdit)[0].setText("Ada Lovelace")
    next(b for b in dialog.findChildren(QAbstractButton) if b.text() == "Save as…").click()
