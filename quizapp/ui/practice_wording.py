"""Practice in words."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from quizapp.core.framework import Framework
from quizapp.core.practice import DueDay, PracticeOverview, PracticeSource, Reason, TopicRecall

translate = QCoreApplication.translate


def today_text(overview: PracticeOverview, forecast: tuple[DueDay, ...]) -> str:
    """How many questions today has, and why; or when the next ones come."""
    if not overview.today:
        return nothing_text(forecast)
    parts = [
        text.format(count=overview.reasons[reason])
        for reason, text in (
            (Reason.DUE, translate("Practice", "{count} due")),
            (Reason.WRONG, translate("Practice", "{count} wrong before")),
            (Reason.NEW, translate("Practice", "{count} new")),
        )
        if overview.reasons.get(reason)
    ]
    return translate("Practice", "For today: {parts}.").format(parts=", ".join(parts))


def nothing_text(forecast: tuple[DueDay, ...]) -> str:
    """That today is done, and which day brings more."""
    done = translate("Practice", "Nothing more for today.")
    following = next((day for day in forecast[1:] if day.count), None)
    if following is None:
        return done
    text = translate("Practice", "{count} come due on {day}.")
    return f"{done} {text.format(count=following.count, day=day_text(following))}"


def held_out_text(count: int) -> str:
    """Why not every question can be practised."""
    text = translate(
        "Practice",
        "Kept for assessments: {count} questions that you have not met. If practice showed them, an assessment would "
        "test what you remember of them, and no longer what you can do.",
    )
    return text.format(count=count) if count else ""


def source_option(source: PracticeSource, count: int) -> str:
    """A way to practise and how much it has, with **bold** for its name."""
    texts = {
        PracticeSource.MIXED: translate(
            "Practice",
            "**Today's mix** ({count}): what is due, then what you got wrong, then new questions of weak topics",
        ),
        PracticeSource.DUE: translate("Practice", "**Due** ({count}): what you may be about to forget"),
        PracticeSource.WRONG: translate("Practice", "**Wrong before** ({count}): where your last answer was not right"),
        PracticeSource.TOPIC: translate("Practice", "**By topic** ({count}): everything of a topic, due or not"),
    }
    return texts[source].format(count=count)


def again_text(due: datetime, now: datetime) -> str:
    """When a question comes again; both times in the person's zone, whose days count."""
    days = (due.date() - now.date()).days
    if due - now < timedelta(hours=1):
        minutes = max(1, round((due - now) / timedelta(minutes=1)))
        return translate("Practice", "This question comes again in {minutes} minutes.").format(minutes=minutes)
    if days > 1:
        return translate("Practice", "This question comes again in {days} days.").format(days=days)
    if days == 1:
        return translate("Practice", "This question comes again tomorrow.")
    return translate("Practice", "This question comes again today.")


def day_text(day: DueDay) -> str:
    """A day of the week with its date, in the person's locale."""
    names = QLocale()
    weekday = names.dayName(day.day.isoweekday(), QLocale.FormatType.ShortFormat)
    month = names.monthName(day.day.month, QLocale.FormatType.ShortFormat)
    return translate("Practice", "{weekday} {day} {month}").format(weekday=weekday, day=day.day.day, month=month)


def forecast_text(forecast: tuple[DueDay, ...]) -> str:
    """The forecast for who can't see the chart."""
    parts = [f"{day_text(day)}: {day.count}" for day in forecast if day.count]
    if not parts:
        return translate("Practice", "Nothing comes due in the coming {days} days.").format(days=len(forecast))
    return translate("Practice", "Questions that come due: {parts}.").format(parts=", ".join(parts))


def recall_rows(framework: Framework, topics: tuple[TopicRecall, ...]) -> list[tuple[str, str, str, str]]:
    """The topics that were practised: competency, topic, how many of its questions, and the recall expected today."""
    rows = []
    for topic in topics:
        competency = framework.competency(topic.competency)
        title = next(each.title for each in competency.topics if each.slug == topic.topic)
        if topic.recall is not None:
            practised = translate("Practice", "{practised} of {count}")
            share = f"{round(topic.recall * 100)} %"
            counts = practised.format(practised=topic.practised, count=topic.questions)
            rows.append((competency.short_title, title, counts, share))
    return rows
