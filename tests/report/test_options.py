"""What a report shows on which paper: every combination of the options, as PDF and as HTML."""

from dataclasses import replace
from itertools import product

import pytest
from pypdf import PdfReader

from quizapp.core.answer import Answer
from quizapp.core.framework import Framework
from quizapp.core.markup import plain_text
from quizapp.core.session import QuizSession
from quizapp.report.document import build_document
from quizapp.report.formats import render_result
from quizapp.report.options import Extent, Paper, ReportOptions
from quizapp.report.pdf import RESULT_NAME
from tests.factories import make_plan, make_session
from tests.report.conftest import CREATED
from tests.report.pdf_reading import catalogue, elements, fonts, outline_titles, read_pdf, squeezed, whole_text

SIZES = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}
OPTIONS = [
    ReportOptions(extent, paper, answers, person)
    for extent, paper, answers, person in product(Extent, Paper, (True, False), ("", "Ada Lovelace"))
]
LONG = "and all that may matter in the daily work of somebody who builds and runs such systems, today and tomorrow"


def names(options: ReportOptions) -> str:
    return "-".join((options.extent, options.paper, "answers" if options.answers else "none", options.person[:3]))


def attempt(count: int = 12, competencies: int = 4, long: bool = False) -> QuizSession:
    """An attempt with every confidence stated in turn, and long titles where they are asked for."""
    plan = make_plan(count, competencies=competencies)
    plan = replace(plan, ask_confidence=True, framework=_long(plan.framework) if long else plan.framework)
    session = make_session(plan, [(True, False, None, True)[n % 4] for n in range(count)], finished=True)
    states = [
        replace(state, answer=_sure(state.answer, n)) if state.answer else state
        for n, state in enumerate(session.states)
    ]
    return replace(session, states=tuple(states))


def _sure(answer: Answer, number: int) -> Answer:
    return answer if answer.dont_know else replace(answer, confidence=(0.25, 0.5, 0.75, 0.95)[number % 4])


def _long(framework: Framework) -> Framework:
    long = (replace(c, title=f"{c.title} {LONG}"[:120]) for c in framework.competencies)
    title = "AI engineer and architect of very large conversational systems in industries under regulation"
    return replace(framework, title=title, competencies=tuple(long))


def pdf(options: ReportOptions, session: QuizSession) -> PdfReader:
    return read_pdf(render_result(session, "pdf", created=CREATED, app_version="1", options=options))


def html(options: ReportOptions, session: QuizSession) -> str:
    return render_result(session, "html", created=CREATED, app_version="1", options=options).decode()


@pytest.mark.parametrize("options", OPTIONS, ids=names)
def test_every_combination_is_a_sound_pdf(options: ReportOptions) -> None:
    reader = pdf(options, attempt())
    assert catalogue(reader)["/MarkInfo"]["/Marked"]
    assert catalogue(reader)["/Lang"] == "en"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in catalogue(reader)["/Metadata"].get_data()
    assert all(fonts(reader).values())
    assert all(figure["/Alt"] for figure in elements(reader) if figure["/S"] == "/Figure")
    assert outline_titles(reader)[0] == "Readiness for the work of an AI engineer"
    assert [(round(page.mediabox[2]), round(page.mediabox[3])) for page in reader.pages] == [
        SIZES[options.paper]
    ] * len(reader.pages)
    assert (len(reader.pages) == 1) == options.is_summary
    assert ("AdaLovelace" in whole_text(reader)) == bool(options.person)


@pytest.mark.parametrize("options", OPTIONS, ids=names)
def test_without_answers_nothing_is_given_away(options: ReportOptions) -> None:
    session = attempt()
    reader, page = pdf(options, session), html(options, session)
    told = options.answers and not options.is_summary
    shown = whole_text(reader)
    for item in session.plan.items:
        secrets = [item.question.stem.split("**")[0], f"The reason for {item.question.id}", "Attention is all you need"]
        for secret in map(plain_text, secrets):
            assert (squeezed(secret) in shown) == told
            assert (secret in page) == told
    assert ("Statement" in shown, "Statement" in page, "Youranswer," in shown, "Your answer," in page) == (told,) * 4
    assert (RESULT_NAME in reader.attachments) == options.answers


def test_without_answers_no_question_reaches_the_template() -> None:
    whole, less = (
        build_document(attempt(), created=CREATED, app_version="1", options=ReportOptions(answers=answers))
        for answers in (True, False)
    )
    assert (len(whole["questions"]), whole["outcomes"]) == (12, [])
    assert (less["questions"], len(less["outcomes"])) == ([], 12)


@pytest.mark.parametrize("paper", Paper)
def test_without_answers_each_outcome_is_told(paper: Paper) -> None:
    options = ReportOptions(paper=paper, answers=False)
    shown, page = whole_text(pdf(options, attempt())), html(options, attempt())
    assert "12LLMOps·LLMOps:theory" in shown
    assert all(squeezed(words) in shown for words in ("Right: 6", "Wrong: 3", "I don't know: 3"))
    assert page.count('<tr><th scope="row">') >= 12


@pytest.mark.parametrize(("competencies", "long"), [*product((1, 3, 4, 5, 6, 7, 8), (False, True))])
@pytest.mark.parametrize("paper", Paper)
def test_a_summary_is_one_page(competencies: int, long: bool, paper: Paper) -> None:
    session = attempt(competencies * 9, competencies, long)
    reader = pdf(ReportOptions(Extent.SUMMARY, paper, person="Ada Lovelace"), session)
    text = whole_text(reader)
    assert len(reader.pages) == 1
    assert all(squeezed(c.title) in text for c in session.plan.framework.competencies)
    assert "Allquestions" in text
    assert "ratedanswers" in text


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("competencies", [4, 6, 8])
def test_the_first_page_of_a_full_report_holds_the_whole_table(competencies: int, paper: Paper) -> None:
    reader = pdf(ReportOptions(paper=paper, answers=False), attempt(competencies * 9, competencies))
    assert "Allquestions" in squeezed(reader.pages[0].extract_text())
