"""Text from a bank is text: no HTML, no pictures, no hang."""

import time
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from quizapp.core.plan import PlanItem
from tests.ui.banks import single, write_bank
from tests.ui.conftest import OpenApp
from tests.ui.person import Person

RED = QColor(255, 0, 0)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A picture that must never be seen."""
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(RED)
    path = tmp_path / "red.png"
    image.save(str(path))
    return path


def hostile_texts(picture: Path) -> dict[str, str]:
    url = picture.as_uri()
    return {
        "html": f'<img src="{url}"> <b>bold</b> <a href="{url}">link</a>',
        "markdown": f"![x]({url}) [link]({url}) # heading <script>",
        "long": "x" * 380,
        "signs": "a < b & c > d; &lt;i&gt; %1 {0} $x \\ @y 'q' \"Q\" \u2066rtl\u2069 emoji \U0001f600 شكرا",
    }


def open_with(open_app: OpenApp, folder: Path, text: str) -> Person:
    """An assessment on one question that has a text in every field."""
    question = single("canary", stem=text, explanation=text, table={"header": [text[:380], "b"], "rows": [["a", "1"]]})
    for option in question["options"]:
        option["text"] = f"{option['id']} {text[:900]}"
        option["rationale"] = text[:1900]
    person = open_app(bank=write_bank(folder, {"counting": [question]}, title="Canary"))
    person.start("All (1)", "After each answer")
    return person


@pytest.mark.parametrize("kind", ["html", "markdown", "long", "signs"])
def test_it_is_shown_as_it_is_written(open_app: OpenApp, tmp_path: Path, picture: Path, kind: str) -> None:
    text = hostile_texts(picture)[kind]
    person = open_with(open_app, tmp_path / kind, text)
    assert person.reads(text)
    assert not has_red(person)
    item: PlanItem = person.session.item
    person.answer((item.option_order[0],))
    assert sum(text in shown for shown in person.texts()) >= 4
    assert not has_red(person)
    person.click("Review and submit")
    person.click("Submit")
    person.window.results.reviews.toggle(0)
    assert person.reads(text)
    assert not has_red(person)


def test_a_very_long_text_does_not_hang_the_window(open_app: OpenApp, tmp_path: Path) -> None:
    text = " ".join(["word"] * 700 + ["y" * 400])
    begin = time.monotonic()
    person = open_with(open_app, tmp_path / "bank", text)
    assert person.reads("y" * 400)
    assert time.monotonic() - begin < 5  # a hang, not a benchmark


def has_red(person: Person) -> bool:
    """Whether a pixel of the picture is to be seen in the window."""
    image = person.window.grab().toImage()
    return any(image.pixelColor(x, y) == RED for x in range(0, image.width(), 4) for y in range(0, image.height(), 4))
