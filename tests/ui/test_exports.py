"""Exports from the results page: real files, and what is said where one can't be written."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.person import Person, settle


@pytest.fixture
def finished(person: Person) -> Person:
    person.start("All (3)")
    for _ in range(9):
        person.answer()
    person.click("Submit")
    assert person.page is person.window.results
    return person


def export(person: Person, format_: str, path: Path) -> None:
    """Export through the page's own controls and the file dialog."""

    def begin() -> None:
        if format_ == "pdf":
            person.click("Export PDF…")
        else:
            person.window.results.export_requested.emit(format_)

    person.name_file(begin, str(path))
    person.app.exporter.wait()
    settle()


def test_the_pdf_is_tagged_and_holds_every_question(finished: Person, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    export(finished, "pdf", path)
    assert finished.reads(f"Written to {path}")
    reader = PdfReader(path)
    assert "/StructTreeRoot" in reader.trailer["/Root"]
    text = "".join(page.extract_text() for page in reader.pages)
    assert all(item.question.stem in text for item in finished.app.controller.session.plan.items)


def test_the_json_says_what_the_page_says(finished: Person, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    export(finished, "json", path)
    result = json.loads(path.read_text(encoding="utf-8"))
    assert [question["score"] for question in result["questions"]] == [1.0] * 9


def test_the_radar_as_pictures(finished: Person, tmp_path: Path) -> None:
    export(finished, "png", tmp_path / "radar.png")
    image = QImage(str(tmp_path / "radar.png"))
    assert (image.width(), image.height()) == (1920, 1440)
    assert len({image.pixelColor(x, 720).name() for x in range(0, 1920, 4)}) > 3
    export(finished, "svg", tmp_path / "radar.svg")
    root = ET.fromstring((tmp_path / "radar.svg").read_text(encoding="utf-8"))
    assert root.tag.endswith("svg")


def test_the_menu_offers_each_format(finished: Person, qtbot: QtBot) -> None:
    page = finished.window.results
    page.export_requested.disconnect()
    button = finished.button("More formats")
    assert isinstance(button, QPushButton)
    actions = {action.text(): action for action in button.menu().actions()}
    for format_, entry in (("json", "Result as JSON…"), ("png", "Radar as PNG…"), ("svg", "Radar as SVG…")):
        with qtbot.waitSignal(page.export_requested) as asked:
            actions[entry].trigger()
        assert asked.args == [format_]


def test_a_name_without_an_ending_gets_one(finished: Person, tmp_path: Path) -> None:
    export(finished, "pdf", tmp_path / "report")
    assert (tmp_path / "report.pdf").exists()


def test_what_cannot_be_written_is_said_and_the_old_file_stays(finished: Person, tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_text("old")
    for path, words in ((tmp_path / "nowhere" / "x.json", "does not exist"), (old / "x.json", "is not a folder")):
        finished.window.export_to("json", path)
        finished.app.exporter.wait()
        settle()
        assert finished.reads("Not exported:")
        assert finished.reads(words)
    assert old.read_text() == "old"
