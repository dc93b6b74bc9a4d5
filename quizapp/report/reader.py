"""Reads a result back, from the JSON or from the PDF that carries it. Whatever the file holds, one error tells it."""

import json
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, NoReturn

from quizapp.core.errors import ReportError
from quizapp.core.session import QuizSession
from quizapp.report.pdf import RESULT_NAME
from quizapp.report.rebuild import Unsound, check_values, rebuild_session, sound_time
from quizapp.report.result import FORMAT, FORMAT_VERSION

MAX_BYTES = 32 * 1024 * 1024
"""Bytes of a file, looked at before it is read: 120 questions take 0.6 MB of JSON, 2 MB of PDF."""


@dataclass(frozen=True, slots=True)
class StoredResult:
    """A result that was read from a file. ``session`` is the attempt, but for its pictures, which no result holds."""

    session: QuizSession
    created: datetime
    app_version: str
    person: str


def load_result(path: Path) -> StoredResult:
    """The result in a file. Raises ReportError, which names the file and says what to do, for anything else."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or error
        raise ReportError(f"{path} can't be read: {reason}. Choose another file, or mend its permissions.") from error
    return read_result(data, str(path))


def read_result(data: bytes, name: str) -> StoredResult:
    """The result that bytes hold, as JSON or as a PDF with it; ``name`` stands for them in errors.

    Raises ReportError for whatever is none: too large, damaged, foreign, older or newer.
    """
    if len(data) > MAX_BYTES:
        raise ReportError(f"{name} is larger than {MAX_BYTES >> 20} MB, so it is no result of quizapp. Choose another.")
    text = _attached(data, name) if b"%PDF-" in data[:1024] else data
    file = _decode(text, name)
    _check_version(file, name)
    try:
        check_values(file)
        return StoredResult(
            rebuild_session(file), sound_time(file["created"]), str(file["app_version"]), str(file["person"])
        )
    except Unsound as error:
        _refuse(name, str(error))
    except KeyError as error:
        _refuse(name, f"{error.args[0]!r} is missing")


def _decode(text: bytes, name: str) -> Any:
    try:
        return json.loads(text.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except RecursionError:
        _refuse(name, "its lists stand too deep in each other")
    except ValueError as error:
        raise ReportError(
            f"{name} is no result of quizapp: {_short(error)}. Choose a JSON or PDF file that quizapp has exported."
        ) from error


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number of JSON")


def _check_version(file: Any, name: str) -> None:
    if not isinstance(file, dict) or file.get("format") != FORMAT:
        raise ReportError(f"{name} is no result of quizapp. Choose a JSON or PDF file that quizapp has exported.")
    version = file.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        _refuse(name, "its version is no number")
    if version < FORMAT_VERSION:
        raise ReportError(
            f"{name} was written by an older quizapp (format {version}), which left out what is needed to show it. "
            "Open the attempt in quizapp and export it again."
        )
    if version > FORMAT_VERSION:
        raise ReportError(f"{name} was written by a newer quizapp (format {version}). Update quizapp to open it.")


def _attached(data: bytes, name: str) -> bytes:
    """The result that a PDF carries."""
    try:
        found = _find_attached(data)
    except Exception as error:  # a parser of foreign files fails in more ways than it tells
        raise ReportError(
            f"{name} is damaged or locked, and can't be read as a PDF. Export it again, or open the JSON file."
        ) from error
    if found is None:
        raise ReportError(
            f"{name} carries no result: it is a report without answers, from an older quizapp, or not from quizapp. "
            "Open the JSON file, or export the report again with answers."
        )
    return found


def _find_attached(data: bytes) -> bytes | None:
    # A PDF is opened seldom, and the import takes 0.2 s.
    import logging

    from pypdf import PdfReader

    # What it says of damaged files is for programmers, and would end up in the person's terminal.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    for attachment in PdfReader(BytesIO(data)).attachment_list:
        if attachment.name == RESULT_NAME:
            return bytes(attachment.content)
    return None


def _refuse(name: str, reason: str) -> NoReturn:
    raise ReportError(f"{name} is damaged: {reason}. Export the result again, or choose another file.")


def _short(error: Exception) -> str:
    text = " ".join(str(error).split())
    return text if len(text) <= 100 else text[:100] + "…"
