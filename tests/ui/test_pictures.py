"""Pictures on the screen: drawn from the question's bytes, as large as fits, and said in words."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from quizapp.core.answer import Answer
from quizapp.core.grading import grade_answer
from quizapp.core.plan import PlanItem
from quizapp.core.question import PictureFile
from quizapp.core.types.choice import ChoiceBody
from quizapp.core.types.order import OrderBody
from quizapp.ui.answers.choice import ChoiceAnswer
from quizapp.ui.answers.order import OrderAnswer
from quizapp.ui.theme.theme import Appearance, Scheme
from quizapp.ui.widgets.option_button import RadioOption
from quizapp.ui.widgets.order_row import OrderRow
from quizapp.ui.widgets.picture_dialog import EnlargeButton, PictureDialog
from quizapp.ui.widgets.picture_object import HIGHEST, PictureObject, decode_picture
from quizapp.ui.widgets.question_view import QuestionView
from quizapp.ui.widgets.review_view import ReviewView
from quizapp.ui.widgets.rich_text import RichText
from tests.bank.banks import documented_ids, write_bank
from tests.factories import NOW, make_question
from tests.pictures import INK, JPEG, picture_file, png
from tests.ui.conftest import OpenApp
from tests.ui.qt_tools import DialogVisitor, settle

PINK = QColor(*INK)
LINE = "{picture: sql/joins.png | Two circles, the left one filled}"
ALT = "Two circles, the left one filled"


def show(qtbot: QtBot, widget: QWidget, width: int = 600) -> QImage:
    """The widget as it looks at a width and its own height."""
    qtbot.addWidget(widget)
    widget.resize(width, 400)
    widget.show()
    settle()
    return widget.grab().toImage()


def text_view(appearance: Appearance, *files: PictureFile, text: str = LINE) -> RichText:
    view = RichText(appearance)
    view.set_markup(text, files)
    return view


def extent_of(image: QImage, colour: QColor) -> tuple[int, int]:
    """Width and height of the box around all pixels of a colour; zeros where there is none."""
    points = [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) == colour]
    if not points:
        return 0, 0
    columns, rows = zip(*points, strict=True)
    return max(columns) - min(columns) + 1, max(rows) - min(rows) + 1


def test_a_picture_is_drawn_in_its_own_size(qtbot: QtBot, appearance: Appearance) -> None:
    assert extent_of(show(qtbot, text_view(appearance, picture_file())), PINK) == (46, 30)  # within its frame


def test_a_wide_picture_shrinks_to_the_text(qtbot: QtBot, appearance: Appearance) -> None:
    view = text_view(appearance, picture_file(size=(900, 300)))
    assert extent_of(show(qtbot, view, 300), PINK) == (298, 98)
    assert 100 <= view.height() <= 112


def test_a_high_picture_leaves_room_for_the_answer(qtbot: QtBot, appearance: Appearance) -> None:
    view = text_view(appearance, picture_file(size=(40, 2_000)))
    show(qtbot, view)
    assert HIGHEST <= view.height() <= HIGHEST + 12


def test_a_picture_grows_with_the_text(qtbot: QtBot, appearance: Appearance) -> None:
    view = text_view(appearance, picture_file(size=(100, 50)))
    show(qtbot, view)
    before = view.height()
    appearance.set_scale(200)
    settle()
    assert view.height() - before == pytest.approx(50, abs=1)


def test_a_narrower_view_is_lower(qtbot: QtBot, appearance: Appearance) -> None:
    view = text_view(appearance, picture_file(size=(900, 600)))
    show(qtbot, view)
    before = view.height()
    view.resize(300, view.height())
    settle()
    assert before - view.height() == pytest.approx(200, abs=2)


def test_a_clear_picture_lies_on_paper_in_the_dark(qtbot: QtBot, appearance: Appearance) -> None:
    appearance.set_scheme(Scheme.DARK)
    view = text_view(appearance, picture_file(data=png(colour=(0, 0, 0, 0))))
    assert extent_of(show(qtbot, view), QColor("white")) == (46, 30)


def test_screens_with_fine_pixels_get_fine_pictures(appearance: Appearance) -> None:
    stripes = QImage(100, 20, QImage.Format.Format_RGB32)
    for x in range(100):
        for y in range(20):
            stripes.setPixelColor(x, y, QColor("black" if x % 2 else "white"))
    canvas = QImage(100, 20, QImage.Format.Format_RGB32)
    canvas.setDevicePixelRatio(2)
    painter = QPainter(canvas)
    PictureObject(stripes, ALT, appearance.theme).paint(painter, QRectF(0, 0, 50, 10))
    painter.end()
    assert [canvas.pixelColor(x, 10).lightness() for x in (40, 41, 42)] == [255, 0, 255]


def test_screen_readers_and_copies_get_the_words(qtbot: QtBot, appearance: Appearance) -> None:
    view = text_view(appearance, picture_file(), text=f"Which join?\n\n{LINE}\n\nChoose.")
    show(qtbot, view)
    view.selectAll()
    said = f"Which join?\n{ALT}\nChoose."
    assert view.accessibleName() == said
    assert view.createMimeDataFromSelection().text() == said
    assert not view.createMimeDataFromSelection().hasHtml()


def test_a_picture_that_is_not_there_is_told_in_words(qtbot: QtBot, appearance: Appearance) -> None:
    view = text_view(appearance)
    show(qtbot, view)
    assert view.accessibleName().strip() == f"A picture that can't be shown: {ALT}"


@pytest.mark.parametrize(
    "name", ["/{}", "file://{}", "{}", "../../../../../../../../../../../{}", ":/qt-project.org/{}"]
)
def test_a_path_draws_nothing(name: str, qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> None:
    (tmp_path / "canary.png").write_bytes(png(200, 100))
    path = name.format(tmp_path / "canary.png")
    view = text_view(appearance, text=f"{{picture: {path} | A}}\n\n<img src='{path}'> ![A]({path})")
    assert extent_of(show(qtbot, view), PINK) == (0, 0)


def as_bytes(kind: str) -> bytes:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(PINK)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(buffer.data().data())


@pytest.mark.parametrize(
    "file",
    [
        picture_file(data=b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"),
        replace(picture_file(), media_type="image/svg+xml"),
        replace(picture_file(), media_type=""),
        replace(picture_file(), media_type="image/jpeg"),
        picture_file(data=b"GIF89a"),
        picture_file(data=b"x"),
        picture_file(data=as_bytes("BMP")),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_only_what_it_claims_to_be_is_decoded(file: PictureFile) -> None:
    assert decode_picture(file).isNull()


@pytest.mark.parametrize("file", [picture_file(), picture_file("a.jpg", JPEG)])
@pytest.mark.usefixtures("qapp")
def test_both_formats_are_decoded(file: PictureFile) -> None:
    assert not decode_picture(file).isNull()


def picture_item() -> PlanItem:
    question = make_question("q", stem=LINE, explanation=LINE, pictures=(picture_file(),))
    assert isinstance(question.body, ChoiceBody)
    first, *rest = question.body.options
    body = ChoiceBody((replace(first, text=LINE, rationale=LINE), *rest))
    return PlanItem(replace(question, body=body), ("a", "b", "c", "d"))


def pictures_in(view: QWidget) -> Iterator[str]:
    return (text.accessibleName() for text in view.findChildren(RichText) if ALT in text.accessibleName())


def test_stem_option_rationale_and_explanation_show_it(qtbot: QtBot, appearance: Appearance) -> None:
    item = picture_item()
    assert extent_of(show(qtbot, QuestionView(item.question, appearance)), PINK) == (46, 30)
    choice = ChoiceAnswer(item, appearance, exclusive=True)
    assert extent_of(show(qtbot, choice), PINK) == (46, 30)
    assert choice.findChildren(RadioOption)[0].accessibleName() == f"A. {ALT}"
    review = ReviewView(item, Answer(("a",), NOW), appearance)
    show(qtbot, review)
    assert list(pictures_in(review)) == [ALT] * 3


def test_a_verdict_moves_nothing(qtbot: QtBot, appearance: Appearance) -> None:
    item = picture_item()
    choice = ChoiceAnswer(item, appearance, exclusive=True)
    show(qtbot, choice)
    before = [button.geometry() for button in choice.findChildren(RadioOption)]
    choice.show_grade(grade_answer(item.question, Answer(("a",), NOW)))
    settle()
    assert [button.geometry() for button in choice.findChildren(RadioOption)] == before
    first, second = choice.findChildren(RadioOption)[:2]
    assert first.heightForWidth(600) > second.heightForWidth(600)


def test_items_of_an_order_show_it(qtbot: QtBot, appearance: Appearance) -> None:
    question = make_question("q", "order", pictures=(picture_file(),))
    assert isinstance(question.body, OrderBody)
    first, *rest = question.body.items
    question = replace(question, body=OrderBody((replace(first, text=LINE), *rest)))
    answer = OrderAnswer(PlanItem(question, ("b", "a", "c", "d")), appearance)
    assert extent_of(show(qtbot, answer), PINK) == (46, 30)
    assert any(row.accessibleName().endswith(ALT) for row in answer.findChildren(OrderRow))


def test_a_person_sees_the_picture_of_the_documented_bank(open_app: OpenApp, tmp_path: Path) -> None:
    person = open_app(bank=write_bank(tmp_path / "documented"))
    person.start(f"All ({len(documented_ids())})", "After each answer")
    while not person.session.item.question.pictures:
        person.click("I don't know")
        person.click("Next question")
    person.click("I don't know")
    settle()
    (alternative,) = [name for review in person.see(ReviewView) for name in said(review)]
    assert alternative.startswith("Two circles that overlap")


def said(review: ReviewView) -> Iterator[str]:
    for text in review.findChildren(RichText):
        yield from (line for line in text.accessibleName().split("\n") if "circles" in line)


def large_item() -> PlanItem:
    question = make_question("q", stem=LINE, pictures=(picture_file(size=(900, 300)),))
    return PlanItem(question, ("a", "b", "c", "d"))


@pytest.mark.parametrize(("scale", "width"), [(80, 900), (100, 900), (200, 1_800)])
def test_a_large_picture_can_be_seen_in_its_own_size(
    scale: int, width: int, qtbot: QtBot, appearance: Appearance
) -> None:
    appearance.set_scale(scale)
    view = QuestionView(large_item().question, appearance)
    show(qtbot, view, 400)
    (button,) = view.findChildren(EnlargeButton)
    assert button.accessibleName() == f"Enlarge picture: {ALT}"
    seen = []

    def look(dialog: QWidget) -> None:
        seen.extend(label.pixmap().width() for label in dialog.findChildren(QLabel) if label.accessibleName() == ALT)
        seen.append(isinstance(dialog.focusWidget(), QScrollArea))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        seen.append(dialog.isVisible())

    with DialogVisitor(look, PictureDialog):
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert seen == [width, True, False]


def test_small_and_missing_pictures_have_no_button(qtbot: QtBot, appearance: Appearance) -> None:
    small = QuestionView(picture_item().question, appearance)
    missing = QuestionView(replace(large_item().question, pictures=()), appearance)
    for view in (small, missing):
        show(qtbot, view)
        assert view.findChildren(EnlargeButton) == []


def test_a_review_enlarges_what_it_shows(qtbot: QtBot, appearance: Appearance) -> None:
    item = large_item()
    item = replace(item, question=replace(item.question, stem="Which?", explanation=LINE))
    review = ReviewView(item, None, appearance)
    show(qtbot, review)
    assert [button.accessibleName() for button in review.findChildren(EnlargeButton)] == [f"Enlarge picture: {ALT}"]
