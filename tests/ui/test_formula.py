"""Formulas in the window: their colour, their size, what they say, and TeX that can't be drawn."""

import pytest
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.tex import MAX_FORMULAS
from quizapp.ui.theme.theme import Appearance, Scheme, Type
from quizapp.ui.widgets.formula import FormulaObject
from quizapp.ui.widgets.inline_objects import object_places
from quizapp.ui.widgets.option_button import RadioOption
from quizapp.ui.widgets.rich_text import RichText

FRACTION = r"\frac{a}{b}"


def build_view(appearance: Appearance, qtbot: QtBot, markup: str, width: int = 400) -> RichText:
    view = RichText(appearance)
    qtbot.addWidget(view)
    view.setFixedWidth(width)
    view.set_markup(markup)
    view.show()
    return view


def has_colour(widget: QWidget, colour: QColor, right_of: int = 0) -> bool:
    """Whether a pixel has a colour, or nearly so: thin lines may lie between two pixels."""
    image = widget.grab().toImage()
    pixels = (image.pixelColor(x, y) for x in range(right_of, image.width()) for y in range(image.height()))
    return any(distance(pixel, colour) < 100 for pixel in pixels)


def parts(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def distance(one: QColor, other: QColor) -> int:
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue())


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_it_has_the_colour_of_the_text(appearance: Appearance, qtbot: QtBot, scheme: Scheme) -> None:
    appearance.set_scheme(scheme)
    view = build_view(appearance, qtbot, rf"\({FRACTION}\)")
    assert has_colour(view, appearance.theme.colour("text"))


def test_a_selected_one_has_the_colour_of_selected_text(appearance: Appearance, qtbot: QtBot) -> None:
    view = build_view(appearance, qtbot, rf"\({FRACTION}\)")
    view.setFocus()
    ink, ground = (appearance.theme.colour(name) for name in ("on_accent", "accent"))
    # Qt lays half of the ground over things that are no characters.
    half = QColor.fromRgbF(*((a + b) / 2 for a, b in zip(parts(ink), parts(ground), strict=True)))
    assert not has_colour(view, ground)
    view.selectAll()
    assert has_colour(view, half)
    assert not has_colour(view, appearance.theme.colour("text"))


def test_it_grows_with_the_text(appearance: Appearance, qtbot: QtBot) -> None:
    view = build_view(appearance, qtbot, rf"see \({FRACTION}\)")
    small = object_places(view.document())[0]
    appearance.set_scale(200)
    large = object_places(view.document())[0]
    assert large.height() == pytest.approx(2 * small.height())
    assert view.height() > 1.7 * small.height()


def test_it_says_its_tex_to_screen_readers_and_when_copied(appearance: Appearance, qtbot: QtBot) -> None:
    view = build_view(appearance, qtbot, rf"see \({FRACTION}\), **so \(x\)**")
    assert view.accessibleName() == rf"see \({FRACTION}\), so \(x\)"
    cursor = view.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    view.setTextCursor(cursor)
    data = view.createMimeDataFromSelection()
    assert data.text() == rf"see \({FRACTION}\), so \(x\)"
    assert not data.hasHtml()


def test_one_alone_is_displayed_larger(appearance: Appearance, qtbot: QtBot) -> None:
    inline = build_view(appearance, qtbot, rf"see \({FRACTION}\)")
    alone = build_view(appearance, qtbot, rf"\({FRACTION}\)")
    assert object_places(alone.document())[0].height() > 1.2 * object_places(inline.document())[0].height()


def test_a_wide_one_is_drawn_smaller_and_not_cut_off(appearance: Appearance, qtbot: QtBot) -> None:
    view = build_view(appearance, qtbot, rf"\({'x + ' * 40}x\)", width=200)
    place = object_places(view.document())[0]
    assert 150 < place.width() <= 200
    view.setFixedWidth(300)
    assert 200 < object_places(view.document())[0].width() <= 300


def test_tex_that_cannot_be_drawn_is_shown_as_it_is_written(appearance: Appearance, qtbot: QtBot) -> None:
    view = build_view(appearance, qtbot, r"a \(\frac{a}\) b \(\text{<img src='x.png'/>}\)")
    assert view.toPlainText() == r"a \frac{a} b \text{<img src='x.png'/>}"
    assert object_places(view.document()) == {}


def test_a_text_draws_so_many_and_writes_the_rest(appearance: Appearance, qtbot: QtBot) -> None:
    view = build_view(appearance, qtbot, r"\(x\) " * (MAX_FORMULAS + 2))
    assert len(object_places(view.document())) == MAX_FORMULAS
    assert view.accessibleName().rstrip().endswith(r"\(x\) x x")


def test_costly_ones_are_drawn_as_long_as_there_is_time(appearance: Appearance, qtbot: QtBot) -> None:
    """Forty of these would hold the window for seconds."""
    large = r"\(\frac{\frac{a+b}{c+d}}{\frac{e+f}{\sqrt{g+h}}}\) "
    view = build_view(appearance, qtbot, large * 40)
    assert 5 < len(object_places(view.document())) < 40


def test_lists_and_tables_hold_them(appearance: Appearance, qtbot: QtBot) -> None:
    markup = f"- \\({FRACTION}\\)\n\n| a | b |\n|---|---|\n| c | \\({FRACTION}\\) |"
    view = build_view(appearance, qtbot, markup)
    places = object_places(view.document())
    assert len(places) == 2
    assert all(view.rect().toRectF().adjusted(-1, -1, 1, 1).contains(place) for place in places.values())


def test_an_option_paints_and_says_them(appearance: Appearance, qtbot: QtBot) -> None:
    plain, drawn = (RadioOption(appearance, "A", text) for text in ("x", rf"\(\frac{{{FRACTION}}}{{c}}\)"))
    for option in (plain, drawn):
        qtbot.addWidget(option)
        option.resize(300, option.heightForWidth(300))
        option.show()
    assert drawn.accessibleName() == rf"A. \frac{{{FRACTION}}}{{c}}"
    assert drawn.heightForWidth(300) > plain.heightForWidth(300)
    assert has_colour(drawn, appearance.theme.colour("text"), right_of=56)


def test_its_baseline_is_that_of_the_tex(appearance: Appearance) -> None:
    pixels = appearance.theme.pixels(Type.BODY)
    flat, deep = (FormulaObject(tex, pixels).measure(0) for tex in ("x", FRACTION))
    assert abs(flat.descent) < 1
    assert 0.3 * pixels < deep.descent < deep.ascent
