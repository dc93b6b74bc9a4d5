"""One item of an order question: a card with the number of its place, moved as a whole."""

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from quizapp.core.answer import Verdict
from quizapp.core.markup import plain_text
from quizapp.core.question import Pictures
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.option_button import RadioOption

translate = QCoreApplication.translate

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderRow(RadioOption):
    """The selected item is the checked one; where focus goes, selection goes too."""

    move_requested = Signal(int)  # places down, negative for up
    step_requested = Signal(int)  # selection: rows down, negative for up
    dragged = Signal(int)  # the pointer's y in the parent, while the item is held

    def __init__(self, appearance: Appearance, id_: str, text: str, pictures: Pictures = ()) -> None:
        self.id = id_
        self._pressed_at = QPoint()
        self._is_dragging = False
        super().__init__(appearance, "", text, pictures)

    def set_place(self, place: int, count: int) -> None:
        """Show the place, counted from 1, and tell it to screen readers."""
        self._letter = str(place)
        words = translate("OrderRow", "{place} of {count}: {text}")
        self.setAccessibleName(words.format(place=place, count=count, text=plain_text(self._markup)))
        self.update()

    def set_verdict(self, verdict: Verdict | None) -> None:
        super().set_verdict(verdict)
        self.setAccessibleDescription(_verdict_words().get(verdict, "") if verdict else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_requested.emit(step)
        else:
            self.step_requested.emit(step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed_at = event.position().toPoint()
        self._is_dragging = False
        self.setChecked(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        way = (event.position().toPoint() - self._pressed_at).manhattanLength()
        self._is_dragging = self._is_dragging or way >= QApplication.startDragDistance()
        if self._is_dragging:
            self.dragged.emit(self.mapToParent(event.position().toPoint()).y())

    def _update_text(self) -> None:
        super()._update_text()
        # Room for the verdict from the start: it moves nothing when it comes.
        self._right += self._words_width() + 8
        self.updateGeometry()

    def _words_width(self) -> int:
        metrics = QFontMetrics(self._appearance.theme.font(Type.CAPTION))
        return max(metrics.horizontalAdvance(words) for words in _verdict_words().values())

    def _paint_mark(self, painter: QPainter, verdict: Verdict) -> None:
        super()._paint_mark(painter, verdict)
        theme = self._appearance.theme
        right = self.width() - self._margin - self._mark - 8
        box = QRectF(right - self._words_width(), 0, self._words_width(), self.height())
        painter.setPen(theme.colour("right" if verdict is Verdict.RIGHT else "wrong"))
        painter.setFont(theme.font(Type.CAPTION))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, side, _verdict_words()[verdict])


def _verdict_words() -> dict[Verdict, str]:
    return {
        Verdict.RIGHT: translate("OrderRow", "Right place"),
        Verdict.WRONG: translate("OrderRow", "Wrong place"),
    }
