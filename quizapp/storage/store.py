"""The store: attempts as they are answered, and settings. One object a program, used from one thread."""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Self

from quizapp import __version__
from quizapp.core.errors import DamageError, StorageError
from quizapp.core.measure.rows import AnswerRow
from quizapp.core.practice.record import QuestionRecord
from quizapp.core.practice.schedule import Card
from quizapp.core.session import QuizSession
from quizapp.storage import attempts, practice
from quizapp.storage.connection import checkpoint, open_connection, transaction
from quizapp.storage.encoding import time_to_text
from quizapp.storage.failures import (
    DAMAGED_ANSWERS,
    damaged_attempt,
    damaged_setting,
    decoded,
    missing_attempt,
    purged_attempt,
    reported,
)
from quizapp.storage.rows import answer_from_row, session_from_rows
from quizapp.storage.settings import read_setting, write_setting
from quizapp.storage.summary import AttemptSummary, summary_from_row


def open_store(path: Path, *, app_version: str = __version__, busy_timeout: float = 5.0) -> "AttemptStore":
    """The store in a file, which is created with its folders (private to the user) if it is missing.

    ``app_version`` is kept with new attempts; ``busy_timeout`` is how long, in seconds, to wait for another program.
    Raises StorageError, saying what to do, for a folder or file that can't be written, a full disk, a locked,
    damaged, foreign or newer file. A foreign, damaged or newer file is not changed.
    """
    with reported(path):
        return AttemptStore(open_connection(path, busy_timeout), path, app_version)


