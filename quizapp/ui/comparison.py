"""An attempt beside an earlier one of the same framework."""

from dataclasses import dataclass
from typing import Protocol

from quizapp.core.errors import StorageError
from quizapp.core.measure import Claim, DomainChange, compare_measures
from quizapp.core.score import CompetencyScore, ScoreReport, score_session
from quizapp.core.session import QuizSession
from quizapp.storage.summary import AttemptSummary

_LOOKED_AT = 12
"""How many earlier attempts are read at the most to find one that can be compared with."""


class AttemptStore(Protocol):
    """What comparing needs of the store."""

    def list_attempts(self) -> tuple[AttemptSummary, ...]: ...
    def load_attempt(self, attempt_id: str) -> QuizSession: ...


@dataclass(frozen=True, slots=True)
class CompetencyChange:
    """A competency of both attempts: the later one's score, and the change."""

    score: CompetencyScore
    change: DomainChange


def earlier_attempts(store: AttemptStore, session: QuizSession) -> tuple[AttemptSummary, ...]:
    """The finished attempts of the same framework that began earlier and share a competency, the latest first.

    Practice measures nothing, so it is compared with nothing.
    """
    if session.plan.method.is_practice:
        return ()
    asked = {item.question.competency for item in session.plan.items}
    return tuple(
        attempt
        for attempt in store.list_attempts()
        if attempt.finished_at is not None
        and not attempt.method.is_practice
        and attempt.id != session.id
        and attempt.framework_id == session.plan.framework.id
        and attempt.started_at < session.started_at
        and not asked.isdisjoint(attempt.competencies)
    )


def default_earlier(store: AttemptStore, session: QuizSession, attempts: tuple[AttemptSummary, ...]) -> str | None:
    """The latest attempt with enough answers in a competency that has enough here too; else the latest of all."""
    report = score_session(session)
    known = {score.slug for score in report.competencies if score.measure.claim is not Claim.RAW}
    for attempt in attempts[:_LOOKED_AT]:
        if not known.isdisjoint(attempt.competencies) and _tells_enough(store, attempt.id, known):
            return attempt.id
    return attempts[0].id if attempts else None


def compare_reports(before: ScoreReport, after: ScoreReport) -> tuple[CompetencyChange, ...]:
    """The competencies that both attempts asked about, in the framework's order."""
    earlier = {score.slug: score.measure for score in before.competencies}
    return tuple(
        CompetencyChange(score, compare_measures(earlier[score.slug], score.measure))
        for score in after.competencies
        if score.slug in earlier
    )


def _tells_enough(store: AttemptStore, attempt_id: str, slugs: set[str]) -> bool:
    try:
        report = score_session(store.load_attempt(attempt_id))
    except StorageError:  # damaged: it can still be chosen, and then the person is told
        return False
    return any(score.slug in slugs and score.measure.claim is not Claim.RAW for score in report.competencies)
