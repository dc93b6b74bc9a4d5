"""The SQL of attempts. Each function is a part of the caller's transaction; all raise sqlite3.Error."""

import sqlite3
from collections.abc import Iterable

from quizapp.core.session import QuizSession
from quizapp.core.snapshot import plan_to_data
from quizapp.storage.encoding import to_json
from quizapp.storage.rows import attempt_row, item_row, progress_row

_SUMMARIES = """
    SELECT id, framework_id, framework_title, started_at, finished_at, asked, answered, competencies,
           right_count, scored, elapsed
    FROM attempt ORDER BY number DESC
"""
_ITEMS = """
    SELECT position, shown, flagged, draft, response, dont_know, confidence, seconds, answered_at
    FROM item WHERE attempt = ? ORDER BY position
"""
_SEEN = """
    SELECT DISTINCT question_id FROM item JOIN attempt ON attempt.number = item.attempt
    WHERE framework_id = ? AND shown
"""
# A repeated write of the same answer keeps the elapsed time of the first: a flag set later is no new answer.
_PUT_ITEM = """
    INSERT INTO item (attempt, position, question_id, seen_before, drawn, shown, flagged, draft,
                      response, dont_know, confidence, seconds, answered_at, score, elapsed)
    VALUES (:attempt, :position, :question_id, :seen_before, :drawn, :shown, :flagged, :draft,
            :response, :dont_know, :confidence, :seconds, :answered_at, :score, :elapsed)
    ON CONFLICT (attempt, position) DO UPDATE SET
        shown = excluded.shown, flagged = excluded.flagged, draft = excluded.draft,
        response = excluded.response, dont_know = excluded.dont_know, confidence = excluded.confidence,
        seconds = excluded.seconds, answered_at = excluded.answered_at, score = excluded.score,
        elapsed = iif(excluded.answered_at IS answered_at, elapsed, excluded.elapsed)
"""
_INSERT_ATTEMPT = """
    INSERT INTO attempt (id, framework_id, framework_title, competencies, seed, bank_digest, app_version, started_at,
                         finished_at, position, elapsed, asked, answered, scored, right_count)
    VALUES (:id, :framework_id, :framework_title, :competencies, :seed, :bank_digest, :app_version, :started_at,
            :finished_at, :position, :elapsed, :asked, :answered, :scored, :right_count)
"""
_UPDATE_ATTEMPT = """
    UPDATE attempt SET finished_at = :finished_at, position = :position, elapsed = :elapsed,
                       answered = :answered, scored = :scored, right_count = :right_count
    WHERE number = :number
"""


def insert_attempt(connection: sqlite3.Connection, session: QuizSession, app_version: str) -> None:
    """A new attempt: its plan, and a row for every position."""
    row = attempt_row(session, app_version) | progress_row(session)
    number = connection.execute(_INSERT_ATTEMPT, row).lastrowid
    assert number is not None
    plan = to_json(plan_to_data(session.plan))
    connection.execute("INSERT INTO plan (attempt, data) VALUES (?, ?)", (number, plan))
    _put_items(connection, number, session, range(len(session.states)))


def update_attempt(connection: sqlite3.Connection, number: int, session: QuizSession, positions: Iterable[int]) -> None:
    """The attempt's progress, and the given positions as they stand."""
    connection.execute(_UPDATE_ATTEMPT, progress_row(session) | {"number": number})
    _put_items(connection, number, session, positions)


def find_number(connection: sqlite3.Connection, attempt_id: str) -> int | None:
    """The attempt's number in this file, or None."""
    row = connection.execute("SELECT number FROM attempt WHERE id = ?", (attempt_id,)).fetchone()
    return None if row is None else int(row["number"])


def read_attempt(connection: sqlite3.Connection, number: int) -> tuple[sqlite3.Row, list[sqlite3.Row]]:
    """The attempt with its plan (``data``), and its positions in order."""
    query = "SELECT * FROM attempt JOIN plan ON plan.attempt = attempt.number WHERE number = ?"
    return connection.execute(query, (number,)).fetchone(), connection.execute(_ITEMS, (number,)).fetchall()


def read_summaries(connection: sqlite3.Connection) -> list[sqlite3.Row]:
    """A row an attempt, the newest first."""
    return connection.execute(_SUMMARIES).fetchall()


def delete_attempt(connection: sqlite3.Connection, attempt_id: str) -> None:
    """Remove an attempt; its plan and positions go with it. Nothing happens if there is none."""
    connection.execute("DELETE FROM attempt WHERE id = ?", (attempt_id,))


def read_seen(connection: sqlite3.Connection, framework_id: str) -> frozenset[str]:
    """The ids of the questions that any stored attempt of a framework has shown."""
    return frozenset(row["question_id"] for row in connection.execute(_SEEN, (framework_id,)))


def _put_items(connection: sqlite3.Connection, number: int, session: QuizSession, positions: Iterable[int]) -> None:
    rows = ({"attempt": number} | item_row(session, position) for position in positions)
    connection.executemany(_PUT_ITEM, rows)
