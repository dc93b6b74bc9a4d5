"""An attempt as rows of the schema, and back."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from quizapp.core.answer import Answer
from quizapp.core.grading import chance_score, grade_answer
from quizapp.core.measure.rows import AnswerRow
from quizapp.core.plan import PlanItem, QuizPlan
from quizapp.core.session import ItemState, QuizSession, is_scored
from quizapp.core.snapshot import item_from_data, item_to_data, plan_from_data, plan_to_data
from quizapp.storage.encoding import optional_time, response_from_json, time_from_text, time_to_text, to_json

Row = dict[str, object]


def attempt_row(session: QuizSession, app_version: str) -> Row:
    """What never changes about an attempt."""
    plan = session.plan
    return {
        "id": session.id,
        "framework_id": plan.framework.id,
        "framework_title": plan.framework.title,
        "seed": str(plan.seed),
        "bank_digest": plan.bank_digest,
        "app_version": app_version,
        "started_at": time_to_text(session.started_at),
        "method": str(plan.method),
    }


def plan_text(plan: QuizPlan) -> str:
    """All of a plan but its questions, as JSON."""
    data = plan_to_data(replace(plan, items=()))
    del data["items"]
    return to_json(data)


def question_text(item: PlanItem) -> str:
    """One question of a plan as JSON."""
    return to_json(item_to_data(item))


def progress_row(session: QuizSession) -> Row:
    """What changes about an attempt with every write."""
    graded = [
        grade_answer(item.question, state.answer)
        for item, state in zip(session.plan.items, session.states, strict=True)
        if state.answer is not None
    ]
    return {
        "finished_at": session.finished_at and time_to_text(session.finished_at),
        "position": session.position,
        "elapsed": session.elapsed,
        "asked": len(session.plan.items),
        "competencies": to_json(_asked_competencies(session.plan)),
        "answered": len(graded),
        "scored": sum(is_scored(state) for state in session.states),
        "right_count": sum(grade.is_right for grade in graded),
    }


def item_row(session: QuizSession, position: int) -> Row:
    """One position as it stands."""
    item, state = session.plan.items[position], session.states[position]
    return {
        "position": position,
        "question_id": item.question.id,
        "seen_before": item.seen_before,
        "drawn": to_json(item.drawn),
        "shown": state.shown,
        "flagged": state.flagged,
        "draft": to_json(state.draft),
        "competency": item.question.competency,
        "topic": item.question.topic,
        "difficulty": item.question.difficulty,
        "chance": chance_score(item.question),
        **_answer_columns(session, position),
    }


def session_from_rows(attempt: sqlite3.Row, items: Sequence[sqlite3.Row]) -> QuizSession:
    """The attempt as it was stored.

    Raises ValueError, LookupError, TypeError or msgspec.ValidationError if the rows are damaged.
    """
    if [row["position"] for row in items] != list(range(attempt["asked"])):
        raise ValueError("the rows of an attempt are not those of its plan")
    plan = plan_from_data(json.loads(attempt["data"]) | {"items": [json.loads(row["data"]) for row in items]})
    return QuizSession(
        id=attempt["id"],
        plan=plan,
        states=tuple(_state(row) for row in items),
        started_at=time_from_text(attempt["started_at"]),
        position=attempt["position"],
        elapsed=attempt["elapsed"],
        finished_at=optional_time(attempt["finished_at"]),
    )


def answer_from_row(row: sqlite3.Row) -> AnswerRow:
    """What one answer has to say to the measure.

    Raises ValueError, LookupError, TypeError or msgspec.ValidationError if the row is damaged.
    """
    chance = row["chance"]
    if chance is None:
        chance = chance_score(item_from_data(json.loads(row["data"])).question)
    return AnswerRow(
        question_id=row["question_id"],
        competency=row["competency"],
        topic=row["topic"],
        difficulty=row["difficulty"],
        chance=chance,
        score=row["score"],
        answered_at=time_from_text(row["answered_at"]),
        seen_before=bool(row["seen_before"]),
    )


def _asked_competencies(plan: QuizPlan) -> list[str]:
    asked = {item.question.competency for item in plan.items}
    return [competency.slug for competency in plan.framework.competencies if competency.slug in asked]


def _answer_columns(session: QuizSession, position: int) -> Row:
    answer = session.states[position].answer
    if answer is None:
        return dict.fromkeys(_ANSWER_COLUMNS)
    values = (
        to_json(answer.response),
        answer.dont_know,
        answer.confidence,
        answer.seconds,
        time_to_text(answer.answered_at),
        grade_answer(session.plan.items[position].question, answer).score,
        session.elapsed,
    )
    return dict(zip(_ANSWER_COLUMNS, values, strict=True))


_ANSWER_COLUMNS = ("response", "dont_know", "confidence", "seconds", "answered_at", "score", "elapsed")


def _state(row: sqlite3.Row) -> ItemState:
    draft = response_from_json(row["draft"])
    return ItemState(_answer(row), draft, flagged=bool(row["flagged"]), shown=bool(row["shown"]))


def _answer(row: sqlite3.Row) -> Answer | None:
    if row["answered_at"] is None:
        return None
    return Answer(
        response=response_from_json(row["response"]),
        answered_at=time_from_text(row["answered_at"]),
        dont_know=bool(row["dont_know"]),
        confidence=row["confidence"],
        seconds=row["seconds"],
    )
