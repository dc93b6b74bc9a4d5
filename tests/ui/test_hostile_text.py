"""Whatever a bank says appears as text: no HTML is obeyed, no picture loaded, and the largest texts show."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QTextEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from quizapp.core.question import Code
from quizapp.core.types.cloze import ClozeBody
from quizapp.core.types.gap import Gap, GapOption
from quizapp.core.types.short_text import ShortTextBody
from quizapp.ui.answers.cloze import ClozeAnswer
from quizapp.ui.dialogs import tell
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import build_label
from quizapp.ui.widgets.cloze_view import ClozeText
from quizapp.ui.widgets.code_view import CodeView
from quizapp.ui.widgets.inline_objects import text_of
from quizapp.ui.widgets.option_button import CheckOption, RadioOption
from quizapp.ui.widgets.review_view import ReviewView
from quizapp.ui.widgets.rich_text import RichText
from tests.ui.banks import Fields, multi, numeric, single, write_bank
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.qt_tools import settle

RED = b"\xff\x00\x00\xff"
TEXTS = {
    "html": '<h1>Big</h1> <img src="{picture}"> <b>bold</b> <a href="{picture}">link</a> &amp; &lt;',
    "markdown": "![alt]({picture}) [link]({picture}) # no heading > no quote",
    "style": '<div style="background:red;background-image:url({picture})">x</div>',
    "table": "<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>",
    "script": "<script>alert(1)</script> <!-- comment --> <?php echo 1 ?>",
    "long word": "W" * 600,
    "right to left": "שלום עולם and مرحبا بالعالم together",
    "other scripts": "漢字 हिन्दी ไทย ελληνικά",
    "emoji": "😀 👩‍💻 ⚑ 🇩🇪 done",
    "signs of a program": "%s {0} {x} \\n &File &&amp; $HOME `",
}
LARGE = {
    "words": "words and words " * 2048,
    "one word": "A" * 32_768,
    "lines": "\n\n".join(f"paragraph {number}" for number in range(2600)),
    "markup": "**b** `c` x^{2} " * 2048,
    "html": "<div><table><tr><td>" * 1638,
    "list": "- entry\n" * 4096,
    "table": "| a | b |\n" * 1000,
    "fences": "```\nx\n```\n" * 2000,
}


@pytest.fixture
def picture(tmp_path: Path) -> str:
    """The address of a bright red picture that every rich text widget would load."""
    path = tmp_path / "red.png"
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor(255, 0, 0))
    assert image.save(str(path))
    return path.as_uri()


def has_red(widget: QWidget) -> bool:
    """Whether a widget shows a run of pure red, a colour that no theme has."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    return RED * 16 in bytes(image.constBits())


def show(qtbot: QtBot, widget: QWidget, width: int = 600) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, 400)
    widget.show()
    qtbot.waitExposed(widget)
    settle()


def test_the_red_picture_is_seen_where_a_widget_does_load_it(qtbot: QtBot, picture: str) -> None:
    """What all tests below would see, if a text were taken for HTML."""
    label = QLabel(TEXTS["html"].format(picture=picture))
    show(qtbot, label)
    assert has_red(label)


@pytest.fixture(params=TEXTS.values(), ids=list(TEXTS))
def hostile(request: pytest.FixtureRequest, picture: str) -> str:
    return str(request.param).replace("{picture}", picture)


def test_rich_text_shows_it_as_text(qtbot: QtBot, appearance: Appearance, hostile: str) -> None:
    view = RichText(appearance)
    view.set_markup(hostile)
    show(qtbot, view)
    assert view.toPlainText() == hostile
    assert view.accessibleName() == hostile
    assert view.document().idealWidth() <= view.viewport().width() + 1, "nothing hangs out at the side"
    assert not has_red(view)


def test_code_shows_it_as_text(qtbot: QtBot, appearance: Appearance, hostile: str) -> None:
    for language in ("html", "markdown", "text", "no-such-language"):
        view = CodeView(appearance, Code(language, hostile))
        show(qtbot, view)
        assert hostile in [inner.toPlainText() for inner in view.findChildren(QTextEdit)]
        assert not has_red(view)


@pytest.mark.parametrize("language", ["", "html", "no-such-language"])
def test_a_cloze_text_and_its_gaps_show_it_as_text(
    qtbot: QtBot, appearance: Appearance, hostile: str, language: str
) -> None:
    options = (GapOption("a", hostile, "r"), GapOption("b", "x", "r"))
    gaps = (Gap("g", options, "a"), Gap("h", text=ShortTextBody((hostile,)), rationale="r"))
    answer = ClozeAnswer(ClozeBody(f"x {hostile} [[g]] [[h]]", gaps, language), (), appearance)
    show(qtbot, answer, 500)
    answer.set_response(("g=a", f"h={hostile}"))
    settle()
    view = answer.findChildren(ClozeText)[0]
    assert text_of(view.document()).startswith(f"x {hostile} ")
    assert view.document().idealWidth() <= view.viewport().width() + 1, "nothing hangs out at the side"
    assert answer.response() == ("g=a", f"h={hostile[:200].strip()}")
    assert not has_red(answer)


