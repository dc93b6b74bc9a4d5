"""The report as readers, screen readers and archives see it."""

import hashlib
import json
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from quizapp.core.errors import ReportError
from quizapp.core.markup import plain_text
from quizapp.core.session import QuizSession
from quizapp.report import pdf as pdf_module
from quizapp.report.document import build_document
from quizapp.report.pdf import render_pdf
from tests.factories import make_plan, make_session
from tests.report.conftest import CREATED
from tests.report.pdf_reading import (
    catalogue,
    elements,
    fonts,
    outline_titles,
    page_texts,
    read_pdf,
    squeezed,
    whole_text,
)

OURS = {"Inter-Regular", "Inter-Italic", "Inter-SemiBold", "Inter-Bold", "JetBrainsMono-Regular", "JetBrainsMono-Bold"}

STUDIED = 4
"""Topics of the study plan, each with a heading: those in which an answer of the session lost points."""


def radars(reader: PdfReader) -> list[Any]:
    """The figures but for formulas, whose words are their TeX."""
    figures = [element for element in elements(reader) if element["/S"] == "/Figure"]
    return [figure for figure in figures if figure["/Alt"] != "p < 0.05"]


def test_it_says_that_it_is_tagged_and_follows_pdf_ua_1(reader: PdfReader) -> None:
    root = catalogue(reader)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_title_and_date_are_in_the_metadata(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert reader.metadata.title == "Readiness for the work of an AI engineer"
    assert reader.metadata.creation_date == CREATED
    assert catalogue(reader)["/ViewerPreferences"]["/DisplayDocTitle"]


def test_every_font_is_ours_and_embedded(reader: PdfReader) -> None:
    found = fonts(reader)
    assert {"Inter-Regular", "Inter-SemiBold", "JetBrainsMono-Regular"} <= set(found) <= OURS
    assert all(found.values())


def test_the_radar_is_a_vector_figure_with_the_values_in_words(reader: PdfReader) -> None:
    (radar,) = radars(reader)
    assert "LLM basics: 2/3, too few answers for a measure." in radar["/Alt"]
    assert not list(reader.pages[0].images)


def test_headings_tables_lists_code_and_links_are_tagged_as_such(reader: PdfReader) -> None:
    kinds = [element["/S"] for element in elements(reader)]
    assert {"/H1", "/H2", "/H3", "/P", "/Table", "/TH", "/TD", "/L", "/LI", "/Code", "/Link"} <= set(kinds)
    assert kinds.count("/H1") == 1
    assert kinds.count("/H3") == 12 + STUDIED


def test_the_outline_leads_to_every_question(reader: PdfReader) -> None:
    titles = outline_titles(reader)
    assert titles[0] == "Readiness for the work of an AI engineer"
    assert "Question 12: LLMOps · LLMOps: theory" in titles
    assert "What to learn next" in titles
    assert len(titles) == 1 + 4 + 12 + STUDIED


def test_the_first_page_says_what_it_is(reader: PdfReader) -> None:
    page = page_texts(reader)[0]
    for words in (
        "Ada Lovelace",
        "2 March 2026",
        "12 questions, 10 answered",
        "3 min 20 s",
        "After each answer",
        "Target 70 %",
        "LLM basics and foundation models",
        "Too few answers",
        "3 of 5 needed",
        "This is a single attempt",
        "All questions",
        "6 of 11",
        "1 not reached",
        "Page 1 of",
        "quizapp 1.2.3 · report of 3 March 2026",
    ):
        assert squeezed(words) in page, words


def test_every_question_is_there_with_its_answer_key_and_reasons(session: QuizSession, reader: PdfReader) -> None:
    text = whole_text(reader)
    for item in session.plan.items:
        before, _formula, after = plain_text(item.question.stem).partition("p < 0.05")
        assert squeezed(before) in text
        assert squeezed(after) in text
        assert squeezed(f"The reason for {item.question.id}") in text
    for words in (
        "Your answer, right",
        "Your answer, wrong",
        "Right answer",
        "I don't know",
        "Left open",
        "Not reached",
    ):
        assert squeezed(words) in text
    assert squeezed("Your answer, wrong 25.0 GB That counts every byte twice.") in text
    assert squeezed("Right answer 12.5 GB (± 0.1)") in text


def test_code_keeps_its_letters(reader: PdfReader) -> None:
    assert squeezed("def softmax(x): e = exp(x - x.max()) return e / e.sum()") in whole_text(reader)


def test_only_web_addresses_are_links(reader: PdfReader) -> None:
    annotations = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    addresses = {note["/A"]["/URI"] for note in annotations}
    assert addresses == {"https://arxiv.org/abs/1706.03762"}


@pytest.mark.parametrize(("competencies", "figures"), [(1, 0), (2, 0), (3, 1), (8, 1)])
def test_without_three_competencies_the_table_stands_alone(competencies: int, figures: int) -> None:
    reader = _read(make_session(make_plan(8, competencies=competencies), (True,) * 8, finished=True))
    assert len(radars(reader)) == figures
    assert "LLMbasicsandfoundationmodels" in page_texts(reader)[0]


def test_a_running_attempt_is_called_one() -> None:
    assert "Thisattemptwasnotfinishedyet." in whole_text(_read(make_session()))


def test_an_attempt_without_questions_has_a_report() -> None:
    assert len(_read(make_session(make_plan(1), finished=True)).pages) >= 1


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf)
    outcome = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


_AGAIN = """
import hashlib
import json
from quizapp.report.options import ReportOptions
from quizapp.report.pdf import render_pdf
from tests.factories import make_plan, make_session
from tests.report.conftest import ANSWERS, CREATED
session = make_session(make_plan(12), ANSWERS, finished=True)
data = render_pdf(session, created=CREATED, app_version="1.2.3", options=ReportOptions(person="Ada Lovelace"))
print(hashlib.sha256(data).hexdigest())
"""


def test_another_process_writes_the_same_bytes(pdf: bytes) -> None:
    root = Path(__file__).resolve().parents[2]
    other = subprocess.run([sys.executable, "-c", _AGAIN], cwd=root, capture_output=True, text=True, check=True)
    assert other.stdout.strip() == hashlib.sha256(pdf).hexdigest()


def test_a_date_without_a_time_zone_is_refused(session: QuizSession) -> None:
    with pytest.raises(ValueError, match="time zone"):
        render_pdf(session, created=datetime(2026, 3, 3), app_version="1")  # noqa: DTZ001 - that is the point


def test_a_refusal_of_the_compiler_says_what_to_do() -> None:
    with pytest.raises(ReportError, match="export them as JSON instead"):
        pdf_module.compile_document('{"not": "a report"}', CREATED)


def test_no_character_is_borrowed_from_another_font(session: QuizSession) -> None:
    document = build_document(session, created=CREATED, app_version="1") | {"footer": "⚑"}
    with pytest.raises(ReportError, match="could not be displayed"):
        pdf_module.compile_document(json.dumps(document), CREATED)


def _read(session: QuizSession) -> PdfReader:
    return read_pdf(render_pdf(session, created=CREATED, app_version="1.2.3"))
