"""From version 1, where a plan was one text, to version 2, where each question has its row: attempts stay equal.

``fixtures/v1-attempts.sql`` was written by version 1: an attempt over twelve questions of the shipped banks, submitted
with the last six not reached or open, and a running one with a question of each type of that day.
"""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.core.errors import StorageError
from quizapp.core.measure import AnswerRow, session_rows
from quizapp.core.snapshot import plan_from_data
from quizapp.storage.encoding import time_from_text
from quizapp.storage.migrate import copy_path
from quizapp.storage.store import open_store
from tests.storage.files import look, write_old_file, write_sql


@pytest.fixture
def old(path: Path) -> Path:
    """The file as version 1 left it."""
    write_old_file(path)
    return path


def stored_answers(path: Path) -> list[tuple[object, ...]]:
    columns = "draft, response, dont_know, confidence, seconds, answered_at, flagged, shown, seen_before, drawn, score"
    return look(path, f"SELECT attempt, position, question_id, elapsed, {columns} FROM item ORDER BY 1, 2")


def test_plans_and_answers_are_equal_before_and_after(old: Path) -> None:
    plans = [plan_from_data(json.loads(str(data))) for (data,) in look(old, "SELECT data FROM plan ORDER BY attempt")]
    answers, attempts = stored_answers(old), look(old, "SELECT * FROM attempt")
    with open_store(old) as store:
        sessions = [store.load_attempt(id_) for id_ in ("finished", "running")]
    assert [session.plan for session in sessions] == plans
    assert sessions[0].plan.seed == 2**70 + 1
    assert stored_answers(old) == answers
    assert look(old, "SELECT * FROM attempt") == [(*row, "fixed", None) for row in attempts]


def test_each_state_is_read_as_version_1_wrote_it(old: Path) -> None:
    rows = stored_answers(old)
    with open_store(old) as store:
        states = [state for id_ in ("finished", "running") for state in store.load_attempt(id_).states]
    assert len(states) == len(rows) == 20
    for state, row in zip(states, rows, strict=True):
        _, _, _, _, draft, response, dont_know, confidence, seconds, answered_at, flagged, shown, *_ = row
        assert (json.dumps(state.draft), state.flagged, state.shown) == (draft, bool(flagged), bool(shown))
        assert (state.answer is None) == (response is None)
        if state.answer:
            assert list(state.answer.response) == json.loads(str(response))
            assert (state.answer.dont_know, state.answer.confidence) == (bool(dont_know), confidence)
            assert (state.answer.seconds, state.answer.answered_at) == (seconds, time_from_text(str(answered_at)))


def rows_of(path: Path) -> list[AnswerRow]:
    with open_store(path) as store:
        ids = [summary.id for summary in store.list_attempts()][::-1]
        return [row for id_ in ids for row in session_rows(store.load_attempt(id_))]


def test_old_answers_enter_the_profile(old: Path) -> None:
    rows = rows_of(old)
    with open_store(old) as store:
        frameworks = dict.fromkeys(store.load_attempt(id_).plan.framework.id for id_ in ("finished", "running"))
        found = [row for id_ in frameworks for row in store.answer_rows(id_)]
    assert found == rows
    assert len(rows) == 7 + 4
    assert {row.chance for row in rows} > {0.0}


def test_a_question_stands_once_in_the_file(old: Path) -> None:
    open_store(old).close()
    assert look(old, "SELECT count(*) FROM question") == [(20,)]
    assert look(old, "SELECT json_type(data, '$.items') FROM plan") == [(None,), (None,)]
    copy = copy_path(old, 1)
    assert look(copy, "SELECT json_array_length(data, '$.items') FROM plan ORDER BY attempt") == [(12,), (8,)]


@pytest.mark.parametrize("data", ["'half a {'", "'[]'", "'{}'", "'null'", "'{\"items\": [null, 3]}'"])
def test_one_damaged_plan_holds_no_migration_up(old: Path, data: str) -> None:
    write_sql(old, f"UPDATE plan SET data = {data} WHERE attempt = 2")
    with open_store(old) as store:
        assert store.load_attempt("finished").answered == 6
        with pytest.raises(StorageError, match=r"damaged \(running\)"):
            store.load_attempt("running")
        assert len(store.answer_rows("ai-engineer")) == 7


def test_escaped_text_is_kept_to_the_letter(old: Path) -> None:
    odd = json.dumps("NUL \0, half a pair \ud83d, “quotes”, \u2028 and \\u0041 – 😀")[1:-1]
    (kept,) = look(old, "SELECT data FROM plan WHERE attempt = 2")[0]
    with closing(sqlite3.connect(old)) as connection, connection:
        changed = str(kept).replace("The reason for", odd)
        connection.execute("UPDATE plan SET data = ? WHERE attempt = 2", (changed,))
    plan = plan_from_data(json.loads(changed))
    with open_store(old) as store:
        assert store.load_attempt("running").plan == plan
