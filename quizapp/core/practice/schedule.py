"""When a question comes again: our card value over the scheduler FSRS-6 of the package ``fsrs``.

The package is imported when first needed, which takes some 20 ms. FSRS: Ye, Su and Cao 2022,
doi:10.1145/3534678.3539081; the version's formulas: https://github.com/open-spaced-repetition/fsrs4anki/wiki.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from quizapp.core.practice.days import end_of_day
from quizapp.core.practice.grade import Rating

if TYPE_CHECKING:
    import fsrs

STEP = timedelta(minutes=10)
"""When a question that was not known comes again: not within its session, but in one begun right after it."""

LONGEST_DAYS = 365
"""No question rests longer: what is right in this field changes, and with it the questions."""


class CardState(IntEnum):
    """Where a question is; the numbers are those of FSRS."""

    LEARNING = 1  # not known yet
    REVIEW = 2  # known, comes again after days
    RELEARNING = 3  # forgotten


@dataclass(frozen=True, slots=True)
class Card:
    """What is kept of a practised question. ``stability`` in days, ``difficulty`` in [1, 10], times in UTC.

    ``step`` counts the repetitions within a day; None in REVIEW.
    """

    question_id: str
    due: datetime
    stability: float
    difficulty: float
    state: CardState
    step: int | None
    last_review: datetime


def review_card(question_id: str, card: Card | None, rating: Rating, now: datetime) -> Card:
    """The card of a question after an answer at ``now`` (with zone); ``card`` is None before the first one."""
    import fsrs

    # With an id of its own choice the package sleeps until it is unique; here the question's id is enough.
    begun = fsrs.Card(card_id=0, due=now) if card is None else _to_fsrs(card)
    after, _log = _scheduler().review_card(begun, fsrs.Rating(int(rating)), now.astimezone(UTC))
    return _from_fsrs(question_id, after)


def recall(card: Card, now: datetime) -> float:
    """The probability, 0..1, that the question would be answered from memory at ``now``; days count as whole ones."""
    return float(_scheduler().get_card_retrievability(_to_fsrs(card), now.astimezone(UTC)))


def is_due(card: Card, now: datetime) -> bool:
    """Whether a question should be practised now.

    One that rested for days is due from the morning on, whatever the hour of its last answer: ``now`` is in the
    person's zone. One that was not known waits for its minutes.
    """
    return card.due <= now or (card.state is CardState.REVIEW and card.due < end_of_day(now))


@lru_cache(maxsize=1)
def _scheduler() -> fsrs.Scheduler:
    import fsrs

    # Without fuzzing the same answers give the same days. Its other numbers are the package's: a recall of 0.9 is
    # aimed at, by the weights fitted to the reviews of many people.
    return fsrs.Scheduler(
        learning_steps=(STEP,), relearning_steps=(STEP,), maximum_interval=LONGEST_DAYS, enable_fuzzing=False
    )


def _to_fsrs(card: Card) -> fsrs.Card:
    import fsrs

    state = fsrs.State(int(card.state))
    return fsrs.Card(0, state, card.step, card.stability, card.difficulty, card.due, card.last_review)


def _from_fsrs(question_id: str, card: fsrs.Card) -> Card:
    assert card.stability is not None
    assert card.difficulty is not None
    assert card.last_review is not None
    state = CardState(int(card.state))
    return Card(question_id, card.due, card.stability, card.difficulty, state, card.step, card.last_review)
