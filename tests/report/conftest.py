"""Sessions and PDFs that several tests of the report look at."""

from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from quizapp.core.session import QuizSession
from quizapp.report.options import ReportOptions
from quizapp.report.pdf import render_pdf
from tests.factories import make_plan, make_session
from tests.report.pdf_reading import read_pdf

CREATED = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)

# Right, wrong and "I don't know" take turns; the last one was shown and left open, some were not reached.
ANSWERS = (True, False, None, True, True, False, True, True, None, True)


@pytest.fixture(scope="session")
def created() -> datetime:
    return CREATED


@pytest.fixture(scope="session")
def session() -> QuizSession:
    return make_session(make_plan(12), ANSWERS, finished=True)


@pytest.fixture(scope="session")
def pdf(session: QuizSession) -> bytes:
    return render_pdf(session, created=CREATED, app_version="1.2.3", options=ReportOptions(person="Ada Lovelace"))


@pytest.fixture(scope="session")
def reader(pdf: bytes) -> PdfReader:
    return read_pdf(pdf)
