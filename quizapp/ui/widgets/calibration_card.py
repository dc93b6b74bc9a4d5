"""How well someone knows what they know: the gap, the plot, the table, and how to read them."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QBoxLayout

from quizapp.core.calibration import Calibration, calibrate_sessions
from quizapp.core.session import QuizSession
from quizapp.core.shapes import Paint
from quizapp.ui.calibration_wording import detail_text, header_texts, headline_text, point_texts, reading_text
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Card, build_label
from quizapp.ui.widgets.calibration_view import CalibrationView
from quizapp.ui.widgets.fact_table import FactTable
from quizapp.ui.widgets.legend import ChartLegend

translate = QCoreApplication.translate


class CalibrationCard(Card):
    """For the results of an attempt, or of several together."""

    def __init__(self, calibration: Calibration, appearance: Appearance) -> None:
        super().__init__()
        self.body.addWidget(build_label(translate("CalibrationCard", "How well you know what you know"), Type.TITLE))
        self.body.addWidget(build_label(headline_text(calibration), Type.LEAD))
        self.body.addWidget(build_label(detail_text(calibration), "muted"))
        self.body.addSpacing(8)
        self.body.addWidget(CalibrationView(calibration, appearance))
        self.body.addWidget(ChartLegend(appearance, legend_entries()))
        self.body.addSpacing(8)
        self.body.addWidget(CalibrationTable(calibration, appearance))
        self.body.addWidget(build_label(reading_text(), "muted"))


class CalibrationTable(FactTable):
    """A row for each confidence that was stated."""

    def __init__(self, calibration: Calibration, appearance: Appearance) -> None:
        super().__init__(header_texts(), [point_texts(point) for point in calibration.points], appearance)
        self.setAccessibleName(translate("CalibrationCard", "Right answers by confidence"))


def add_calibration(body: QBoxLayout, session: QuizSession, appearance: Appearance) -> None:
    """Add the card of an attempt to a page, where there are rated answers."""
    calibration = calibrate_sessions([session])
    if calibration:
        body.addWidget(CalibrationCard(calibration, appearance))


def legend_entries() -> tuple[tuple[Paint, str], ...]:
    """The paints of the plot, with their meaning."""
    return (
        (Paint.VALUE, translate("CalibrationCard", "Share right with its 90 % interval")),
        (Paint.BAND, translate("CalibrationCard", "Nine in ten calibrated people")),
        (Paint.TARGET, translate("CalibrationCard", "As right as sure")),
    )
