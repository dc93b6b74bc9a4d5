"""What an axis of the radar says, in one line."""

from PySide6.QtCore import QCoreApplication

from quizapp.core.measure import CompetencyMeasure
from quizapp.core.radar import RadarAxis
from quizapp.core.readiness import percent
from quizapp.core.score import ScoreReport
from quizapp.ui.formatting import format_interval
from quizapp.ui.measure_wording import label_text, reason_text

translate = QCoreApplication.translate


def axis_text(axis: RadarAxis, verdict: str = "") -> str:
    """All numbers of an axis; ``verdict`` is the label with its reason, where somebody knows one."""
    parts = [_value_text(axis)]
    if axis.interval:
        parts.append(translate("Radar", "90 % interval {interval}").format(interval=format_interval(axis.interval)))
    if axis.answers:
        parts.append(translate("Radar", "{count} answers").format(count=axis.answers))
    if axis.target is not None:
        parts.append(translate("Radar", "target {target}").format(target=percent(axis.target)))
    if axis.earlier is not None:
        parts.append(translate("Radar", "earlier {level}").format(level=percent(axis.earlier)))
    text = f"{axis.label}: {', '.join(parts)}."
    return f"{text} {verdict}." if verdict and not axis.weak else text


def verdict_texts(report: ScoreReport | None) -> dict[str, str]:
    """Label and reason of each competency that was measured, by the words beside its axis."""
    if report is None:
        return {}
    return {score.short_title: _verdict_text(score.measure) for score in report.competencies}


def _verdict_text(measure: CompetencyMeasure) -> str:
    return ": ".join(part for part in (label_text(measure), reason_text(measure)) if part)


def _value_text(axis: RadarAxis) -> str:
    if axis.value is None:
        return translate("Radar", "no answers")
    if axis.weak:
        # The note has the counts, of which no share is made.
        return translate("Radar", "{counts} right, too few new answers for a level").format(counts=axis.note)
    return translate("Radar", "expected level {level}").format(level=percent(axis.value))
