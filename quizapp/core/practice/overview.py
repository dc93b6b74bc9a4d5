"""How much there is to practise, at a glance."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from quizapp.core.practice.pool import PracticePool, TopicKey
from quizapp.core.practice.queue import DailyLimit, PracticeChoice, PracticeSource, Reason, practice_queue


@dataclass(frozen=True, slots=True)
class PracticeOverview:
    """How many questions each source has now; ``reasons`` tell why those of today's queue are in it.

    ``topics`` counts the questions of each topic that may be practised, ``held_out`` those kept for assessments.
    """

    sources: Mapping[PracticeSource, int]
    reasons: Mapping[Reason, int]
    topics: Mapping[TopicKey, int]
    held_out: int

    @property
    def today(self) -> int:
        return self.sources[PracticeSource.MIXED]


def practice_overview(pool: PracticePool, *, now: datetime, limit: DailyLimit) -> PracticeOverview:
    """The counts of a pool; ``now`` is in the person's zone. BY TOPIC has whatever may be practised."""
    queues = {source: practice_queue(pool, PracticeChoice(source), now=now, limit=limit) for source in PracticeSource}
    return PracticeOverview(
        sources={source: len(queue) for source, queue in queues.items()},
        reasons=Counter(entry.reason for entry in queues[PracticeSource.MIXED]),
        topics=Counter((question.competency, question.topic) for question in pool.questions),
        held_out=len(pool.held_out),
    )
