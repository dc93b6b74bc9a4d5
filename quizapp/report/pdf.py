"""The report as an accessible PDF (PDF/UA-1), made by typst from plain data and the template in resources."""

import json
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from quizapp.core.errors import ReportError
from quizapp.core.session import QuizSession
from quizapp.report.document import build_document
from quizapp.report.options import WHOLE, ReportOptions
from quizapp.report.pictures import picture_inputs
from quizapp.report.result import render_json
from quizapp.resources import shipped_folder

RESULT_NAME = "quizapp-result.json"
"""The name of the result file that a PDF carries."""

_NOTHING: Mapping[str, str] = MappingProxyType({})


def render_pdf(session: QuizSession, *, created: datetime, app_version: str, options: ReportOptions = WHOLE) -> bytes:
    """The report of an attempt; the same input gives the same bytes.

    It carries the result file, by which ``report.reader`` gets the attempt back; a report without answers does not.
    ``created`` has to have a time zone: it is the document's date, and the attempt's dates are given in it.
    Raises ReportError where typst refuses; ValueError for a ``created`` without a time zone.
    """
    if created.tzinfo is None:
        raise ValueError("created has no time zone")
    document = build_document(session, created=created, app_version=app_version, options=options)
    inputs = picture_inputs(session.plan) if document["questions"] else {}
    if options.answers:
        result = render_json(session, app_version=app_version, created=created, person=options.person)
        inputs |= {"result": result.decode(), "result name": RESULT_NAME}
    return compile_document(json.dumps(document, ensure_ascii=True), created, inputs)


def compile_document(document: str, created: datetime, inputs: Mapping[str, str] = _NOTHING) -> bytes:
    """Draw a document given as JSON; ``inputs`` hold its pictures (``picture_inputs``) and what it carries.

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
            sys_inputs={**inputs, "document": document},
            pdf_standards=["ua-1"],
            timestamp=int(created.timestamp()),
        )
    except typst.TypstError as error:
        raise ReportError(
            f"The PDF could not be made: {error.message}. Your answers are kept; export them as JSON instead, and "
            "install quizapp again if the fonts or the template are missing."
        ) from error
