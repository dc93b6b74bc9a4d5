"""What the map of topics says of a topic."""

from PySide6.QtCore import QCoreApplication

from quizapp.core.readiness import percent
from quizapp.core.score import Tally

translate = QCoreApplication.translate

ENOUGH = 3
"""Answers from which a topic has a colour: of one or two, a share says nothing."""


def cell_text(tally: Tally | None) -> str:
    """What stands in a cell under its topic; None stands for a topic that was not asked about."""
    if tally is None or not tally.asked:
        return "–"
    if not tally.scored:
        return translate("TopicMap", "not reached")
    counts = translate("TopicMap", "{right} of {scored}").format(right=tally.right, scored=tally.scored)
    return counts if tally.scored >= ENOUGH else translate("TopicMap", "few: {counts}").format(counts=counts)


def numbers_text(title: str, tally: Tally | None) -> str:
    """A topic with all that is known of it, in one line."""
    return translate("TopicMap", "{title}: {numbers}").format(title=title, numbers=_numbers(tally))


def _numbers(tally: Tally | None) -> str:
    if tally is None or not tally.asked:
        return translate("TopicMap", "not asked about")
    if not tally.scored or tally.share is None:
        return translate("TopicMap", "{count} asked, none reached").format(count=tally.asked)
    counts = translate("TopicMap", "{right} of {scored} right").format(right=tally.right, scored=tally.scored)
    if tally.scored < ENOUGH:
        return translate("TopicMap", "{counts}, too few answers for a share").format(counts=counts)
    return f"{counts}, {percent(tally.share)}"


def step_text(number: int, steps: int) -> str:
    """The bounds of a step of the scale, in per cent."""
    low, high = 100 * number // steps, 100 * (number + 1) // steps
    last = number == steps - 1
    text = translate("TopicMap", "{low}–{high} %") if last else translate("TopicMap", "{low} to under {high} %")
    return text.format(low=low, high=high)
