"""A result file is opened: shown as the result it was, apart from the own history."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from quizapp.report.formats import render_result
from quizapp.report.options import ReportOptions
from tests.report.conftest import CREATED
from tests.report.test_options import attempt
from tests.ui.person import Person


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with a result as JSON and as PDF."""
    for format_ in ("json", "pdf"):
        options = ReportOptions(person="Ada Lovelace")
        data = render_result(attempt(12), format_, created=CREATED, app_version="1", options=options)
        (tmp_path / f"hers.{format_}").write_bytes(data)
    return tmp_path


@pytest.mark.parametrize("format_", ["json", "pdf"])
def test_a_result_is_shown_and_not_kept(format_: str, person: Person, files: Path) -> None:
    person.name_file(partial(person.click, "Open result…"), str(files / f"hers.{format_}"))
    assert person.is_on(person.window.results)
    assert person.reads(f"Result of Ada Lovelace. From the file hers.{format_}, written on")
    assert person.reads("It is not part of your own results.")
    assert person.reads("6 of 12 right")
    assert person.app.store.list_attempts() == ()
    person.click("Done")
    assert not person.reads("hers.")


def test_the_key_opens_too(person: Person, files: Path) -> None:
    person.name_file(partial(person.press, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier), str(files / "hers.json"))
    assert person.reads("From the file hers.json")


def test_what_was_opened_can_be_exported_again(person: Person, files: Path) -> None:
    person.name_file(partial(person.click, "Open result…"), str(files / "hers.json"))
    with person.qtbot.waitSignal(person.app.exporter.exported, timeout=20_000):
        person.window.export_to("csv", files / "hers.csv")
    assert len((files / "hers.csv").read_text(encoding="utf-8-sig").splitlines()) == 13


def test_a_file_that_is_none_is_told_in_a_box(person: Person, files: Path) -> None:
    (files / "notes.json").write_text("hello")
    choose = partial(person.name_file, partial(person.click, "Open result…"), str(files / "notes.json"))
    said = person.answer_box(choose, "OK")
    assert "This file can't be opened" in said
    assert "notes.json is no result of quizapp" in said
    assert person.is_on(person.window.home)


def test_who_cancels_stays(person: Person) -> None:
    person.in_dialog(partial(person.click, "Open result…"), QWidget.close, QFileDialog)
    assert person.is_on(person.window.home)


def test_nothing_opens_over_a_question(person: Person) -> None:
    person.start("All (3)")
    person.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert person.is_on(person.window.question)
    assert not person.see(QFileDialog)
