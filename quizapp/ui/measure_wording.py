"""What a measure says, for the screens: the words of ``core.measure.words``, to be translated."""

from PySide6.QtCore import QCoreApplication

from quizapp.core.measure import Change, CompetencyMeasure, Label, answers_needed, chance_words

translate = QCoreApplication.translate


def label_text(measure: CompetencyMeasure) -> str:
    """The label, or that there are too few answers for one."""
    match measure.label:
        case Label.READY:
            return translate("Measure", "Ready")
        case Label.NOT_YET:
            return translate("Measure", "Not yet")
        case Label.UNDECIDED:
            return translate("Measure", "Undecided")
        case None:
            return translate("Measure", "Too few answers")


def reason_text(measure: CompetencyMeasure) -> str:
    """What stands beside the label: the chance of being ready, and how many answers there are where more are needed."""
    parts = []
    if measure.readiness is not None:
        parts.append(translate("Measure", "chance {chance}").format(chance=chance_words(measure.readiness)))
    if needed := answers_needed(measure):
        text = translate("Measure", "{count} of {needed} needed")
        parts.append(text.format(count=measure.answers, needed=needed))
    return ", ".join(parts)


def change_text(change: Change) -> str:
    """What a comparison of two attempts says."""
    match change:
        case Change.IMPROVED:
            return translate("Measure", "Improved")
        case Change.DECLINED:
            return translate("Measure", "Declined")
        case Change.WITHIN_NOISE:
            return translate("Measure", "Within noise")
        case Change.TOO_FEW:
            return translate("Measure", "Too few answers")


def signed_points(difference: float) -> str:
    """A difference of two shares in points of 100, with its sign."""
    points = round(difference * 100)
    return f"{points:+d}".replace("-", "−") if points else "±0"


def points_text(share: float) -> str:
    """A share as points of 100, in words."""
    points = round(share * 100)
    return translate("Measure", "1 point") if points == 1 else translate("Measure", "{n} points").format(n=points)
