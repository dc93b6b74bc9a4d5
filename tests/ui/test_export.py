"""Results as files: each format valid, each failure told on the page, and the old file whole."""

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.app import App, build_app
from quizapp.core.score import score_session
from quizapp.ui.report_dialog import ReportDialog
from tests.ui.banks import KNOWN_TITLE, single, write_bank, write_known_bank
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.qt_tools import let_go

ENTRIES = {
    "html": "Report as HTML…",
    "csv": "Questions as CSV…",
    "json": "Result as JSON…",
    "png": "Radar as PNG…",
    "svg": "Radar as SVG…",
}


@pytest.fixture(scope="module")
def app(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:  # noqa: ARG001 - Qt is needed
    """One app for all tests of this module: an export changes nothing in it."""
    folder = tmp_path_factory.mktemp("export")
    app = build_app(folder / "data", bank=write_known_bank(folder / "bank"))
    yield app
    let_go(app)


@pytest.fixture
def finished(app: App, qtbot: QtBot) -> Person:
    """Someone who looks at a result as if for the first time."""
    person = Person(app, qtbot)
    if not app.store.list_attempts():
        person.start("All (3)")
        for _ in range(9):
            person.answer()
        person.click("Submit")
    person.click("Home")
    person.click("Open")
    return person


def open_dialog(person: Person, format_: str) -> Callable[[], None]:
    """What a person clicks to export a format; a report is asked about before the file is."""
    if format_ == "pdf":
        return partial(person.in_dialog, lambda: person.click("Export PDF…"), partial(save_as, person), ReportDialog)
    choose = partial(person.choose, "More formats", ENTRIES[format_])
    if format_ == "html":
        return partial(person.in_dialog, choose, partial(save_as, person), ReportDialog)
    return choose


def save_as(person: Person, dialog: QWidget) -> None:
    person.click_on(next(button for button in person.see(QPushButton, dialog) if button.text() == "Save as…"))


def export(person: Person, format_: str, path: Path) -> None:
    """Export through the menu and the file dialog, and wait until it is written."""
    with person.qtbot.waitSignal(person.app.exporter.exported, timeout=20_000) as exported:
        person.name_file(open_dialog(person, format_), str(path))
    assert exported.args is not None
    person.qtbot.waitUntil(lambda: person.reads("✓ Written to"))


def export_and_fail(person: Person, path: Path, format_: str = "json") -> str:
    """Export to where nothing can be written; returns what the page says."""
    with person.qtbot.waitSignal(person.app.exporter.failed, timeout=20_000):
        person.window.export_to(format_, path)
    said = next(text for text in person.texts(person.page) if text.startswith("Not exported: "))
    assert not person.reads("✓ Written to")
    return said


def test_the_pdf_is_the_report_of_this_result(finished: Person, tmp_path: Path) -> None:
    path = tmp_path / "result.pdf"
    export(finished, "pdf", path)
    assert finished.reads(f"✓ Written to {path}")
    reader = PdfReader(BytesIO(path.read_bytes()), strict=True)
    root: Any = reader.trailer["/Root"].get_object()
    assert "/StructTreeRoot" in root, "it is tagged"
    text = " ".join("".join(page.extract_text() for page in reader.pages).split())
    assert KNOWN_TITLE in text
    for item in finished.session.plan.items:
        assert item.question.stem in text
        assert item.question.explanation in text


def test_the_json_holds_the_numbers_of_the_result(finished: Person, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    export(finished, "json", path)
    result = json.loads(path.read_text(encoding="utf-8"))
    report = score_session(finished.app.store.load_attempt(finished.app.store.list_attempts()[0].id))
    assert result["scores"]["total"]["right"] == report.total.right == 9
    assert [question["score"] for question in result["questions"]] == [1.0] * 9
    assert finished.session.id in path.read_text(encoding="utf-8")


def test_the_html_and_the_csv_hold_every_question(finished: Person, tmp_path: Path) -> None:
    page, table = tmp_path / "result.html", tmp_path / "result.csv"
    export(finished, "html", page)
    export(finished, "csv", table)
    assert page.read_text(encoding="utf-8").count("<article") == 9
    assert len(table.read_text(encoding="utf-8-sig").splitlines()) == 10


def test_the_png_is_a_large_picture(finished: Person, tmp_path: Path) -> None:
    path = tmp_path / "radar.png"
    export(finished, "png", path)
    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == (1920, 1440)
    assert len({picture.pixel(x, y) for x in range(0, 1920, 7) for y in range(0, 1440, 7)}) > 10


def test_the_svg_is_xml_with_the_names_of_the_axes(finished: Person, tmp_path: Path) -> None:
    path = tmp_path / "radar.svg"
    export(finished, "svg", path)
    root = ElementTree.fromstring(path.read_bytes())
    assert root.tag.endswith("}svg")
    assert {"Counting", "Reading", "Judging"} <= {"".join(element.itertext()).strip() for element in root.iter()}


def test_a_name_without_an_ending_gets_one(finished: Person, tmp_path: Path) -> None:
    export(finished, "json", tmp_path / "result")
    assert (tmp_path / "result.json").is_file()


def test_a_file_is_not_replaced_without_a_question(finished: Person, tmp_path: Path) -> None:
    """Also where the ending, which makes it that file, was left out."""
    path = tmp_path / "result.json"
    path.write_text("old")
    before = finished.texts()
    for name in ("result.json", "result"):
        begin = partial(finished.name_file, open_dialog(finished, "json"), str(tmp_path / name))
        finished.answer_box(begin, "No")
        assert path.read_text() == "old"
    assert finished.texts() == before


def test_a_cancelled_export_writes_and_says_nothing(finished: Person, tmp_path: Path) -> None:
    before = finished.texts()
    proposed: list[str] = []

    def look_and_cancel(dialog: QWidget) -> None:
        proposed.extend(field.text() for field in dialog.findChildren(QLineEdit, "fileNameEdit"))
        dialog.close()

    finished.in_dialog(open_dialog(finished, "pdf"), look_and_cancel, QFileDialog)
    assert re.fullmatch(r"quizapp-result-\d{4}-\d\d-\d\d\.pdf", proposed[0])
    assert finished.texts() == before
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".pdf"] == []


def test_a_missing_folder_is_told(finished: Person, tmp_path: Path) -> None:
    with finished.qtbot.waitSignal(finished.app.exporter.failed):
        finished.name_file(open_dialog(finished, "json"), str(tmp_path / "none" / "result.json"))
    assert finished.reads(f"Not exported: The folder {tmp_path / 'none'} does not exist.")


def test_a_target_that_is_a_folder_is_told_and_stays(finished: Person, tmp_path: Path) -> None:
    folder = tmp_path / "result.json"
    folder.mkdir()
    (folder / "inside").write_text("old")
    assert f"{folder} is a folder" in export_and_fail(finished, folder)
    assert (folder / "inside").read_text() == "old"


def test_a_path_below_a_file_is_told_and_the_file_stays(finished: Person, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("old")
    assert f"{file} is not a folder" in export_and_fail(finished, file / "result.pdf", "pdf")
    assert file.read_text() == "old"


def test_a_name_too_long_is_told_and_leaves_nothing_behind(finished: Person, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    assert "is too long" in export_and_fail(finished, tmp_path / ("n" * 300 + ".json"))
    assert sorted(tmp_path.iterdir()) == before


def test_after_a_failure_an_export_works_and_the_message_is_gone(finished: Person, tmp_path: Path) -> None:
    export_and_fail(finished, tmp_path / "none" / "result.json")
    export(finished, "json", tmp_path / "result.json")
    assert not finished.reads("Not exported")


def test_a_file_is_replaced_as_a_whole(finished: Person, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text("old" * 100_000)
    with finished.qtbot.waitSignal(finished.app.exporter.exported):
        finished.window.export_to("json", path)
    assert json.loads(path.read_text(encoding="utf-8"))["scores"]


def test_a_role_without_a_radar_offers_no_radar_to_export(open_app: OpenApp, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "two", {"counting": [single("only")]}, competencies=("counting", "reading"))
    person = open_app(bank=bank)
    person.start("All (1)")
    person.answer()
    person.click("Submit")
    button = person.button("More formats")
    assert isinstance(button, QPushButton)
    assert [action.text() for action in button.menu().actions()] == [ENTRIES[kind] for kind in ("html", "csv", "json")]


def test_closing_the_window_waits_for_the_file(finished: Person, tmp_path: Path) -> None:
    finished.window.export_to("pdf", tmp_path / "result.pdf")
    finished.window.close()
    assert (tmp_path / "result.pdf").read_bytes().startswith(b"%PDF")
