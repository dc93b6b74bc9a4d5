"""Dates, times and shares for people, in the locale of the system."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

translate = QCoreApplication.translate


def format_day(moment: datetime) -> str:
    """A day and time in the person's own zone and locale."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    # The short format of the C locale, which minimal systems have, is no format at all.
    return QLocale().toString(local, translate("Formatting", "d MMM yyyy, HH:mm"))


def format_minutes(seconds: float) -> str:
    """A duration in whole minutes, or seconds where it is under one."""
    if seconds < 60:
        return translate("Formatting", "{seconds} s").format(seconds=round(seconds))
    return translate("Formatting", "{minutes} min").format(minutes=round(seconds / 60))


def format_interval(interval: tuple[float, float]) -> str:
    low, high = interval
    return translate("Formatting", "{low}–{high} %").format(low=round(low * 100), high=round(high * 100))
