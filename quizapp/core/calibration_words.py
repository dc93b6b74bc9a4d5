"""What a calibration says, in words: those of the report, and the model for the screens."""

from collections.abc import Mapping
from types import MappingProxyType

from quizapp.core.calibration import MINIMUM_RATED, Calibration, CalibrationPoint, CalibrationVerdict
from quizapp.core.readiness import percent

CONFIDENCE_WORDS: Mapping[float, str] = MappingProxyType(
    {0.25: "guess", 0.5: "unsure", 0.75: "fairly sure", 0.95: "certain"}
)
"""What stands beside the numbers of ``CONFIDENCES``."""

VERDICT_WORDS: Mapping[CalibrationVerdict, str] = MappingProxyType(
    {
        CalibrationVerdict.OVERCONFIDENT: "overconfident",
        CalibrationVerdict.UNDERCONFIDENT: "underconfident",
        CalibrationVerdict.WITHIN_CHANCE: "within what chance explains",
    }
)

TITLE = "How well you know what you know"
ACROSS, UPWARDS, COUNT = "How sure you were", "Share right", "{right} of {count}"
HEADER = ("How sure", "Right", "Share right", "90 % interval", "If calibrated")
LEGEND = ("Share right with its 90 % interval", "Nine in ten calibrated people", "As right as sure")
READING = (
    "The closer the marks lie to the dashed line, the better you know what you know; of someone who knows it exactly, "
    "each mark would lie in its shaded area nine times in ten or more. None of this enters the score."
)


def headline_words(calibration: Calibration) -> str:
    """The signed gap and what it says: ``Gap +17 points: overconfident``."""
    if calibration.gap is None:
        return f"Too few rated answers to say: {calibration.count} of {MINIMUM_RATED} needed"
    points = signed_points(calibration.gap)
    return f"Gap {points} {'point' if points[1:] == '1' else 'points'}: {VERDICT_WORDS[calibration.verdict]}"


def detail_words(calibration: Calibration) -> str:
    """What the gap is made of, with its interval; the count alone with too few answers."""
    if calibration.interval is None:
        return f"{calibration.right} of {calibration.count} rated answers right."
    low, high = (signed_points(end) for end in calibration.interval)
    return (
        f"{percent(calibration.mean_confidence)} sure on average, {percent(calibration.share)} right, "
        f"in {calibration.count} rated answers. 90 % interval of the gap: {low} to {high} points."
    )


def point_cells(point: CalibrationPoint) -> tuple[str, str, str, str, str]:
    """A row of the table, under ``HEADER``."""
    low, high = point.interval
    return (
        f"{percent(point.confidence)} · {CONFIDENCE_WORDS[point.confidence]}",
        COUNT.format(right=point.right, count=point.count),
        percent(point.share),
        f"{low * 100:.0f}–{high * 100:.0f} %",
        expected_words(point),
    )


def plot_words(calibration: Calibration) -> str:
    """What the plot shows, for those who do not see it."""
    points = (
        f"{percent(point.confidence)} sure: {point.right} of {point.count} right, {expected_words(point)} if calibrated"
        for point in calibration.points
    )
    return f"Calibration plot. {'; '.join(points)}."


def expected_words(point: CalibrationPoint) -> str:
    """How many someone calibrated would have right: ``2–5 of 5``."""
    low, high = point.expected
    return f"{low}–{high} of {point.count}"


def sure_words(confidence: float) -> str:
    """``95 % sure``."""
    return f"{percent(confidence)} sure"


def signed_points(difference: float) -> str:
    """A difference of shares in whole points with its sign, ``+17`` or ``−4``; only none at all is 0."""
    if difference == 0:
        return "0"
    points = max(1, round(abs(difference) * 100))
    return f"{'+' if difference > 0 else '−'}{points}"
