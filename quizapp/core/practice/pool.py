"""Which questions may be practised: practice must not teach the test."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from quizapp.core.framework import Framework
from quizapp.core.plan import facts_of
from quizapp.core.practice.record import QuestionRecord
from quizapp.core.practice.schedule import Card
from quizapp.core.question import Question

TopicKey = tuple[str, str]
"""The slugs of a competency and of one of its topics."""


@dataclass(frozen=True, slots=True)
class PracticePool:
    """The questions of a bank that may be practised, and what is known of all of them, by id.

    ``held_out`` are kept for assessments. ``needs`` say how much a topic wants practice: its share of the competency
    times the share that is not known, as far as the answers tell.
    """

    questions: tuple[Question, ...]
    cards: Mapping[str, Card]
    records: Mapping[str, QuestionRecord]
    held_out: frozenset[str]
    needs: Mapping[TopicKey, float]


def build_pool(
    framework: Framework,
    questions: Sequence[Question],
    cards: Iterable[Card],
    records: Iterable[QuestionRecord],
) -> PracticePool:
    """What of a bank may be practised.

    Not what is held out, nor what a running assessment asks, nor what gives one of these away by a shared fact.
    """
    by_card = {card.question_id: card for card in cards}
    by_record = {record.question_id: record for record in records}
    held = held_out(questions, by_record, by_card)
    kept = held | {record.question_id for record in by_record.values() if record.is_in_assessment}
    facts = facts_of(question for question in questions if question.id in kept)
    free = tuple(q for q in questions if q.id not in kept and facts.isdisjoint(q.facts))
    return PracticePool(free, by_card, by_record, held, _needs(framework, questions, by_record))


def held_out(
    questions: Iterable[Question], records: Mapping[str, QuestionRecord], practised: Collection[str] = ()
) -> frozenset[str]:
    """The ids of the questions kept for assessments: half of each topic, as far as they are new to the person.

    The half is chosen by a hash of the ids, so that it stays the same from day to day, and one more question in a
    topic moves one at most. A question that was assessed, or practised, is free for ever. ``practised`` are the ids
    that have a card, beside those of which the records say it.
    """
    topics: dict[TopicKey, list[str]] = {}
    for question in questions:
        topics.setdefault((question.competency, question.topic), []).append(question.id)
    halves = (sorted(ids, key=_hash)[: (len(ids) + 1) // 2] for ids in topics.values())
    return frozenset(id_ for half in halves for id_ in half if not (id_ in practised or _is_free(records.get(id_))))


def _is_free(record: QuestionRecord | None) -> bool:
    return record is not None and (record.is_assessed or record.is_practised)


def _hash(id_: str) -> bytes:
    return sha256(id_.encode("utf-8", "surrogatepass")).digest()


def _needs(
    framework: Framework, questions: Iterable[Question], records: Mapping[str, QuestionRecord]
) -> dict[TopicKey, float]:
    scores: dict[TopicKey, list[float]] = {}
    for question in questions:
        record = records.get(question.id)
        if record and record.last_score is not None:
            scores.setdefault((question.competency, question.topic), []).append(record.last_score)
    return {
        (competency.slug, topic.slug): topic.weight
        / sum(each.weight for each in competency.topics)
        * _unknown_share(scores.get((competency.slug, topic.slug), ()))
        for competency in framework.competencies
        for topic in competency.topics
    }


def _unknown_share(scores: Sequence[float]) -> float:
    """The share not known; half an answer more is taken as known and half as not, so that one answer says little."""
    return 1 - (sum(scores) + 0.5) / (len(scores) + 1)
