"""The attempts as a table model: ten thousand of them cost no more than the rows in view."""

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from quizapp.storage.summary import AttemptSummary
from quizapp.ui.formatting import format_day, format_minutes
from quizapp.ui.history_search import AttemptSearch, HistoryFilter, competency_names
from quizapp.ui.plain_tip import plain_tip
from quizapp.ui.wording import method_words

translate = QCoreApplication.translate

_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    DAY = 0
    KIND = 1
    COMPETENCIES = 2
    RIGHT = 3
    DURATION = 4
    ROLE = 5


class HistoryModel(QAbstractTableModel):
    """The attempts that a filter lets through, in the order in which they were given."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[AttemptSummary, ...] = ()
        self._shown: list[AttemptSummary] = []
        self._titles: Mapping[str, str] = {}
        self._search = AttemptSearch({})
        self._filter = HistoryFilter()

    @property
    def total(self) -> int:
        """How many there are, shown or not."""
        return len(self._all)

    def set_attempts(self, attempts: Sequence[AttemptSummary], titles: Mapping[str, str]) -> None:
        """Show these, as far as the filter lets them through."""
        if titles != self._titles:
            self._titles, self._search = titles, AttemptSearch(titles)
        self._all = tuple(attempts)
        self._renew()

    def set_filter(self, wanted: HistoryFilter) -> None:
        self._filter = wanted
        self._renew()

    def attempt(self, row: int) -> AttemptSummary:
        return self._shown[row]

    def row_of(self, attempt_id: str) -> int | None:
        """The row of an attempt, if it is shown."""
        return next((row for row, attempt in enumerate(self._shown) if attempt.id == attempt_id), None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as in Qt
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as in Qt
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        attempt = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(attempt, Column(index.column()))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            row = " · ".join(self._cell(attempt, column) for column in Column)
            return plain_tip(row) if role == Qt.ItemDataRole.ToolTipRole else row
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_number = index.column() in (Column.RIGHT, Column.DURATION)
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_number = section in (Column.RIGHT, Column.DURATION)
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return header_texts()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def samples(self, column: Column) -> Iterable[str]:
        """Texts by which a column finds its width: all of ten thousand would take too long to measure."""
        return (self._cell(attempt, column) for attempt in self._shown[:50])

    def _cell(self, attempt: AttemptSummary, column: Column) -> str:
        match column:
            case Column.DAY:
                return format_day(attempt.started_at)
            case Column.KIND:
                return kind_text(attempt)
            case Column.COMPETENCIES:
                return competency_names(attempt.competencies, self._titles)
            case Column.RIGHT:
                return right_text(attempt)
            case Column.DURATION:
                return format_minutes(attempt.elapsed)
            case Column.ROLE:
                return attempt.framework_title

    def _renew(self) -> None:
        self.beginResetModel()
        self._shown = self._search.find(self._all, self._filter)
        self.endResetModel()


def header_texts() -> tuple[str, ...]:
    """The headings, in the order of ``Column``."""
    return (
        translate("History", "Day and time"),
        translate("History", "Kind"),
        translate("History", "Competencies"),
        translate("History", "Right"),
        translate("History", "Time taken"),
        translate("History", "Role"),
    )


def kind_text(attempt: AttemptSummary) -> str:
    """The kind of an attempt, and that it is still to be finished."""
    kind = method_words(attempt.method)
    return kind if attempt.is_finished else translate("History", "{kind}, to finish").format(kind=kind)


def right_text(attempt: AttemptSummary) -> str:
    """How many were right; of what runs only how far it is, for its answers are not to be betrayed."""
    if not attempt.is_finished:
        return translate("History", "{answered} answered").format(answered=attempt.answered)
    return translate("History", "{right} of {scored}").format(right=attempt.right, scored=attempt.scored)


def attempt_text(attempt: AttemptSummary) -> str:
    """An attempt in a line, in lists to choose from."""
    text = translate("History", "{day} · {kind} · {right} right")
    return text.format(day=format_day(attempt.started_at), kind=kind_text(attempt), right=right_text(attempt))


def attempt_detail(attempt: AttemptSummary, titles: Mapping[str, str]) -> str:
    """All that the table tells of an attempt but the day, where it has no room for it."""
    return " · ".join(
        (
            kind_text(attempt),
            competency_names(attempt.competencies, titles),
            format_minutes(attempt.elapsed),
            attempt.framework_title,
        )
    )
