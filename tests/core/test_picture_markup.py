"""A picture is a line of its own; everything else that looks like one is text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.markup import CodeBlock, Paragraph, Picture, Span, parse_markup, plain_text
from quizapp.core.plan import Feedback, PlanItem, QuizPlan
from quizapp.core.snapshot import plan_from_data, plan_to_data
from tests.factories import make_framework, make_question
from tests.pictures import JPEG, picture_file

LINE = "{picture: sql/joins.png | Two circles; the left one is filled.}"
PICTURE = Picture("sql/joins.png", "Two circles; the left one is filled.")


def test_a_line_of_its_own_is_a_picture() -> None:
    assert parse_markup(LINE) == (PICTURE,)
    assert parse_markup(f"  {LINE}\t") == (PICTURE,)


def test_a_picture_parts_the_text_around_it() -> None:
    before, after = Paragraph((Span("Before"),)), Paragraph((Span("After"),))
    assert parse_markup(f"Before\n{LINE}\n{LINE}\nAfter") == (before, PICTURE, PICTURE, after)


@pytest.mark.parametrize(
    ("text", "picture"),
    [
        ("{picture: a.png}", Picture("a.png", "")),
        ("{picture: a.png |}", Picture("a.png", "")),
        ("{picture:|}", Picture("", "")),
        ("{picture: a.png | f(x) = {x | x > 0}}", Picture("a.png", "f(x) = {x | x > 0}")),
        ("{picture: a.png | **no**  `markup`}", Picture("a.png", "**no** `markup`")),
        ("{picture: ../../etc/passwd | A}", Picture("../../etc/passwd", "A")),
    ],
)
def test_names_and_words_are_taken_as_they_are(text: str, picture: Picture) -> None:
    assert parse_markup(text) == (picture,)


@pytest.mark.parametrize(
    "text", [f"See {LINE}", f"{LINE}.", "{picture a.png | A}", "{Picture: a.png | A}", "![A](a.png)"]
)
def test_anything_else_is_text(text: str) -> None:
    assert parse_markup(text) == (Paragraph((Span(text),)),)


def test_code_holds_no_pictures() -> None:
    assert parse_markup(f"```text\n{LINE}\n```") == (CodeBlock("text", LINE),)


def test_plain_text_says_what_is_to_be_seen() -> None:
    assert plain_text(f"Which join?\n\n{LINE}\n") == "Which join? Two circles; the left one is filled."
    assert plain_text("{picture: a.png}") == ""


@given(st.text(alphabet="{}picture:|a.png \t\n"), st.text(alphabet="{}|} \n", max_size=300))
def test_any_heap_of_signs_is_read(start: str, end: str) -> None:
    for block in parse_markup(start + "{picture:" + end):
        assert not isinstance(block, Picture) or "\n" not in block.name + block.alt
    assert "\n" not in plain_text(start + end)


def test_a_plan_keeps_the_bytes_of_its_pictures() -> None:
    pictures = (picture_file(), picture_file("b.jpg", JPEG, (24, 16)))
    question = make_question("q", stem=LINE, pictures=pictures)
    plan = QuizPlan(make_framework(), (PlanItem(question, ("a", "b", "c", "d")),), Feedback.EACH, 7, "ab" * 32)
    assert plan_from_data(json.loads(json.dumps(plan_to_data(plan)))) == plan


def test_a_picture_is_printed_without_its_bytes() -> None:
    assert "data" not in repr(picture_file())
