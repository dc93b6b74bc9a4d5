"""The questions of the HTML report: asked, answered, explained."""

from quizapp.report.blocks import Data
from quizapp.report.html_blocks import BlockWriter, spans
from quizapp.report.html_front import section
from quizapp.report.html_tree import Child, Element, element, hidden, table

MARKS = {
    "right": "✓",
    "missed": "✓",
    "wrong": "✗",
    "partly": "◐",
    "dont_know": "?",
    "left_open": "○",
    "not_reached": "◌",
    "neutral": "",
}
"""Signs that stand beside words that say the same."""


def contents(doc: Data) -> Element:
    """How often each outcome occurred, and a way to each question."""
    links = (element("li", _way(entry)) for entry in doc["questions"])
    nav = element("nav", element("ol", *links, class_="ways"), aria_label="Questions")
    return section("Questions and answers", _tally(doc), nav)


def questions(doc: Data, writer: BlockWriter) -> list[Element]:
    return [_question(entry, writer, doc["language"]) for entry in doc["questions"]]


def outcomes(doc: Data) -> Element:
    """What became of each question, without what it asks."""
    rows = (
        element(
            "tr",
            element("th", str(entry["number"]), scope="row"),
            element("td", *spans(entry["place"]), lang=doc["language"]),
            element("td", _verdict(entry)),
            element("td", " · ".join(entry["remarks"])),
        )
        for entry in doc["outcomes"]
    )
    heads = ["No.", "Topic", "Outcome", "Remarks"]
    return section("Questions", _tally(doc), table("What became of each question", heads, element("tbody", *rows)))


def _tally(doc: Data) -> Element:
    items = (element("li", _mark(entry["kind"]), f" {entry['words']}: {entry['count']}") for entry in doc["tally"])
    return element("ul", *items, class_="legend")


def _way(entry: Data) -> Element:
    words = f"Question {entry['number']}: {entry['verdict']}"
    link = element("a", str(entry["number"]), " ", _mark(entry["outcome"]), href=f"#q{entry['number']}", title=words)
    link.set("aria-label", words)
    return link


def _question(entry: Data, writer: BlockWriter, language: str) -> Element:
    remarks = element("p", " · ".join(entry["remarks"]), class_="small") if entry["remarks"] else None
    given = writer.blocks(entry["stem"]) + writer.blocks(entry["codes"])
    if entry["table"]:
        given += writer.blocks([entry["table"]])
    return element(
        "article",
        element("h3", f"Question {entry['number']}: ", *spans(entry["place"])),
        element("p", _verdict(entry), class_="verdict"),
        remarks,
        element("div", *given, lang=language),
        element("ul", *(_row(row, writer, language) for row in entry["rows"]), class_="rows"),
        *_explanation(entry, writer, language),
        id=f"q{entry['number']}",
    )


def _row(row: Data, writer: BlockWriter, language: str) -> Element:
    """Letter or mark, the verdict in words, the text, and why."""
    words = element("p", _mark(row["verdict"]), " ", row["words"], class_=f"words m-{row['verdict']}")
    why = element("div", *writer.blocks(row["rationale"]), class_="why", lang=language) if row["rationale"] else None
    text = element("div", *writer.blocks(row["text"]), lang=language)
    label = element("span", row["label"], class_="label") if row["label"] else None
    body = element("div", words if row["words"] else None, text, why)
    return element("li", label, body, class_=f"row {row['verdict']}")


def _explanation(entry: Data, writer: BlockWriter, language: str) -> list[Child]:
    parts: list[Child] = []
    if entry["explanation"]:
        parts += [element("h4", "Why"), element("div", *writer.blocks(entry["explanation"]), lang=language)]
    if entry["sources"]:
        parts += [element("h4", "Sources"), element("ul", *map(source, entry["sources"]), class_="sources")]
    return parts


def source(entry: Data) -> Element:
    """A reference; what is no web address stays text."""
    where: list[Child] = [", ", *spans(entry["where"])] if entry["where"] else []
    address: list[Child] = spans(entry["address"])
    if entry["link"]:
        address = [element("a", *address, href=entry["link"], rel="noopener noreferrer")]
    return element("li", *spans(entry["title"]), *where, *([" · ", *address] if entry["address"] else []))


def _verdict(entry: Data) -> Element:
    return element("span", _mark(entry["outcome"]), " ", entry["verdict"], class_=f"m-{entry['outcome']}")


def _mark(kind: str) -> Element:
    return hidden("span", MARKS[kind], class_=f"m-{kind}")
