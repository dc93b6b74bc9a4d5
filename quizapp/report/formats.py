"""All formats that a result can be written in, by their names, which are also the endings of files."""

from datetime import datetime

from quizapp.core.errors import ReportError
from quizapp.core.readiness import build_radar
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession
from quizapp.report.csv import render_csv
from quizapp.report.html import render_html
from quizapp.report.options import WHOLE, ReportOptions
from quizapp.report.pdf import render_pdf
from quizapp.report.result import render_json
from quizapp.report.svg import radar_svg


def render_result(
    session: QuizSession, format_: str, *, created: datetime, app_version: str, options: ReportOptions = WHOLE
) -> bytes:
    """A result as ``pdf``, ``html``, ``json``, ``csv`` or ``svg`` (the radar).

    JSON always holds the answers; of the options it takes the name alone, CSV the answers, SVG nothing.
    Raises ReportError where it can't be made; KeyError for another format.
    """
    match format_:
        case "pdf":
            return render_pdf(session, created=created, app_version=app_version, options=options)
        case "html":
            return render_html(session, created=created, app_version=app_version, options=options)
        case "json":
            return render_json(session, created=created, app_version=app_version, person=options.person)
        case "csv":
            return render_csv(session, answers=options.answers)
        case "svg":
            return _svg(session)
    raise KeyError(format_)


def _svg(session: QuizSession) -> bytes:
    radar = build_radar(session.plan.framework, score_session(session))
    if radar is None:
        raise ReportError(
            "There is no radar to export: it needs at least three competencies, and no more than it has room for. "
            "Export the result as PDF, HTML, JSON or CSV."
        )
    return radar_svg(radar).encode()
