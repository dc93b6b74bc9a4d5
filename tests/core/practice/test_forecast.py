"""The coming days and the recall of topics."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.practice import DueDay, due_forecast, recall, topic_recall
from tests.core.practice.pasts import Past, make_card, pasts
from tests.core.test_plan import FRAMEWORK, TOPICS
from tests.factories import NOW, make_question

offsets = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))


def test_what_is_overdue_counts_for_today_and_what_is_far_for_no_day() -> None:
    dues = [NOW - timedelta(days=40), NOW - timedelta(hours=1), NOW, NOW + timedelta(days=13), NOW + timedelta(days=14)]
    days = due_forecast([make_card(f"q{n}", due) for n, due in enumerate(dues)], NOW)
    assert len(days) == 14
    assert (days[0], days[-1]) == (DueDay(date(2026, 3, 2), 3), DueDay(date(2026, 3, 15), 1))
    assert {day.count for day in days[1:-1]} == {0}


def test_a_day_is_a_day_where_the_person_is() -> None:
    card = make_card("q", datetime(2026, 3, 3, 2, tzinfo=UTC))
    west = timezone(timedelta(hours=-5))
    assert [day.count for day in due_forecast([card], NOW, days=2)] == [0, 1]
    assert [day.count for day in due_forecast([card], NOW.astimezone(west), days=2)] == [1, 0]


@given(pasts(), offsets)
def test_every_card_has_its_day(past: Past, zone: timezone) -> None:
    days = due_forecast(past[1], NOW.astimezone(zone))
    assert sum(day.count for day in days) == len(past[1])  # all within three days
    assert [day.day - days[0].day for day in days] == [timedelta(days=n) for n in range(14)]


@given(pasts())
def test_each_topic_of_the_bank_is_counted(past: Past) -> None:
    questions, cards, _ = past
    found = topic_recall(FRAMEWORK, questions, {card.question_id: card for card in cards}, NOW)
    assert sum(topic.questions for topic in found) == len(questions)
    assert sum(topic.practised for topic in found) == len({q.id for q in questions} & {c.question_id for c in cards})
    assert [TOPICS.index((topic.competency, topic.topic)) for topic in found] == sorted(
        TOPICS.index((topic.competency, topic.topic)) for topic in found
    )
    assert all((topic.recall is None) == (topic.practised == 0) for topic in found)


def test_the_recall_of_a_topic_is_the_mean_over_what_was_practised() -> None:
    questions = [make_question(f"q{n}") for n in range(3)]
    cards = {id_: make_card(id_, NOW + timedelta(days=days)) for id_, days in (("q0", 1), ("q1", -20))}
    (topic,) = topic_recall(FRAMEWORK, questions, cards, NOW)
    assert (topic.questions, topic.practised) == (3, 2)
    assert topic.recall == pytest.approx((recall(cards["q0"], NOW) + recall(cards["q1"], NOW)) / 2)
    assert recall(cards["q0"], NOW) == 1
