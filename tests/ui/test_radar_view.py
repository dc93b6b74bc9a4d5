"""The radar on screen: every label whole at every size, its values in words, its colours those of the theme."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from quizapp.core.radar import Radar, RadarAxis, RadarStyle
from quizapp.core.radar_shapes import radar_shapes
from quizapp.core.shapes import Label
from quizapp.ui.theme.colours import DARK, LIGHT
from quizapp.ui.theme.theme import Appearance, Scheme, Theme, Type
from quizapp.ui.widgets.radar_view import RadarView, describe_radar, paint_radar, radar_png
from tests.ui.qt_tools import settle

NAMES = (
    "LLM basics",
    "Fine-tuning",
    "Prompting",
    "Tooling & LLMOps",
    "Safety and security of agents",
    "Retrieval-augmented generation",
    "Agents",
    "Evaluation of systems",
)
SIZES = [(240, 200), (320, 480), (480, 320), (700, 440), (1600, 1000)]
GROUND = QColor("#ff00ff")
MARGIN = 60


def make_radar(axes: int, *, weak: bool = False) -> Radar:
    """Axes with all that an axis can have; one of them without enough answers."""
    return Radar(tuple(_axis(number, weak=weak and number == 1) for number in range(axes)))


def _axis(number: int, *, weak: bool) -> RadarAxis:
    if weak:
        return RadarAxis(NAMES[number], 0.5, "1/2", target=0.7, weak=True)
    value = (number % 5) / 4
    interval = (max(0.0, value - 0.2), min(1.0, value + 0.2))
    return RadarAxis(NAMES[number], value, f"{value * 100:.0f} % · {number}/8", interval, 0.7, 0.4)


def label_box(label: Label, theme: Theme) -> QRectF:
    """The box that Qt's own metrics give a label as it is painted."""
    font = theme.font(Type.BODY)
    font.setPixelSize(max(1, round(label.size)))
    font.setBold(label.bold)
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(label.text)
    return QRectF(label.x - width / 2, label.y - metrics.ascent(), width, metrics.height())


@pytest.mark.parametrize("axes", range(3, 9))
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.usefixtures("qapp")
def test_no_label_is_clipped(axes: int, size: tuple[int, int], scale: int) -> None:
    """Painted on a sheet that is larger on all sides, nothing lands outside of the drawing."""
    sheet = QImage(size[0] + 2 * MARGIN, size[1] + 2 * MARGIN, QImage.Format.Format_RGB32)
    sheet.fill(GROUND)
    painter = QPainter(sheet)
    painter.translate(MARGIN, MARGIN)
    paint_radar(painter, make_radar(axes, weak=True), size, Theme(LIGHT, scale))
    painter.end()
    ground = sheet.copy(0, 0, 1, 1).convertToFormat(QImage.Format.Format_RGB32)
    for x, y, width, height in (
        (0, 0, sheet.width(), MARGIN),
        (0, MARGIN + size[1], sheet.width(), MARGIN),
        (0, 0, MARGIN, sheet.height()),
        (MARGIN + size[0], 0, MARGIN, sheet.height()),
    ):
        strip = sheet.copy(x, y, width, height)
        assert bytes(strip.constBits()) == bytes(ground.constBits()) * (width * height)


@pytest.mark.parametrize("axes", range(3, 9))
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("qapp")
def test_labels_stand_inside_by_the_metrics_of_the_font(axes: int, size: tuple[int, int]) -> None:
    theme = Theme(LIGHT)

    def measure(text: str, pixels: float) -> float:
        font = theme.font(Type.BODY)
        font.setPixelSize(max(1, round(pixels)))
        return QFontMetricsF(font).horizontalAdvance(text)

    style = RadarStyle(measure, theme.pixels(Type.BODY) * 0.95)
    labels = [s for s in radar_shapes(make_radar(axes), size, style) if isinstance(s, Label)]
    drawing = QRectF(0, 0, *size)
    assert {word for label in labels for word in label.text.split()} >= {
        word for name in NAMES[:axes] for word in name.split()
    }
    for label in labels:
        # Rounding to whole pixels and hinting may add one.
        assert drawing.adjusted(-1, -1, 1, 1).contains(label_box(label, theme)), label


@pytest.mark.parametrize("size", SIZES)
def test_the_widget_paints_at_any_size(qtbot: QtBot, appearance: Appearance, size: tuple[int, int]) -> None:
    view = RadarView(appearance)
    qtbot.addWidget(view)
    view.set_radar(make_radar(4), "Radar")
    view.resize(*size)
    view.show()
    qtbot.waitExposed(view)
    picture = view.grab().toImage()
    assert any(picture.pixelColor(x, y) == QColor(LIGHT.text) for x in range(size[0]) for y in range(size[1]))


def test_the_least_size_is_one_that_shows_everything(appearance: Appearance) -> None:
    hint = RadarView(appearance).minimumSizeHint()
    assert (hint.width(), hint.height()) == (320, 240)


@pytest.mark.parametrize("axes", range(3, 9))
def test_the_values_are_told_in_words(qtbot: QtBot, appearance: Appearance, axes: int) -> None:
    radar = make_radar(axes, weak=True)
    words = describe_radar(radar)
    assert [part.partition(": ")[0] for part in words.split("; ")] == list(NAMES[:axes])
    assert all(axis.note in words for axis in radar.axes)
    view = RadarView(appearance)
    qtbot.addWidget(view)
    view.set_radar(radar, "Radar chart of a test")
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "Radar chart of a test"
    assert interface.text(QAccessible.Text.Description) == words


def test_a_view_without_a_radar_paints_nothing(qtbot: QtBot, appearance: Appearance) -> None:
    view = RadarView(appearance)
    qtbot.addWidget(view)
    view.set_radar(None, "Nothing yet")
    view.resize(240, 200)
    picture = view.grab().toImage()
    assert len({picture.pixel(x, y) for x in range(240) for y in range(200)}) == 1


def test_the_view_follows_the_theme(qtbot: QtBot, appearance: Appearance) -> None:
    view = RadarView(appearance)
    qtbot.addWidget(view)
    view.set_radar(make_radar(4), "Radar")
    view.resize(480, 400)
    hint = view.sizeHint()
    appearance.set_scheme(Scheme.DARK)
    appearance.set_scale(200)
    settle()
    picture = view.grab().toImage()
    assert any(picture.pixelColor(x, y) == QColor(DARK.text) for x in range(480) for y in range(400))
    assert view.sizeHint().width() == 2 * hint.width()


@pytest.mark.usefixtures("qapp")
def test_the_png_stands_on_the_surface_of_its_theme() -> None:
    for colours in (LIGHT, DARK):
        picture = QImage.fromData(radar_png(make_radar(5), Theme(colours), width=400, height=300, ratio=2))
        assert (picture.width(), picture.height()) == (800, 600)
        assert picture.pixelColor(0, 0).name() == colours.surface
