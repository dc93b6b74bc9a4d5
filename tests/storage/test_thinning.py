"""Which backups are kept."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quizapp.storage.thinning import DAYS, LATEST, WEEKS, kept_backups

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TIMES = st.lists(st.integers(0, 10**5).map(lambda minutes: NOON - timedelta(minutes=minutes)), unique=True)


def ago(*, hours: float = 0, days: float = 0) -> datetime:
    return NOON - timedelta(hours=hours, days=days)


def test_the_latest_ten_stay() -> None:
    times = [ago(hours=hour / 10) for hour in range(30)]
    assert kept_backups(times) == frozenset(times[:LATEST])


def test_a_start_a_day_leaves_ten_days_and_four_weeks() -> None:
    times = [ago(days=day) for day in range(100)]
    kept = sorted(kept_backups(times), reverse=True)
    assert kept[:LATEST] == times[:LATEST]
    # 24 November 2026 is a Tuesday: the last days of the weeks before are 2, 9 and 16 days ago.
    assert kept[LATEST:] == [ago(days=16)]


def test_of_a_busy_day_the_latest_stays_for_a_week() -> None:
    times = [ago(days=day, hours=hour / 10) for day in range(9) for hour in range(20)]
    assert kept_backups(times) >= {ago(days=day) for day in range(DAYS)}


@given(TIMES)
def test_what_is_kept_is_bounded_and_has_the_latest(times: list[datetime]) -> None:
    kept = kept_backups(times)
    assert kept <= set(times)
    assert len(kept) <= LATEST + DAYS + WEEKS
    assert kept >= set(sorted(times, reverse=True)[:LATEST])


@given(TIMES)
def test_thinning_out_again_removes_nothing(times: list[datetime]) -> None:
    kept = kept_backups(times)
    assert kept_backups(kept) == kept


@given(TIMES.filter(bool))
def test_each_of_the_last_weeks_has_one(times: list[datetime]) -> None:
    weeks = sorted({when.isocalendar()[:2] for when in times}, reverse=True)[:WEEKS]
    assert {when.isocalendar()[:2] for when in kept_backups(times)} >= set(weeks)
