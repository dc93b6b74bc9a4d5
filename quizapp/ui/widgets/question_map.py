"""The map of an attempt: one cell a question, answered, open or flagged, and where one is."""

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from quizapp.core.session import ItemState, QuizSession
from quizapp.ui.theme.theme import Appearance, Type

translate = QCoreApplication.translate

_GAP = 8


class QuestionMap(QWidget):
    """Cells in rows as wide as there is room."""

    position_chosen = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._cells: list[_Cell] = []
        self._current = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        appearance.theme_changed.connect(self._place)

    def set_session(self, session: QuizSession) -> None:
        if len(self._cells) != len(session.states):
            self._resize(len(session.states))
        self._current = session.position
        for position, cell in enumerate(self._cells):
            cell.set_state(session.states[position], is_current=position == session.position)

    @property
    def current_cell(self) -> QWidget:
        """The cell of the question that is shown."""
        return self._cells[self._current]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._cells) // self._columns(width))
        return max(0, rows * (self._side + _GAP) - _GAP)

    def sizeHint(self) -> QSize:
        width = 5 * (self._side + _GAP) - _GAP
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @property
    def _side(self) -> int:
        return self._appearance.theme.scaled(40)

    def _columns(self, width: int) -> int:
        return max(1, (width + _GAP) // (self._side + _GAP))

    def _resize(self, count: int) -> None:
        """Cells that stay are kept, and with them the keyboard's focus: an attempt may grow while one is in its map."""
        for cell in self._cells[count:]:
            cell.hide()
            cell.deleteLater()
        added = [_Cell(self._appearance, position, self) for position in range(len(self._cells), count)]
        self._cells = self._cells[:count] + added
        for cell in added:
            cell.clicked.connect(self._on_cell_clicked)
            cell.show()
        self._place()
        self.updateGeometry()

    def _place(self) -> None:
        columns, step = self._columns(self.width()), self._side + _GAP
        for position, cell in enumerate(self._cells):
            row, column = divmod(position, columns)
            cell.setGeometry(QRect(column * step, row * step, self._side, self._side))

    def _on_cell_clicked(self) -> None:
        cell = self.sender()
        assert isinstance(cell, _Cell)
        self.position_chosen.emit(cell.position)


class _Cell(QAbstractButton):
    """Answered cells are filled, open ones outlined, the current one has a thick border, flagged ones a corner."""

    def __init__(self, appearance: Appearance, position: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.position = position
        self._appearance = appearance
        self._state = ItemState()
        self._is_current = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_state(self, state: ItemState, *, is_current: bool) -> None:
        self._state, self._is_current = state, is_current
        self.setAccessibleName(self._describe())
        self.setToolTip(self._describe())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        answered = self._state.answer is not None
        strong = self._is_current or self.hasFocus()
        painter.setPen(QPen(theme.colour("accent" if strong or answered else "outline"), 2.5 if strong else 1))
        painter.setBrush(theme.colour("accent_soft" if answered else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        font = theme.font(Type.CAPTION)
        font.setBold(answered or self._is_current)
        painter.setFont(font)
        painter.setPen(theme.colour("text" if answered or self._is_current else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self.position + 1))
        if self._state.flagged:
            self._paint_flag(painter)

    def _paint_flag(self, painter: QPainter) -> None:
        width, size = self.width() - 3.0, self.width() * 0.32
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.colour("warn"))
        painter.drawPolygon(QPolygonF([QPointF(width - size, 3), QPointF(width, 3), QPointF(width, 3 + size)]))

    def _describe(self) -> str:
        parts = [translate("QuestionMap", "Question {number}").format(number=self.position + 1)]
        if self._state.answer is None:
            parts.append(translate("QuestionMap", "open"))
        elif self._state.answer.dont_know:
            parts.append(translate("QuestionMap", "I don't know"))
        else:
            parts.append(translate("QuestionMap", "answered"))
        if self._state.flagged:
            parts.append(translate("QuestionMap", "flagged"))
        return ", ".join(parts)
