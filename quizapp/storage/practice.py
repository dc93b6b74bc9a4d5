"""Cards and the past of questions: the SQL of practice. Each function is a part of the caller's transaction."""

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from quizapp.core.practice.days import end_of_day, start_of_day
from quizapp.core.practice.grade import rate_answer
from quizapp.core.practice.record import QuestionRecord
from quizapp.core.practice.schedule import Card, CardState, review_card
from quizapp.core.session import QuizSession
from quizapp.storage.encoding import optional_time, time_from_text, time_to_text

# As ``core.practice.schedule.is_due``.
_IS_DUE = "framework_id = :framework AND due < :tomorrow AND (due <= :now OR state = 2)"
_PUT_CARD = """
    INSERT INTO card (framework_id, question_id, due, stability, difficulty, state, step, last_review)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (framework_id, question_id) DO UPDATE SET
        due = excluded.due, stability = excluded.stability, difficulty = excluded.difficulty,
        state = excluded.state, step = excluded.step, last_review = excluded.last_review
"""
# With one max() in a query SQLite takes the bare columns, here ``score``, from the row that has it
# (https://www.sqlite.org/lang_select.html, 2.5): the last answer. What a running assessment was answered is left out.
_RECORDS = """
    SELECT question_id, score, max(at) AS last_at, total(assessed) AS assessed, total(asked) AS asked,
           total(practised AND at < :today) AS before, total(practised AND at >= :today) AS today
    FROM (
        SELECT question_id, coalesce(score, 0.0) AS score,
               method <> 'practice' AND finished_at IS NOT NULL AND shown AS assessed,
               method <> 'practice' AND finished_at IS NULL AS asked,
               method = 'practice' AND answered_at IS NOT NULL AS practised,
               CASE WHEN method = 'practice' THEN answered_at
                    WHEN finished_at IS NOT NULL AND (answered_at IS NOT NULL OR shown)
                    THEN coalesce(answered_at, finished_at) END AS at
        FROM item JOIN attempt ON number = item.attempt
        WHERE framework_id = :framework AND deleted_at IS NULL
    )
    GROUP BY question_id
"""


def review_answers(connection: sqlite3.Connection, number: int, session: QuizSession, positions: Iterable[int]) -> None:
    """Bring the cards up to what a practice session was answered at some positions; nothing for an assessment.

    To be called before these answers are written: only one that the file does not hold yet is reviewed, so that
    writing it again reviews nothing twice.
    """
    if not session.plan.method.is_practice:
        return
    for position in positions:
        answer, question = session.states[position].answer, session.plan.items[position].question
        if answer is not None and not _is_answered(connection, number, position):
            card = read_card(connection, session.plan.framework.id, question.id)
            reviewed = review_card(question.id, card, rate_answer(question, answer), answer.answered_at)
            connection.execute(_PUT_CARD, (session.plan.framework.id, *_values(reviewed)))


def read_cards(connection: sqlite3.Connection, framework_id: str) -> tuple[Card, ...]:
    """The cards of a framework in the order in which they come due; one that is damaged is as if it were not there."""
    query = "SELECT * FROM card WHERE framework_id = ? ORDER BY due, question_id"
    cards = (_card(row) for row in connection.execute(query, (framework_id,)))
    return tuple(card for card in cards if card is not None)


def read_due(connection: sqlite3.Connection, framework_id: str, now: datetime) -> frozenset[str]:
    """The ids of the questions that are due."""
    rows = connection.execute(f"SELECT question_id FROM card WHERE {_IS_DUE}", _due_values(framework_id, now))
    return frozenset(row["question_id"] for row in rows)


def count_due(connection: sqlite3.Connection, framework_id: str, now: datetime) -> int:
    """How many questions are due."""
    query = f"SELECT count(*) FROM card WHERE {_IS_DUE}"
    return int(connection.execute(query, _due_values(framework_id, now)).fetchone()[0])


def read_records(connection: sqlite3.Connection, framework_id: str, now: datetime) -> list[sqlite3.Row]:
    """A row for each question that any attempt of a framework may ask or has asked, for ``record_from_row``."""
    values = {"framework": framework_id, "today": time_to_text(start_of_day(now))}
    return connection.execute(_RECORDS, values).fetchall()


def record_from_row(row: sqlite3.Row) -> QuestionRecord:
    """The past of one question. Raises ValueError if the row is damaged."""
    return QuestionRecord(
        question_id=row["question_id"],
        is_assessed=row["assessed"] > 0,
        is_in_assessment=row["asked"] > 0,
        last_score=None if row["last_at"] is None else row["score"],
        last_at=optional_time(row["last_at"]),
        practised_before=int(row["before"]),
        practised_today=int(row["today"]),
    )


def _is_answered(connection: sqlite3.Connection, number: int, position: int) -> bool:
    query = "SELECT 1 FROM item WHERE attempt = ? AND position = ? AND answered_at IS NOT NULL"
    return connection.execute(query, (number, position)).fetchone() is not None


def read_card(connection: sqlite3.Connection, framework_id: str, question_id: str) -> Card | None:
    """The card of one question, or None where it was never practised."""
    query = "SELECT * FROM card WHERE framework_id = ? AND question_id = ?"
    row = connection.execute(query, (framework_id, question_id)).fetchone()
    return None if row is None else _card(row)


def _due_values(framework_id: str, now: datetime) -> dict[str, str]:
    times = {"now": time_to_text(now), "tomorrow": time_to_text(end_of_day(now))}
    return {"framework": framework_id, **times}


def _values(card: Card) -> tuple[object, ...]:
    return (
        card.question_id,
        time_to_text(card.due),
        card.stability,
        card.difficulty,
        int(card.state),
        card.step,
        time_to_text(card.last_review),
    )


def _card(row: sqlite3.Row) -> Card | None:
    """A card, or None if it is damaged: it is a schedule and no result, and the next answer begins it anew."""
    with suppress(ValueError):
        return Card(
            question_id=row["question_id"],
            due=time_from_text(row["due"]),
            stability=row["stability"],
            difficulty=row["difficulty"],
            state=CardState(row["state"]),
            step=row["step"],
            last_review=time_from_text(row["last_review"]),
        )
    return None
