"""The person's own day: times carry their zone, and the zone of "now" is where the person is."""

from datetime import datetime, timedelta


def start_of_day(now: datetime) -> datetime:
    """Midnight before ``now``, in its zone."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


def end_of_day(now: datetime) -> datetime:
    """Midnight after ``now``, in its zone; where the clocks change in between, it may be an hour off."""
    return start_of_day(now) + timedelta(days=1)
