"""The calibration on screen: card, PDF and JSON say the same, and those who don't see the plot are told it."""

import json

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel, QTableWidget

from quizapp.core.calibration import CONFIDENCES, Calibration, CalibrationPoint, calibrate_sessions
from quizapp.core.calibration_words import (
    ACROSS,
    CONFIDENCE_WORDS,
    COUNT,
    HEADER,
    LEGEND,
    READING,
    TITLE,
    UPWARDS,
    detail_words,
    headline_words,
    plot_words,
    point_cells,
)
from quizapp.core.readiness import percent
from quizapp.core.session import QuizSession
from quizapp.report.pdf import render_pdf
from quizapp.report.result import render_json
from quizapp.ui import calibration_wording as wording
from quizapp.ui.pages.results_page import ResultsPage
from quizapp.ui.theme.colours import LIGHT
from quizapp.ui.theme.theme import Appearance, Theme
from quizapp.ui.widgets.calibration_card import CalibrationCard, CalibrationTable, legend_entries
from quizapp.ui.widgets.calibration_view import CalibrationView, paint_calibration, plot_style
from tests.core.rated import rated_session
from tests.report.conftest import CREATED
from tests.report.pdf_reading import read_pdf, squeezed, whole_text
from tests.ui.qt_tools import settle

CASES = (
    Calibration((CalibrationPoint(0.95, 20, 12),)),
    Calibration((CalibrationPoint(0.25, 20, 12), CalibrationPoint(0.5, 1, 1))),
    Calibration((CalibrationPoint(0.75, 50, 37),)),
    Calibration((CalibrationPoint(0.75, 20, 14), CalibrationPoint(0.95, 3, 3))),
    Calibration((CalibrationPoint(0.5, 4, 2),)),
)


def overconfident() -> QuizSession:
    """40 answers, every fourth not rated, one not known."""
    right = [n % 3 == 0 for n in range(39)]
    return rated_session([*right, None], [None if n % 4 == 3 else CONFIDENCES[1 + n % 3] for n in range(40)])


def few() -> QuizSession:
    return rated_session([True, False, True, True, True], [0.75, 0.95, 0.5, 0.75, 0.95])


def cells(table: QTableWidget, row: int) -> list[str]:
    items = [table.item(row, column) for column in range(table.columnCount())]
    return [item.text().replace("\u00a0", " ") if item else "" for item in items]


@pytest.mark.parametrize("session", [overconfident(), few()], ids=["overconfident", "few"])
def test_the_same_numbers_stand_on_screen_in_pdf_and_json(session: QuizSession, appearance: Appearance) -> None:
    data = json.loads(render_json(session, created=CREATED, app_version="1"))["calibration"]
    text = whole_text(read_pdf(render_pdf(session, created=CREATED, app_version="1")))
    found = calibrate_sessions([session])
    assert found is not None
    card = CalibrationCard(found, appearance)
    labels = [label.text() for label in card.findChildren(QLabel)]
    assert [data["gap"], data["verdict"], data["rated"]] == [found.gap, str(found.verdict), found.count]
    assert data["interval"] == (list(found.interval) if found.interval else None)
    for words in (headline_words(found), detail_words(found), READING, TITLE):
        assert words in labels
        assert squeezed(words) in text
    if data["gap"] is not None:
        assert f"{percent(data['mean_confidence'])} sure on average, {percent(data['share'])} right" in labels[2]
        assert f"Gap +{round(100 * data['gap'])} points" in labels[1]
    (table,) = card.findChildren(CalibrationTable)
    assert table.rowCount() == len(data["points"]) == len(found.points)
    for row, point in enumerate(data["points"]):
        low, high = (f"{100 * share:.0f}" for share in point["interval"])
        expected = [
            f"{percent(point['confidence'])} · {CONFIDENCE_WORDS[point['confidence']]}",
            f"{point['right']} of {point['count']}",
            percent(point["share"]),
            f"{low}–{high} %",
            f"{point['expected'][0]}–{point['expected'][1]} of {point['count']}",
        ]
        assert cells(table, row) == expected
        assert squeezed("".join(expected)) in text
    numbers = ", ".join(map(str, data["confident_errors"]))
    assert squeezed(f"75 % sure or more: question{'s' * (len(data['confident_errors']) > 1)} {numbers}.") in text


@pytest.mark.parametrize("calibration", CASES)
@pytest.mark.usefixtures("qapp")
def test_screen_and_report_use_the_same_words(calibration: Calibration) -> None:
    assert wording.headline_text(calibration) == headline_words(calibration)
    assert wording.detail_text(calibration) == detail_words(calibration)
    assert wording.plot_text(calibration) == plot_words(calibration)
    assert wording.reading_text() == READING
    assert wording.header_texts() == HEADER
    assert wording.count_template() == COUNT
    assert tuple(text for _, text in legend_entries()) == LEGEND
    for point in calibration.points:
        assert wording.point_texts(point) == point_cells(point)


def test_the_plot_is_told_to_screen_readers(appearance: Appearance) -> None:
    view = CalibrationView(CASES[3], appearance)
    told = QAccessible.queryAccessibleInterface(view)
    assert told.text(QAccessible.Text.Name) == "Calibration plot"
    assert told.text(QAccessible.Text.Description) == plot_words(CASES[3])


def test_results_without_ratings_have_no_card(appearance: Appearance) -> None:
    page = ResultsPage(appearance)
    page.show_session(rated_session([True] * 6, [None] * 6))
    assert page.findChildren(CalibrationCard) == []
    page.show_session(few())
    settle()
    assert len(page.findChildren(CalibrationCard)) == 1


@pytest.mark.parametrize("scale", [80, 100, 200])
@pytest.mark.parametrize("size", [(280, 320), (560, 320), (1000, 640)])
@pytest.mark.usefixtures("qapp")
def test_nothing_is_painted_outside_of_the_plot(size: tuple[int, int], scale: int) -> None:
    margin, ground = 60, QColor("#ff00ff")
    sheet = QImage(size[0] + 2 * margin, size[1] + 2 * margin, QImage.Format.Format_RGB32)
    sheet.fill(ground)
    painter = QPainter(sheet)
    painter.translate(margin, margin)
    points = tuple(CalibrationPoint(confidence, 40, 40 * (number % 2)) for number, confidence in enumerate(CONFIDENCES))
    paint_calibration(painter, Calibration(points), size, Theme(LIGHT, scale))
    painter.end()
    inside = QRect(margin, margin, *size)
    assert any(sheet.pixelColor(x, margin + size[1] // 2) != ground for x in range(inside.left(), inside.right()))
    for strip in (
        QRect(0, 0, sheet.width(), margin),
        QRect(0, margin + size[1], sheet.width(), margin),
        QRect(0, 0, margin, sheet.height()),
        QRect(margin + size[0], 0, margin, sheet.height()),
    ):
        part = sheet.copy(strip)
        blank = QImage(part.size(), QImage.Format.Format_RGB32)
        blank.fill(ground)
        assert part == blank


@pytest.mark.usefixtures("qapp")
def test_the_directions_are_named_alike_on_screen_and_in_the_report() -> None:
    style = plot_style(Theme(LIGHT))
    assert (style.across, style.upwards, style.count) == (ACROSS, UPWARDS, COUNT)
