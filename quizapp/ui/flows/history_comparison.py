"""Two attempts of the history beside each other: which can be chosen, and what has changed."""

from PySide6.QtCore import QCoreApplication, QObject

from quizapp.core.errors import StorageError
from quizapp.core.readiness import build_radar
from quizapp.core.score import score_session
from quizapp.storage.summary import AttemptSummary
from quizapp.ui.comparison import AttemptStore, compare_reports, default_earlier
from quizapp.ui.history_pairs import assessments, earlier_of
from quizapp.ui.widgets.compare_panel import ComparePanel

translate = QCoreApplication.translate

OFFERED = 200
"""How many attempts a choice offers; older ones are compared from the list."""

_LOOKED_AT = 50
"""How many of the newest attempts are tried to find one that something earlier can be compared with."""

_Attempts = tuple[AttemptSummary, ...]


class HistoryComparison(QObject):
    """Keeps which two are compared until other attempts are shown."""

    def __init__(self, store: AttemptStore, panel: ComparePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._panel = panel
        self._attempts: _Attempts = ()
        self._later: AttemptSummary | None = None
        panel.later_chosen.connect(self._on_later_chosen)
        panel.earlier_chosen.connect(self._on_earlier_chosen)

    def show(self, attempts: _Attempts) -> None:
        """The two that are compared already; else the newest with the earlier one that tells most."""
        finished = assessments(attempts)
        if finished == self._attempts and self._later:
            return
        self._attempts = finished
        newest = (attempt for attempt in finished[:_LOOKED_AT] if earlier_of(attempt, finished))
        self._later = next(newest, None)
        if self._later:
            self._compare(self._later)
        else:
            self._panel.show_none()

    def compare(self, attempts: _Attempts, later_id: str, earlier_id: str) -> None:
        """The change from one attempt to a later one; both are among the attempts."""
        self._attempts = assessments(attempts)
        self._compare(self._find(later_id), earlier_id)

    def _compare(self, later: AttemptSummary, earlier_id: str = "") -> None:
        self._later = later
        earliers = earlier_of(later, self._attempts)
        offered = _offered(self._attempts, later)
        if not earliers:
            self._panel.show_choices(offered, later.id, (), "")
            text = translate(
                "Compare", "Nothing earlier shares a competency with this attempt: choose another later attempt."
            )
            self._panel.show_message(text)
            return
        try:
            session = self._store.load_attempt(later.id)
            chosen = earlier_id or default_earlier(self._store, session, earliers) or earliers[0].id
            self._panel.show_choices(offered, later.id, _offered(earliers, self._find(chosen)), chosen)
            before, after = score_session(self._store.load_attempt(chosen)), score_session(session)
        except StorageError as error:
            self._panel.show_choices(offered, later.id, _offered(earliers, earliers[0]), earlier_id or earliers[0].id)
            text = translate("Compare", "These can't be compared, choose others: {reason}")
            self._panel.show_message(text.format(reason=error), "wrong")
            return
        radar = build_radar(session.plan.framework, after, before)
        self._panel.show_changes(compare_reports(before, after), radar)

    def _find(self, attempt_id: str) -> AttemptSummary:
        return next(attempt for attempt in self._attempts if attempt.id == attempt_id)

    def _on_later_chosen(self, attempt_id: str) -> None:
        self._compare(self._find(attempt_id))

    def _on_earlier_chosen(self, attempt_id: str) -> None:
        assert self._later
        self._compare(self._later, attempt_id)


def _offered(attempts: _Attempts, chosen: AttemptSummary) -> _Attempts:
    """The newest ones, and the chosen one also where it is older than these."""
    newest = attempts[:OFFERED]
    return newest if chosen in newest else (*newest, chosen)
