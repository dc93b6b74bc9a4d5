"""Plans as plain data: they come back as they were, and nothing else comes in."""

import json
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.framework import Competency, Framework, Topic
from quizapp.core.material import LearningMaterial, Reading
from quizapp.core.plan import Feedback, PlanItem, QuizPlan
from quizapp.core.question import (
    Code,
    Cognitive,
    Question,
    Reference,
    Scoring,
    ShelfLife,
    Stimulus,
    Table,
    Verification,
)
from quizapp.core.snapshot import plan_from_data, plan_to_data
from quizapp.core.types.choice import ChoiceBody, Option
from quizapp.core.types.numeric import CommonError, NumericBody
from tests.factories import make_plan

text, whole, number = st.text(max_size=6), st.integers(), st.floats(allow_nan=False)
choices = st.builds(
    ChoiceBody, st.lists(st.builds(Option, text, text, st.booleans(), text, text), max_size=3).map(tuple)
)
errors = st.lists(st.builds(CommonError, number, number, text, text), max_size=2).map(tuple)
numbers = st.builds(NumericBody, number, number, text, errors)
tables = st.builds(Table, st.tuples(text, text), st.lists(st.tuples(text, text), max_size=2).map(tuple))
checks = st.builds(Verification, st.dates(), text, text)
sources = st.lists(st.builds(Reference, text, text, text, text, text), max_size=2).map(tuple)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """Any question that a bank could hold, and some that none would."""
    type_, body = draw(
        st.tuples(st.sampled_from(["single", "multi"]), choices) | st.tuples(st.just("numeric"), numbers)
    )
    return Question(
        draw(text), draw(whole), type_, draw(text), draw(text), draw(st.sampled_from(Stimulus)), draw(text), body,
        draw(whole), draw(st.sampled_from(Cognitive)), draw(whole), draw(text), draw(sources),
        draw(st.sampled_from(ShelfLife)), draw(checks), draw(st.sampled_from(Scoring)),
        draw(st.lists(text, max_size=2).map(tuple)), draw(st.none() | st.builds(Code, text, text)),
        draw(st.none() | tables), draw(text),
    )  # fmt: skip


readings = st.lists(st.builds(Reading, st.builds(Reference, text, text, text, text, text), text), max_size=2).map(tuple)
materials = st.none() | st.builds(LearningMaterial, text, readings)
topics = st.lists(st.builds(Topic, text, text, text, number, materials), max_size=2).map(tuple)
competencies = st.lists(st.builds(Competency, text, text, text, topics), max_size=2).map(tuple)
pairs = st.lists(st.tuples(text, text), max_size=2).map(tuple)
orders = st.lists(text, max_size=3).map(tuple)
items = st.lists(st.builds(PlanItem, questions(), orders, st.booleans(), pairs), max_size=3)
plans = st.builds(
    QuizPlan,
    st.builds(Framework, text, text, text, number, competencies),
    items.map(tuple),
    st.sampled_from(Feedback),
    whole,
    text,
)


@given(plans)
def test_a_plan_comes_back_through_json_as_it_was(plan: QuizPlan) -> None:
    assert plan_from_data(json.loads(json.dumps(plan_to_data(plan)))) == plan


def test_the_usual_plan_is_plain_and_readable_data() -> None:
    data = json.loads(json.dumps(plan_to_data(make_plan(3))))
    assert plan_from_data(plan_to_data(make_plan(3))) == plan_from_data(data) == make_plan(3)
    assert data["items"][2]["question"]["body"]["value"] == 12.5
    assert data["items"][0]["question"]["verified"]["on"] == "2026-01-15"
    assert data["feedback"] == "each"


json_values = st.recursive(
    st.none() | st.booleans() | whole | number | text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=8,
)


@given(json_values)
def test_nonsense_is_refused(data: Any) -> None:
    with pytest.raises(msgspec.ValidationError):
        plan_from_data(data)


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value in a tree of dicts and lists."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield (*path, key)
        yield from places(value, (*path, key))


def plain_plan() -> Any:
    return json.loads(json.dumps(plan_to_data(make_plan(3, competencies=1))))


@pytest.mark.parametrize("path", [*places(plain_plan())], ids=lambda path: ".".join(map(str, path)))
def test_no_value_can_be_of_another_kind(path: tuple[Any, ...]) -> None:
    data = inner = plain_plan()
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = {"nonsense": [inner[path[-1]]]}
    with pytest.raises(msgspec.ValidationError):
        plan_from_data(data)


@pytest.mark.parametrize("key", ["framework", "items", "feedback", "seed", "bank_digest"])
def test_no_part_may_be_missing(key: str) -> None:
    data = plain_plan()
    del data[key]
    with pytest.raises(msgspec.ValidationError, match=key):
        plan_from_data(data)


@pytest.mark.parametrize(
    ("type_", "complaint"), [("numeric", "value"), ("essay", "^Unknown question type 'essay'"), ("", "type ''")]
)
def test_a_body_has_to_fit_a_type_that_is_known(type_: str, complaint: str) -> None:
    data = plain_plan()
    data["items"][0]["question"]["type"] = type_
    with pytest.raises(msgspec.ValidationError, match=complaint):
        plan_from_data(data)
