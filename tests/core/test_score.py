"""Scores: by hand, and the Wilson interval against published values and its own equation."""

from dataclasses import replace
from math import sqrt
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import Answer
from quizapp.core.measure import MINIMUM_ANSWERS, measure_session
from quizapp.core.plan import Feedback
from quizapp.core.score import Z_90, Tally, score_session, wilson_interval
from quizapp.core.session import QuizSession, move_to, start_session, submit_answer
from tests.factories import NOW, answer_position, make_plan, make_session

BLANK = Tally(asked=1, scored=0, right=0, points=0)


def mixed_session() -> QuizSession:
    """Of 8: right, half right, wrong, "I don't know", shown and left open; three were not reached."""
    session = start_session(make_plan(8, Feedback.AT_END), id_="mixed", now=NOW)
    session = answer_position(session, 0, right=True)
    session, _ = submit_answer(move_to(session, 1), Answer(("a",), NOW, seconds=7.5))
    session = answer_position(answer_position(session, 2, right=False), 3, right=None)
    return move_to(session, 4)


def test_an_attempt_is_counted_by_hand() -> None:
    report = score_session(mixed_session())
    assert report.total == Tally(asked=8, scored=5, right=1, points=1.5, seconds=67.5)
    assert {score.slug: score.tally for score in report.competencies} == {
        "llm-basics": Tally(2, 2, 1, 1.0, 20.0),
        "fine-tuning": Tally(2, 1, 0, 0.5, 7.5),
        "prompting": Tally(2, 1, 0, 0.0, 20.0),
        "llmops": Tally(2, 1, 0, 0.0, 20.0),
    }


def test_topics_are_counted_within_their_competency() -> None:
    basics = score_session(mixed_session()).competencies[0]
    assert (basics.title, basics.short_title) == ("LLM basics and foundation models", "LLM basics")
    assert [(topic.slug, topic.title, topic.tally) for topic in basics.topics] == [
        ("llm-basics-theory", "LLM basics: theory", Tally(1, 1, 1, 1.0, 20.0)),
        # Shown and left open: scored 0, and no time is known.
        ("llm-basics-practice", "LLM basics: practice", Tally(1, 1, 0, 0.0)),
    ]
    assert [topic.tally for topic in score_session(mixed_session()).competencies[3].topics] == [
        Tally(1, 1, 0, 0.0, 20.0),
        BLANK,
    ]


def test_only_what_was_asked_is_reported_in_the_order_of_the_framework() -> None:
    plan = make_plan(6)
    fewer = replace(plan, items=(plan.items[3], plan.items[1]))
    report = score_session(make_session(fewer))
    assert [(score.slug, len(score.topics)) for score in report.competencies] == [("fine-tuning", 1), ("llmops", 1)]


def test_each_competency_holds_its_measure() -> None:
    session = make_session(make_plan(40), [True, False, True, None] * 10, finished=True)
    report = score_session(session)
    assert [score.measure for score in report.competencies] == list(measure_session(session))
    assert [(score.measure.slug, score.measure.answers, score.tally.right) for score in report.competencies] == [
        ("llm-basics", 10, 10),
        ("fine-tuning", 10, 0),
        ("prompting", 10, 10),
        ("llmops", 10, 0),
    ]


def test_a_fresh_attempt_has_one_question_open_and_no_share_elsewhere() -> None:
    report = score_session(make_session(make_plan(4)))
    assert report.total == Tally(4, 1, 0, 0.0)
    assert [score.tally.share for score in report.competencies] == [0, None, None, None]


@pytest.mark.parametrize("scored", range(8))
def test_an_interval_needs_five_answers(scored: int) -> None:
    tally = Tally(asked=9, scored=scored, right=scored // 2, points=0)
    assert MINIMUM_ANSWERS == 5
    assert tally.is_enough == (scored >= 5)
    assert tally.interval == (wilson_interval(scored // 2, scored) if scored >= 5 else None)
    assert tally.share == (scored // 2 / scored if scored else None)


def test_partial_points_are_no_share_right() -> None:
    assert Tally(asked=4, scored=4, right=1, points=2.5).share == 0.25


@pytest.mark.parametrize(
    ("right", "count", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_agrees_with_newcombe(right: int, count: int, low: float, high: float) -> None:
    """The 95 % score intervals of Newcombe 1998, Stat. Med. 17:857-872, table I, method 3."""
    found = wilson_interval(right, count, NormalDist().inv_cdf(0.975))
    assert found == pytest.approx((low, high), abs=5e-5)


def test_the_interval_holds_90_per_cent() -> None:
    assert pytest.approx(NormalDist().inv_cdf(0.95), abs=1e-12) == Z_90
    assert wilson_interval(3, 9) == wilson_interval(3, 9, Z_90)


shares = st.integers(1, 400).flatmap(lambda count: st.tuples(st.integers(0, count), st.just(count)))


@given(shares, st.floats(0.5, 4))
def test_both_ends_solve_the_score_equation(share: tuple[int, int], z: float) -> None:
    """At each end p the share lies exactly z standard errors of p away (Wilson 1927): an independent check."""
    right, count = share
    low, high = wilson_interval(right, count, z)
    for end in (low, high):
        assert abs(right / count - end) == pytest.approx(z * sqrt(end * (1 - end) / count), abs=1e-7)
    assert 0 <= low <= right / count + 1e-12
    assert right / count - 1e-12 <= high <= 1
    assert high - low > 0


@given(shares)
def test_right_and_wrong_are_mirrored_and_more_answers_narrow(share: tuple[int, int]) -> None:
    right, count = share
    low, high = wilson_interval(right, count)
    assert wilson_interval(count - right, count) == pytest.approx((1 - high, 1 - low))
    narrow = wilson_interval(2 * right, 2 * count)
    assert narrow[1] - narrow[0] < high - low


def test_no_answers_have_no_interval() -> None:
    with pytest.raises(ZeroDivisionError):
        wilson_interval(0, 0)