class AttemptStore:
    """Stored attempts and settings. Every method raises StorageError if the file refuses, and works again after."""

    def __init__(self, connection: sqlite3.Connection, path: Path, app_version: str) -> None:
        self.path = path
        self._connection = connection
        self._app_version = app_version
        self._stored: QuizSession | None = None  # the last attempt written or read, as it is in the file
        self._is_open = True
        self._refusal = ""
        self._hidden: set[str] = set()  # what this store may still restore

    def create_attempt(self, session: QuizSession) -> None:
        """Store a new attempt whole. Raises sqlite3.IntegrityError if its id is taken."""
        with self._writing() as connection:
            attempts.insert_attempt(connection, session, self._app_version)
        self._stored = session

    def record_answer(self, session: QuizSession, position: int) -> None:
        """Store the answer at a position; it is on the disk when this returns. Recording it again changes nothing.

        A question that the plan has grown by is stored with it, and so is the card of a practised one: all are there
        after a crash, or none.
        Raises ValueError where the position has no answer.
        """
        if session.states[position].answer is None:
            raise ValueError(f"no answer at position {position}")
        self._write(session, {position})

    def record_progress(self, session: QuizSession) -> None:
        """Store the current position, the elapsed time, and drafts and flags changed since the last write."""
        self._write(session)

    def finish_attempt(self, session: QuizSession) -> None:
        """Store a submitted attempt with all its states. Raises ValueError if it is not submitted."""
        if not session.is_finished:
            raise ValueError(f"attempt {session.id} is not submitted")
        self._write(session, range(len(session.states)))
        with reported(self.path):
            checkpoint(self._connection)

    def load_attempt(self, attempt_id: str) -> QuizSession:
        """The attempt as it was stored last, equal to the session that was recorded."""
        with reported(self.path), transaction(self._connection, "DEFERRED"):
            rows = attempts.read_attempt(self._connection, self._number(attempt_id))
        with decoded(self.path, damaged_attempt(attempt_id)):
            self._stored = session_from_rows(*rows)
        return self._stored

    def list_attempts(self) -> tuple[AttemptSummary, ...]:
        """All attempts, the last created first."""
        with reported(self.path):
            rows = attempts.read_summaries(self._connection)
        return tuple(self._summary(row) for row in rows)

    def delete_attempt(self, attempt_id: str) -> None:
        """Remove an attempt for good; nothing happens if there is none."""
        with self._writing() as connection:
            attempts.delete_attempt(connection, attempt_id)

    def hide_attempt(self, attempt_id: str, now: datetime) -> None:
        """Delete an attempt so that it can be undone: it is nowhere to be found, as if it were not there.

        Its questions still count as seen. Nothing happens if there is none. It is removed for good by
        ``purge_hidden``, and when this store is closed: another one, of ``quizapp export`` for one, takes no undo away.
        """
        with self._writing() as connection:
            attempts.hide_attempt(connection, attempt_id, time_to_text(now))
        self._hidden.add(attempt_id)

    def restore_attempt(self, attempt_id: str) -> None:
        """Bring a hidden attempt back as it was; raises StorageError if it is gone for good."""
        with self._writing() as connection:
            number = attempts.find_number(connection, attempt_id, hidden=True)
            if number is None:
                raise purged_attempt(attempt_id).at(self.path)
            attempts.restore_attempt(connection, number)

    def purge_hidden(self, before: datetime | None = None) -> None:
        """Remove for good all hidden attempts, or those hidden before a time: what a killed program left.

        Nothing happens once the store is closed: the check after which this is called may end later.
        """
        if not self._is_open:
            return
        with self._writing() as connection:
            attempts.purge_hidden(connection, None if before is None else time_to_text(before))

    def seen_question_ids(self, framework_id: str) -> frozenset[str]:
        """The questions of a framework that were shown in any attempt, also a hidden one, or have been practised."""
        with reported(self.path):
            return attempts.read_seen(self._connection, framework_id)

    def answer_rows(self, framework_id: str, *, finished_only: bool = False) -> tuple[AnswerRow, ...]:
        """What all assessments of a framework have to say to the measure, practice left out, the oldest first.

        The same as ``session_rows`` of each attempt, finished or running, at a fraction of the time. Attempts whose
        questions are damaged are left out. ``finished_only`` leaves out what runs, so that nobody can read off a
        profile which of its answers are right.
        """
        with reported(self.path):
            rows = attempts.read_answers(self._connection, framework_id, finished_only=finished_only)
        answers: list[AnswerRow] = []
        for attempt_id, mine in groupby(rows, key=itemgetter("id")):
            with decoded(self.path, damaged_attempt(attempt_id)):
                answers += [answer_from_row(row) for row in mine]
        return tuple(answers)

    def cards(self, framework_id: str) -> tuple[Card, ...]:
        """What is kept of each practised question of a framework, by the time it comes due."""
        with reported(self.path):
            return practice.read_cards(self._connection, framework_id)

    def card(self, framework_id: str, question_id: str) -> Card | None:
        """What is kept of one practised question; None where it was never practised."""
        with reported(self.path):
            return practice.read_card(self._connection, framework_id, question_id)

    def due_ids(self, framework_id: str, now: datetime) -> frozenset[str]:
        """The questions that are due for practice at ``now``, which is in the person's zone (``is_due``)."""
        with reported(self.path):
            return practice.read_due(self._connection, framework_id, now)

    def due_count(self, framework_id: str, now: datetime) -> int:
        """How many questions ``due_ids`` has; some may not be in the bank any more."""
        with reported(self.path):
            return practice.count_due(self._connection, framework_id, now)

    def question_records(self, framework_id: str, now: datetime) -> tuple[QuestionRecord, ...]:
        """The past of each question of a framework; ``now`` is in the person's zone, and says which day is today."""
        with reported(self.path):
            rows = practice.read_records(self._connection, framework_id, now)
        with decoded(self.path, DAMAGED_ANSWERS):
            return tuple(practice.record_from_row(row) for row in rows)

    def refuse_writing(self, reason: str) -> None:
        """Write nothing from now on, and raise DamageError with this reason: what a damaged file holds is kept."""
        self._refusal = reason

    def get_setting(self, name: str) -> str | None:
        """The value of a setting, or None if it was never set."""
        with reported(self.path), decoded(self.path, damaged_setting(name)):
            return read_setting(self._connection, name)

    def set_setting(self, name: str, value: str) -> None:
        """Set or replace a setting."""
        with self._writing() as connection:
            write_setting(connection, name, value)

    def close(self) -> None:
        """Empty the WAL into the file and let it go; closing again does nothing."""
        if self._is_open:
            self._is_open = False
            self._purge_mine()
            with reported(self.path):
                try:
                    checkpoint(self._connection)
                finally:
                    self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _purge_mine(self) -> None:
        """Remove what this store has hidden, if that is possible now: what stays is hidden, and purged another time."""
        with suppress(StorageError):
            if self._hidden:
                with self._writing() as connection:
                    for attempt_id in self._hidden:
                        attempts.delete_hidden(connection, attempt_id)

    def _write(self, session: QuizSession, positions: Collection[int] = ()) -> None:
        """One transaction: progress, the given positions, and all that differ from what the file holds.

        So a write makes up for an earlier one that failed.
        """
        wanted = sorted({*positions, *self._changed(session)})
        with self._writing() as connection:
            attempts.update_attempt(connection, self._number(session.id), session, wanted)
        self._stored = session

    def _changed(self, session: QuizSession) -> Collection[int]:
        """The positions that differ from what the file holds; all of them where that is not known."""
        count = range(len(session.states))
        if self._stored is None or self._stored.id != session.id:
            return count
        stored = self._stored.states
        return [place for place in count if place >= len(stored) or session.states[place] != stored[place]]

    def _number(self, attempt_id: str) -> int:
        number = attempts.find_number(self._connection, attempt_id)
        if number is None:
            raise missing_attempt(attempt_id).at(self.path)
        return number

    def _summary(self, row: sqlite3.Row) -> AttemptSummary:
        with decoded(self.path, damaged_attempt(row["id"])):
            return summary_from_row(row)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if self._refusal:
            raise DamageError(self._refusal)
        with reported(self.path), transaction(self._connection):
            yield self._connection
