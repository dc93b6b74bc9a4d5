"""The report as one HTML file: no script, nothing from elsewhere, and no text that could become markup."""

from base64 import b64encode
from datetime import datetime
from hashlib import sha256

from quizapp.core.session import QuizSession
from quizapp.report.blocks import Data
from quizapp.report.document import build_document
from quizapp.report.glyphs import any_font
from quizapp.report.html_blocks import BlockWriter, depth_rules
from quizapp.report.html_front import calibration, facts, opening, radar, reading, results, topics
from quizapp.report.html_questions import contents, outcomes, questions
from quizapp.report.html_study import study
from quizapp.report.html_tree import Child, Element, element, page_text
from quizapp.report.options import WHOLE, Paper, ReportOptions
from quizapp.resources import shipped_folder

_PAGE_SIZES = {Paper.A4: "A4", Paper.LETTER: "letter"}


def render_html(session: QuizSession, *, created: datetime, app_version: str, options: ReportOptions = WHOLE) -> bytes:
    """The report of an attempt as UTF-8; the same input gives the same bytes.

    It follows the reader's light or dark scheme, and prints on the paper of the options. ``created`` has to have a
    time zone, in which all dates are given. Raises ValueError for one without.
    """
    if created.tzinfo is None:
        raise ValueError("created has no time zone")
    with any_font():
        document = build_document(session, created=created, app_version=app_version, options=options)
    return page_text(_page(document, BlockWriter(session.plan), options)).encode()


def _page(doc: Data, writer: BlockWriter, options: ReportOptions) -> Element:
    body = _body(doc, writer)
    style = _style(options.paper, depth_rules(body))
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", content=_policy(style), http_equiv="Content-Security-Policy"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", doc["title"]),
        element("style", style),
    )
    # The report is in English; what a bank says is marked with the language of its framework.
    return element("html", head, body, lang="en")


def _body(doc: Data, writer: BlockWriter) -> Element:
    parts = [facts(doc), radar(doc), results(doc), *_front_notes(doc)]
    if not doc["summary"]:
        parts += [reading(doc), study(doc, writer), topics(doc), calibration(doc), *_question_parts(doc, writer)]
    main = element("main", *parts)
    return element("body", element("header", *opening(doc)), main, element("footer", element("p", doc["footer"])))


def _question_parts(doc: Data, writer: BlockWriter) -> list[Child]:
    if doc["outcomes"]:
        return [outcomes(doc)]
    return [contents(doc), *questions(doc, writer)]


def _front_notes(doc: Data) -> list[Child]:
    notes: list[Child] = [element("p", doc["note"], class_="small")]
    if doc["summary"] and doc["calibration"]:
        headline = element("strong", doc["calibration"]["headline"])
        notes.append(element("p", headline, element("br"), doc["calibration"]["detail"]))
    if doc["lacking"]:
        words = "Words between ⁅ and ⁆ name characters that can't be shown; the JSON export holds the text as written."
        notes.append(element("p", words, class_="small"))
    return notes


def _style(paper: Paper, depths: str) -> str:
    sheet = (shipped_folder("resources") / "templates" / "report.css").read_text(encoding="utf-8")
    return f"\n{sheet}@page{{size:{_PAGE_SIZES[paper]};margin:20mm}}\n{depths}\n"


def _policy(style: str) -> str:
    """Nothing is loaded, sent, run or embedded: this style sheet and pictures inside the file are all there is."""
    digest = b64encode(sha256(style.encode()).digest()).decode("ascii")
    rules = ("default-src 'none'", f"style-src 'sha256-{digest}'", "img-src data:", "base-uri 'none'")
    return "; ".join((*rules, "form-action 'none'"))
