"""Progress: what each attempt by itself says of a competency, in the order of time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from quizapp.core.framework import Framework
from quizapp.core.measure import cut_of
from quizapp.core.score import CompetencyScore, score_session
from quizapp.core.session import QuizSession


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One attempt in one competency.

    ``value`` in 0..1 is the domain score with its 90 % ``interval``, as the attempt's own result shows it; with too
    few new answers it is the raw share right, and there is no interval. ``answers`` counts those that entered the
    measure, ``right`` of ``scored`` all of them.
    """

    attempt_id: str
    at: datetime
    value: float
    interval: tuple[float, float] | None
    answers: int
    right: int
    scored: int

    @property
    def weak(self) -> bool:
        """Whether there are too few answers for a measure."""
        return self.interval is None


@dataclass(frozen=True, slots=True)
class Trend:
    """A competency over time: ``points`` from the oldest to the newest, ``target`` the cut, 0..1."""

    slug: str
    title: str
    short_title: str
    target: float
    points: tuple[TrendPoint, ...]


def attempt_points(session: QuizSession) -> dict[str, TrendPoint]:
    """The points of a finished attempt by competency slug; a competency without a scored answer has none."""
    return {
        score.slug: _point(session, score, share)
        for score in score_session(session).competencies
        if (share := score.tally.share) is not None
    }


def build_trends(framework: Framework, attempts: Iterable[Mapping[str, TrendPoint]]) -> tuple[Trend, ...]:
    """A trend for every competency of a framework that has a point, in the framework's order.

    ``attempts`` hold the points of one attempt each, in any order.
    """
    rows = list(attempts)
    return tuple(
        Trend(c.slug, c.title, c.short_title, cut_of(framework, c).share, points)
        for c in framework.competencies
        if (points := tuple(sorted((row[c.slug] for row in rows if c.slug in row), key=_time)))
    )


def time_span(trends: Iterable[Trend]) -> tuple[datetime, datetime]:
    """The first and the last moment of some trends, which share their axis. Raises ValueError without a point."""
    times = [point.at for trend in trends for point in trend.points]
    return min(times), max(times)


def _point(session: QuizSession, score: CompetencyScore, share: float) -> TrendPoint:
    measure, tally = score.measure, score.tally
    value = share if measure.level is None else measure.level
    return TrendPoint(session.id, session.started_at, value, measure.band, measure.answers, tally.right, tally.scored)


def _time(point: TrendPoint) -> datetime:
    return point.at
