"""What a trend says, in words and cells."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from quizapp.core.readiness import percent
from quizapp.core.trend import Trend, TrendPoint
from quizapp.ui.formatting import format_day, format_interval

translate = QCoreApplication.translate


def point_text(point: TrendPoint) -> str:
    """One attempt in one competency."""
    if point.interval is None:
        text = translate("Trend", "{day}: {right} of {scored} right, too few new answers for a level")
        return text.format(day=format_day(point.at), right=point.right, scored=point.scored)
    text = translate("Trend", "{day}: expected level {level}, interval {interval}, {count} answers")
    return text.format(
        day=format_day(point.at),
        level=percent(point.value),
        interval=format_interval(point.interval),
        count=point.answers,
    )


def point_cell(point: TrendPoint | None) -> str:
    """The same in a table, whose row says the day and whose column the competency."""
    if point is None:
        return "–"
    if point.interval is None:
        return translate("Trend", "{right} of {scored} right").format(right=point.right, scored=point.scored)
    text = translate("Trend", "{level} ({interval})")
    return text.format(level=percent(point.value), interval=format_interval(point.interval))


def trend_text(trend: Trend) -> str:
    """A whole trend for who doesn't see it: how many attempts, over which time, the first and the last."""
    text = translate("Trend", "{count} attempts, target {target}. Newest: {newest}. Arrow keys go through them.")
    return text.format(count=len(trend.points), target=percent(trend.target), newest=point_text(trend.points[-1]))


def table_rows(trends: Sequence[Trend]) -> list[tuple[str, ...]]:
    """A row an attempt, the newest first, a cell for each trend."""
    days = {point.attempt_id: point.at for trend in trends for point in trend.points}
    cells = [{point.attempt_id: point for point in trend.points} for trend in trends]
    newest = sorted(days, key=lambda id_: days[id_], reverse=True)
    return [(format_day(days[id_]), *(point_cell(mine.get(id_)) for mine in cells)) for id_ in newest]


def date_texts(span: tuple[datetime, datetime]) -> tuple[str, str]:
    """The words at both ends of the axis of time."""
    first, last = (_short_day(moment) for moment in span)
    return first, last


def _short_day(moment: datetime) -> str:
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local, translate("Trend", "d MMM yyyy"))
