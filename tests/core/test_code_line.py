"""Code lines: credit, chance, what counts as an answer, and what a review says."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import ReviewRow, Verdict
from quizapp.core.markup import Paragraph, Span, Style, parse_markup
from quizapp.core.question import Code, Scoring
from quizapp.core.types.code_line import CodeLine, CodeLineBody, CodeLineType

TYPE = CodeLineType()
scorings = st.sampled_from(Scoring)


def body_of(flags: str) -> CodeLineBody:
    """A listing with one line a letter of ``flags``: r to choose, w not, n not and nothing said, space blank."""
    text = "\n".join("" if flag == " " else f"    call_{number}(`x`)" for number, flag in enumerate(flags, 1))
    lines = [CodeLine(number, flag == "r", f"Because {number}") for number, flag in enumerate(flags, 1) if flag in "rw"]
    return CodeLineBody(Code("python", f"{text}\n"), tuple(lines))


def responses(body: CodeLineBody) -> list[tuple[str, ...]]:
    ids = list(body.choices)
    return [chosen for size in range(len(ids) + 1) for chosen in combinations(ids, size)]


def score(body: CodeLineBody, response: tuple[str, ...], scoring: Scoring = Scoring.PARTIAL) -> float:
    return TYPE.grade(body, response, scoring).score


flags = st.text("rwn ", min_size=2, max_size=8).filter(
    lambda flags: 1 <= flags.count("r") <= 4 and flags.strip(" r") and not flags.endswith(" ")
)
bodies = flags.map(body_of)


@pytest.mark.parametrize(
    ("response", "partial", "strict"),
    [
        ("", 0, 0),
        ("1", 0.5, 0),
        ("13", 1, 1),
        ("31", 1, 1),
        ("113", 1, 1),
        ("134", 0.5, 0),
        ("14", 0, 0),
        ("139", 0.5, 0),
    ],
)
def test_false_lines_cost_what_hits_earn(response: str, partial: float, strict: float) -> None:
    body = body_of("r rwn")
    assert score(body, tuple(response)) == partial
    assert score(body, tuple(response), Scoring.STRICT) == strict


@given(bodies, scorings)
def test_full_credit_goes_to_the_key_alone(body: CodeLineBody, scoring: Scoring) -> None:
    full = [given for given in responses(body) if TYPE.grade(body, given, scoring).is_right]
    assert full == [TYPE.key(body)]


@given(bodies, st.lists(st.text("0123456789ab", max_size=3), max_size=6).map(tuple))
def test_any_response_earns_0_to_1_and_strict_never_more(body: CodeLineBody, response: tuple[str, ...]) -> None:
    assert 0 <= score(body, response, Scoring.STRICT) <= score(body, response) <= 1
    assert len(TYPE.review(body, response, ())) >= len(body.lines)


@given(bodies, scorings)
def test_a_right_line_never_lowers_and_a_false_one_never_raises(body: CodeLineBody, scoring: Scoring) -> None:
    for response in responses(body):
        for id_ in body.choices:
            gain = score(body, (*response, id_), scoring) - score(body, response, scoring)
            assert gain >= 0 if id_ in body.correct_ids else gain <= 0


@given(bodies, scorings)
def test_chance_is_the_mean_over_all_choices_of_as_many_lines(body: CodeLineBody, scoring: Scoring) -> None:
    drawn = list(combinations(body.choices, len(body.correct_ids)))
    mean = sum(score(body, response, scoring) for response in drawn) / len(drawn)
    assert TYPE.chance(body, scoring) == pytest.approx(mean, abs=1e-12)


def test_an_answer_has_as_many_lines_as_are_asked_for() -> None:
    body = body_of("r rwn")
    given = [("1",), ("1", "4"), ("1", "3", "4"), ("1", "2"), ("1", "9"), ("1", "1")]
    assert [TYPE.is_complete(body, response) for response in given] == [False, True, False, False, False, False]


def test_lines_are_described_in_their_order_and_numbers_count_as_numbers() -> None:
    body = body_of("wwrwwwwwwr")
    assert TYPE.key(body) == ("3", "10")
    assert TYPE.describe(body, ("10", "3"), ()) == "line 3; line 10"


def test_a_review_shows_lines_chosen_missed_or_spoken_of() -> None:
    body = body_of("rnrwnn")
    verdicts = {"1": Verdict.RIGHT, "2": Verdict.WRONG, "3": Verdict.MISSED, "4": Verdict.NEUTRAL}
    assert TYPE.review(body, ("1", "2"), ()) == tuple(
        ReviewRow(
            found,
            (Paragraph((Span(f"call_{id_}(`x`)", Style.CODE),)),),
            () if id_ == "2" else parse_markup(f"Because {id_}"),
            id_,
        )
        for id_, found in verdicts.items()
    )
    marks = dict(TYPE.grade(body, ("1", "2"), Scoring.PARTIAL).marks)
    assert marks == verdicts | {"5": Verdict.NEUTRAL, "6": Verdict.NEUTRAL}
