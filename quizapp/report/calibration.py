"""The calibration of an attempt as data for the template and for the result file."""

from quizapp.core.calibration import CONFIDENT, Calibration, CalibrationPoint, calibrate_sessions, confident_errors
from quizapp.core.calibration_shapes import CalibrationStyle, calibration_shapes
from quizapp.core.calibration_words import (
    ACROSS,
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
from quizapp.report.blocks import Data
from quizapp.report.glyphs import text_width
from quizapp.report.svg import chart_svg

PLOT_SIZE = (453.0, 210.0)
"""Width and height in points: as wide as the text, so that the type of the plot has the size it says."""

PLOT_TYPE = 8.2


def calibration_section(session: QuizSession) -> Data | None:
    """What the report shows of the confidence stated; None where none was."""
    calibration = calibrate_sessions([session])
    if calibration is None:
        return None
    return {
        "title": TITLE,
        "headline": headline_words(calibration),
        "detail": detail_words(calibration),
        "svg": calibration_svg(calibration),
        "words": plot_words(calibration),
        "legend": list(LEGEND),
        "header": list(HEADER),
        "rows": [list(point_cells(point)) for point in calibration.points],
        "reading": READING,
        "errors": _errors_words(session),
    }


def calibration_svg(calibration: Calibration) -> str:
    """The plot as an SVG document."""
    style = CalibrationStyle(text_width, ACROSS, UPWARDS, COUNT, PLOT_TYPE)
    shapes = calibration_shapes(calibration, PLOT_SIZE, style)
    return chart_svg("calibration", (TITLE, plot_words(calibration)), shapes, PLOT_SIZE)


def calibration_data(session: QuizSession) -> Data | None:
    """The calibration for the result file (docs/result-format.md); None where no answer was rated."""
    calibration = calibrate_sessions([session])
    if calibration is None:
        return None
    return {
        "rated": calibration.count,
        "right": calibration.right,
        "mean_confidence": calibration.mean_confidence,
        "share": calibration.share,
        "gap": calibration.gap,
        "interval": list(calibration.interval) if calibration.interval else None,
        "verdict": str(calibration.verdict),
        "points": [_point(point) for point in calibration.points],
        "confident_errors": [position + 1 for position in confident_errors(session)],
    }


def _point(point: CalibrationPoint) -> Data:
    return {
        "confidence": point.confidence,
        "count": point.count,
        "right": point.right,
        "share": point.share,
        "interval": list(point.interval),
        "expected": list(point.expected),
    }


def _errors_words(session: QuizSession) -> str:
    """The questions that one was sure of and had not right, most confident first."""
    numbers = [str(position + 1) for position in confident_errors(session)]
    if not numbers:
        return ""
    noun = "question" if len(numbers) == 1 else "questions"
    return f"Not right though you were {percent(CONFIDENT)} sure or more: {noun} {', '.join(numbers)}."
