"""What tests read out of a PDF: its text page by page, its fonts, its tags, where its text stands."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader

CONTINUED = "↪"


def read_pdf(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data), strict=True)


def squeezed(text: str) -> str:
    """A text without blanks and marks of continued lines: where lines end is the layout's business."""
    return re.sub(rf"[\s{CONTINUED}\ufe0e]+", "", text)


def page_texts(reader: PdfReader) -> list[str]:
    return [squeezed(page.extract_text()) for page in reader.pages]


def whole_text(reader: PdfReader) -> str:
    """All pages in one, without the footers that stand between the parts of a split text."""
    return "".join(re.sub(r"quizapp[\w.]+·reportof\w+Page\d+of\d+$", "", text) for text in page_texts(reader))


def catalogue(reader: PdfReader) -> Any:
    """The root of the document."""
    return reader.trailer["/Root"]


def elements(reader: PdfReader) -> Iterator[Any]:
    """All elements of the structure tree."""
    waiting = [catalogue(reader)["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, list):
            waiting += element
        elif isinstance(element, dict):
            if "/S" in element:
                yield element
            if "/K" in element:
                waiting.append(element["/K"])


def fonts(reader: PdfReader) -> dict[str, bool]:
    """The names of all fonts, also those inside drawings, and whether each is embedded."""
    found: dict[str, bool] = {}
    waiting: list[Any] = [page["/Resources"] for page in reader.pages]
    while waiting:
        resources = waiting.pop().get_object()
        for font in resources.get("/Font", {}).values():
            name, embedded = _font(font.get_object())
            found[name] = embedded
        drawings = [drawing.get_object() for drawing in resources.get("/XObject", {}).values()]
        waiting += [drawing["/Resources"] for drawing in drawings if "/Resources" in drawing]
    return found


def _font(font: Any) -> tuple[str, bool]:
    descendants = font.get("/DescendantFonts")
    inner = descendants.get_object()[0].get_object() if descendants else font
    descriptor = inner.get("/FontDescriptor", {})
    embedded = any(f"/FontFile{kind}" in descriptor.get_object() for kind in ("", "2", "3"))
    return re.sub(r"^/[A-Z]{6}\+|-Identity-H$", "", font["/BaseFont"]), embedded


def outline_titles(reader: PdfReader) -> list[str]:
    waiting: list[Any] = list(reader.outline)
    titles: list[str] = []
    while waiting:
        entry = waiting.pop(0)
        if isinstance(entry, list):
            waiting = entry + waiting
        else:
            titles.append(entry.title)
    return titles
