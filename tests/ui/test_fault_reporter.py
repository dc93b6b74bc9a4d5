"""One of our own bugs: the person is told what is safe, the log holds no answer, and the program goes on."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from quizapp.logs import open_log
from quizapp.ui.fault_reporter import FaultReporter
from tests.ui.person import Person

SECRET = "what-the-person-typed"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    path = open_log(tmp_path / "logs")
    assert path
    yield path
    logger = logging.getLogger("quizapp")
    for handler in logger.handlers[:]:
        handler.close()
        logger.removeHandler(handler)


@pytest.fixture(autouse=True)
def reporter(person: Person, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hook of the interpreter, as the program sets it."""
    monkeypatch.setattr(sys, "excepthook", FaultReporter(person.window, person.app.controller, log).report)


def fail() -> None:
    """Raise, and let it get as far as the interpreter's hook."""
    try:
        raise ValueError(f"no such option: {SECRET}")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def boxes(person: Person) -> list[QMessageBox]:
    return person.see(QMessageBox)


def test_the_person_is_told_what_is_safe(person: Person, log: Path) -> None:
    person.start("All (3)")
    fail()
    (box,) = boxes(person)
    assert "All answers that you confirmed are saved." in box.informativeText()
    assert str(log) in box.informativeText()
    person.click("Go on")
    assert not boxes(person)
    assert person.is_on(person.window.question)


def test_the_log_tells_where_and_not_what(person: Person, log: Path) -> None:
    fail()
    text = log.read_text("utf-8")
    assert "ValueError" in text
    assert "test_fault_reporter.py" in text
    assert SECRET not in text
    person.click("Go on")


def test_details_are_copied_and_the_box_stays(person: Person) -> None:
    fail()
    person.click("Copy details")
    assert f"no such option: {SECRET}" in QGuiApplication.clipboard().text()
    assert boxes(person)
    person.click("Go on")


def test_a_fault_that_repeats_shows_one_box(person: Person, log: Path) -> None:
    for _ in range(20):
        fail()
    assert len(boxes(person)) == 1
    assert log.read_text("utf-8").count("ERROR ValueError") == 20
    person.click("Go on")
    fail()
    assert len(boxes(person)) == 1
    person.click("Go on")


def test_a_fault_of_another_thread_is_shown_too(person: Person, qtbot: QtBot) -> None:
    thread = Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(boxes(person)))
    person.click("Go on")


def test_one_can_close_the_program(person: Person) -> None:
    fail()
    person.click("Close quizapp")
    assert not person.window.isVisible()


@pytest.mark.qt_no_exception_capture
def test_what_a_slot_raises_arrives(person: Person, qtbot: QtBot) -> None:
    def slot() -> None:
        raise ZeroDivisionError

    QTimer.singleShot(0, slot)
    qtbot.waitUntil(lambda: bool(boxes(person)))
    assert "ZeroDivisionError" in boxes(person)[0].informativeText()
    person.click("Go on")


def test_a_folder_that_takes_no_log_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert open_log(tmp_path / "file" / "logs") is None
