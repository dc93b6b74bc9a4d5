"""Attempts one beside the other: the list, deleting, what was seen; and the settings."""

from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.core.errors import StorageError
from quizapp.core.score import score_session
from quizapp.storage.store import AttemptStore, open_store
from tests.factories import NOW, make_plan, make_session
from tests.storage.files import look


def test_the_list_counts_as_the_score_does(store: AttemptStore) -> None:
    session = make_session(make_plan(6, competencies=3), [True, False, None, True], finished=True)
    store.create_attempt(make_session(make_plan(6, competencies=3)))
    store.finish_attempt(session)
    (summary,) = store.list_attempts()
    total = score_session(session).total
    assert (summary.asked, summary.scored, summary.right) == (total.asked, total.scored, total.right) == (6, 5, 2)
    assert (summary.answered, summary.elapsed, summary.is_finished) == (4, 80.0, True)
    assert (summary.started_at, summary.finished_at) == (NOW, NOW + timedelta(seconds=80))
    assert (summary.framework_id, summary.framework_title) == ("ai-engineer", "AI engineer")


def test_the_list_names_the_competencies_that_were_asked_about(store: AttemptStore) -> None:
    store.create_attempt(make_session(make_plan(3, competencies=4)))
    assert store.list_attempts()[0].competencies == ("llm-basics", "fine-tuning", "prompting")


def test_the_newest_comes_first_whatever_the_clock_says(store: AttemptStore) -> None:
    for number, hours in enumerate((0, 5, -24)):
        session = replace(make_session(id_=f"attempt-{number}"), started_at=NOW + timedelta(hours=hours))
        store.create_attempt(session)
    assert [summary.id for summary in store.list_attempts()] == ["attempt-2", "attempt-1", "attempt-0"]
    assert [summary.finished_at for summary in store.list_attempts()] == [None] * 3


def test_a_deleted_attempt_leaves_nothing(store: AttemptStore) -> None:
    kept, gone = make_session(id_="kept"), make_session(id_="gone")
    store.create_attempt(kept)
    store.create_attempt(gone)
    store.delete_attempt("gone")
    store.delete_attempt("never there")
    counts = "SELECT (SELECT count(*) FROM attempt), (SELECT count(*) FROM plan), (SELECT count(*) FROM item)"
    assert look(store.path, counts) == [(1, 1, 6)]
    assert store.load_attempt("kept") == kept
    with pytest.raises(StorageError, match="no attempt gone"):
        store.load_attempt("gone")
    with pytest.raises(StorageError, match="no attempt gone"):
        store.record_progress(gone)


def test_seen_are_the_questions_that_were_shown_of_that_framework(store: AttemptStore) -> None:
    plan = make_plan()
    other = replace(plan, framework=replace(plan.framework, id="other"))
    store.create_attempt(make_session(plan, [True, True]))
    store.create_attempt(make_session(other, [True] * 5, id_="attempt-2"))
    assert store.seen_question_ids("ai-engineer") == {"q0", "q1", "q2"}
    assert store.seen_question_ids("unknown") == frozenset()


@pytest.mark.parametrize("value", ["dark", "", "ünïcode\nand lines", "/home/\udcff/bank", "\x00"])
def test_a_setting_is_kept(store: AttemptStore, value: str) -> None:
    assert store.get_setting("theme") is None
    store.set_setting("theme", "light")
    store.set_setting("theme", value)
    with open_store(store.path) as other:
        assert other.get_setting("theme") == value
