"""The radar of a score: every competency of the framework, also those that were not asked about."""

from quizapp.core.framework import Framework
from quizapp.core.radar import MAX_AXES, MIN_AXES, Radar, RadarAxis
from quizapp.core.score import CompetencyScore, ScoreReport


def build_radar(framework: Framework, report: ScoreReport) -> Radar | None:
    """One axis a competency; None where the framework has too few or too many for a radar (a table serves)."""
    if not MIN_AXES <= len(framework.competencies) <= MAX_AXES:
        return None
    scores = {score.slug: score for score in report.competencies}
    axes = tuple(_axis(c.short_title, scores.get(c.slug), framework.readiness_cut) for c in framework.competencies)
    return Radar(axes)


def percent(share: float) -> str:
    """A share as a whole per cent, for people; only all and nothing are 100 and 0."""
    whole = round(share * 100)
    return f"{min(99, max(1, whole)) if 0 < share < 1 else whole} %"


def _axis(label: str, score: CompetencyScore | None, target: float) -> RadarAxis:
    share = score.tally.share if score else None
    if score is None or share is None:
        return RadarAxis(label, note="–", target=target, weak=True)
    tally = score.tally
    counts = f"{tally.right}/{tally.scored}"
    note = f"{percent(share)} · {counts}" if tally.is_enough else counts
    return RadarAxis(label, share, note, tally.interval, target, weak=not tally.is_enough)
