"""Whatever is stored comes back equal, after any walk and from a newly opened file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.answer import Answer
from quizapp.core.plan import Feedback, QuizPlan
from quizapp.core.session import QuizSession, finish_session, keep_draft, move_to, submit_answer, toggle_flag
from quizapp.storage.store import AttemptStore, open_store
from tests.factories import NOW, make_plan, make_session, wrong_response
from tests.storage.strategies import plans, sessions

LENGTH = 5
_ids = (f"attempt-{number}" for number in count())


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AttemptStore]:
    """One file for all examples: what one leaves must not disturb another."""
    with open_store(tmp_path_factory.mktemp("store") / "attempts.sqlite3") as store:
        yield store


@given(session=sessions())
def test_any_session_comes_back_equal(shared: AttemptStore, session: QuizSession) -> None:
    session = replace(session, id=next(_ids))
    shared.create_attempt(session)
    loaded = shared.load_attempt(session.id)
    assert loaded == session
    assert loaded.started_at.utcoffset() == timedelta()


@given(data=st.data(), plan=plans())
@settings(max_examples=50)
def test_any_later_state_replaces_the_earlier(shared: AttemptStore, data: st.DataObject, plan: QuizPlan) -> None:
    before = replace(data.draw(sessions(st.just(plan))), id=next(_ids))
    after = replace(data.draw(sessions(st.just(plan))), id=before.id, started_at=before.started_at)
    shared.create_attempt(before)
    shared.record_progress(after)
    assert shared.load_attempt(after.id) == after


steps = st.sampled_from(["answer", "draft", "flag", "move", "heartbeat", "reopen"])


@given(walk=st.lists(st.tuples(steps, st.integers(0, LENGTH - 1)), max_size=12), feedback=st.sampled_from(Feedback))
@settings(max_examples=50)
def test_after_any_walk_the_file_holds_the_session(
    tmp_path_factory: pytest.TempPathFactory, walk: list[tuple[str, int]], feedback: Feedback
) -> None:
    path = tmp_path_factory.getbasetemp() / "walk.sqlite3"
    session = make_session(make_plan(LENGTH, feedback), id_=next(_ids))
    store = open_store(path)
    store.create_attempt(session)
    for step, position in walk:
        session = _take(store, replace(session, elapsed=session.elapsed + 1.5), step, position)
        if step == "reopen":
            store.close()
            store = open_store(path)
        assert store.load_attempt(session.id) == session
    session = finish_session(session, now=NOW)
    store.finish_attempt(session)
    store.close()
    with open_store(path) as again:
        assert again.load_attempt(session.id) == session


def _take(store: AttemptStore, session: QuizSession, step: str, position: int) -> QuizSession:
    """One thing that a person does, recorded as the controller does it."""
    if step == "answer" and not session.is_final(session.position):
        answer = Answer(wrong_response(session.item.question), NOW, confidence=0.25, seconds=1.5)
        session, _ = submit_answer(session, answer)
        store.record_answer(session, session.position)
        return session
    if step == "draft":
        session = keep_draft(session, (str(position),))
    elif step == "flag":
        session = toggle_flag(session)
    elif step == "move":
        session = move_to(session, position)
    store.record_progress(session)
    return session
