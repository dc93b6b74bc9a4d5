"""How topics share a competency, and Hamilton's method."""

from collections import Counter
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.framework import Competency, Topic
from quizapp.core.plan import largest_remainder, select_questions
from quizapp.core.question import Question
from tests.factories import make_question

SHIPPED = (
    (13, 6, 11, 13, 13, 10, 10, 8, 9, 7),
    (11, 13, 14, 14, 11, 8, 10, 5, 6, 8),
    (13, 11, 12, 13, 13, 10, 10, 10, 8),
    (15, 15, 13, 10, 10, 12, 9, 8, 8),
)
few_weights = st.lists(st.integers(1, 5), min_size=1, max_size=5)
any_weights = st.lists(st.integers(1, 40), min_size=1, max_size=12)


def competency_of(weights: list[int]) -> Competency:
    topics = tuple(Topic(f"t{number}", f"T{number}", "", weight) for number, weight in enumerate(weights))
    return Competency("c", "C", "C", topics)


def pool_of(sizes: list[int]) -> list[Question]:
    """``sizes[n]`` questions of topic n."""
    return [
        make_question(f"t{n}-{i}", competency="c", topic=f"t{n}") for n, size in enumerate(sizes) for i in range(size)
    ]


def count_topics(weights: list[int], sizes: list[int], count: int, seed: int = 3) -> list[int]:
    taken = select_questions(competency_of(weights), pool_of(sizes), count, Random(seed))
    found = Counter(question.topic for question in taken)
    return [found[f"t{number}"] for number in range(len(weights))]


@given(st.sampled_from(SHIPPED).map(list) | few_weights, st.integers(0, 60))
def test_topics_keep_within_one_question_of_their_weight(weights: list[int], count: int) -> None:
    counts = count_topics(weights, [60] * len(weights), count)
    assert sum(counts) == count
    assert all(abs(n - count * weight / sum(weights)) <= 1 + 1e-9 for n, weight in zip(counts, weights, strict=True))


@given(any_weights, st.integers(0, 60))
def test_no_topic_gets_a_whole_question_too_many(weights: list[int], count: int) -> None:
    counts = count_topics(weights, [60] * len(weights), count)
    assert all(n - Fraction(count * weight, sum(weights)) < 1 for n, weight in zip(counts, weights, strict=True))


@given(any_weights)
def test_as_many_questions_as_weights_follow_the_weights_exactly(weights: list[int]) -> None:
    assert count_topics(weights, [40] * len(weights), sum(weights)) == weights


@pytest.mark.parametrize(
    ("weights", "sizes", "count", "counts"),
    [
        ([3, 1], [9, 9], 4, [3, 1]),
        ([1, 1, 1], [9, 9, 9], 2, [1, 1, 0]),
        ([2, 1, 1], [0, 9, 9], 6, [0, 3, 3]),
        ([2, 1, 1], [1, 9, 9], 5, [1, 2, 2]),
        ([5, 1], [2, 2], 9, [2, 2]),
        ([1, 1], [0, 0], 3, [0, 0]),
    ],
)
def test_topics_without_questions_leave_their_share_to_the_others(
    weights: list[int], sizes: list[int], count: int, counts: list[int]
) -> None:
    assert count_topics(weights, sizes, count) == counts


def test_facts_met_elsewhere_are_not_asked_again() -> None:
    pool = [make_question("a", competency="c", topic="t0", facts=("x", "y")), *pool_of([1])]
    taken = select_questions(competency_of([1]), pool, 2, Random(1), facts=frozenset("y"))
    assert [question.id for question in taken] == ["t0-0"]


def test_seen_questions_fill_up_what_unseen_ones_leave() -> None:
    seen = frozenset({"t0-0", "t0-1", "t0-2"})
    orders = [select_questions(competency_of([1]), pool_of([5]), 4, Random(seed), seen) for seed in range(30)]
    for taken in orders:
        assert {question.id for question in taken[:2]} == {"t0-3", "t0-4"}
        assert {question.id for question in taken[2:]} < seen
    assert {question.id for taken in orders for question in taken[2:]} == seen


def test_selecting_leaves_the_pool_as_it_was() -> None:
    pool = pool_of([4, 4])
    select_questions(competency_of([1, 1]), pool, 5, Random(2))
    assert pool == pool_of([4, 4])


@pytest.mark.parametrize(
    ("total", "weights", "shares"),
    [
        (10, [1, 1, 1], [4, 3, 3]),
        (11, [1, 1, 1], [4, 4, 3]),
        (7, [3, 2, 1], [4, 2, 1]),
        (10, [43, 42, 15], [4, 4, 2]),
        (3, [0.6, 0.2, 0.2], [2, 1, 0]),
        (0, [1, 2], [0, 0]),
        (5, [], []),
        (5, [0, 1], [0, 5]),
    ],
)
def test_largest_remainders_by_hand(total: int, weights: list[float], shares: list[int]) -> None:
    assert largest_remainder(total, weights) == shares


@given(st.integers(0, 500), any_weights)
def test_shares_add_up_and_keep_the_quota_and_the_order(total: int, weights: list[int]) -> None:
    shares = largest_remainder(total, weights)
    assert sum(shares) == total
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share - Fraction(total * weight, sum(weights))) < 1
        assert all(share >= other for other, less in zip(shares, weights, strict=True) if less < weight)


@given(st.integers(0, 500), st.lists(st.floats(0.01, 100), min_size=1, max_size=12))
def test_shares_of_any_weights_add_up(total: int, weights: list[float]) -> None:
    shares = largest_remainder(total, weights)
    assert sum(shares) == total
    assert min(shares) >= 0
