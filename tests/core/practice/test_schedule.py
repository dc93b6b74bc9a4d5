"""Cards: what an answer makes of them, and when they are due."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.practice import Card, CardState, Rating, is_due, recall, review_card
from tests.factories import NOW

ratings = st.sampled_from(Rating)
gaps = st.timedeltas(timedelta(0), timedelta(days=400))
DAY = timedelta(days=1)


def first(rating: Rating) -> Card:
    return review_card("q", None, rating, NOW)


def test_the_first_answer_decides_between_minutes_and_days() -> None:
    waits = [first(rating).due - NOW for rating in Rating]
    assert waits == [timedelta(minutes=10), timedelta(minutes=15), 2 * DAY, 8 * DAY]
    assert [first(rating).state for rating in Rating] == [CardState.LEARNING] * 2 + [CardState.REVIEW] * 2


def test_what_was_not_known_is_known_after_one_good_answer() -> None:
    again = first(Rating.AGAIN)
    good = review_card("q", again, Rating.GOOD, again.due)
    assert (good.state, good.step) == (CardState.REVIEW, None)
    assert good.due - again.due >= DAY


def test_what_is_forgotten_comes_again_within_minutes_and_rests_shorter_then() -> None:
    known = review_card("q", first(Rating.GOOD), Rating.GOOD, NOW + 2 * DAY)
    lapsed = review_card("q", known, Rating.AGAIN, known.due)
    assert (lapsed.state, lapsed.due - known.due) == (CardState.RELEARNING, timedelta(minutes=10))
    assert lapsed.stability < known.stability
    assert lapsed.difficulty > known.difficulty
    assert CardState.REVIEW is review_card("q", lapsed, Rating.GOOD, lapsed.due).state


@given(st.lists(st.tuples(ratings, gaps), max_size=12))
def test_any_walk_is_that_of_the_package(walk: list[tuple[Rating, timedelta]]) -> None:
    """Through our values and back nothing is lost, and the same answers give the same days."""
    minutes = (timedelta(minutes=10),)
    scheduler = fsrs.Scheduler(
        learning_steps=minutes, relearning_steps=minutes, maximum_interval=365, enable_fuzzing=False
    )
    card, theirs, now = None, fsrs.Card(card_id=1), NOW
    for rating, gap in walk:
        now += gap
        before = card
        card = review_card("q", card, rating, now)
        theirs, _ = scheduler.review_card(theirs, fsrs.Rating(int(rating)), now)
        assert card == review_card("q", before, rating, now)
        assert (card.due, card.stability, card.difficulty) == (theirs.due, theirs.stability, theirs.difficulty)
        assert (int(card.state), card.step, card.last_review) == (int(theirs.state), theirs.step, now)
        assert timedelta(minutes=10) <= card.due - now <= timedelta(days=365)
        assert card.stability > 0
        assert 1 <= card.difficulty <= 10


@given(ratings, gaps, gaps)
def test_recall_is_a_probability_that_falls(rating: Rating, gap: timedelta, more: timedelta) -> None:
    card = first(rating)
    early, late = recall(card, NOW + gap), recall(card, NOW + gap + more)
    assert 0 < late <= early <= 1


def test_recall_is_nine_in_ten_when_a_question_comes_due() -> None:
    card = first(Rating.EASY)
    assert recall(card, card.due) == pytest.approx(0.9, abs=0.01)


def test_any_zone_is_the_same_moment() -> None:
    there = NOW.astimezone(timezone(timedelta(hours=-7)))
    assert review_card("q", None, Rating.GOOD, there) == first(Rating.GOOD)
    assert first(Rating.GOOD).due.tzinfo is UTC
    assert recall(first(Rating.GOOD), there + 9 * DAY) == recall(first(Rating.GOOD), NOW + 9 * DAY)


def test_a_clock_that_was_set_back_stops_nothing() -> None:
    card = review_card("q", first(Rating.GOOD), Rating.GOOD, NOW - timedelta(days=30))
    assert card.last_review == NOW - timedelta(days=30)
    assert recall(card, NOW - timedelta(days=60)) == 1


def local(hour: int, day: int = 2) -> datetime:
    """An hour in March 2026, where the clock is five hours behind UTC."""
    return datetime(2026, 3, day, hour, tzinfo=timezone(timedelta(hours=-5)))


def test_what_rested_for_days_is_due_all_day_long() -> None:
    card = review_card("q", None, Rating.GOOD, local(22))  # due on the 4th at 22 h, which is the 5th in UTC
    assert card.due == local(22, day=4)
    assert not is_due(card, local(23, day=3))
    assert is_due(card, local(0, day=4))
    assert is_due(card, local(12, day=9))


def test_what_was_not_known_waits_for_its_minutes() -> None:
    card = review_card("q", None, Rating.AGAIN, local(9))
    assert not is_due(card, local(9) + timedelta(minutes=9))
    assert is_due(card, local(9) + timedelta(minutes=10))


def test_the_package_is_loaded_by_the_first_review_alone() -> None:
    program = """if True:
        import sys
        from datetime import UTC, datetime
        import quizapp.core.practice as practice
        assert "fsrs" not in sys.modules
        practice.review_card("q", None, practice.Rating.GOOD, datetime(2026, 1, 1, tzinfo=UTC))
        assert "fsrs" in sys.modules
        assert not {"torch", "pandas", "numpy"} & set(sys.modules)
    """
    subprocess.run([sys.executable, "-c", program], check=True)
