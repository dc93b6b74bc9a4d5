"""Banks come from anywhere: whatever they say appears as text, inside the page, in a valid file."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from quizapp.core.markup import plain_text
from quizapp.core.plan import Feedback, PlanItem, QuizPlan
from quizapp.core.question import Code, Question, Reference, Table
from quizapp.core.session import QuizSession
from quizapp.core.types.choice import ChoiceBody, Option
from quizapp.report.glyphs import readable, text_width
from quizapp.report.options import ReportOptions
from quizapp.report.pdf import render_pdf
from tests.factories import make_framework, make_question, make_session
from tests.report.conftest import CREATED
from tests.report.pdf_reading import elements, page_texts, read_pdf, squeezed, whole_text

RIGHT_EDGE, FOOT = 595.28 - 70.8, 40.0
"""Where the text of an A4 page with margins of 25 mm ends, and the height below which nothing stands, in points."""

TYPST = '#import "@preview/x:1.0.0": * $x^2$ \\ @ref <label> *b* _i_ = H #eval("1+1") [[]] // c /* d */ #panic() -- ~'
HTML = '<script>alert(1)</script> <img src="file:///etc/passwd"> &amp; <b>bold</b> <!-- no -->'
STEMS = {
    "typst markup": TYPST,
    "HTML": HTML,
    "one long word": "W" * 400,
    "long identifiers": "gradient_accumulation_steps/" * 20,
    "other scripts": "שלום עולם, مرحبا, 漢字, हिन्दी",
    "emoji": "😀 👩‍💻 ⚑ done",
    "turning and control characters": "a\u202eb\u2066c \x00\x07\x1b \ud800 \u2028 \ufeff end",
    "32 KB of words": "words and words " * 2000,
    "32 KB without a blank": "A" * 32_000,
    "300 paragraphs": "\n\n".join(f"paragraph {number}" for number in range(300)),
    "every kind of block": "text\n\n- a `b`\n- c\n\n1. one\n2. x^{2} y_{i}\n\n| h | k |\n|---|---|\n| **1** | 2 |",
    "an open fence": "```python\nprint(1)",
    "a table without cells": "|---|",
    "nothing": "",
}


@pytest.mark.parametrize("stem", STEMS.values(), ids=STEMS)
def test_any_stem_appears_as_text(stem: str) -> None:
    reader = _read(make_question("hostile", stem=stem))
    shown = whole_text(reader)
    for word in plain_text(stem.replace("|", "\n")).split():
        if word.strip("-`.") and word[0] not in "-`0123456789":
            assert squeezed(readable(word)) in shown, word
    _assert_inside(reader)


def test_markup_of_the_typesetter_stays_text() -> None:
    option = Option("a", TYPST, True, TYPST)
    body = ChoiceBody((option, replace(option, id="b", correct=False)))
    question = make_question("t", stem=TYPST, explanation=TYPST, body=body, table=Table((TYPST,), ((TYPST,),)))
    reader = _read(question, person=TYPST)
    text = squeezed(TYPST)
    assert whole_text(reader).count(text) == 1 + 1 + 1 + 2 * 2 + 2
    assert [element["/S"] for element in elements(reader)].count("/H1") == 1


def test_turning_characters_are_shown_and_not_obeyed() -> None:
    assert "pay⁅U+202E⁆001" in whole_text(_read(make_question("t", stem="pay \u202e001")))


def test_named_characters_are_explained_where_there_are_any() -> None:
    note = squeezed("name characters that this report's fonts do not have")
    assert note in page_texts(_read(make_question("t", stem="漢字")))[0]
    assert note not in page_texts(_read(make_question("t")))[0]


def test_long_code_is_wrapped_with_a_mark_and_loses_nothing() -> None:
    text = 'x = "' + "z" * 300 + '"  # ' + "comment words " * 20 + "\n" + "\n".join(f"y{i} != {i}" for i in range(150))
    reader = _read(make_question("t", code=Code("python", text)))
    assert squeezed(text) in whole_text(reader)
    assert sum(page.extract_text().count("↪") for page in reader.pages) >= 5
    _assert_inside(reader)


def test_wide_and_long_tables_stay_on_their_pages() -> None:
    header = tuple(f"column_{number}" for number in range(20))
    rows = tuple((str(row),) * 20 for row in range(60))
    reader = _read(make_question("t", table=Table(header, rows)))
    assert "59" * 20 in whole_text(reader)
    _assert_inside(reader)


def test_an_option_longer_than_a_page_is_not_cut_off() -> None:
    options = tuple(Option(id_, f"{id_}-word " * 1500 + f"end-{id_}", id_ == "a", "because") for id_ in "abc")
    reader = _read(make_question("t", body=ChoiceBody(options)))
    assert all(f"end-{id_}" in whole_text(reader) for id_ in "abc")
    _assert_inside(reader)


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://a.b/" + "p/" * 1500, None),
        ("https://a.b/ü?q=1 2#x", "https://a.b/%C3%BC?q=1%202#x"),
        ("http://a.b/(x)", "http://a.b/(x)"),
    ],
)
def test_a_source_links_to_web_addresses_alone(address: str, link: str | None) -> None:
    reader = _read(make_question("t", references=(Reference("T" * 200, url=address),)))
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    assert {note["/A"]["/URI"] for note in notes} == ({link} if link else set())
    assert squeezed(address.split("://")[-1]) in whole_text(reader)


def test_a_long_explanation_and_many_sources_are_not_cut_off() -> None:
    many = tuple(Reference(f"Source {number}", url=f"https://a.b/{number}") for number in range(80))
    reader = _read(make_question("t", explanation="- item\n" * 100, references=many))
    assert "Source79" in whole_text(reader)
    _assert_inside(reader)


@settings(max_examples=40)
@given(text=st.text(max_size=300), code=st.text(max_size=300))
def test_no_text_at_all_can_stop_a_report(text: str, code: str) -> None:
    question = make_question("t", stem=text, explanation=f"`{text}` **{text}**", code=Code("python", code))
    table = Table((text,), ((f"x^{{{text}}}",),))
    assert _render(replace(question, table=table), person=text).startswith(b"%PDF-1.7")


def _render(question: Question, person: str = "") -> bytes:
    return render_pdf(_session(question), created=CREATED, app_version="1", options=ReportOptions(person=person))


def _read(question: Question, **person: Any) -> PdfReader:
    return read_pdf(_render(question, **person))


def _session(question: Question) -> QuizSession:
    order = tuple(option.id for option in question.body.options) if isinstance(question.body, ChoiceBody) else ()
    plan = QuizPlan(make_framework(), (PlanItem(question, order),), Feedback.EACH, 1, "ab")
    return make_session(plan, (True,), finished=True)


def _assert_inside(reader: PdfReader) -> None:
    """No piece of text ends beyond the right margin or hangs below the page."""

    def look(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if text.strip() and font:
            width = len(text.strip()) * 0.6 * size if "Mono" in font["/BaseFont"] else text_width(text.strip(), size)
            assert tm[4] * cm[0] + cm[4] + width <= RIGHT_EDGE + 2, text
            assert tm[5] * cm[3] + cm[5] >= FOOT, text

    for page in reader.pages:
        page.extract_text(visitor_text=look)
