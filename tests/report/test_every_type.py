"""A question of each type in the report and in the result file."""

from random import Random

import pytest

from quizapp.core.answer import Answer
from quizapp.core.grading import key_response, listing, review_rows
from quizapp.core.markup import Block, Paragraph
from quizapp.core.plan import Feedback, PlanItem, QuizPlan
from quizapp.core.question import Code
from quizapp.core.session import QuizSession, finish_session, start_session, submit_answer
from quizapp.core.types import QUESTION_TYPES
from quizapp.report.pdf import render_pdf
from quizapp.report.result import build_result
from tests.factories import NOW, make_framework, make_question, wrong_response
from tests.report.pdf_reading import read_pdf, squeezed, whole_text


def block_text(block: Block) -> str:
    spans = block.spans if isinstance(block, Paragraph) else [span for item in block.items for span in item]  # type: ignore[union-attr]
    return "".join(span.text for span in spans)


def attempt(type_: str, *, right: bool) -> QuizSession:
    question = make_question("q", type_)
    order = QUESTION_TYPES[type_].arrange(question.body, Random(7))
    plan = QuizPlan(make_framework(), (PlanItem(question, order),), Feedback.AT_END, 7, "ab" * 32)
    response = key_response(question) if right else wrong_response(question)
    session, grade = submit_answer(start_session(plan, id_="a", now=NOW), Answer(response, NOW))
    assert grade.is_right is right
    return finish_session(session, now=NOW)


@pytest.mark.parametrize("type_", QUESTION_TYPES)
@pytest.mark.parametrize("right", [True, False])
def test_the_report_holds_every_row_of_the_review(type_: str, right: bool) -> None:
    session = attempt(type_, right=right)
    text = squeezed(whole_text(read_pdf(render_pdf(session, created=NOW, app_version="1"))))
    rows = review_rows(session.item.question, session.state.answer, session.item.option_order)
    assert rows
    for row in rows:
        for block in (*row.text, *row.rationale):
            for span in getattr(block, "spans", ()):
                assert squeezed(span.text) in text
    shown = listing(session.item.question)
    lines = shown.text.splitlines() if isinstance(shown, Code) else map(block_text, shown or ())
    assert all(squeezed(line) in text for line in lines)


@pytest.mark.parametrize("type_", QUESTION_TYPES)
def test_the_result_file_says_what_was_given_and_what_is_right(type_: str) -> None:
    question = build_result(attempt(type_, right=False), app_version="1", created=NOW)["questions"][0]
    assert question["type"] == type_
    assert question["response"] != question["key"]
    assert question["response_text"]
    assert question["key_text"]
    assert question["outcome"] in ("wrong", "partly")


def test_the_listing_that_an_answer_is_given_in_is_shown_anew() -> None:
    assert [type_ for type_ in QUESTION_TYPES if listing(make_question("q", type_))] == ["code_line", "cloze"]
