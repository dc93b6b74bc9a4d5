"""What to practise next, in order, and why each question is there."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from random import Random

from quizapp.core.practice.pool import PracticePool, TopicKey
from quizapp.core.practice.record import QuestionRecord
from quizapp.core.practice.schedule import is_due
from quizapp.core.question import Question

SESSION_LENGTH = 20
"""How many questions a session asks unless told otherwise."""

_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


class PracticeSource(StrEnum):
    """What a person wants to practise."""

    MIXED = "mixed"  # today's queue: what is due, then wrong in an assessment, then new questions of weak topics
    DUE = "due"
    WRONG = "wrong"  # whose last answer was wrong or partly right, due or not
    TOPIC = "topic"  # everything of some topics


class Reason(StrEnum):
    """Why a question is in the queue."""

    DUE = "due"
    WRONG = "wrong"
    NEW = "new"
    AGAIN = "again"  # answered right last time, and not due


@dataclass(frozen=True, slots=True)
class PracticeChoice:
    """What to practise; ``topics`` narrows any source down, None takes all."""

    source: PracticeSource = PracticeSource.MIXED
    topics: frozenset[TopicKey] | None = None


@dataclass(frozen=True, slots=True)
class DailyLimit:
    """How many questions a day may bring: ``new`` ones never practised before, and ``reviews``.

    It holds for MIXED and DUE; whoever asks for what was wrong or for a topic gets all of it. Questions practised
    today already pass freely: what was not known comes again however many there were.
    """

    new: int = 10
    reviews: int = 60


@dataclass(frozen=True, slots=True)
class QueueEntry:
    question: Question
    reason: Reason


def practice_queue(
    pool: PracticePool,
    choice: PracticeChoice = PracticeChoice(),
    *,
    now: datetime,
    limit: DailyLimit = DailyLimit(),
    seed: int = 0,
) -> tuple[QueueEntry, ...]:
    """The whole queue, first things first; ``now`` is in the person's zone, and its day is the day of the limit.

    The seed alone decides among new questions of a topic.
    """
    lists = _Lists(pool, choice, now, seed)
    match choice.source:
        case PracticeSource.DUE:
            return _within_reviews(lists.due, pool, limit)
        case PracticeSource.WRONG:
            return lists.wrong
        case PracticeSource.TOPIC:
            return _once((*lists.due, *lists.wrong, *lists.new, *lists.again))
        case PracticeSource.MIXED:
            fresh = tuple(entry for entry in lists.wrong if entry.question.id not in pool.cards) + lists.new
            return _within_reviews(lists.due, pool, limit) + fresh[: _new_left(pool, limit)]


class _Lists:
    """The questions of a choice by reason; a question that is due may be wrong too, and nothing else is twice."""

    def __init__(self, pool: PracticePool, choice: PracticeChoice, now: datetime, seed: int) -> None:
        self._pool = pool
        mine = [q for q in pool.questions if choice.topics is None or _topic(q) in choice.topics]
        mine.sort(key=lambda question: question.id)
        carded = [question for question in mine if question.id in pool.cards]
        due = [q for q in carded if is_due(pool.cards[q.id], now)]
        wrong = [q for q in mine if self._record(q).is_wrong]
        new = [q for q in mine if q.id not in pool.cards and self._record(q).last_score is None]
        taken = {question.id for question in (*due, *wrong, *new)}
        again = [question for question in mine if question.id not in taken]
        self.due = _entries(sorted(due, key=lambda q: pool.cards[q.id].due), Reason.DUE)
        self.wrong = _entries(sorted(wrong, key=self._last_at), Reason.WRONG)
        self.new = _entries(_by_need(new, pool, Random(seed)), Reason.NEW)
        self.again = _entries(sorted(again, key=self._last_at), Reason.AGAIN)

    def _record(self, question: Question) -> QuestionRecord:
        return self._pool.records.get(question.id) or QuestionRecord(question.id)

    def _last_at(self, question: Question) -> datetime:
        """What was answered longest ago comes first."""
        return self._record(question).last_at or _LONG_AGO


def _by_need(questions: list[Question], pool: PracticePool, random: Random) -> list[Question]:
    """New questions in turns of their topics, each by its need: the next topic has the largest need·(n + 1) − count."""
    waiting: dict[TopicKey, list[Question]] = {}
    random.shuffle(questions)
    for question in questions:
        waiting.setdefault(_topic(question), []).append(question)
    ordered: list[Question] = []
    counts: Counter[TopicKey] = Counter()
    while waiting:
        total = sum(pool.needs.get(topic, 0.0) for topic in waiting) or 1.0
        turn = len(ordered) + 1
        best = max(sorted(waiting), key=lambda t: pool.needs.get(t, 0.0) / total * turn - counts[t])
        ordered.append(waiting[best].pop())
        counts[best] += 1
        if not waiting[best]:
            del waiting[best]
    return ordered


def _within_reviews(entries: Sequence[QueueEntry], pool: PracticePool, limit: DailyLimit) -> tuple[QueueEntry, ...]:
    done = sum(bool(record.practised_before and record.practised_today) for record in pool.records.values())
    left, kept = limit.reviews - done, []
    for entry in entries:
        record = pool.records.get(entry.question.id)
        if record is None or not record.practised_today:
            left -= 1
            if left < 0:
                continue
        kept.append(entry)
    return tuple(kept)


def _new_left(pool: PracticePool, limit: DailyLimit) -> int:
    begun = sum(bool(record.practised_today and not record.practised_before) for record in pool.records.values())
    return max(0, limit.new - begun)


def _once(entries: Iterable[QueueEntry]) -> tuple[QueueEntry, ...]:
    """Each question where it stands first."""
    found: dict[str, QueueEntry] = {}
    for entry in entries:
        found.setdefault(entry.question.id, entry)
    return tuple(found.values())


def _entries(questions: Iterable[Question], reason: Reason) -> tuple[QueueEntry, ...]:
    return tuple(QueueEntry(question, reason) for question in questions)


def _topic(question: Question) -> TopicKey:
    return question.competency, question.topic
