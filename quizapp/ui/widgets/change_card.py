"""What has changed since an earlier attempt: the choice of that attempt, and a table."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.measure import Change, DomainChange, chance_words
from quizapp.storage.summary import AttemptSummary
from quizapp.ui.comparison import CompetencyChange
from quizapp.ui.formatting import format_day
from quizapp.ui.measure_wording import change_text, signed_points
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Card, build_label, build_row, clear_layout
from quizapp.ui.widgets.fact_table import FactTable
from quizapp.ui.widgets.standing_card import SmallChoice

translate = QCoreApplication.translate


class ChangeCard(Card):
    """``earlier_chosen`` carries the id of the attempt to compare with."""

    earlier_chosen = Signal(str)

    def __init__(
        self, attempts: Iterable[AttemptSummary], appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        offered = tuple(attempts)
        self._ids = [attempt.id for attempt in offered]
        self.choice = SmallChoice(appearance, [_attempt_text(attempt) for attempt in offered])
        self.choice.setAccessibleName(translate("ChangeCard", "Attempt to compare with"))
        self.choice.activated.connect(self._on_activated)
        self._content = QVBoxLayout()
        self._content.setSpacing(16)
        self.body.setSpacing(16)
        self.body.addWidget(build_label(translate("ChangeCard", "Change since an earlier attempt"), Type.TITLE))
        self.body.addLayout(build_row(self.choice, None))
        self.body.addLayout(self._content)

    def show_changes(self, attempt_id: str, changes: tuple[CompetencyChange, ...]) -> None:
        self.choice.setCurrentIndex(self._ids.index(attempt_id))
        clear_layout(self._content)
        self._content.addWidget(ChangeTable(changes, self._appearance))
        self._content.addWidget(build_label(change_help(changes), "muted"))

    def show_failure(self, attempt_id: str, reason: str) -> None:
        self.choice.setCurrentIndex(self._ids.index(attempt_id))
        clear_layout(self._content)
        text = translate("ChangeCard", "This attempt can't be compared with: {reason}")
        self._content.addWidget(build_label(text.format(reason=reason), tone="wrong"))

    def _on_activated(self, row: int) -> None:
        self.earlier_chosen.emit(self._ids[row])


class ChangeTable(FactTable):
    """A row a competency that both attempts asked about."""

    def __init__(self, changes: tuple[CompetencyChange, ...], appearance: Appearance) -> None:
        header = (
            translate("ChangeCard", "Competency"),
            translate("ChangeCard", "Change"),
            translate("ChangeCard", "Points"),
            translate("ChangeCard", "90\u00a0% interval"),
            translate("ChangeCard", "Seen before"),
        )
        super().__init__(header, [_cells(change) for change in changes], appearance, wrapping=(1, 4))
        self.setAccessibleName(translate("ChangeCard", "Change by competency"))


def change_verdict(change: DomainChange) -> str:
    """The verdict, with the chance that it rests on where it says that something has changed."""
    words = change_text(change.verdict)
    if change.verdict in (Change.WITHIN_NOISE, Change.TOO_FEW):
        return words
    chance = change.p_improved if change.verdict is Change.IMPROVED else 1 - change.p_improved
    return translate("ChangeCard", "{verdict}, chance {chance}").format(verdict=words, chance=chance_words(chance))


def change_help(changes: tuple[CompetencyChange, ...]) -> str:
    """How to read the changes."""
    text = translate(
        "ChangeCard",
        "Points of 100 by which the expected level differs, and the chance that it is higher, or lower. Within noise: "
        "neither chance is great enough to tell the attempts apart.",
    )
    if any(change.score.measure.seen.count for change in changes):
        text += " " + translate(
            "ChangeCard",
            "Answers to questions seen before enter no change. Where they went better than your other answers "
            "suggest, the points beside them may come from remembering as well as from learning.",
        )
    return text


def _attempt_text(attempt: AttemptSummary) -> str:
    text = translate("ChangeCard", "{day} · {right} of {scored} right")
    return text.format(day=format_day(attempt.started_at), right=attempt.right, scored=attempt.scored)


def _cells(entry: CompetencyChange) -> tuple[str, ...]:
    change = entry.change
    title, verdict, seen = entry.score.title, change_verdict(change), _seen_cell(entry)
    if change.verdict is Change.TOO_FEW:
        return title, verdict, "–", "–", seen
    low, high = map(signed_points, change.interval)
    interval = translate("ChangeCard", "{low} to {high}").format(low=low, high=high)
    return title, verdict, signed_points(change.difference), interval, seen


def _seen_cell(entry: CompetencyChange) -> str:
    """How many answers were to questions seen before, and by how many points they went better than expected."""
    seen, gain = entry.change.seen_later, entry.score.measure.seen_gain
    if not seen.count:
        return translate("ChangeCard", "none")
    counts = translate("ChangeCard", "{count} of {scored}").format(count=seen.count, scored=entry.score.tally.scored)
    if gain is None:
        return counts
    return translate("ChangeCard", "{counts}, {points}").format(counts=counts, points=signed_points(gain))
