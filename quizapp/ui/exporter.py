"""Writes results to files, in a worker thread: the window goes on answering meanwhile."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from quizapp import __version__
from quizapp.core.errors import ReportError
from quizapp.core.readiness import build_radar
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession
from quizapp.report.files import write_file
from quizapp.report.formats import render_result
from quizapp.report.options import WHOLE, ReportOptions
from quizapp.ui.theme.colours import LIGHT
from quizapp.ui.theme.theme import Theme
from quizapp.ui.widgets.radar_view import radar_png


class Exporter(QObject):
    """One export at a time. ``exported`` carries the path, ``failed`` what happened and what to do."""

    exported = Signal(Path)
    failed = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def export(self, session: QuizSession, format_: str, path: Path, options: ReportOptions = WHOLE) -> None:
        """Begin to write a result as ``png`` or a format of ``report.formats``; a signal tells when it is done."""
        render = self._renderer(session, format_, options)
        self._pool.start(lambda: self._write(render, path))

    def wait(self) -> None:
        """Block until everything begun is written; for closing the app."""
        self._pool.waitForDone()

    def _renderer(self, session: QuizSession, format_: str, options: ReportOptions) -> Callable[[], bytes]:
        if format_ != "png":
            # Dates in a report are those of the person's own calendar.
            created = self._now().astimezone()
            return partial(render_result, session, format_, created=created, app_version=__version__, options=options)
        radar = build_radar(session.plan.framework, score_session(session))
        assert radar is not None, "the page offers pictures only where there is a radar"
        # Fonts and pixmaps belong to the window's thread: the picture is painted here and now.
        picture = radar_png(radar, Theme(LIGHT))
        return lambda: picture

    def _write(self, render: Callable[[], bytes], path: Path) -> None:
        try:
            write_file(path, render())
        except ReportError as error:
            self.failed.emit(str(error))
        else:
            self.exported.emit(path)
