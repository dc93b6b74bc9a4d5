"""Formulas in the PDF: outlines that are read aloud as TeX; TeX that can't be drawn is printed."""

import json
from dataclasses import replace

import pytest
from pypdf import PdfReader

from quizapp.core.question import Question
from quizapp.core.session import QuizSession
from quizapp.core.types.choice import ChoiceBody
from quizapp.report.blocks import text_blocks
from quizapp.report.extent import is_short
from quizapp.report.pdf import render_pdf
from tests.factories import make_plan, make_session
from tests.report.conftest import CREATED
from tests.report.pdf_reading import elements, fonts, read_pdf, whole_text

STEM = r"""Which \(s_1\) is it?

\(\sum_{s_2} x\)

- of \(s_3\)

| a | b |
|---|---|
| c | \(\frac{s_4}{2}\) |
"""
BAD = r"and \(\frac{a}\)"
IN_OPTIONS = [r"\(o_1\)", r"The \(o_2\)", "Plain", BAD]


def with_formulas(question: Question) -> Question:
    body = question.body
    assert isinstance(body, ChoiceBody)
    options = tuple(
        replace(option, text=text, rationale=rf"As \(r_{place}\) is.")
        for place, (option, text) in enumerate(zip(body.options, IN_OPTIONS, strict=True))
    )
    explanation = r"So \(e_1\)."
    return replace(question, stem=STEM, explanation=explanation, body=replace(body, options=options))


@pytest.fixture(scope="module")
def session() -> QuizSession:
    plan = make_plan(1)
    item = plan.items[0]
    return make_session(replace(plan, items=(replace(item, question=with_formulas(item.question)),)), (True,))


@pytest.fixture(scope="module")
def reader(session: QuizSession) -> PdfReader:
    return read_pdf(render_pdf(session, created=CREATED, app_version="1.2.3"))


def test_each_is_a_figure_that_says_its_tex(reader: PdfReader) -> None:
    alts = [element["/Alt"] for element in elements(reader) if element["/S"] == "/Figure" and "/Alt" in element]
    said = {alt for alt in alts if "_" in alt}
    in_stem = {"s_1", r"\sum_{s_2} x", "s_3", r"\frac{s_4}{2}"}
    assert said == in_stem | {"o_1", "o_2", "e_1"} | {f"r_{place}" for place in range(4)}


def test_they_are_outlines_and_bring_no_font_of_their_own(reader: PdfReader) -> None:
    assert not [name for name in fonts(reader) if "STIX" in name]
    assert not [image for page in reader.pages for image in page.images]


def test_bad_tex_is_printed(reader: PdfReader) -> None:
    assert r"\frac{a}" in whole_text(reader)


def test_one_alone_is_displayed_and_one_in_a_line_is_not() -> None:
    (alone,) = text_blocks(r"\(\sum_{i}^{n} x\)")
    beside, displayed = text_blocks("So \\(\\sum_{i}^{n} x\\)\n\n\\(\\sum_{i}^{n} x\\)")
    assert (alone["kind"], alone["alone"]) == ("formula", True)
    assert (displayed["kind"], displayed["alone"]) == ("formula", False)
    assert beside["kind"] == "paragraph"
    assert float(displayed["spans"][0][4]) > 1.2 * float(beside["spans"][1][4])


def test_a_wide_one_is_drawn_smaller() -> None:
    (block,) = text_blocks(rf"\({'x + ' * 40}x\)")
    assert float(block["spans"][0][3]) <= 38
    (table,) = text_blocks(rf"| a | b |{chr(10)}|---|---|{chr(10)}| c | \({'x + ' * 40}x\) |")
    assert float(table["rows"][0][1][0][3]) <= 19


def test_a_high_one_counts_as_several_lines() -> None:
    high = r"\begin{matrix} a \\ b \\ c \\ d \\ e \end{matrix}"
    assert is_short(text_blocks(rf"x \({high}\)"))
    assert not is_short(text_blocks(rf"x \({high}\) " * 5))


def test_nothing_but_outlines_reaches_the_template() -> None:
    blocks = text_blocks(r"\(\text{<image href='file:///etc/passwd'/>}\) \(\href{file:///etc/passwd}{x}\)")
    words = json.dumps(blocks)
    assert "<svg" not in words
    assert {part[0] for part in blocks[0]["spans"]} <= {"code", "plain", "break"}
