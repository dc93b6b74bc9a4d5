"""The items of an order question, one below the other, moved with the mouse or with keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from quizapp.core.answer import Verdict
from quizapp.core.question import Pictures
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.order_row import OrderRow


class OrderList(QWidget):
    """``texts`` are the items' markup by their ids, in the order shown first, ``pictures`` those that they name.

    Places count from 0.
    """

    order_changed = Signal()  # a person moved an item
    selection_changed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        texts: Mapping[str, str],
        pictures: Pictures = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = [OrderRow(appearance, id_, text, pictures) for id_, text in texts.items()]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for row in self._rows:
            row.move_requested.connect(self.move_selected)
            row.step_requested.connect(self._on_row_step_requested)
            row.dragged.connect(self._on_row_dragged)
            row.toggled.connect(self.selection_changed)
        self.set_ids(list(texts))

    @property
    def ids(self) -> tuple[str, ...]:
        """The items' ids from top to bottom."""
        return tuple(row.id for row in self._rows)

    @property
    def last(self) -> QWidget:
        """The row at the bottom, the last one that the tab key comes to."""
        return self._rows[-1]

    def set_ids(self, ids: Sequence[str]) -> None:
        """Put the items into an order, which has each of them once."""
        self._rows.sort(key=lambda row: ids.index(row.id))
        for row in self._rows:
            self._column.removeWidget(row)
        for row in self._rows:
            self._column.addWidget(row)
        self._update_places()

    def set_verdicts(self, verdicts: Mapping[str, Verdict]) -> None:
        """Mark the items by id; those that are not named lose their marks."""
        for row in self._rows:
            row.set_verdict(verdicts.get(row.id))

    def select(self, place: int) -> None:
        """Select the item at a place, if there is one and items can be moved, and give it the focus."""
        if self.isEnabled() and 0 <= place < len(self._rows):
            self._rows[place].setFocus()
            self._rows[place].setChecked(True)

    def focus_selected(self) -> None:
        place = self._selected()
        if place is not None:
            self.select(place)

    def can_move(self, step: int) -> bool:
        """Whether the selected item can go so many places down, or up with a negative number."""
        place = self._selected()
        return self.isEnabled() and place is not None and 0 <= place + step < len(self._rows)

    def move_selected(self, step: int) -> None:
        place = self._selected()
        if place is None or not self.can_move(step):
            return
        row = self._rows.pop(place)
        self._rows.insert(place + step, row)
        self._column.removeWidget(row)
        self._column.insertWidget(place + step, row)
        self._update_places()
        self._column.activate()
        _bring_into_view(row)
        self.order_changed.emit()

    def _selected(self) -> int | None:
        return next((place for place, row in enumerate(self._rows) if row.isChecked()), None)

    def _update_places(self) -> None:
        for place, row in enumerate(self._rows):
            row.set_place(place + 1, len(self._rows))
            if place:
                QWidget.setTabOrder(self._rows[place - 1], row)

    def _on_row_step_requested(self, step: int) -> None:
        place = self._selected()
        if place is not None:
            self.select(place + step)

    def _on_row_dragged(self, y: int) -> None:
        """Move the held item past each neighbour whose middle the pointer has passed."""
        for step in (-1, 1):
            while self._is_past_neighbour(y, step):
                self.move_selected(step)

    def _is_past_neighbour(self, y: int, step: int) -> bool:
        place = self._selected()
        if place is None or not self.can_move(step):
            return False
        return (y - self._rows[place + step].geometry().center().y()) * step > 0


def _bring_into_view(row: OrderRow) -> None:
    """Scroll the page as far as an item needs that was moved out of sight."""
    parent = row.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if isinstance(parent, QScrollArea):
        parent.ensureWidgetVisible(row, 0, 16)
