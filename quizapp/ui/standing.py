"""Where the person stands, over attempts: read from the store, reckoned once, and again when something has changed."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Protocol

from quizapp.core.errors import StorageError
from quizapp.core.measure import PROFILE_DAYS, AnswerRow, Domain, profile_rows
from quizapp.core.misconceptions import Misconception, repeated_misconceptions
from quizapp.core.pool import count_pool
from quizapp.core.score import ScoreReport
from quizapp.core.session import QuizSession
from quizapp.core.standing import bank_domains, standing_report
from quizapp.core.study_plan import StudyPlan, build_study_plan
from quizapp.storage.summary import AttemptSummary
from quizapp.ui.bank_library import BankLibrary, SettingStore

DAYS_SETTING = "profile_days"
DAYS_CHOICES = (30, 90, 180, 365)
"""How far back the profile may look."""

IDEA_ATTEMPTS = 12
"""The newest attempts, in which wrong ideas are looked for."""


class AnswerStore(SettingStore, Protocol):
    """What the profile needs of the store."""

    def list_attempts(self) -> tuple[AttemptSummary, ...]: ...
    def answer_rows(self, framework_id: str, *, finished_only: bool) -> tuple[AnswerRow, ...]: ...
    def load_attempt(self, attempt_id: str) -> QuizSession: ...


class Standing:
    """The standing profile in the framework of the bank in use, on that bank's questions."""

    def __init__(self, store: AnswerStore, library: BankLibrary, now: Callable[[], datetime]) -> None:
        self._store = store
        self._library = library
        self._now = now
        self._days: int | None = None
        self._rows: tuple[object, tuple[AnswerRow, ...]] = (None, ())
        self._domains: tuple[object, Mapping[str, Domain]] = (None, {})
        self._ideas: tuple[object, tuple[Misconception, ...]] = (None, ())

    @property
    def days(self) -> int:
        """How many days the profile looks back: as chosen, else as remembered; what can't be read is the usual."""
        if self._days is None:
            value = self._store.get_setting(DAYS_SETTING) or ""
            known = value.isdecimal() and int(value) in DAYS_CHOICES
            self._days = int(value) if known else PROFILE_DAYS
        return self._days

    def set_days(self, days: int) -> None:
        """Look back so many days; raises StorageError where that can't be kept for the next start (it holds now)."""
        self._days = days
        self._store.set_setting(DAYS_SETTING, str(days))

    def report(self) -> ScoreReport | None:
        """The profile as of now; None without a bank to stand on. Raises StorageError."""
        framework = self._library.active.framework
        if framework is None:
            return None
        rows = self._read_rows(framework.id)
        return standing_report(framework, self._bank_domains(), rows, now=self._now(), days=self.days)

    def study_plan(self) -> StudyPlan | None:
        """What to learn next, by the answers that the profile stands on; None without a bank. Raises StorageError.

        Wrong ideas are looked for in the newest attempts alone: to read all of them would take long.
        """
        bank = self._library.active
        if bank.framework is None:
            return None
        recent = profile_rows(self._read_rows(bank.framework.id), now=self._now(), days=self.days)
        pool = count_pool(bank.bank.questions, [competency.slug for competency in bank.framework.competencies])
        return build_study_plan(bank.framework, recent, pool, self._read_ideas(bank.framework.id))

    def _read_ideas(self, framework_id: str) -> tuple[Misconception, ...]:
        since = self._now() - timedelta(days=self.days)
        recent = [a for a in self._store.list_attempts() if a.finished_at and a.finished_at > since]
        ids = tuple(a.id for a in recent if a.framework_id == framework_id)[:IDEA_ATTEMPTS]
        if ids != self._ideas[0]:
            self._ideas = ids, repeated_misconceptions(self._load_sound(ids))
        return self._ideas[1]

    def _load_sound(self, ids: Iterable[str]) -> list[QuizSession]:
        """The attempts but for damaged ones, whose lines in the lists say so."""
        sessions = []
        for attempt_id in ids:
            with suppress(StorageError):
                sessions.append(self._store.load_attempt(attempt_id))
        return sessions

    def _read_rows(self, framework_id: str) -> tuple[AnswerRow, ...]:
        """The answers of finished attempts, read anew where the list of these has changed.

        What runs stays out: its answers are right or wrong only once it is submitted.
        """
        finished = tuple(attempt for attempt in self._store.list_attempts() if attempt.is_finished)
        key = (framework_id, finished)
        if key != self._rows[0]:
            self._rows = key, self._store.answer_rows(framework_id, finished_only=True)
        return self._rows[1]

    def _bank_domains(self) -> Mapping[str, Domain]:
        bank = self._library.active
        assert bank.framework is not None
        key = (bank.framework, bank.bank.digest)
        if key != self._domains[0]:
            self._domains = key, bank_domains(bank.framework, bank.bank.questions)
        return self._domains[1]
