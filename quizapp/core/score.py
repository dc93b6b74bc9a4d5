"""What an attempt shows: the measure of each competency, and shares right per competency and topic."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from quizapp.core.framework import Competency
from quizapp.core.grading import grade_answer
from quizapp.core.measure import MINIMUM_ANSWERS, CompetencyMeasure, measure_session
from quizapp.core.session import QuizSession, is_scored

Z_90 = 1.6448536269514722
"""The 95th percentile of the standard normal distribution: two-sided 90 %."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over some questions. ``right`` had full credit; ``points`` adds partial scores up."""

    asked: int
    scored: int
    right: int
    points: float
    seconds: float = 0.0

    @property
    def share(self) -> float | None:
        """The share right in 0..1, or None where nothing was scored."""
        return self.right / self.scored if self.scored else None

    @property
    def is_enough(self) -> bool:
        """Whether there are answers enough for an interval."""
        return self.scored >= MINIMUM_ANSWERS

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 90 % Wilson interval of the share right, or None with too few answers."""
        return wilson_interval(self.right, self.scored) if self.is_enough else None


@dataclass(frozen=True, slots=True)
class TopicScore:
    slug: str
    title: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class CompetencyScore:
    """``measure`` is what the answers are worth; ``tally`` counts them, those to questions seen before included."""

    slug: str
    title: str
    short_title: str
    tally: Tally
    topics: tuple[TopicScore, ...]
    measure: CompetencyMeasure


@dataclass(frozen=True, slots=True)
class ScoreReport:
    """The competencies that were asked about, in the framework's order, and all of them together.

    The total is a count alone: competencies are measured independently, and their mean would measure nothing. Of
    practice there are counts alone, and nothing is claimed about readiness.
    """

    competencies: tuple[CompetencyScore, ...]
    total: Tally
    is_practice: bool = False


def score_session(session: QuizSession) -> ScoreReport:
    """Score an attempt as it stands; what was not reached is asked, but not scored."""
    positions = range(len(session.states))
    measures = {measure.slug: measure for measure in measure_session(session)}
    competencies = tuple(
        _score_competency(session, competency, measures[competency.slug])
        for competency in session.plan.framework.competencies
        if competency.slug in measures
    )
    return ScoreReport(competencies, _tally(session, positions), session.plan.method.is_practice)


def wilson_interval(right: int, count: int, z: float = Z_90) -> tuple[float, float]:
    """Wilson's score interval of a share, in 0..1 (Wilson 1927, doi:10.1080/01621459.1927.10502953, eq. 1).

    Raises ZeroDivisionError for ``count`` 0.
    """
    share = right / count
    centre = share + z * z / (2 * count)
    spread = z * sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    scale = 1 + z * z / count
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def _score_competency(session: QuizSession, competency: Competency, measure: CompetencyMeasure) -> CompetencyScore:
    items = session.plan.items
    positions = [p for p, item in enumerate(items) if item.question.competency == competency.slug]
    topics = tuple(
        TopicScore(topic.slug, topic.title, _tally(session, mine))
        for topic in competency.topics
        if (mine := [p for p in positions if items[p].question.topic == topic.slug])
    )
    return CompetencyScore(
        competency.slug, competency.title, competency.short_title, _tally(session, positions), topics, measure
    )


def _tally(session: QuizSession, positions: Iterable[int]) -> Tally:
    asked = list(positions)
    scored = [position for position in asked if is_scored(session.states[position])]
    grades = [grade_answer(session.plan.items[p].question, session.states[p].answer) for p in scored]
    answers = [answer for p in scored if (answer := session.states[p].answer)]
    return Tally(
        asked=len(asked),
        scored=len(scored),
        right=sum(grade.is_right for grade in grades),
        points=sum(grade.score for grade in grades),
        seconds=sum(answer.seconds for answer in answers),
    )
