"""The SQL of attempts. Each function is a part of the caller's transaction; all raise sqlite3.Error."""

import sqlite3
from collections.abc import Iterable

from quizapp.core.session import QuizSession
from quizapp.storage.practice import review_answers
from quizapp.storage.rows import attempt_row, item_row, plan_text, progress_row, question_text

_SUMMARIES = """
    SELECT id, framework_id, framework_title, started_at, finished_at, method, asked, answered, competencies,
           right_count, scored, elapsed
    FROM attempt WHERE deleted_at IS NULL ORDER BY number DESC
"""
_ITEMS = """
    SELECT item.position, shown, flagged, draft, response, dont_know, confidence, seconds, answered_at, data
    FROM item JOIN question ON question.attempt = item.attempt AND question.position = item.position
    WHERE item.attempt = ? ORDER BY item.position
"""
# Hidden attempts too: whoever deletes one has seen its questions all the same, and may still undo it. So do cards,
# which outlive the attempts in which they were practised.
_SEEN = """
    SELECT question_id FROM item JOIN attempt ON attempt.number = item.attempt
    WHERE framework_id = :framework AND shown
    UNION SELECT question_id FROM card WHERE framework_id = :framework
"""
# As ``session_rows``: what was answered, and what was left open in a submitted attempt. ``data`` where it is needed.
_ANSWERS = """
    SELECT id, question_id, item.competency, topic, difficulty, chance, seen_before, coalesce(score, 0.0) AS score,
           coalesce(answered_at, finished_at) AS answered_at,
           iif(chance IS NULL, (SELECT data FROM question AS q WHERE q.attempt = number AND q.position = item.position),
               NULL) AS data
    FROM attempt JOIN item ON item.attempt = number
    WHERE framework_id = ? AND method <> 'practice' AND deleted_at IS NULL AND item.competency IS NOT NULL
          AND (finished_at IS NOT NULL OR NOT ?)
          AND (answered_at IS NOT NULL OR shown AND finished_at IS NOT NULL)
    ORDER BY number, item.position
"""
# A repeated write of the same answer keeps the elapsed time of the first: a flag set later is no new answer.
_PUT_ITEM = """
    INSERT INTO item (attempt, position, question_id, seen_before, drawn, shown, flagged, draft,
                      response, dont_know, confidence, seconds, answered_at, score, elapsed,
                      competency, topic, difficulty, chance)
    VALUES (:attempt, :position, :question_id, :seen_before, :drawn, :shown, :flagged, :draft,
            :response, :dont_know, :confidence, :seconds, :answered_at, :score, :elapsed,
            :competency, :topic, :difficulty, :chance)
    ON CONFLICT (attempt, position) DO UPDATE SET
        shown = excluded.shown, flagged = excluded.flagged, draft = excluded.draft,
        response = excluded.response, dont_know = excluded.dont_know, confidence = excluded.confidence,
        seconds = excluded.seconds, answered_at = excluded.answered_at, score = excluded.score,
        elapsed = iif(excluded.answered_at IS answered_at, elapsed, excluded.elapsed)
"""
_INSERT_ATTEMPT = """
    INSERT INTO attempt (id, framework_id, framework_title, competencies, seed, bank_digest, app_version, started_at,
                         finished_at, position, elapsed, asked, answered, scored, right_count, method)
    VALUES (:id, :framework_id, :framework_title, :competencies, :seed, :bank_digest, :app_version, :started_at,
            :finished_at, :position, :elapsed, :asked, :answered, :scored, :right_count, :method)
"""
_UPDATE_ATTEMPT = """
    UPDATE attempt SET finished_at = :finished_at, position = :position, elapsed = :elapsed, asked = :asked,
                       competencies = :competencies, answered = :answered, scored = :scored, right_count = :right_count
    WHERE number = :number
"""


def insert_attempt(connection: sqlite3.Connection, session: QuizSession, app_version: str) -> None:
    """A new attempt: its plan, and a row for every position."""
    row = attempt_row(session, app_version) | progress_row(session)
    number = connection.execute(_INSERT_ATTEMPT, row).lastrowid
    assert number is not None
    connection.execute("INSERT INTO plan (attempt, data) VALUES (?, ?)", (number, plan_text(session.plan)))
    review_answers(connection, number, session, range(len(session.states)))
    _put_items(connection, number, session, range(len(session.states)))
    _add_questions(connection, number, session)


