"""The report as one HTML file: whole in itself, strict about what it loads, and readable by assistive programs."""

import re
from base64 import b64encode
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from html.parser import HTMLParser
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.plan import Feedback, PlanItem, QuizPlan
from quizapp.core.question import Code, Question, Reference, Table
from quizapp.core.session import QuizSession
from quizapp.core.types import QUESTION_TYPES
from quizapp.core.types.choice import ChoiceBody, Option
from quizapp.report.html import render_html
from quizapp.report.options import Paper, ReportOptions
from tests.factories import make_framework, make_plan, make_question, make_session
from tests.pictures import picture_file
from tests.report.conftest import CREATED
from tests.report.test_pdf_hostile import HTML, STEMS

VOID = {"meta", "br", "wbr", "img"}


class Page(HTMLParser):
    """What a browser finds in a page: elements with attributes, and the text of each, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.found if name == tag]


def render(session: QuizSession, options: ReportOptions | None = None) -> str:
    return render_html(session, created=CREATED, app_version="1.2.3", options=options or ReportOptions()).decode()


def one(question: Question) -> str:
    """A report of a single question."""
    order = QUESTION_TYPES[question.type].arrange(question.body, Random(1))
    plan = QuizPlan(make_framework(), (PlanItem(question, order),), Feedback.EACH, 7, "ab" * 32)
    return render(make_session(plan, (False,), finished=True))


@pytest.fixture(scope="module")
def text(session: QuizSession) -> str:
    return render(session, ReportOptions(person="Ada Lovelace"))


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def test_it_is_one_whole_document(text: str, page: Page) -> None:
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert page.open == []
    outline = [tag for tag, _ in page.found if tag in ("html", "head", "body", "header", "main", "footer", "h1")]
    assert outline == ["html", "head", "body", "header", "h1", "main", "footer"]
    assert page.all("meta")[0] == {"charset": "utf-8"}


def test_nothing_is_loaded_run_or_sent(text: str, page: Page) -> None:
    assert not {"script", "link", "iframe", "object", "embed", "form", "base", "image", "use"} & {
        t for t, _ in page.found
    }
    for tag, attributes in page.found:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], tag
        assert not {"src", "srcset", "xlink:href"} & set(attributes), tag
    assert all(link["href"].startswith(("https://", "#q")) for link in page.all("a"))
    assert "url(" not in text
    assert "@import" not in text


def test_the_policy_allows_this_style_sheet_and_pictures_in_the_file_alone(text: str, page: Page) -> None:
    (policy,) = [meta["content"] for meta in page.all("meta") if "http-equiv" in meta]
    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    # It holds for what comes after it: nothing that it speaks of stands before.
    assert text.index("Content-Security-Policy") < text.index("<style>")


def test_it_knows_dark_screens_and_paper(text: str, session: QuizSession) -> None:
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text
    assert "@page{size:A4;" in text
    assert "@page{size:letter;" in render(session, ReportOptions(paper=Paper.LETTER))


def test_tables_have_captions_and_scopes(page: Page) -> None:
    captions = len(page.all("caption"))
    given = len([table for table in page.all("table") if table.get("class") == "given"])
    assert captions + given == len(page.all("table"))
    assert all(head["scope"] in ("col", "row", "rowgroup") for head in page.all("th"))


def test_charts_and_formulas_say_what_they_show(text: str, page: Page) -> None:
    charts = [svg for svg in page.all("svg") if svg.get("role") == "img"]
    assert charts
    assert all("aria-label" in svg or "aria-labelledby" in svg for svg in charts)
    assert all(svg.get("aria-hidden") == "true" for svg in page.all("svg") if svg.get("role") != "img")
    assert "LLM basics: 2/3, too few answers for a measure." in page.text
    assert {svg["aria-label"] for svg in charts if "aria-label" in svg} == {"p < 0.05"}
    assert text.count('id="radar-title"') == 1


def test_a_formula_stands_on_the_baseline(text: str, page: Page) -> None:
    depths = {name for svg in page.all("svg") for name in svg.get("class", "").split() if re.fullmatch(r"d\d+", name)}
    assert depths
    assert all(f".{name}{{vertical-align:" in text for name in depths)
    assert "currentColor" in text


def test_it_says_what_the_pdf_says(page: Page) -> None:
    for words in (
        *("Ada Lovelace", "2 March 2026", "12 questions, 10 answered", "3 min 20 s", "Target 70 % (just ready)"),
        *("Too few answers", "3 of 5 needed", "6 of 11", "1 not reached", "This is a single attempt"),
        *("Your answer, wrong", "Right answer", "12.5 GB (± 0.1)", "That counts every byte twice.", "Left open"),
        *("def softmax(x):\n    e = exp(x - x.max())\n    return e / e.sum()", "Attention is all you need, Section 3"),
        "quizapp 1.2.3 · report of 3 March 2026",
    ):
        assert words in page.text, words
    assert len(page.all("article")) == 12
    assert {article["id"] for article in page.all("article")} == {f"q{n}" for n in range(1, 13)}
    assert {link["href"] for link in page.all("a")} >= {f"#q{n}" for n in range(1, 13)}


def test_code_that_was_cut_for_paper_is_whole() -> None:
    line = "total = " + " + ".join(f"value_{number}" for number in range(40))
    text = Page(one(make_question("q", code=Code("python", f"{line}\nprint(total)")))).text
    assert f"{line}\nprint(total)" in text


@pytest.mark.parametrize("type_", QUESTION_TYPES)
def test_every_type_has_its_review(type_: str) -> None:
    page = Page(one(make_question("q", type_)))
    assert "Your answer, wrong" in page.text
    assert [item for item in page.all("li") if item.get("class", "").startswith("row ")]


def test_a_picture_is_in_the_file_with_its_words() -> None:
    stem = "Which?\n\n{picture: sql/joins.png | Two circles; the “left” one & all of it is <filled>.}\n\nChoose."
    page = Page(one(make_question("q", stem=stem, pictures=(picture_file(),))))
    (image,) = page.all("img")
    assert image["alt"] == "Two circles; the “left” one & all of it is <filled>."
    assert image["src"].startswith("data:image/png;base64,")
    assert (image["width"], image["height"]) == ("48", "32")
    lost = Page(one(make_question("q", stem=stem)))
    assert "A picture that can't be shown: Two circles" in lost.text


@pytest.mark.parametrize("stem", STEMS.values(), ids=STEMS)
def test_any_text_of_a_bank_is_text(stem: str) -> None:
    option = Option("a", stem, True, stem)
    question = make_question(
        "hostile", stem=stem, explanation=stem, body=ChoiceBody((option, replace(option, id="b", correct=False))),
        code=Code(stem[:20], stem), table=Table((stem,), ((stem,),)),
        references=(Reference(stem, url=stem, where=stem),),
    )  # fmt: skip
    before, after = Page(one(make_question("hostile"))), Page(one(question))
    assert {tag for tag, _ in after.found} <= {tag for tag, _ in before.found} | {
        *("table", "thead", "tbody", "ol", "ul", "pre", "code", "sup", "sub", "strong", "wbr", "p", "span"),
    }
    assert {name for _, attributes in after.found for name in attributes} <= {
        name for _, attributes in before.found for name in attributes
    }


def test_other_scripts_are_written_as_they_are() -> None:
    text = one(make_question("q", stem="漢字 हिन्दी שלום 👩‍💻 and \x00"))
    assert "漢字 हिन्दी שלום 👩‍💻 and ⁅U+0000⁆" in text
    assert "can't be shown; the JSON export" in text


def test_markup_of_pages_stays_text() -> None:
    page = Page(one(make_question("q", stem=HTML, explanation=HTML)))
    assert page.text.count("<script>alert(1)</script>") == 2
    assert page.text.count("<!-- no -->") == 2


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_text_leaves_its_place(stem: str, name: str) -> None:
    plan = make_plan(1)
    item = replace(plan.items[0], question=replace(plan.items[0].question, stem=stem, code=None, table=None))
    session = make_session(replace(plan, items=(item,)), (True,), finished=True)
    page = Page(render(session, ReportOptions(person=name)))
    assert page.open == []
    assert len(page.all("article")) == len(page.all("h1")) == 1


def test_only_web_addresses_become_links() -> None:
    addresses = ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", 'https://e.org/"onclick=x a<b>')
    references = tuple(Reference("Source", url=address) for address in addresses)
    links = [link for link in Page(one(make_question("q", references=references))).all("a") if link["href"][0] != "#"]
    assert [link["href"] for link in links] == ["https://e.org/%22onclick=x%20a%3Cb%3E"]
    assert links[0]["rel"] == "noopener noreferrer"


def test_the_same_input_gives_the_same_bytes(session: QuizSession, text: str) -> None:
    assert render(session, ReportOptions(person="Ada Lovelace")) == text


def test_a_date_without_a_time_zone_is_refused(session: QuizSession) -> None:
    with pytest.raises(ValueError, match="time zone"):
        render_html(session, created=datetime(2026, 3, 3), app_version="1")  # noqa: DTZ001 - that is the point
