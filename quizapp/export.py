"""``quizapp export``: a result as a file, without a window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizapp import __version__
from quizapp.core.errors import QuizappError, StorageError
from quizapp.core.plan import PlanMethod
from quizapp.core.session import QuizSession
from quizapp.places import STORE_NAME
from quizapp.report.files import write_file
from quizapp.report.formats import render_result
from quizapp.report.options import ReportOptions
from quizapp.report.reader import load_result
from quizapp.report.words import METHOD_WORDS, date_words
from quizapp.storage.store import AttemptStore, open_store
from quizapp.storage.summary import AttemptSummary

SHORT_ID = 8
"""Characters of an attempt's id that the list shows; any beginning that fits one attempt alone names it."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to write, and where. ``attempt`` is the beginning of an id, or empty for the newest finished assessment."""

    format: str
    out: Path
    options: ReportOptions
    attempt: str = ""


def export_attempt(data: Path, request: ExportRequest) -> None:
    """Write an attempt of a data folder. Raises QuizappError, which says what to do, where that can't be."""
    with _open(data) as store:
        session = store.load_attempt(_find(store.list_attempts(), request.attempt).id)
    _write(session, request)


def export_file(source: Path, request: ExportRequest) -> None:
    """Write the attempt of a result file in another form. Raises QuizappError, which says what to do."""
    _write(load_result(source).session, request)


def list_text(data: Path) -> str:
    """The attempts of a data folder, the newest first, a line each."""
    with _open(data) as store:
        attempts = store.list_attempts()
    if not attempts:
        return f"There are no attempts in {data} yet."
    return "\n".join(_line(attempt) for attempt in attempts)


def _open(data: Path) -> AttemptStore:
    """The store of a folder, which is not made where there is none: one who mistypes a folder should hear of it."""
    path = data / STORE_NAME
    if not path.is_file():
        raise StorageError(
            f"There are no attempts in {data}. Give the folder that the Settings page shows with --data."
        )
    return open_store(path)


def _find(attempts: Sequence[AttemptSummary], beginning: str) -> AttemptSummary:
    if not beginning:
        return _newest(attempts)
    found = [attempt for attempt in attempts if attempt.id.startswith(beginning)]
    if len(found) != 1:
        many = f"{len(found)} attempts begin" if found else "No attempt begins"
        raise QuizappError(f"{many} with {beginning!r}. Run “quizapp export --list” to see them.")
    if not found[0].is_finished:
        raise QuizappError("That attempt is not finished. Go on with it in quizapp and submit it first.")
    return found[0]


def _newest(attempts: Sequence[AttemptSummary]) -> AttemptSummary:
    """The newest finished assessment; practice is no measure of anything."""
    measured = (a for a in attempts if a.is_finished and a.method is not PlanMethod.PRACTICE)
    newest = next(measured, None)
    if newest is None:
        raise QuizappError("No assessment is finished yet. Finish one in quizapp first.")
    return newest


def _line(attempt: AttemptSummary) -> str:
    day = date_words(attempt.started_at.astimezone())
    count = f"{attempt.right} of {attempt.scored} right" if attempt.is_finished else "not finished"
    kind = METHOD_WORDS[attempt.method]
    return f"{attempt.id[:SHORT_ID]:<{SHORT_ID}}  {day:>17}  {kind:<19}  {count:<17}  {attempt.framework_title}"


def _write(session: QuizSession, request: ExportRequest) -> None:
    created = datetime.now().astimezone()
    data = render_result(session, request.format, created=created, app_version=__version__, options=request.options)
    write_file(request.out, data)
