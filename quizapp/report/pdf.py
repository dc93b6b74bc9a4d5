"""The report as an accessible PDF (PDF/UA-1), made by typst from plain data and the template in resources."""

import json
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from quizapp.core.errors import ReportError
from quizapp.core.session import QuizSession
from quizapp.report.document import build_document
from quizapp.report.pictures import picture_inputs
from quizapp.resources import shipped_folder

_NO_PICTURES: Mapping[str, str] = MappingProxyType({})


def render_pdf(session: QuizSession, *, created: datetime, app_version: str, person: str = "") -> bytes:
    """The report of an attempt; the same input gives the same bytes.

    ``created`` has to have a time zone: it is the document's date, and the attempt's dates are given in it.
    Raises ReportError where typst refuses; ValueError for a ``created`` without a time zone.
    """
    if created.tzinfo is None:
        raise ValueError("created has no time zone")
    document = build_document(session, created=created, app_version=app_version, person=person)
    return compile_document(json.dumps(document, ensure_ascii=True), created, picture_inputs(session.plan))


def compile_document(document: str, created: datetime, pictures: Mapping[str, str] = _NO_PICTURES) -> bytes:
    """Draw a document given as JSON, with its pictures as ``picture_inputs`` gives them.

    Raises ReportError where typst refuses.
    """
    # Loading the compiler takes longer than rendering: only who exports pays for it.
    import typst

    resources = shipped_folder("resources")
    # typst brings fonts of its own and takes the machine's: a report is set in ours, or not at all.
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resources / "fonts")])
    try:
        return typst.compile(
            str(resources / "templates" / "report.typ"),
            root=str(resources / "templates"),
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs={**pictures, "document": document},
            pdf_standards=["ua-1"],
            timestamp=int(created.timestamp()),
        )
    except typst.TypstError as error:
        raise ReportError(
            f"The PDF could not be made: {error.message}. Your answers are kept; export them as JSON instead, and "
            "install quizapp again if the fonts or the template are missing."
        ) from error
