"""Practice: which questions come when, and what an answer changes about that. Practice never enters the measure."""

from quizapp.core.practice.days import end_of_day
from quizapp.core.practice.forecast import DueDay, TopicRecall, due_forecast, topic_recall
from quizapp.core.practice.grade import Rating, rate, rate_answer
from quizapp.core.practice.overview import PracticeOverview, practice_overview
from quizapp.core.practice.pool import PracticePool, build_pool, held_out
from quizapp.core.practice.queue import (
    SESSION_LENGTH,
    DailyLimit,
    PracticeChoice,
    PracticeSource,
    QueueEntry,
    Reason,
    practice_queue,
)
from quizapp.core.practice.record import QuestionRecord
from quizapp.core.practice.schedule import Card, CardState, is_due, recall, review_card
from quizapp.core.practice.session_plan import build_practice_plan

__all__ = [
    "SESSION_LENGTH",
    "Card",
    "CardState",
    "DailyLimit",
    "DueDay",
    "PracticeChoice",
    "PracticeOverview",
    "PracticePool",
    "PracticeSource",
    "QuestionRecord",
    "QueueEntry",
    "Rating",
    "Reason",
    "TopicRecall",
    "build_pool",
    "build_practice_plan",
    "due_forecast",
    "end_of_day",
    "held_out",
    "is_due",
    "practice_overview",
    "practice_queue",
    "rate",
    "rate_answer",
    "recall",
    "review_card",
    "topic_recall",
]
