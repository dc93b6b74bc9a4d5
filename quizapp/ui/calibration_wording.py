"""What a calibration says, for the screens: the words of ``core.calibration_words``, to be translated."""

from PySide6.QtCore import QCoreApplication

from quizapp.core.calibration import MINIMUM_RATED, Calibration, CalibrationPoint, CalibrationVerdict
from quizapp.core.calibration_words import signed_points
from quizapp.core.readiness import percent
from quizapp.ui.formatting import format_interval

translate = QCoreApplication.translate


def confidence_text(confidence: float) -> str:
    """The word beside one of ``CONFIDENCES``."""
    words = {
        0.25: translate("Calibration", "guess"),
        0.5: translate("Calibration", "unsure"),
        0.75: translate("Calibration", "fairly sure"),
        0.95: translate("Calibration", "certain"),
    }
    return words[confidence]


def rating_text(confidence: float) -> str:
    """Number and word of one of ``CONFIDENCES``."""
    text = translate("Calibration", "{percent} · {word}")
    return text.format(percent=percent(confidence), word=confidence_text(confidence))


def sure_text(confidence: float) -> str:
    return translate("Calibration", "{percent} sure").format(percent=percent(confidence))


def verdict_text(verdict: CalibrationVerdict) -> str:
    words = {
        CalibrationVerdict.OVERCONFIDENT: translate("Calibration", "overconfident"),
        CalibrationVerdict.UNDERCONFIDENT: translate("Calibration", "underconfident"),
        CalibrationVerdict.WITHIN_CHANCE: translate("Calibration", "within what chance explains"),
        CalibrationVerdict.TOO_FEW: translate("Calibration", "too few answers"),
    }
    return words[verdict]


def headline_text(calibration: Calibration) -> str:
    """The signed gap and what it says."""
    if calibration.gap is None:
        text = translate("Calibration", "Too few rated answers to say: {count} of {needed} needed")
        return text.format(count=calibration.count, needed=MINIMUM_RATED)
    points, verdict = signed_points(calibration.gap), verdict_text(calibration.verdict)
    if points[1:] == "1":
        return translate("Calibration", "Gap {points} point: {verdict}").format(points=points, verdict=verdict)
    return translate("Calibration", "Gap {points} points: {verdict}").format(points=points, verdict=verdict)


def detail_text(calibration: Calibration) -> str:
    """What the gap is made of, with its interval; the count alone with too few answers."""
    counts = {"right": calibration.right, "count": calibration.count}
    if calibration.interval is None:
        return translate("Calibration", "{right} of {count} rated answers right.").format(**counts)
    low, high = (signed_points(end) for end in calibration.interval)
    text = translate(
        "Calibration",
        "{sure} sure on average, {share} right, in {count} rated answers. "
        "90 % interval of the gap: {low} to {high} points.",
    )
    sure, share = percent(calibration.mean_confidence), percent(calibration.share)
    return text.format(sure=sure, share=share, count=calibration.count, low=low, high=high)


def header_texts() -> tuple[str, ...]:
    """The heads of the table's columns."""
    return (
        translate("Calibration", "How sure"),
        translate("Calibration", "Right"),
        translate("Calibration", "Share right"),
        translate("Calibration", "90 % interval"),
        translate("Calibration", "If calibrated"),
    )


def point_texts(point: CalibrationPoint) -> tuple[str, ...]:
    """A row of the table."""
    counts = count_template().format(right=point.right, count=point.count)
    return rating_text(point.confidence), counts, percent(point.share), format_interval(point.interval), expected(point)


def plot_text(calibration: Calibration) -> str:
    """What the plot shows, for those who do not see it."""
    text = translate("Calibration", "{percent} sure: {right} of {count} right, {expected} if calibrated")
    points = (
        text.format(percent=percent(point.confidence), right=point.right, count=point.count, expected=expected(point))
        for point in calibration.points
    )
    return translate("Calibration", "Calibration plot. {points}.").format(points="; ".join(points))


def expected(point: CalibrationPoint) -> str:
    """How many a calibrated person would have right."""
    low, high = point.expected
    return translate("Calibration", "{low}–{high} of {count}").format(low=low, high=high, count=point.count)


def count_template() -> str:
    """The counts in the plot and the table, with ``{right}`` and ``{count}`` in them."""
    return translate("Calibration", "{right} of {count}")


def reading_text() -> str:
    """How to read the plot."""
    return translate(
        "Calibration",
        "The closer the marks lie to the dashed line, the better you know what you know; of someone who knows it "
        "exactly, each mark would lie in its shaded area nine times in ten or more. None of this enters the score.",
    )
