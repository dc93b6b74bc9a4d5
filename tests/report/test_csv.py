"""The table of questions: what a spreadsheet reads, and what it must not run."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import Answer
from quizapp.core.session import QuizSession
from quizapp.report.csv import render_csv, safe_cell
from tests.factories import NOW, make_plan, make_question, make_session


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def with_answer(answer: Answer, stem: str = "Why?") -> QuizSession:
    session = make_session(make_plan(1), finished=True)
    question = make_question("q", "short_text", stem=stem)
    plan = replace(session.plan, items=(replace(session.plan.items[0], question=question, option_order=()),))
    return replace(session, plan=plan, states=(replace(session.states[0], answer=answer),))


def test_a_row_a_question(session: QuizSession) -> None:
    table = rows(render_csv(session))
    assert [row["number"] for row in table] == [str(n) for n in range(1, 13)]
    first, second, unknown, reached = table[0], table[1], table[2], table[11]
    assert (first["id"], first["revision"], first["type"], first["difficulty"]) == ("q0", "1", "single", "3")
    assert (first["competency"], first["topic"]) == ("llm-basics", "llm-basics-theory")
    assert (first["outcome"], first["score"], first["seconds"], first["seen_before"]) == (
        "right",
        "1.0",
        "20.0",
        "false",
    )
    assert first["response_text"] == first["key_text"]
    assert first["response_text"].endswith("Statement b – it holds")
    assert second["response_text"] != second["key_text"]
    assert (unknown["outcome"], unknown["score"], unknown["response_text"]) == ("dont_know", "0.0", "")
    assert (reached["outcome"], reached["score"], reached["answered_at"]) == ("not_reached", "", "")
    assert "What holds for q0" in first["question_text"]


def test_without_answers_their_columns_are_gone(session: QuizSession) -> None:
    whole, less = rows(render_csv(session))[0], rows(render_csv(session, answers=False))[0]
    assert list(less) == list(whole)[:-3]
    assert list(whole)[-3:] == ["question_text", "response_text", "key_text"]
    assert "Statement" not in render_csv(session, answers=False).decode()


ACTIVE = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    "＝1+1",
    '=HYPERLINK("http://e.org")',
)


@pytest.mark.parametrize("text", ACTIVE)
def test_a_formula_is_made_text(text: str) -> None:
    assert safe_cell(text) == f"'{text}"
    answered = Answer((text,), NOW)
    row = rows(render_csv(with_answer(answered, stem=text)))[0]
    assert all(row[name].startswith("'") for name in ("question_text", "response_text"))


@pytest.mark.parametrize("text", ["-5", "+0.5", "-1,25", "12", "-3e-5", "a=b", "x - y", "", "'quoted"])
def test_numbers_and_plain_texts_stay(text: str) -> None:
    assert safe_cell(text) == text


@pytest.mark.parametrize(("value", "cell"), [(None, ""), (True, "true"), (-0.5, "-0.5"), (3, "3")])
def test_values_are_written_plainly(value: bool | float | None, cell: str) -> None:
    assert safe_cell(value) == cell


@given(st.text(max_size=30), st.text(min_size=1, max_size=30))
def test_any_text_is_one_cell_that_no_program_runs(stem: str, response: str) -> None:
    (row,) = rows(render_csv(with_answer(Answer((response,), NOW), stem)))
    assert None not in row
    for name in ("question_text", "response_text"):
        cell = row[name].lstrip(" ")
        assert not cell.startswith(("=", "@", "\t", "\r", "\n")), cell
        assert not cell.startswith(("+", "-")) or float(cell.replace(",", ".").replace("e", "E")) is not None
