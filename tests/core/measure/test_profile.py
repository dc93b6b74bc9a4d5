"""The standing profile: which of many answers count, and that the store's rows do as well as sessions."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.measure import AnswerRow, Cut, measure_competency, measure_profile, profile_rows, session_rows
from tests.core.measure.brute import bank_domain
from tests.factories import NOW, make_plan, make_session

DOMAINS = {"llm-basics": bank_domain(), "prompting": bank_domain()}
CUTS = {"llm-basics": Cut(0.7), "prompting": Cut(0.6, 0.08)}


def row(id_: str, days_ago: float, score: float = 1.0, *, seen: bool = False) -> AnswerRow:
    return AnswerRow(id_, "llm-basics", "theory", 3, 0.25, score, NOW - timedelta(days=days_ago), seen)


def told(rows: tuple[AnswerRow, ...]) -> list[tuple[str, float, bool]]:
    return [(r.question_id, (NOW - r.answered_at) / timedelta(days=1), r.seen_before) for r in rows]


def test_the_first_exposure_counts_and_later_ones_are_marked() -> None:
    rows = [row("a", 1), row("a", 30, 0.0), row("b", 2), row("c", 3, seen=True)]
    assert told(profile_rows(rows, now=NOW)) == [("a", 30, False), ("c", 3, True), ("b", 2, False), ("a", 1, True)]


def test_a_first_exposure_before_the_window_spoils_a_later_answer() -> None:
    rows = [row("a", 95), row("a", 10), row("b", 89.9), row("c", 90)]
    assert told(profile_rows(rows, now=NOW)) == [("b", 89.9, False), ("a", 10, True)]


def test_a_first_exposure_in_practice_spoils_later_ones() -> None:
    assert told(profile_rows([row("a", 9, seen=True), row("a", 5)], now=NOW)) == [("a", 9, True), ("a", 5, True)]


def test_days_and_now_are_the_callers() -> None:
    rows = [row("a", 20), row("b", 3), row("b", -1)]
    assert told(profile_rows(rows, now=NOW, days=7)) == [("b", 3, False)]
    earlier = profile_rows(rows, now=NOW - timedelta(days=10))
    assert [r.question_id for r in earlier] == ["a"]


@pytest.mark.parametrize("days", [0, -3])
def test_a_profile_looks_back(days: int) -> None:
    with pytest.raises(ValueError, match="at least one day"):
        profile_rows([], now=NOW, days=days)


def test_every_domain_is_measured_with_its_own_cut() -> None:
    rows = [row("a", 1), row("b", 2, 0.0), row("a", 0.5, 1.0), replace(row("z", 1), competency="elsewhere")]
    basics, prompting = measure_profile(rows, DOMAINS, CUTS, now=NOW)
    assert (basics.slug, basics.answers, basics.mean_score, basics.seen.count) == ("llm-basics", 2, 0.5, 1)
    fresh = [row("b", 2, 0.0), row("a", 1)]
    expected = measure_competency("llm-basics", fresh, DOMAINS["llm-basics"], CUTS["llm-basics"])
    assert basics.score == expected.score
    assert (prompting.answers, prompting.cut) == (0, CUTS["prompting"])


def test_sessions_pool() -> None:
    first = make_session(make_plan(8), [False] * 8, finished=True)
    again = replace(make_session(make_plan(8), [True] * 8), started_at=NOW + timedelta(days=1))
    later = tuple(replace(r, answered_at=r.answered_at + timedelta(days=1)) for r in session_rows(again))
    rows = session_rows(first) + later
    basics = measure_profile(rows, DOMAINS, CUTS, now=NOW + timedelta(days=2))[0]
    assert (basics.answers, basics.mean_score) == (2, 0.0)
    assert (basics.seen.count, basics.seen.mean_score) == (2, 1.0)


many_rows = st.lists(
    st.builds(row, st.sampled_from("abcdef"), st.integers(-5, 120), st.floats(0, 1), seen=st.booleans()),
    max_size=25,
    unique_by=lambda r: r.answered_at,
)


@given(many_rows, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter_and_no_question_counts_twice(rows: list[AnswerRow], random: Random) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    kept = profile_rows(shuffled, now=NOW)
    assert kept == profile_rows(rows, now=NOW)
    fresh = [r.question_id for r in kept if not r.seen_before]
    assert len(fresh) == len(set(fresh))
    assert all(_is_recent(r.answered_at) for r in kept)
    assert len(kept) == sum(_is_recent(r.answered_at) for r in rows)


def _is_recent(when: datetime) -> bool:
    return NOW - timedelta(days=90) < when <= NOW
