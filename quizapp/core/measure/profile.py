"""The standing profile: one measure from the answers of several attempts."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from quizapp.core.measure.competency import CompetencyMeasure
from quizapp.core.measure.cut import Cut
from quizapp.core.measure.domain import Domain
from quizapp.core.measure.rows import AnswerRow, measure_rows

PROFILE_DAYS = 90
"""How far back the profile looks unless told otherwise."""


def profile_rows(rows: Iterable[AnswerRow], *, now: datetime, days: int = PROFILE_DAYS) -> tuple[AnswerRow, ...]:
    """The assessment answers of the last ``days`` up to ``now``, by time, each marked as seen or not.

    The first answer to a question is its first exposure; every later one is marked as seen before, also where the
    first lies before the window: hand over older rows too. Answers given after ``now`` are left out, so that the
    profile of an earlier day can be had. Raises ValueError for days of 0 or less.
    """
    if days <= 0:
        raise ValueError(f"a profile looks back at least one day, not {days}")
    past = sorted((row for row in rows if row.answered_at <= now), key=_time)
    since = now - timedelta(days=days)
    met: set[str] = set()
    recent = []
    for row in past:
        if row.answered_at > since:
            is_known = row.seen_before or row.question_id not in met
            recent.append(row if is_known else replace(row, seen_before=True))
        met.add(row.question_id)
    return tuple(recent)


def measure_profile(
    rows: Iterable[AnswerRow],
    domains: Mapping[str, Domain],
    cuts: Mapping[str, Cut],
    *,
    now: datetime,
    days: int = PROFILE_DAYS,
) -> tuple[CompetencyMeasure, ...]:
    """The measure of every competency that has a domain, in the domains' order, also of those without answers.

    ``rows`` are of assessments, not of practice, from finished and running attempts (``session_rows`` or the store).
    ``cuts`` has a cut for each domain.
    """
    recent = profile_rows(rows, now=now, days=days)
    return tuple(measure_rows(slug, recent, domain, cuts[slug]) for slug, domain in domains.items())


def _time(row: AnswerRow) -> datetime:
    return row.answered_at
