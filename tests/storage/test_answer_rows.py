"""The rows of the standing profile: the same as the sessions themselves would give."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings

from quizapp.core.errors import StorageError
from quizapp.core.measure import session_rows
from quizapp.core.session import QuizSession
from quizapp.core.types import QUESTION_TYPES
from quizapp.storage.store import AttemptStore, open_store
from tests.factories import answer_position, make_framework, make_plan, make_question, make_session
from tests.storage.files import write_sql
from tests.storage.strategies import sessions

_ids = (f"attempt-{number}" for number in count())


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AttemptStore]:
    with open_store(tmp_path_factory.mktemp("rows") / "attempts.sqlite3") as store:
        yield store


@given(session=sessions())
@settings(max_examples=60)
def test_they_say_what_the_session_says(shared: AttemptStore, session: QuizSession) -> None:
    number = next(_ids)
    plan = replace(session.plan, framework=replace(session.plan.framework, id=number))
    session = replace(session, id=number, plan=plan)
    shared.create_attempt(session)
    assert shared.answer_rows(number) == session_rows(session)


def test_attempts_follow_one_another(store: AttemptStore) -> None:
    first = make_session(answers=[True, False, None], id_="first", finished=True)
    second = make_session(make_plan(6, seed=3), [False, True], id_="second")
    for session in (first, second):
        store.create_attempt(session)
    rows = session_rows(first) + session_rows(second)
    assert store.answer_rows("ai-engineer") == rows
    assert len(rows) == 4 + 2  # a question left open counts in the finished attempt alone
    assert store.answer_rows("other") == ()


def test_an_answer_given_anew_counts_once(store: AttemptStore) -> None:
    session = make_session(answers=[True])
    store.create_attempt(session)
    session = make_session(answers=[False])
    store.record_answer(session, 0)
    assert store.answer_rows("ai-engineer") == session_rows(session)
    assert [row.score for row in store.answer_rows("ai-engineer")] == [0.0]


def test_every_type_keeps_its_chance(store: AttemptStore) -> None:
    slug = make_framework().competencies[0].slug
    plan = make_plan(len(QUESTION_TYPES))
    items = tuple(
        replace(item, question=make_question(f"{type_}-q", type_, slug), option_order=())
        for item, type_ in zip(plan.items, QUESTION_TYPES, strict=True)
    )
    session = make_session(replace(plan, items=items))
    for position in range(len(items)):
        session = answer_position(session, position, True)
    store.create_attempt(session)
    assert store.answer_rows("ai-engineer") == session_rows(session)


def test_practice_is_left_out(store: AttemptStore) -> None:
    store.create_attempt(make_session(answers=[True]))
    write_sql(store.path, "UPDATE attempt SET method = 'practice'")
    assert store.answer_rows("ai-engineer") == ()


def test_what_can_not_be_read_is_told(store: AttemptStore) -> None:
    store.create_attempt(make_session(answers=[True]))
    write_sql(store.path, "UPDATE item SET answered_at = 'yesterday' WHERE position = 0")
    with pytest.raises(StorageError, match=r"damaged \(attempt-1\)"):
        store.answer_rows("ai-engineer")
