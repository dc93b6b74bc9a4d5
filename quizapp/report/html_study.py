"""The study plan in the HTML report."""

from quizapp.report.blocks import Data
from quizapp.report.html_blocks import BlockWriter, spans
from quizapp.report.html_front import section
from quizapp.report.html_questions import source
from quizapp.report.html_tree import Child, Element, element, table


def study(doc: Data, writer: BlockWriter) -> Element:
    """The topics to work on with their sources, the rest in a table, and the wrong ideas seen again."""
    data = doc["study"]
    parts: list[Child] = [element("p", element("strong", data["lead"]))]
    for entry in data["topics"]:
        parts += _topic(entry, data["read_next"], doc["language"], writer)
    if data["rest"]:
        rows = (element("tr", *_cells(entry)) for entry in data["rest"])
        heads = ["Topic", "Points in answers", "Practice"]
        parts.append(table("Further topics", heads, element("tbody", *rows), kind="topics-rest"))
    if data["ideas"]:
        parts += [element("h3", data["ideas_title"]), element("ul", *(element("li", *spans(i)) for i in data["ideas"]))]
    notes = (spans(data["surer"]), [data["method"]] if data["method"] else [])
    return section(data["title"], *parts, *(element("p", *note, class_="small") for note in notes if note))


def _topic(entry: Data, read_next: str, language: str, writer: BlockWriter) -> list[Child]:
    facts: list[Child] = [*spans(entry["place"]), f" · {entry['evidence']}. ", *spans(entry["reason"]), " "]
    parts: list[Child] = [
        element("h3", f"{entry['number']} ", *spans(entry["title"])),
        element("p", *facts, element("strong", f"{entry['practise']}."), class_="small"),
    ]
    if entry["know"]:
        parts.append(element("div", *writer.blocks(entry["know"]), lang=language))
    if entry["read"]:
        parts += [element("h4", read_next), element("ul", *map(source, entry["read"]), class_="sources")]
    return parts


def _cells(entry: Data) -> list[Element]:
    head = element("th", f"{entry['number']} ", *spans(entry["title"]), scope="row")
    return [head, element("td", entry["evidence"]), element("td", entry["practise"])]
