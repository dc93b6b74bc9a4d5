"""What a list of attempts shows of each."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from quizapp.core.plan import PlanMethod
from quizapp.storage.encoding import optional_time, time_from_text


@dataclass(frozen=True, slots=True)
class AttemptSummary:
    """One attempt in short. ``competencies`` are the slugs asked about; ``elapsed`` in seconds; times in UTC.

    ``asked`` counts the questions so far; while an adaptive attempt runs there may be more.

    ``right`` of ``scored`` had full credit; what was not reached is ``asked`` but not scored.
    """

    id: str
    framework_id: str
    framework_title: str
    started_at: datetime
    finished_at: datetime | None
    asked: int
    answered: int
    competencies: tuple[str, ...]
    right: int
    scored: int
    elapsed: float
    method: PlanMethod = PlanMethod.FIXED

    @property
    def is_finished(self) -> bool:
        return self.finished_at is not None


def summary_from_row(row: sqlite3.Row) -> AttemptSummary:
    """A line of the list. Raises ValueError or TypeError if the row is damaged."""
    return AttemptSummary(
        id=row["id"],
        framework_id=row["framework_id"],
        framework_title=row["framework_title"],
        started_at=time_from_text(row["started_at"]),
        finished_at=optional_time(row["finished_at"]),
        asked=row["asked"],
        answered=row["answered"],
        competencies=_slugs(row["competencies"]),
        right=row["right_count"],
        scored=row["scored"],
        elapsed=row["elapsed"],
        method=PlanMethod(row["method"]),
    )


@lru_cache(maxsize=1024)
def _slugs(text: str) -> tuple[str, ...]:
    """A JSON list of slugs: thousands of attempts share a few of them."""
    return tuple(json.loads(text))
