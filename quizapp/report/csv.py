"""The questions of an attempt as a table for spreadsheets, one row each; docs/result-format.md describes it."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from quizapp.core.answer import Answer
from quizapp.core.grading import describe_response, grade_answer, key_response
from quizapp.core.markup import plain_text
from quizapp.core.plan import PlanItem
from quizapp.core.session import ItemState, QuizSession
from quizapp.report.outcome import outcome
from quizapp.report.result import time_text

Value = str | int | float | bool | None

_COLUMNS: Mapping[str, Callable[[PlanItem, ItemState], Value]] = MappingProxyType(
    {
        "id": lambda item, _: item.question.id,
        "revision": lambda item, _: item.question.revision,
        "competency": lambda item, _: item.question.competency,
        "topic": lambda item, _: item.question.topic,
        "type": lambda item, _: item.question.type,
        "difficulty": lambda item, _: item.question.difficulty,
        "outcome": lambda item, state: str(outcome(item.question, state)),
        "score": lambda item, state: grade_answer(item.question, state.answer).score if state.answer else None,
        "confidence": lambda _, state: state.answer.confidence if state.answer else None,
        "seconds": lambda _, state: round(state.answer.seconds, 3) if state.answer else None,
        "answered_at": lambda _, state: time_text(state.answer.answered_at) if state.answer else None,
        "seen_before": lambda item, _: item.seen_before,
        "flagged": lambda _, state: state.flagged,
    }
)
_ANSWER_COLUMNS: Mapping[str, Callable[[PlanItem, ItemState], Value]] = MappingProxyType(
    {
        "question_text": lambda item, _: plain_text(item.question.stem),
        "response_text": lambda item, state: _given(item, state.answer),
        "key_text": lambda item, _: describe_response(item.question, key_response(item.question), item.option_order),
    }
)

# What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"), full-width signs too.
_ACTIVE = tuple("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?([eE][+-]?\d+)?")


def render_csv(session: QuizSession, *, answers: bool = True) -> bytes:
    """The table as UTF-8 with a byte order mark, by which spreadsheets know it; commas between, CRLF after rows.

    Without ``answers`` the columns that hold the question's text, the answer and the key are left out.
    """
    columns = {**_COLUMNS, **(_ANSWER_COLUMNS if answers else {})}
    pairs = enumerate(zip(session.plan.items, session.states, strict=True), 1)
    rows = ([number, *(read(item, state) for read in columns.values())] for number, (item, state) in pairs)
    return _table([["number", *columns], *rows])


def safe_cell(value: Value) -> str:
    """What stands in a cell: texts that a spreadsheet would run get an apostrophe before them, numbers stay numbers."""
    if not isinstance(value, str):
        return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    is_active = value.lstrip(" ").startswith(_ACTIVE) and not _NUMBER.fullmatch(value)
    return f"'{value}" if is_active else value


def _table(rows: Iterable[Iterable[Value]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([safe_cell(cell) for cell in row] for row in rows)
    # Half a surrogate pair is no UTF-8, and NUL ends a cell in some programs.
    return text.getvalue().replace("\0", "�").encode("utf-8-sig", "backslashreplace")


def _given(item: PlanItem, answer: Answer | None) -> str:
    if answer is None or answer.dont_know:
        return ""
    return describe_response(item.question, answer.response, item.option_order)