def update_attempt(connection: sqlite3.Connection, number: int, session: QuizSession, positions: Iterable[int]) -> None:
    """The attempt's progress, the given positions as they stand, and the questions that its plan has grown by."""
    positions = tuple(positions)
    connection.execute(_UPDATE_ATTEMPT, progress_row(session) | {"number": number})
    review_answers(connection, number, session, positions)
    _put_items(connection, number, session, positions)
    _add_questions(connection, number, session)


def find_number(connection: sqlite3.Connection, attempt_id: str, *, hidden: bool = False) -> int | None:
    """The attempt's number in this file, or None; one that is hidden where ``hidden`` is set, else one that is not."""
    query = "SELECT number FROM attempt WHERE id = ? AND (deleted_at IS NOT NULL) = ?"
    row = connection.execute(query, (attempt_id, hidden)).fetchone()
    return None if row is None else int(row["number"])


def read_attempt(connection: sqlite3.Connection, number: int) -> tuple[sqlite3.Row, list[sqlite3.Row]]:
    """The attempt with its plan (``data``), and its positions in order with their questions (``data``)."""
    query = "SELECT * FROM attempt JOIN plan ON plan.attempt = attempt.number WHERE number = ?"
    return connection.execute(query, (number,)).fetchone(), connection.execute(_ITEMS, (number,)).fetchall()


def read_summaries(connection: sqlite3.Connection) -> list[sqlite3.Row]:
    """A row an attempt, the newest first."""
    return connection.execute(_SUMMARIES).fetchall()


def delete_attempt(connection: sqlite3.Connection, attempt_id: str) -> None:
    """Remove an attempt; its plan and positions go with it. Nothing happens if there is none."""
    connection.execute("DELETE FROM attempt WHERE id = ?", (attempt_id,))


def hide_attempt(connection: sqlite3.Connection, attempt_id: str, deleted_at: str) -> None:
    """Leave an attempt out of everything, until it is restored or purged. Nothing happens if there is none."""
    query = "UPDATE attempt SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL"
    connection.execute(query, (deleted_at, attempt_id))


def restore_attempt(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("UPDATE attempt SET deleted_at = NULL WHERE number = ?", (number,))


def delete_hidden(connection: sqlite3.Connection, attempt_id: str) -> None:
    """Remove an attempt for good if it is hidden."""
    connection.execute("DELETE FROM attempt WHERE id = ? AND deleted_at IS NOT NULL", (attempt_id,))


def purge_hidden(connection: sqlite3.Connection, before: str | None) -> None:
    """Remove what is hidden for good, or what was hidden before a time."""
    connection.execute("DELETE FROM attempt WHERE deleted_at < coalesce(?, '~')", (before,))


def read_seen(connection: sqlite3.Connection, framework_id: str) -> frozenset[str]:
    """The ids of the questions that any stored attempt of a framework, hidden or not, has shown or that have a card."""
    return frozenset(row["question_id"] for row in connection.execute(_SEEN, {"framework": framework_id}))


def read_answers(connection: sqlite3.Connection, framework_id: str, *, finished_only: bool) -> list[sqlite3.Row]:
    """What the assessments of a framework have to say, the oldest attempt first; ``data`` where there is no chance."""
    return connection.execute(_ANSWERS, (framework_id, finished_only)).fetchall()


def _put_items(connection: sqlite3.Connection, number: int, session: QuizSession, positions: Iterable[int]) -> None:
    rows = ({"attempt": number} | item_row(session, position) for position in positions)
    connection.executemany(_PUT_ITEM, rows)


def _add_questions(connection: sqlite3.Connection, number: int, session: QuizSession) -> None:
    """The questions that the file has not: a plan grows at its end, and what stands in it never changes."""
    (held,) = connection.execute("SELECT count(*) FROM question WHERE attempt = ?", (number,)).fetchone()
    rows = [(number, place, question_text(session.plan.items[place])) for place in range(held, len(session.plan.items))]
    connection.executemany("INSERT INTO question (attempt, position, data) VALUES (?, ?, ?)", rows)
