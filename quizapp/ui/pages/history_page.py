"""History: all attempts, progress over time, and any two attempts compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from quizapp.storage.summary import AttemptSummary
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.attempts_panel import AttemptsPanel
from quizapp.ui.widgets.basics import Button, build_label, build_row
from quizapp.ui.widgets.compare_panel import ComparePanel
from quizapp.ui.widgets.flow_row import FlowRow
from quizapp.ui.widgets.progress_panel import ProgressPanel
from quizapp.ui.widgets.undo_bar import UndoBar

translate = QCoreApplication.translate


_TITLE_ROOM = 420
"""Pixels at 100 % below which the tabs need the title's room: the rail says where one is."""


_TAB_PADDING = 20
"""Pixels at either side of a tab's words."""


class Part(IntEnum):
    """The parts of the page, in the order in which they stand."""

    ATTEMPTS = 0
    PROGRESS = 1
    COMPARE = 2


@dataclass(frozen=True, slots=True)
class HistoryState:
    """All attempts, newest first, and the titles of the competencies that are known, by slug."""

    attempts: tuple[AttemptSummary, ...]
    titles: Mapping[str, str]


class HistoryPage(QWidget):
    """``part_chosen`` carries a Part, which whoever listens fills; ``left`` says that another page is shown."""

    start_requested = Signal()
    undo_requested = Signal()
    part_chosen = Signal(Part)
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._appearance = appearance
        self.attempts = AttemptsPanel(appearance)
        self.progress = ProgressPanel(appearance)
        self.compare = ComparePanel(appearance)
        self.undo_bar = UndoBar(appearance)
        self._title = build_label(translate("History", "History"), Type.TITLE, wrap=False)
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._tabs = self._build_tabs()
        self._parts = QWidget()
        self._empty = self._build_empty()
        self._assemble()
        self._connect()

    @property
    def part(self) -> Part:
        """The part that is shown."""
        return Part(self._stack.currentIndex())

    def show_state(self, state: HistoryState) -> None:
        """The attempts anew; the part that is shown stays."""
        self._empty.setVisible(not state.attempts and self.undo_bar.isHidden())
        self._parts.setVisible(self._empty.isHidden())
        self.attempts.show_attempts(state.attempts, state.titles)

    def show_part(self, part: Part) -> None:
        tab = self._group.button(part)
        tab.setChecked(True)
        if self._stack.isAncestorOf(self.focusWidget() or self) and part is not self.part:
            tab.setFocus(Qt.FocusReason.OtherFocusReason)  # what had it will be hidden
        self._stack.setCurrentIndex(part)

    def show_deleted(self, days: tuple[str, ...], more: int) -> None:
        """Name by its day what was deleted last and can be taken back; without a day there is nothing any more."""
        self.undo_bar.setVisible(bool(days))
        if days:
            self.undo_bar.show_deleted(days, more)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes here is in the list at once."""
        super().focusInEvent(event)
        if self.part is Part.ATTEMPTS and self._empty.isHidden():
            self.attempts.focus_table()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # as it is when the window is made small
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._title.setVisible(self.width() >= self._appearance.theme.scaled(_TITLE_ROOM))

    def _assemble(self) -> None:
        for panel in (_scrolling(self.attempts), self.progress, self.compare):
            self._stack.addWidget(panel)
        parts = QVBoxLayout(self._parts)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(16)
        parts.addLayout(build_row(self._title, self._tabs, spacing=24))
        parts.addWidget(self._stack, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 16, 24, 16)
        page.setSpacing(16)
        page.addWidget(self._parts, 1)
        page.addWidget(self._empty, 1)
        page.addWidget(self.undo_bar)

    def _connect(self) -> None:
        self._group.idClicked.connect(self._on_tab_clicked)
        self.undo_bar.undo_requested.connect(self.undo_requested)
        for key, slot in (
            (QKeySequence(Qt.Key.Key_Slash), self._on_slash_pressed),
            (QKeySequence(QKeySequence.StandardKey.Undo), self._on_undo_pressed),
        ):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _build_tabs(self) -> FlowRow:
        names = {
            Part.ATTEMPTS: translate("History", "Attempts"),
            Part.PROGRESS: translate("History", "Progress"),
            Part.COMPARE: translate("History", "Compare two"),
        }
        tabs = []
        for part, name in names.items():
            button = _Tab(name, self._appearance)
            self._group.addButton(button, part)
            tabs.append(button)
        tabs[0].setChecked(True)
        return FlowRow(tabs, self._appearance)

    def _build_empty(self) -> QWidget:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(16)
        column.addWidget(build_label(translate("History", "Nothing here yet"), Type.HEADLINE))
        text = translate(
            "History",
            "Every assessment that you take is kept here: its result can be opened again, compared with others, and "
            "seen over time. Take your first one.",
        )
        column.addWidget(build_label(text, Type.LEAD))
        start = Button(translate("History", "Start an assessment"), self._appearance, kind="primary", icon="play")
        start.clicked.connect(self.start_requested)
        column.addLayout(build_row(start, None))
        column.addStretch(1)
        return empty

    def _on_tab_clicked(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self.part_chosen.emit(Part(number))

    def _on_slash_pressed(self) -> None:
        if self._empty.isHidden():
            self.show_part(Part.ATTEMPTS)
            self.attempts.focus_search()

    def _on_undo_pressed(self) -> None:
        if not self.undo_bar.isHidden():
            self.undo_requested.emit()


class _Tab(Button):
    """As wide as its words are when it is chosen, and so set in bold, with the frame of the focus."""

    def __init__(self, text: str, appearance: Appearance) -> None:
        super().__init__(text, appearance, kind="segment")
        self.setCheckable(True)
        appearance.theme_changed.connect(self._update_width)
        self._update_width()

    def _update_width(self) -> None:
        bold = QFontMetrics(self._appearance.theme.font(Type.BODY, QFont.Weight.DemiBold))
        self.setMinimumWidth(bold.horizontalAdvance(self.text()) + 2 * _TAB_PADDING)


def _scrolling(panel: QWidget) -> QScrollArea:
    """A panel that fills its place, and scrolls where that is too low."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    panel.setObjectName("column")
    area.setWidget(panel)
    return area
