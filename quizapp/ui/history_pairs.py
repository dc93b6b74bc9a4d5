"""Which attempts can stand beside each other, and where they can't, why."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from quizapp.storage.summary import AttemptSummary

translate = QCoreApplication.translate


def assessments(attempts: Iterable[AttemptSummary]) -> tuple[AttemptSummary, ...]:
    """The finished assessments: practice shows right and wrong at once and asks what is due, so it measures nothing."""
    return tuple(attempt for attempt in attempts if attempt.is_finished and not attempt.method.is_practice)


def pair_problem(chosen: Sequence[AttemptSummary]) -> str:
    """Why the chosen attempts can't be compared, and what to do; nothing where they can."""
    if len(chosen) != 2:
        return translate("History", "Select two to compare them: Ctrl+click, or Shift+↓ for neighbours.")
    one, other = chosen
    if len(assessments(chosen)) < 2:
        return translate("History", "Only finished assessments can be compared: select two of these.")
    if one.framework_id != other.framework_id:
        return translate("History", "These two are of different roles: select two of the same.")
    if set(one.competencies).isdisjoint(other.competencies):
        return translate("History", "These two have no competency in common: select two that have.")
    if one.started_at == other.started_at:
        return translate("History", "These two began at the same moment: neither is the later one.")
    return ""


def earlier_of(later: AttemptSummary, attempts: Iterable[AttemptSummary]) -> tuple[AttemptSummary, ...]:
    """The assessments of the same role that began before another one and share a competency, in their order."""
    asked = set(later.competencies)
    return tuple(
        attempt
        for attempt in assessments(attempts)
        if attempt.framework_id == later.framework_id
        and attempt.started_at < later.started_at
        and not asked.isdisjoint(attempt.competencies)
    )
