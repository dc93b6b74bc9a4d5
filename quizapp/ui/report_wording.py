"""What a report says in sentences, for the screens: of one attempt, or of the standing profile."""

from collections import Counter

from PySide6.QtCore import QCoreApplication

from quizapp.core.measure import CompetencyMeasure, Label, answers_to_decide
from quizapp.core.score import CompetencyScore, ScoreReport
from quizapp.ui.measure_wording import label_text, points_text, reason_text

translate = QCoreApplication.translate


def headline(report: ScoreReport) -> str:
    """One sentence that says where the person stands, and claims no more than the answers show."""
    if not report.total.scored:
        return translate("Measure", "Nothing was answered, so there is nothing to say yet")
    if report.is_practice:
        text = translate("Measure", "Practice: {right} of {scored} right")
        return text.format(right=report.total.right, scored=report.total.scored)
    if len(report.competencies) == 1:
        return _one_headline(report.competencies[0])
    if all(score.measure.label is None for score in report.competencies):
        return _undecided_headline(report)
    return _counted_headline(report)


def verdict_entries(report: ScoreReport) -> tuple[tuple[Label | None, str, str], ...]:
    """Each label that was given, its words, and the competencies that have it with what more it would take.

    Nothing of practice, which says nothing about readiness.
    """
    if report.is_practice:
        return ()
    found = []
    for label in (Label.READY, Label.NOT_YET, Label.UNDECIDED, None):
        mine = [score for score in report.competencies if score.measure.label is label]
        if mine:
            found.append((label, label_text(mine[0].measure), ", ".join(_name_with_outlook(score) for score in mine)))
    return tuple(found)


def seen_entries(report: ScoreReport) -> tuple[str, ...]:
    """A sentence for each competency in which questions seen before were answered; of practice there is none to say."""
    if report.is_practice:
        return ()
    return tuple(_seen_text(score) for score in report.competencies if score.measure.seen.count)


def _undecided_headline(report: ScoreReport) -> str:
    if any(score.measure.seen.count for score in report.competencies):
        return translate("Measure", "Too few answers to new questions to say whether you are ready")
    return translate("Measure", "A first look: too few answers to say whether you are ready")


def _one_headline(score: CompetencyScore) -> str:
    match score.measure.label:
        case Label.READY:
            text = translate("Measure", "Ready in {name}")
        case Label.NOT_YET:
            text = translate("Measure", "Not yet ready in {name}")
        case Label.UNDECIDED:
            text = translate("Measure", "Undecided in {name}")
        case None:
            text = translate("Measure", "Too few answers to say whether you are ready in {name}")
    return text.format(name=score.short_title)


def _counted_headline(report: ScoreReport) -> str:
    labels = Counter(score.measure.label for score in report.competencies)
    texts = (
        (labels[Label.READY], translate("Measure", "ready in {n}")),
        (labels[Label.NOT_YET], translate("Measure", "not yet in {n}")),
        (labels[Label.UNDECIDED], translate("Measure", "undecided in {n}")),
        (labels[None], translate("Measure", "too few answers in {n}")),
    )
    parts = ", ".join(text.format(n=count) for count, text in texts if count)
    return translate("Measure", "Of {n} competencies: {parts}").format(n=len(report.competencies), parts=parts)


def _name_with_outlook(score: CompetencyScore) -> str:
    """A competency's name, and what it would take to say more where that can be told."""
    note = _outlook_text(score.measure)
    if not note:
        return score.short_title
    return translate("Measure", "{name} ({note})").format(name=score.short_title, note=note)


def _outlook_text(measure: CompetencyMeasure) -> str:
    if measure.label is None:
        return reason_text(measure)
    more = answers_to_decide(measure)
    if more is None:
        return translate("Measure", "too near the target to tell")
    return translate("Measure", "about {n} more answers").format(n=more) if more else ""


def _seen_text(score: CompetencyScore) -> str:
    seen, gain = score.measure.seen, score.measure.seen_gain
    if gain is None:
        text = translate("Measure", "{name}: {n} of {scored} answers.")
    elif round(gain * 100) == 0:
        text = translate("Measure", "{name}: {n} of {scored} answers, which went as your other answers suggest.")
    elif gain > 0:
        text = translate("Measure", "{name}: {n} of {scored} answers, {points} better than your other answers suggest.")
    else:
        text = translate("Measure", "{name}: {n} of {scored} answers, {points} worse than your other answers suggest.")
    points = points_text(abs(gain or 0.0))
    return text.format(name=score.short_title, n=seen.count, scored=score.tally.scored, points=points)
