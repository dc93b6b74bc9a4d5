"""Order: credit, chance, the order shown, and what a review says."""

from itertools import pairwise, permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import ReviewRow, Verdict
from quizapp.core.markup import parse_markup
from quizapp.core.question import Scoring
from quizapp.core.types.order import Item, Order, OrderBody

ORDER = Order()
scorings = st.sampled_from(Scoring)
bodies = st.integers(3, 6).map(lambda count: body_of("abcdefgh"[:count]))


def body_of(ids: str) -> OrderBody:
    return OrderBody(tuple(Item(id_, f"Step **{id_}**", f"Because {id_}") for id_ in ids))


def score(body: OrderBody, response: tuple[str, ...], scoring: Scoring = Scoring.PARTIAL) -> float:
    return ORDER.grade(body, response, scoring).score


@pytest.mark.parametrize(
    ("response", "partial", "strict"),
    [
        ("abcd", 1, 1),
        ("bcda", 2 / 3, 0),
        ("abdc", 1 / 3, 0),
        ("dcba", 0, 0),
        ("", 0, 0),
        ("abc", 0, 0),
        ("abcda", 0, 0),
        ("abcx", 0, 0),
        ("aaaa", 0, 0),
    ],
)
def test_partial_pays_neighbours_kept_and_strict_the_key_alone(response: str, partial: float, strict: float) -> None:
    body = body_of("abcd")
    assert score(body, tuple(response)) == pytest.approx(partial)
    assert score(body, tuple(response), Scoring.STRICT) == strict


@given(bodies, st.lists(st.sampled_from("abcdefghx"), max_size=8).map(tuple))
def test_any_response_is_graded_and_the_key_alone_is_right(body: OrderBody, response: tuple[str, ...]) -> None:
    partial, strict = (ORDER.grade(body, response, how) for how in (Scoring.PARTIAL, Scoring.STRICT))
    assert 0 <= strict.score <= partial.score <= 1
    assert partial.is_right == strict.is_right == (response == ORDER.key(body))
    assert [id_ for id_, _ in partial.marks] == list(body.ids)
    ORDER.describe(body, response, body.ids)
    ORDER.review(body, response, body.ids)


@given(bodies)
def test_the_score_rises_with_each_pair_kept(body: OrderBody) -> None:
    key = set(pairwise(body.ids))
    for response in permutations(body.ids):
        assert score(body, response) == pytest.approx(len(key & set(pairwise(response))) / len(key))


@given(bodies, scorings)
def test_chance_is_the_mean_over_all_orders(body: OrderBody, scoring: Scoring) -> None:
    scores = [score(body, response, scoring) for response in permutations(body.ids)]
    assert ORDER.chance(body, scoring) == pytest.approx(sum(scores) / len(scores), abs=1e-12)


def test_every_order_is_shown_but_the_right_one() -> None:
    random = Random(4)
    orders = [ORDER.arrange(body_of("abc"), random) for _ in range(500)]
    assert set(orders) == set(permutations("abc")) - {tuple("abc")}
    assert all(60 <= orders.count(order) <= 140 for order in set(orders))
    assert ORDER.arrange(body_of("abcdefgh"), Random(8)) == ORDER.arrange(body_of("abcdefgh"), Random(8))


def test_an_order_is_complete_with_each_item_once() -> None:
    body = body_of("abc")
    assert ORDER.is_complete(body, tuple("cab"))
    assert not any(ORDER.is_complete(body, tuple(part)) for part in ("", "ab", "abb", "abcc", "abx"))


def test_marks_tell_whether_an_item_stands_in_its_place() -> None:
    marks = ORDER.grade(body_of("abc"), tuple("acb"), Scoring.PARTIAL).marks
    assert marks == (("a", Verdict.RIGHT), ("b", Verdict.WRONG), ("c", Verdict.WRONG))
    assert {mark for _, mark in ORDER.grade(body_of("abc"), (), Scoring.PARTIAL).marks} == {Verdict.MISSED}


def test_a_response_is_described_place_by_place() -> None:
    assert ORDER.describe(body_of("abc"), tuple("bca"), tuple("cab")) == "1. Step b; 2. Step c; 3. Step a"
    assert ORDER.describe(body_of("abc"), (), tuple("cab")) == ""


def test_a_review_gives_what_stood_in_a_place_and_what_belongs_there() -> None:
    right, wrong, missed = Verdict.RIGHT, Verdict.WRONG, Verdict.MISSED
    body = body_of("abc")
    expected = [(right, "a", "1"), (wrong, "c", "2"), (missed, "b", "2"), (wrong, "b", "3"), (missed, "c", "3")]
    assert ORDER.review(body, tuple("acb"), tuple("cba")) == tuple(
        ReviewRow(found, parse_markup(f"Step **{id_}**"), parse_markup(f"Because {id_}"), label)
        for found, id_, label in expected
    )
    assert [row.verdict for row in ORDER.review(body, tuple("abc"), tuple("cba"))] == [right] * 3
    assert [row.verdict for row in ORDER.review(body, (), tuple("cba"))] == [missed] * 3
