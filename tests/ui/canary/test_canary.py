"""No text of a bank is obeyed, wherever it stands: no picture is shown, no file opened, no socket made."""

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.canary.run import PICTURE, Run, canary_pixels, run_canary, write_picture


def images(reader: PdfReader) -> list[Any]:
    """The pictures of a report, wherever they are drawn."""
    things = [reader.get_object(number) for number in range(1, reader.trailer["/Size"])]
    return [thing for thing in things if isinstance(thing, dict) and thing.get("/Subtype") == "/Image"]


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run_canary(tmp_path_factory.mktemp("canary"))


def test_the_calls_stand_in_all_texts(canary: Run) -> None:
    names = {name for place in canary.planted for name in place.replace("'", " ").split()}
    wanted = {"title", "scope", "stem", "text", "rationale", "explanation", "header", "rows", "where", "note", "target"}
    assert wanted <= names
    assert len(canary.planted) > 100


def test_nothing_outside_is_opened_and_no_socket_made(canary: Run) -> None:
    assert canary.opened == ()
    assert not canary.sockets


def test_no_page_shows_the_picture(canary: Run) -> None:
    assert len(canary.pictures) > 30
    assert [picture.name for picture in canary.pictures if canary_pixels(picture)] == []


def test_a_canary_on_screen_would_be_seen(qtbot: QtBot, tmp_path: Path) -> None:
    label = QLabel(f'<img src="{write_picture(tmp_path / "c.png")}">')
    qtbot.addWidget(label)
    label.setTextFormat(Qt.TextFormat.RichText)
    shot = tmp_path / "shot.png"
    assert label.grab().save(str(shot))
    assert canary_pixels(shot) > 4000


def test_the_report_shows_the_calls_as_text(canary: Run) -> None:
    reader = PdfReader(canary.out / "result.pdf")
    text = "".join(page.extract_text() for page in reader.pages)
    assert '<imgsrc="' in "".join(text.split())
    links = [link["/A"].get("/URI", "") for page in reader.pages for link in page.get("/Annots", [])]
    assert all(link.startswith("https://www.sqlite.org/") for link in links)
    assert PICTURE not in {(thing["/Width"], thing["/Height"]) for thing in images(reader)}


def test_the_result_file_holds_them_as_they_are(canary: Run) -> None:
    result = json.loads((canary.out / "result.json").read_text("utf-8"))
    words = json.dumps(result["questions"])
    stems = [call for place, call in canary.planted.items() if "'stem'" in place]
    assert stems
    assert all(json.dumps(call)[1:-1] in words for call in stems)
