"""The radar of a score: every competency of the framework, also those that were not asked about."""

from dataclasses import replace

from quizapp.core.framework import Competency, Framework
from quizapp.core.measure import cut_of
from quizapp.core.radar import MAX_AXES, MIN_AXES, Radar, RadarAxis
from quizapp.core.score import CompetencyScore, ScoreReport


def build_radar(framework: Framework, report: ScoreReport, earlier: ScoreReport | None = None) -> Radar | None:
    """One axis a competency; None of practice, and where the framework has too few or too many (a table serves).

    ``earlier`` is the report of another attempt, whose domain scores are drawn beside these.
    """
    if report.is_practice or not MIN_AXES <= len(framework.competencies) <= MAX_AXES:
        return None
    scores = {score.slug: score for score in report.competencies}
    before = {score.slug: score.measure.level for score in earlier.competencies} if earlier else {}
    axes = (_axis(framework, competency, scores.get(competency.slug)) for competency in framework.competencies)
    slugs = (competency.slug for competency in framework.competencies)
    return Radar(tuple(replace(axis, earlier=before.get(slug)) for slug, axis in zip(slugs, axes, strict=True)))


def percent(share: float) -> str:
    """A share as a whole per cent, for people; only all and nothing are 100 and 0."""
    whole = round(share * 100)
    return f"{min(99, max(1, whole)) if 0 < share < 1 else whole} %"


def _axis(framework: Framework, competency: Competency, score: CompetencyScore | None) -> RadarAxis:
    """The domain score with its interval, or the raw share of what is no measure yet."""
    blank = RadarAxis(competency.short_title, note="–", target=cut_of(framework, competency).share, weak=True)
    if score is None or score.tally.share is None:
        return blank
    measure = score.measure
    if measure.level is None:
        return replace(blank, value=score.tally.share, note=_counts(score))
    note = f"{percent(measure.level)} · {measure.answers} answers"
    return replace(blank, value=measure.level, note=note, interval=measure.band, weak=False, answers=measure.answers)


def _counts(score: CompetencyScore) -> str:
    """Right of scored; and how many of these enter the measure, where not all do."""
    counts = f"{score.tally.right}/{score.tally.scored}"
    return f"{counts} · {score.measure.answers} new" if score.measure.seen.count else counts
