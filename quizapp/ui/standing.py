"""Where the person stands, over attempts: read from the store, reckoned once, and again when something has changed."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from quizapp.core.measure import PROFILE_DAYS, AnswerRow, Domain
from quizapp.core.score import ScoreReport
from quizapp.core.standing import bank_domains, standing_report
from quizapp.storage.summary import AttemptSummary
from quizapp.ui.bank_library import BankLibrary, SettingStore

DAYS_SETTING = "profile_days"
DAYS_CHOICES = (30, 90, 180, 365)
"""How far back the profile may look."""


class AnswerStore(SettingStore, Protocol):
    """What the profile needs of the store."""

    def list_attempts(self) -> tuple[AttemptSummary, ...]: ...
    def answer_rows(self, framework_id: str, *, finished_only: bool) -> tuple[AnswerRow, ...]: ...


class Standing:
    """The standing profile in the framework of the bank in use, on that bank's questions."""

    def __init__(self, store: AnswerStore, library: BankLibrary, now: Callable[[], datetime]) -> None:
        self._store = store
        self._library = library
        self._now = now
        self._days: int | None = None
        self._rows: tuple[object, tuple[AnswerRow, ...]] = (None, ())
        self._domains: tuple[object, Mapping[str, Domain]] = (None, {})

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
