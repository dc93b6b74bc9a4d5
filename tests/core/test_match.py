"""Matching: credit, chance, what counts of a response, and what a review says."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import ReviewRow, Verdict
from quizapp.core.markup import Paragraph, Span, Style, parse_markup
from quizapp.core.plan import PlanItem
from quizapp.core.question import Scoring
from quizapp.core.snapshot import plan_from_data, plan_to_data
from quizapp.core.types.match import Distractor, Match, MatchBody, Pair, given_targets
from tests.factories import make_plan, make_question

MATCH = Match()
IDS = "abcdefgh"


def body_of(pairs: int, distractors: int = 0) -> MatchBody:
    """Pairs a, b, … and distractors x0, x1, …"""
    return MatchBody(
        tuple(Pair(id_, f"Prompt **{id_}**", f"`{id_}`", f"Why {id_}") for id_ in IDS[:pairs]),
        tuple(Distractor(f"x{n}", f"Other {n}", f"Not {n}") for n in range(distractors)),
    )


def assignments(body: MatchBody) -> Iterator[tuple[str, ...]]:
    """Every way to give all prompts different targets."""
    for chosen in permutations(body.targets, len(body.pairs)):
        yield tuple(f"{pair.id}={target}" for pair, target in zip(body.pairs, chosen, strict=True))


def score(body: MatchBody, response: tuple[str, ...], scoring: Scoring = Scoring.PARTIAL) -> float:
    return MATCH.grade(body, response, scoring).score


bodies = st.builds(body_of, st.integers(2, 4), st.integers(0, 2))
scorings = st.sampled_from(Scoring)
entries = st.tuples(*[st.sampled_from([*"abcd", "x0", "x1", "", "zz"])] * 2).map("=".join)
responses = st.lists(entries | st.text(max_size=3), max_size=6).map(tuple)


@pytest.mark.parametrize(
    ("words", "partial", "strict"),
    [
        ("", 0, 0),
        ("a=a", 0.25, 0),
        ("a=a b=b c=c d=d", 1, 1),
        ("d=d c=c b=b a=a", 1, 1),
        ("a=a b=b c=d d=c", 0.5, 0),
        ("a=a b=b c=c d=x0", 0.75, 0),
        ("a=b a=a", 0, 0),  # the first for a prompt counts
        ("b=a a=a", 0, 0),  # the first for a target counts
        ("a=a a=b b=a =a a= a q=a a=q a=a=a", 0.25, 0),
    ],
)
def test_credit(words: str, partial: float, strict: float) -> None:
    body = body_of(4, 1)
    assert score(body, tuple(words.split())) == partial
    assert score(body, tuple(words.split()), Scoring.STRICT) == strict


@given(bodies, scorings)
def test_chance_is_the_mean_over_all_assignments(body: MatchBody, scoring: Scoring) -> None:
    scores = [score(body, response, scoring) for response in assignments(body)]
    assert MATCH.chance(body, scoring) == pytest.approx(sum(scores) / len(scores), abs=1e-12)


@given(bodies, scorings)
def test_only_the_key_has_full_credit(body: MatchBody, scoring: Scoring) -> None:
    full = [response for response in assignments(body) if MATCH.grade(body, response, scoring).is_right]
    assert full == [MATCH.key(body)]


@given(bodies, responses)
def test_any_response_is_graded_and_reviewed(body: MatchBody, response: tuple[str, ...]) -> None:
    assert 0 <= score(body, response, Scoring.STRICT) <= score(body, response) <= 1
    given_ids = given_targets(body, response)
    assert len(set(given_ids.values())) == len(given_ids)
    assert MATCH.is_complete(body, response) == (len(given_ids) == len(body.pairs))
    assert MATCH.describe(body, response, ()).count(" → ") == len(given_ids)
    rows = MATCH.review(body, response, ())
    assert len(rows) == len(body.pairs) + sum(row.verdict is Verdict.WRONG for row in rows)


@given(bodies, st.randoms(use_true_random=False))
def test_a_right_pair_more_never_lowers_the_score(body: MatchBody, random: Random) -> None:
    key = random.sample(MATCH.key(body), len(body.pairs))
    scores = [score(body, tuple(key[:count])) for count in range(len(key) + 1)]
    assert scores == [pytest.approx(count / len(key)) for count in range(len(key) + 1)]


def test_marks_name_each_prompt() -> None:
    marks = MATCH.grade(body_of(3, 1), ("a=a", "b=x0"), Scoring.PARTIAL).marks
    assert marks == (("a", Verdict.RIGHT), ("b", Verdict.WRONG), ("c", Verdict.MISSED))


def test_a_review_tells_what_was_given_and_what_is_right() -> None:
    body = body_of(3, 1)
    rows = MATCH.review(body, ("a=a", "b=x0"), ())
    told = [(row.label, row.verdict, row.rationale) for row in rows]
    assert told == [
        ("1", Verdict.RIGHT, parse_markup("Why a")),
        ("2", Verdict.WRONG, parse_markup("Not 0")),
        ("2", Verdict.MISSED, parse_markup("Why b")),
        ("3", Verdict.MISSED, parse_markup("Why c")),
    ]
    assert rows[1].text == (Paragraph((Span("Prompt "), Span("b", Style.BOLD), Span(" → "), Span("Other 0"))),)


def test_markup_left_open_does_not_reach_over_the_arrow() -> None:
    body = MatchBody((Pair("a", "**x", "y**", "r"), Pair("b", "- x", "| y |", "r")))
    texts = [row.text for row in MATCH.review(body, ("a=a",), ())]
    assert texts[0] == (Paragraph((Span("**x"), Span(" → "), Span("y**"))),)
    assert MATCH.review(body, (), ())[1] == ReviewRow(
        Verdict.MISSED, (Paragraph((Span("- x"), Span(" → "), Span("| y |"))),), parse_markup("r"), "2"
    )


def test_a_response_is_told_in_plain_words() -> None:
    assert MATCH.describe(body_of(3, 1), ("c=x0", "a=b"), ()) == "1. Prompt a → b; 3. Prompt c → Other 0"


def test_all_targets_are_shown_in_every_order() -> None:
    orders = {MATCH.arrange(body_of(2, 1), Random(seed)) for seed in range(99)}
    assert orders == set(permutations(("a", "b", "x0")))


def test_an_attempt_keeps_it_whole() -> None:
    item = PlanItem(make_question("q", "match"), ("d", "b", "a", "c"))
    plan = replace(make_plan(1), items=(item,))
    assert plan_from_data(json.loads(json.dumps(plan_to_data(plan)))) == plan
