"""A result read back is the attempt that was written, from JSON and from the PDF that carries it."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from quizapp.core.errors import ReportError
from quizapp.core.framework import RatedCut
from quizapp.core.plan import Feedback, PlanItem, PlanMethod, QuizPlan
from quizapp.core.pool import PoolCount
from quizapp.core.session import QuizSession, start_session, toggle_flag
from quizapp.core.types import QUESTION_TYPES
from quizapp.report.options import Extent, ReportOptions
from quizapp.report.pdf import render_pdf
from quizapp.report.reader import StoredResult, load_result, read_result
from quizapp.report.result import render_json
from tests.factories import NOW, make_framework, make_plan, make_question, make_session
from tests.pictures import picture_file
from tests.report.conftest import CREATED
from tests.report.test_options import attempt


def written(session: QuizSession, person: str = "") -> bytes:
    return render_json(session, app_version="1.2.3", created=CREATED, person=person)


def back(session: QuizSession) -> QuizSession:
    return read_result(written(session), "x.json").session


def at_start(session: QuizSession) -> QuizSession:
    """The attempt at its first question, without drafts: where a person stood is no part of a result."""
    return replace(session, position=0, states=tuple(replace(state, draft=()) for state in session.states))


def test_an_attempt_comes_back_whole(session: QuizSession) -> None:
    stored = read_result(written(session, "Ada Lovelace"), "x.json")
    assert stored == StoredResult(at_start(session), CREATED, "1.2.3", "Ada Lovelace")
    assert written(stored.session, "Ada Lovelace") == written(session, "Ada Lovelace")


@pytest.mark.parametrize("extent", Extent)
def test_a_pdf_carries_its_result(extent: Extent, session: QuizSession) -> None:
    options = ReportOptions(extent, person="Ada Lovelace")
    data = render_pdf(session, created=CREATED, app_version="1.2.3", options=options)
    assert read_result(data, "x.pdf") == read_result(written(session, "Ada Lovelace"), "x.json")


@pytest.mark.parametrize("type_", QUESTION_TYPES)
def test_every_type_comes_back(type_: str) -> None:
    question = make_question("q", type_)
    order = QUESTION_TYPES[type_].arrange(question.body, Random(3))
    items = (PlanItem(question, order, seen_before=True, drawn=(("n", "5"),)),) * 2
    plan = QuizPlan(make_framework(), items, Feedback.AT_END, 7, "ab" * 32)
    session = make_session(plan, (True, False), finished=True)
    assert back(session) == at_start(session)


def test_everything_about_a_plan_comes_back() -> None:
    framework = make_framework()
    rated = replace(framework.competencies[0], cut=RatedCut(0.6, 0.04, "three raters"))
    plan = replace(
        make_plan(9),
        framework=replace(framework, competencies=(rated, *framework.competencies[1:])),
        method=PlanMethod.ADAPTIVE,
        limit=40,
        competencies=("llm-basics", "prompting"),
        pool=(PoolCount("llm-basics", "llm-basics-theory", 3, 0.25, 12),),
        ask_confidence=True,
        seed=2**70,
    )
    session = make_session(plan, (True, None, False), finished=True)
    assert back(session) == at_start(session)


def test_confidence_flags_and_a_running_attempt_come_back() -> None:
    assert back(attempt(12)) == at_start(attempt(12))
    running = toggle_flag(start_session(make_plan(3), id_="x", now=NOW))
    assert back(running) == at_start(running)


def test_any_text_comes_back() -> None:
    stem = 'a "quoted" \\ \x00 \ud800 漢字 \u202e </script>'
    plan = make_plan(1)
    items = (replace(plan.items[0], question=replace(plan.items[0].question, stem=stem)),)
    assert back(make_session(replace(plan, items=items))).plan.items[0].question.stem == stem


def test_pictures_stay_out_and_their_words_stay() -> None:
    stem = "Which?\n\n{picture: sql/joins.png | Two circles}"
    question = make_question("q", stem=stem, pictures=(picture_file(),))
    plan = QuizPlan(make_framework(), (PlanItem(question, tuple("abcd")),), Feedback.AT_END, 7, "ab")
    found = back(make_session(plan, (True,), finished=True)).plan.items[0].question
    assert found == replace(question, pictures=())


def test_keys_of_a_later_version_are_passed_over(session: QuizSession) -> None:
    file = json.loads(written(session))
    file["attempt"]["mood"] = file["questions"][0]["colour"] = "new"
    assert read_result(json.dumps(file).encode(), "x.json").session == at_start(session)


def test_an_edited_score_changes_nothing(session: QuizSession) -> None:
    file = json.loads(written(session))
    file["questions"][1]["score"], file["questions"][1]["outcome"] = 1.0, "right"
    assert read_result(json.dumps(file).encode(), "x.json").session == at_start(session)


def test_a_file_is_read(session: QuizSession, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_bytes(written(session))
    assert load_result(path).session == at_start(session)


@pytest.mark.parametrize("make", [Path.mkdir, None])
def test_a_file_that_is_none_says_so(make: Callable[[Path], Any] | None, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    if make:
        make(path)
    with pytest.raises(ReportError, match=r"mine\.json can't be read"):
        load_result(path)


@pytest.mark.parametrize(
    ("version", "words"),
    [(1, "older"), (2, "export it again"), (4, "Update quizapp"), ("3", "no number"), (0, "number")],
)
def test_other_versions_are_refused(version: Any, words: str, session: QuizSession) -> None:
    file = json.loads(written(session)) | {"version": version}
    with pytest.raises(ReportError, match=f"x.json.*{words}"):
        read_result(json.dumps(file).encode(), "x.json")


def test_a_report_without_answers_says_that_it_carries_nothing(session: QuizSession) -> None:
    data = render_pdf(session, created=CREATED, app_version="1", options=ReportOptions(answers=False))
    with pytest.raises(ReportError, match=r"x\.pdf carries no result.*without answers"):
        read_result(data, "x.pdf")
