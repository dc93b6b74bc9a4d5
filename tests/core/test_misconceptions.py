"""Wrong ideas: which an answer of each type shows, and how often over attempts, against counts by hand."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import Answer, Response
from quizapp.core.grading import key_response, shown_misconceptions
from quizapp.core.misconceptions import Misconception, repeated_misconceptions
from quizapp.core.session import QuizSession
from quizapp.core.types import QUESTION_TYPES
from tests.factories import NOW, make_plan, make_question, make_session, wrong_response


def shown(type_: str, *response: str) -> tuple[str, ...]:
    return shown_misconceptions(make_question("q", type_), Answer(response, NOW))


@pytest.mark.parametrize(
    ("type_", "response", "names"),
    [
        ("single", ("a",), ("mistake-a",)),
        ("single", ("b",), ()),
        ("multi", ("a", "b", "d"), ("mistake-b", "mistake-d")),
        ("multi", ("a",), ()),
        ("true_false", ("true",), ("mix-up",)),
        ("numeric", ("25",), ("double-counting",)),
        ("numeric", ("12.5",), ()),
        ("numeric", ("99",), ()),
        ("numeric", ("what",), ()),
        ("parametric", ("25.05 GB",), ("double-counting",)),
        ("short_text", ("two WORDS",), ("double-counting",)),
        ("short_text", ("Three words",), ()),
        ("match", ("a=d", "b=b"), ("none",)),
        ("match", ("a=b", "b=a"), ()),
        ("order", ("d", "c", "b", "a"), ()),
        ("code_line", ("3",), ("wrong-axis",)),
        ("code_line", ("1",), ()),
        ("cloze", ("verb=left", "what=two words", "size=25"), ("keeps-all", "double-counting")),
        ("cloze", ("verb=left",), ("keeps-all",)),
        ("cloze", ("verb=right", "size=12.5"), ()),
    ],
)
def test_an_answer_shows_the_ideas_of_what_was_given(type_: str, response: Response, names: tuple[str, ...]) -> None:
    assert shown(type_, *response) == names


@pytest.mark.parametrize("type_", QUESTION_TYPES)
def test_what_is_right_or_not_known_shows_none(type_: str) -> None:
    question = make_question("q", type_)
    assert shown(type_, *key_response(question)) == ()
    assert shown(type_) == ()
    assert shown_misconceptions(question, None) == ()
    assert shown_misconceptions(question, Answer(wrong_response(question), NOW, dont_know=True)) == ()


def by_hand(sessions: list[QuizSession]) -> Counter[str]:
    """Each idea once an answer, for the three types of the factory's plans."""
    counts: Counter[str] = Counter()
    for session in sessions:
        for item, state in zip(session.plan.items, session.states, strict=True):
            given = state.answer.response if state.answer and not state.answer.dont_know else ()
            if item.question.type == "numeric":
                counts.update(["double-counting"] if given == ("25.0",) else [])
            else:
                right = ("b",) if item.question.type == "single" else ("a", "c")
                counts.update(f"mistake-{id_}" for id_ in given if id_ not in right)
    return counts


attempts = st.lists(st.lists(st.sampled_from([True, False, None]), max_size=9), max_size=4)


@given(attempts)
def test_the_counts_are_those_by_hand(answers: list[list[bool | None]]) -> None:
    plan = make_plan(9)
    sessions = [make_session(plan, each, id_=f"attempt-{n}", finished=True) for n, each in enumerate(answers)]
    found = repeated_misconceptions(sessions)
    assert {each.slug: each.count for each in found} == {s: n for s, n in by_hand(sessions).items() if n > 1}
    assert [(-each.count, each.slug) for each in found] == sorted((-each.count, each.slug) for each in found)


def test_each_sighting_says_where() -> None:
    session = make_session(make_plan(6), [False, False, False, None, True, False], finished=True)
    later = replace(session, id="attempt-2", started_at=NOW + timedelta(days=1))
    often = {each.slug: each for each in repeated_misconceptions([session, later])}
    places = [(s.attempt, s.number, s.question_id) for s in often["double-counting"].sightings]
    assert places == [(id_, number, f"q{number - 1}") for id_ in ("attempt-1", "attempt-2") for number in (3, 6)]
    assert [each.slug for each in repeated_misconceptions([session])] == ["double-counting"]


def test_the_name_is_read_as_words() -> None:
    assert Misconception("null-counts-as-zero", ()).name == "null counts as zero"