@pytest.mark.parametrize("build", [RadioOption, CheckOption])
def test_options_show_it_as_text(
    qtbot: QtBot, appearance: Appearance, hostile: str, build: Callable[[Appearance, str, str], QAbstractButton]
) -> None:
    option = build(appearance, "A", hostile)
    show(qtbot, option)
    assert option.accessibleName() == f"A. {hostile}"
    assert not has_red(option)
    assert option.text() == "", "Qt would take & for a shortcut"


@pytest.mark.usefixtures("appearance")
def test_labels_show_it_as_text(qtbot: QtBot, hostile: str) -> None:
    label = build_label(hostile, Type.TITLE)
    show(qtbot, label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert not has_red(label)


@pytest.mark.parametrize("text", LARGE.values(), ids=list(LARGE))
def test_32_kilobytes_show(qtbot: QtBot, appearance: Appearance, text: str) -> None:
    view = RichText(appearance)
    view.set_markup(text)
    show(qtbot, view)
    assert not view.grab().isNull()
    assert view.height() > 0


@pytest.mark.parametrize("text", LARGE.values(), ids=list(LARGE))
def test_an_option_of_32_kilobytes_shows(qtbot: QtBot, appearance: Appearance, text: str) -> None:
    option = RadioOption(appearance, "A", text)
    show(qtbot, option)
    assert not option.grab().isNull()


@pytest.fixture
def hostile_bank(tmp_path: Path, picture: str) -> Path:
    """A bank in which every text that a bank has tries to be HTML."""
    evil = TEXTS["html"].replace("{picture}", picture)
    common: Fields = {
        "stem": f"{evil} stem",
        "explanation": f"{evil} explanation",
        "code": {"language": "html", "text": f"{evil} code"},
        "table": {"header": [evil, "b"], "rows": [[f"{evil} cell", "2"]]},
        "references": [{"title": f"{evil} source", "url": "https://example.org/a", "where": evil}],
    }
    options = [
        {"id": id_, "text": f"{evil} {id_}", "correct": id_ == "b", "rationale": f"{evil} why", "misconception": "m"}
        for id_ in "abc"
    ]
    unit = {"value": 12.5, "tolerance": 0.1, "unit": "<b>GB</b>"}
    questions = {
        "counting": [single("one", options=options, **common)],
        "reading": [multi("two", options=options, **common)],
        "judging": [numeric("three", answer=unit, **common), single("bad", difficulty=f"{evil}")],
    }
    return write_bank(tmp_path / "<b>evil", questions, title=f"<img src='{picture}'>")


def test_no_page_takes_a_bank_for_html(open_app: OpenApp, hostile_bank: Path, picture: str) -> None:
    person = open_app(bank=hostile_bank)
    _look(person, f"<img src='{picture}'>")
    person.click("Question banks")
    _look(person, "<b>evil")
    person.click("Home")
    person.start("All (1)", "After each answer")
    for _ in range(3):
        _look(person, f'<img src="{picture}"> <b>bold</b>')
        person.answer()
        assert len(person.see(ReviewView)) == 1
        _look(person, "&lt; explanation")
        person.click(next(t for t in ("Next question", "Review and submit") if _primary(person) == t))
    _look(person, f'<img src="{picture}"> <b>bold</b>')
    person.click("Submit")
    _look(person, f"<img src='{picture}'>")
    person.click(next(text for text in person.texts() if text.startswith("1. ")))
    _look(person, "&lt; explanation")
    person.click("Done")
    _look(person, f"<img src='{picture}'>")


def test_boxes_show_paths_and_errors_as_text(person: Person, picture: str) -> None:
    """The path of a data folder, and with it an error's text, may hold anything."""
    evil = TEXTS["html"].replace("{picture}", picture)
    seen: list[bool] = []

    def look(box: QWidget) -> None:
        settle()
        seen.append(has_red(box))
        assert {label.textFormat() for label in box.findChildren(QLabel) if label.text() == evil} == {
            Qt.TextFormat.PlainText
        }

    person.in_dialog(lambda: tell(person.window, evil, evil), look)
    assert seen == [False]


def test_no_tooltip_holds_a_text_of_a_bank(open_app: OpenApp, hostile_bank: Path) -> None:
    """Tooltips can't be told to show plain text, so a bank's words stay out of them."""
    person = open_app(bank=hostile_bank)
    person.start("All (1)", "After each answer")
    person.answer()
    tips = [widget.toolTip() for widget in person.window.findChildren(QWidget)]
    assert any(tips)
    assert not any("<" in tip for tip in tips)
    assert not QToolTip.isVisible()


def _look(person: Person, text: str) -> None:
    assert person.reads(text)
    assert not has_red(person.window)


def _primary(person: Person) -> str:
    return next(b.text() for b in person.see(QAbstractButton, person.page) if b.property("kind") == "primary")
