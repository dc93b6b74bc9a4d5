"""Order: items that are dragged, or moved with keys and buttons, into the right order."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.answer import Grade, Response, Verdict
from quizapp.core.plan import PlanItem
from quizapp.core.types.order import OrderBody
from quizapp.ui.answers.base import AnswerWidget
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, build_label, build_row
from quizapp.ui.widgets.order_list import OrderList

translate = QCoreApplication.translate


class OrderAnswer(AnswerWidget):
    """The items in the attempt's order, which counts as no answer until one of them is moved."""

    def __init__(self, item: PlanItem, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        body = item.question.body
        assert isinstance(body, OrderBody)
        texts = {part.id: part.text for part in body.items}
        self._shown = item.option_order
        self._list = OrderList(appearance, {id_: texts[id_] for id_ in self._shown}, item.question.pictures)
        self._up = Button(translate("OrderAnswer", "Move up"), appearance, icon="chevron-up")
        self._down = Button(translate("OrderAnswer", "Move down"), appearance, icon="chevron-down")
        self._is_moved = False
        self._assemble()

    def response(self) -> Response:
        return self._list.ids if self._is_moved else ()

    def set_response(self, response: Response) -> None:
        """Put the items into an order; anything else than all of them brings back the attempt's."""
        self._is_moved = sorted(response) == sorted(self._shown)
        self._list.set_ids(response if self._is_moved else self._shown)
        self._update_buttons()

    def set_read_only(self, read_only: bool) -> None:
        self._list.setEnabled(not read_only)
        self._update_buttons()

    def show_grade(self, grade: Grade | None) -> None:
        marks = grade.marks if grade else ()
        # An order never touched was not given: nothing in it is right or wrong.
        self._list.set_verdicts({id_: verdict for id_, verdict in marks if verdict is not Verdict.MISSED})

    def choose(self, position: int) -> None:
        """Select the item that stands at a position; Alt+Up and Alt+Down then move it."""
        self._list.select(position)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        hint = translate("OrderAnswer", "Drag the items, or select one and press Alt+Up or Alt+Down.")
        column.addWidget(build_label(hint, Type.CAPTION))
        column.addWidget(self._list)
        column.addLayout(build_row(self._up, self._down, None))
        column.addStretch(1)
        self._list.order_changed.connect(self._on_list_order_changed)
        self._list.selection_changed.connect(self._update_buttons)
        self._up.clicked.connect(self._on_up_clicked)
        self._down.clicked.connect(self._on_down_clicked)
        self._update_buttons()

    def _update_buttons(self) -> None:
        for button, step in ((self._up, -1), (self._down, 1)):
            is_free = self._list.can_move(step)
            if not is_free and button.hasFocus():
                # Or the focus would jump out of the question when an item has reached an end.
                self._list.focus_selected()
            button.setEnabled(is_free)
        QWidget.setTabOrder(self._list.last, self._up)
        QWidget.setTabOrder(self._up, self._down)

    def _on_list_order_changed(self) -> None:
        self._is_moved = True
        self._update_buttons()
        self.response_changed.emit()

    def _on_up_clicked(self) -> None:
        self._list.move_selected(-1)

    def _on_down_clicked(self) -> None:
        self._list.move_selected(1)


def build(item: PlanItem, appearance: Appearance, parent: QWidget | None = None) -> OrderAnswer:
    return OrderAnswer(item, appearance, parent)
