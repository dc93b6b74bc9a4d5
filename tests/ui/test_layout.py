"""No page cuts off its texts, and every control has a name."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QTableWidget, QWidget

from quizapp.core.radar import Radar, RadarAxis, RadarStyle
from quizapp.core.radar_shapes import radar_shapes
from quizapp.core.shapes import Label
from quizapp.ui.widgets.radar_view import RadarView, _measure, describe_radar
from tests.ui.person import Person, settle

SIZES = [(900, 600, 100), (900, 600, 200), (1200, 820, 100), (1200, 820, 200), (1200, 820, 80)]


def pages(person: Person) -> Iterator[str]:
    """Every page in turn."""
    yield "home"
    person.click("Start an assessment")
    yield "set-up"
    person.click("Start")
    yield "question"
    for _ in range(3):
        person.answer()
    yield "later question"
    person.click("Review and submit")
    yield "review"
    person.click("Submit")
    yield "results"
    person.click("Done")
    yield "home with a result"
    person.click("Question banks")
    yield "banks"
    person.click("Settings")
    yield "settings"


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_no_text_is_cut_off(person: Person, width: int, height: int, scale: int) -> None:
    person.app.appearance.set_scale(scale)
    person.window.resize(width, height)
    for page in pages(person):
        settle()
        for widget in person.see(QWidget):
            needed = needed_size(widget)
            if needed:
                assert widget.width() >= needed[0], f"{page}: {widget} is too narrow"
                assert widget.height() >= needed[1], f"{page}: {widget} is too low"


def needed_size(widget: QWidget) -> tuple[int, int] | None:
    """The least size at which a label's or button's text is whole."""
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            words = max(widget.fontMetrics().horizontalAdvance(word) for word in widget.text().split())
            if words > 400:
                return None  # a path without spaces can't be wrapped
            return words, widget.heightForWidth(widget.width())
        return widget.fontMetrics().horizontalAdvance(widget.text()), widget.fontMetrics().height()
    if isinstance(widget, QPushButton) and widget.text():
        return widget.minimumSizeHint().width(), widget.minimumSizeHint().height()
    return None


def test_every_control_has_an_accessible_name(person: Person) -> None:
    for page in pages(person):
        for widget in person.see(QWidget, person.page):
            if isinstance(widget, QAbstractButton | QLineEdit | QTableWidget | RadarView):
                interface = QAccessible.queryAccessibleInterface(widget)
                assert interface.text(QAccessible.Text.Name).strip(), f"{page}: {widget} has no name"


@pytest.mark.parametrize("count", range(3, 9))
def test_the_radar_keeps_its_labels_inside_at_any_size(person: Person, count: int) -> None:
    theme = person.app.appearance.theme
    axes = tuple(
        RadarAxis(f"Competency with a long name {n}", 0.6, "60 % · 6/10", (0.3, 0.8), 0.7) for n in range(count)
    )
    radar = Radar(axes)
    for width, height in ((240, 200), (420, 340), (900, 500), (1600, 1000)):
        for shape in radar_shapes(radar, (width, height), RadarStyle(_measure(theme))):
            if isinstance(shape, Label):
                assert shape.x - shape.width / 2 >= 0
                assert shape.x + shape.width / 2 <= width
                assert shape.y - shape.size >= 0
                assert shape.y <= height
    assert all(axis.label in describe_radar(radar) for axis in axes)
