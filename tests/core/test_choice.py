"""Single and multiple choice: credit, chance, order, and what a review says."""

from itertools import combinations, permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import ReviewRow, Verdict
from quizapp.core.markup import parse_markup
from quizapp.core.question import Scoring
from quizapp.core.types import QUESTION_TYPES
from quizapp.core.types.choice import ChoiceBody, Option, letter
from quizapp.core.types.multi import MultipleChoice
from quizapp.core.types.single import SingleChoice

IDS = "abcdefg"
SINGLE, MULTI = SingleChoice(), MultipleChoice()


def body_of(flags: str, *, fixed_order: bool = False) -> ChoiceBody:
    """A body with one option a letter of ``flags``: r for right, w for wrong."""
    options = tuple(
        Option(id_, f"Text **{id_}**", flag == "r", f"Because {id_}") for id_, flag in zip(IDS, flags, strict=False)
    )
    return ChoiceBody(options, fixed_order)


def responses(body: ChoiceBody) -> list[tuple[str, ...]]:
    """Every set of ticks."""
    ids = [option.id for option in body.options]
    return [chosen for size in range(len(ids) + 1) for chosen in combinations(ids, size)]


bodies = st.text("rw", min_size=2, max_size=6).filter(lambda flags: "r" in flags).map(body_of)
scorings = st.sampled_from(Scoring)


def score(body: ChoiceBody, response: tuple[str, ...], scoring: Scoring = Scoring.PARTIAL) -> float:
    return MULTI.grade(body, response, scoring).score


@pytest.mark.parametrize(
    ("response", "partial", "strict"),
    [
        ("", 0, 0),
        ("a", 0.5, 0),
        ("ab", 1, 1),
        ("ba", 1, 1),
        ("abc", 0.5, 0),
        ("ac", 0, 0),
        ("cde", 0, 0),
        ("aab", 1, 1),
    ],
)
def test_multi_pays_hits_less_false_ticks(response: str, partial: float, strict: float) -> None:
    body = body_of("rrwww")
    assert score(body, tuple(response)) == partial
    assert score(body, tuple(response), Scoring.STRICT) == strict


@given(bodies, scorings)
def test_multi_gives_full_credit_to_the_key_alone(body: ChoiceBody, scoring: Scoring) -> None:
    full = [given for given in responses(body) if MULTI.grade(body, given, scoring).is_right]
    assert full == [MULTI.key(body)] == [body.correct_ids]


@given(bodies)
def test_strict_never_pays_more_than_partial_and_both_stay_in_0_to_1(body: ChoiceBody) -> None:
    for response in responses(body):
        assert 0 <= score(body, response, Scoring.STRICT) <= score(body, response) <= 1


@given(bodies, scorings)
def test_a_right_tick_never_lowers_and_a_wrong_one_never_raises_the_score(body: ChoiceBody, scoring: Scoring) -> None:
    for response in responses(body):
        for option in body.options:
            gain = score(body, (*response, option.id), scoring) - score(body, response, scoring)
            assert gain >= 0 if option.correct else gain <= 0


@given(bodies, scorings, st.randoms(use_true_random=False))
def test_no_score_depends_on_an_order(body: ChoiceBody, scoring: Scoring, random: Random) -> None:
    mixed = ChoiceBody(tuple(random.sample(body.options, len(body.options))))
    for response in responses(body):
        one = MULTI.grade(body, response, scoring)
        other = MULTI.grade(mixed, tuple(random.sample(response, len(response))), scoring)
        assert (one.score, dict(one.marks)) == (other.score, dict(other.marks))


@given(bodies, scorings)
def test_multi_chance_is_the_mean_over_all_ticks(body: ChoiceBody, scoring: Scoring) -> None:
    scores = [score(body, response, scoring) for response in responses(body)]
    assert MULTI.chance(body, scoring) == pytest.approx(sum(scores) / len(scores), abs=1e-12)


@given(st.integers(2, 7), st.data(), scorings)
def test_single_pays_the_right_option_alone_and_chance_is_the_mean(n: int, data: st.DataObject, how: Scoring) -> None:
    right = data.draw(st.integers(0, n - 1))
    body = body_of("w" * right + "r" + "w" * (n - right - 1))
    scores = {response: SINGLE.grade(body, response, how).score for response in responses(body)}
    assert [response for response, got in scores.items() if got] == [SINGLE.key(body)] == [(IDS[right],)]
    assert scores[SINGLE.key(body)] == 1
    alone = [got for response, got in scores.items() if len(response) == 1]
    assert SINGLE.chance(body, how) == pytest.approx(sum(alone) / n)


@pytest.mark.parametrize("type_", [SINGLE, MULTI])
def test_marks_tell_what_became_of_each_option(type_: SingleChoice | MultipleChoice) -> None:
    assert type_.grade(body_of("rrww"), ("a", "c"), Scoring.PARTIAL).marks == (
        ("a", Verdict.RIGHT),
        ("b", Verdict.MISSED),
        ("c", Verdict.WRONG),
        ("d", Verdict.NEUTRAL),
    )


def test_options_are_shuffled_evenly_unless_their_order_is_fixed() -> None:
    random = Random(4)
    orders = [MULTI.arrange(body_of("rww"), random) for _ in range(600)]
    assert set(orders) == set(permutations("abc"))
    assert all(70 <= orders.count(order) <= 130 for order in set(orders))
    assert SINGLE.arrange(body_of("rwwww", fixed_order=True), random) == tuple("abcde")


def test_the_order_comes_from_the_random_source_alone() -> None:
    assert SINGLE.arrange(body_of("rwwwww"), Random(8)) == SINGLE.arrange(body_of("rwwwww"), Random(8))


def test_a_choice_is_complete_once_something_is_chosen() -> None:
    assert not SINGLE.is_complete(body_of("rw"), ())
    assert SINGLE.is_complete(body_of("rw"), ("b",))


def test_a_response_is_described_by_the_letters_on_screen() -> None:
    assert MULTI.describe(body_of("rwr"), ("a", "c"), ("c", "b", "a")) == "A. Text c; C. Text a"
    assert MULTI.describe(body_of("rwr"), (), ("c", "b", "a")) == ""
    assert "".join(letter(position) for position in range(5)) == "ABCDE"


def test_a_review_follows_the_order_shown() -> None:
    assert SINGLE.review(body_of("rw"), ("b",), ("b", "a")) == (
        ReviewRow(Verdict.WRONG, parse_markup("Text **b**"), parse_markup("Because b"), "A"),
        ReviewRow(Verdict.MISSED, parse_markup("Text **a**"), parse_markup("Because a"), "B"),
    )


def test_the_registry_knows_each_type_by_its_own_name() -> None:
    assert {name: type(kind).__name__ for name, kind in QUESTION_TYPES.items()} == {
        "single": "SingleChoice",
        "multi": "MultipleChoice",
        "numeric": "Numeric",
        "true_false": "TrueFalse",
        "short_text": "ShortText",
        "match": "Match",
        "order": "Order",
        "code_line": "CodeLineType",
        "cloze": "Cloze",
        "parametric": "Parametric",
    }
    assert all(kind.name == name for name, kind in QUESTION_TYPES.items())
