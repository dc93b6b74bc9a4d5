"""The map of an attempt beside its question; it scrolls where there are more questions than room."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from quizapp.core.session import QuizSession
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import build_label
from quizapp.ui.widgets.question_map import QuestionMap

translate = QCoreApplication.translate


class MapPanel(QScrollArea):
    """Five cells wide at any text size."""

    position_chosen = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._appearance = appearance
        self._map = QuestionMap(appearance)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = self._build_content()
        self.setWidget(self._content)
        self._map.position_chosen.connect(self.position_chosen)
        appearance.theme_changed.connect(self._update_width)
        self._update_width()

    def set_session(self, session: QuizSession) -> None:
        self._map.set_session(session)

    def show_current(self) -> None:
        """Scroll to the question that is shown."""
        self.ensureWidgetVisible(self._map.current_cell)

    def _build_content(self) -> QWidget:
        content = QWidget()
        content.setObjectName("bar")
        column = QVBoxLayout(content)
        # At the right the scroll bar has the other half of the margin, whether it is there or not.
        column.setContentsMargins(24, 24, 12, 24)
        column.setSpacing(16)
        column.addWidget(build_label(translate("MapPanel", "Questions"), Type.TITLE))
        column.addWidget(self._map)
        column.addWidget(build_label(translate("MapPanel", "Filled: answered. Corner: flagged."), Type.CAPTION))
        column.addStretch(1)
        return content

    def _update_width(self) -> None:
        cells = self._map.sizeHint().width()
        self._content.setFixedWidth(24 + cells + 12)
        self.setFixedWidth(24 + cells + 24)
