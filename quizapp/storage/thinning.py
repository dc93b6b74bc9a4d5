"""Which backups are kept."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime

LATEST, DAYS, WEEKS = 10, 7, 4


def kept_backups(times: Iterable[datetime]) -> frozenset[datetime]:
    """The times of the backups to keep: the 10 latest, and the latest of each of 7 days and of 4 weeks.

    Days and weeks are those of the times given, and those that have a backup: who comes back after a month finds
    what was there then.
    """
    latest_first = sorted(times, reverse=True)
    by_day = _first_of_each(latest_first, datetime.date)
    by_week = _first_of_each(latest_first, _week)
    return frozenset([*latest_first[:LATEST], *by_day[:DAYS], *by_week[:WEEKS]])


def _week(when: datetime) -> tuple[int, int]:
    return when.isocalendar()[:2]


def _first_of_each(times: Iterable[datetime], part: Callable[[datetime], Hashable]) -> list[datetime]:
    found: dict[Hashable, datetime] = {}
    for when in times:
        found.setdefault(part(when), when)
    return list(found.values())
