"""What the coming days bring, and how well each topic is remembered."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from quizapp.core.framework import Framework
from quizapp.core.practice.schedule import Card, recall
from quizapp.core.question import Question

FORECAST_DAYS = 14


@dataclass(frozen=True, slots=True)
class DueDay:
    """How many questions come due on a day of the person's calendar."""

    day: date
    count: int


@dataclass(frozen=True, slots=True)
class TopicRecall:
    """How a topic is remembered: of its ``questions`` in the bank so many are ``practised``.

    ``recall`` is their mean probability, 0..1, of being answered from memory; None where none was practised.
    """

    competency: str
    topic: str
    questions: int
    practised: int
    recall: float | None


def due_forecast(cards: Iterable[Card], now: datetime, days: int = FORECAST_DAYS) -> tuple[DueDay, ...]:
    """Today and the days after it, as the person's zone in ``now`` has them; what is overdue counts for today.

    It takes no further answers into account: each of them puts off its question and brings it back later.
    """
    today = now.date()
    counts = Counter(max(today, card.due.astimezone(now.tzinfo).date()) for card in cards)
    return tuple(DueDay(day, counts[day]) for day in (today + timedelta(days=n) for n in range(days)))


def topic_recall(
    framework: Framework, questions: Iterable[Question], cards: Mapping[str, Card], now: datetime
) -> tuple[TopicRecall, ...]:
    """The topics that a bank has questions of, in the framework's order."""
    topics: dict[tuple[str, str], list[str]] = {}
    for question in questions:
        topics.setdefault((question.competency, question.topic), []).append(question.id)
    return tuple(
        _recall(competency.slug, topic.slug, topics[competency.slug, topic.slug], cards, now)
        for competency in framework.competencies
        for topic in competency.topics
        if (competency.slug, topic.slug) in topics
    )


def _recall(competency: str, topic: str, ids: list[str], cards: Mapping[str, Card], now: datetime) -> TopicRecall:
    known = [recall(cards[id_], now) for id_ in ids if id_ in cards]
    mean = sum(known) / len(known) if known else None
    return TopicRecall(competency, topic, len(ids), len(known), mean)
