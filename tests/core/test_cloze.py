"""Cloze: credit, chance, what counts of a response, and what a review says."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import Verdict
from quizapp.core.markup import Paragraph, Span, Style, parse_markup
from quizapp.core.plan import PlanItem
from quizapp.core.question import Code, Scoring
from quizapp.core.snapshot import plan_from_data, plan_to_data
from quizapp.core.types.cloze import Cloze, ClozeBody, given_texts
from quizapp.core.types.gap import Gap, GapOption
from quizapp.core.types.numeric import CommonError, NumericBody
from quizapp.core.types.short_text import CommonText, ShortTextBody
from tests.factories import make_plan, make_question

CLOZE = Cloze()
WORD = Gap("word", text=ShortTextBody(("One=1",), common_errors=(CommonText(("Two",), "Too many"),)), rationale="Why 1")
NUMBER = Gap("number", number=NumericBody(4, 0.5, "GB", (CommonError(8, 0, "Doubled"),)), rationale="Why 4")


def drop_down(id_: str, options: int) -> Gap:
    """Options a, b, …, of which a is right."""
    shown = tuple(GapOption(name, f"**Text** {name}", f"Said of {name}") for name in "abcdefgh"[:options])
    return Gap(id_, shown, "a")


def body_of(*sizes: int, fields: int = 0, language: str = "") -> ClozeBody:
    """Drop-downs g0, g1, … of so many options, and after them the fields for a word and a number."""
    gaps = (*(drop_down(f"g{place}", size) for place, size in enumerate(sizes)), *(WORD, NUMBER)[:fields])
    return ClozeBody(" and ".join(f"[[{gap.id}]]" for gap in gaps), gaps, language)


def answers(body: ClozeBody) -> Iterator[tuple[str, ...]]:
    """Every way to choose in all drop-downs; a field is left to something that nobody hits by chance."""
    choices = [[f"{gap.id}={option.id}" for option in gap.options] or [f"{gap.id}=zz"] for gap in body.gaps]
    return product(*choices)


def score(body: ClozeBody, response: tuple[str, ...], scoring: Scoring = Scoring.PARTIAL) -> float:
    return CLOZE.grade(body, response, scoring).score


sizes = st.lists(st.integers(2, 4), min_size=1, max_size=4)
bodies = st.builds(lambda sizes, fields: body_of(*sizes, fields=fields), sizes, st.integers(0, 2))
scorings = st.sampled_from(Scoring)
parts = st.tuples(
    st.sampled_from(["g0", "g1", "word", "number", "zz", ""]),
    st.sampled_from(["a", "b", " a ", "one = 1", "ONE=1", "4,0 GB", "4.2", "4000 MB", "", "="]) | st.text(max_size=5),
).map("=".join)
responses = st.lists(parts | st.text(max_size=4), max_size=7).map(tuple)


@pytest.mark.parametrize(
    ("response", "partial"),
    [
        ((), 0),
        (("g0=a",), 0.25),
        (("g0=a", "g1=a", "word=ONE=1", "number=4.4"), 1),
        (("number=4000 MB", "word= one=1. ", "g1=a", "g0=a"), 1),
        (("g0=b", "g1=a", "word=Two", "number=8"), 0.25),
        (("g0=b", "g0=a"), 0),  # the first for a gap counts
        (("g0=zz", "g0=a", "x=a", "=a", "g1", "word=", "number= "), 0.25),
    ],
)
def test_credit(response: tuple[str, ...], partial: float) -> None:
    body = body_of(2, 3, fields=2)
    assert score(body, response) == partial
    assert score(body, response, Scoring.STRICT) == float(partial == 1)


@given(bodies, scorings)
def test_chance_is_the_mean_over_all_answers(body: ClozeBody, scoring: Scoring) -> None:
    scores = [score(body, response, scoring) for response in answers(body)]
    assert CLOZE.chance(body, scoring) == pytest.approx(sum(scores) / len(scores), abs=1e-12)


@given(sizes, scorings)
def test_only_the_key_of_drop_downs_has_full_credit(sizes: list[int], scoring: Scoring) -> None:
    body = body_of(*sizes)
    full = [response for response in answers(body) if CLOZE.grade(body, response, scoring).is_right]
    assert full == [CLOZE.key(body)]


@given(bodies, responses)
def test_any_response_is_graded_and_reviewed(body: ClozeBody, response: tuple[str, ...]) -> None:
    assert 0 <= score(body, response, Scoring.STRICT) <= score(body, response) <= 1
    marks = CLOZE.grade(body, response, Scoring.PARTIAL).marks
    assert [id_ for id_, _ in marks] == [gap.id for gap in body.gaps]
    rows = CLOZE.review(body, response, ())
    assert len(rows) == len(body.gaps) + sum(mark is Verdict.WRONG for _, mark in marks)
    assert {row.verdict for row in rows} <= {Verdict.RIGHT, Verdict.WRONG, Verdict.MISSED}
    assert len(given_texts(body, response)) == sum(mark is not Verdict.MISSED for _, mark in marks)
    assert isinstance(CLOZE.describe(body, response, ()), str)


@given(bodies, st.randoms(use_true_random=False))
def test_a_right_gap_more_never_lowers_the_score(body: ClozeBody, random: Random) -> None:
    key = random.sample(CLOZE.key(body), len(body.gaps))
    scores = [score(body, tuple(key[:count])) for count in range(len(key) + 1)]
    assert scores == [pytest.approx(count / len(key)) for count in range(len(key) + 1)]


@given(bodies, st.randoms(use_true_random=False))
def test_all_options_are_shown_once_and_gap_by_gap(body: ClozeBody, random: Random) -> None:
    order = CLOZE.arrange(body, random)
    assert sorted(order) == sorted(f"{gap.id}={option.id}" for gap in body.gaps for option in gap.options)
    assert sorted(order, key=lambda shown: shown.partition("=")[0]) == list(order)
    fixed = replace(body, gaps=tuple(replace(gap, fixed_order=True) for gap in body.gaps))
    assert list(CLOZE.arrange(fixed, random)) == sorted(order)


@pytest.mark.parametrize(("number", "complete"), [("4 GB", True), ("9", True), ("four", False), ("1,5", False)])
def test_a_response_is_complete_once_every_gap_can_be_read(number: str, complete: bool) -> None:
    body = body_of(2, fields=2)
    assert CLOZE.is_complete(body, ("g0=b", "word=x", f"number={number}")) is complete
    assert not CLOZE.is_complete(body, ("g0=b", f"number={number}"))
    assert not CLOZE.is_complete(body, ("g0=zz", "word=x", f"number={number}"))


def test_a_review_tells_what_was_given_and_what_is_right() -> None:
    body = body_of(2, 2, fields=2)
    rows = CLOZE.review(body, ("g0=a", "g1=b", "word=two", "number=8"), ())
    assert [(row.label, row.verdict, row.rationale) for row in rows] == [
        ("1", Verdict.RIGHT, parse_markup("Said of a")),
        ("2", Verdict.WRONG, parse_markup("Said of b")),
        ("2", Verdict.MISSED, parse_markup("Said of a")),
        ("3", Verdict.WRONG, parse_markup("Too many")),
        ("3", Verdict.MISSED, parse_markup("Why 1")),
        ("4", Verdict.WRONG, parse_markup("Doubled")),
        ("4", Verdict.MISSED, parse_markup("Why 4")),
    ]
    assert rows[0].text == (Paragraph((Span("Text", Style.BOLD), Span(" a"))),)
    assert rows[3].text == (Paragraph((Span("two"),)),)


def test_a_right_field_has_one_row_that_says_why() -> None:
    rows = CLOZE.review(body_of(fields=2), ("word=one=1", "number=4.2"), ())
    assert [(row.label, row.verdict, row.rationale) for row in rows] == [
        ("1", Verdict.RIGHT, parse_markup("Why 1")),
        ("2", Verdict.RIGHT, parse_markup("Why 4")),
    ]


def test_options_of_code_are_no_markup() -> None:
    body = body_of(2, language="python")
    assert CLOZE.review(body, (), ())[0].text == (Paragraph((Span("**Text** a", Style.CODE),)),)
    assert CLOZE.describe(body, ("g0=b",), ()) == "1. **Text** b"
    rows = CLOZE.review(body_of(fields=1, language="sql"), ("word=`x`",), ())
    assert [row.text for row in rows] == [(Paragraph((Span(text, Style.CODE),)),) for text in ("`x`", "One=1")]


def test_a_response_is_told_in_plain_words() -> None:
    body = body_of(2, 2, fields=2)
    assert CLOZE.describe(body, ("number=4", "word=a=b", "g1=b"), ()) == "2. Text b; 3. a=b; 4. 4 GB"


def test_a_review_shows_the_text_with_numbered_blanks() -> None:
    assert CLOZE.listing(body_of(2, fields=1, language="sql")) == Code("sql", "__1__ and __2__")
    assert CLOZE.listing(body_of(2, 2)) == (Paragraph((Span("__1__"), Span(" and "), Span("__2__"))),)


def test_an_attempt_keeps_it_whole() -> None:
    question = make_question("q", "cloze")
    item = PlanItem(question, CLOZE.arrange(question.body, Random(1)))  # type: ignore[arg-type]
    plan = replace(make_plan(1), items=(item,))
    assert plan_from_data(json.loads(json.dumps(plan_to_data(plan)))) == plan
