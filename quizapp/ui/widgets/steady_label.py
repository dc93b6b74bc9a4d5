"""A caption that says now this, now that, and keeps its height: what stands beneath it must not jump."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.ui.theme.theme import Appearance, Type


class SteadyLabel(QLabel):
    """As high as the highest of the texts of ``set_choices`` is at its width."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[str, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", Type.CAPTION.value)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        appearance.theme_changed.connect(self._update_height)

    def set_choices(self, texts: Iterable[str]) -> None:
        """All that it may come to say."""
        self._choices = tuple(map(_kept_together, texts))
        self._update_height()

    def setText(self, text: str) -> None:
        super().setText(_kept_together(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_height()

    def _update_height(self) -> None:
        self.ensurePolished()  # before it was shown it doesn't know its font
        room = QRect(0, 0, max(1, self.contentsRect().width()), 10_000)
        flags = Qt.TextFlag.TextWordWrap.value
        heights = [self.fontMetrics().boundingRect(room, flags, text).height() for text in self._choices]
        self.setMinimumHeight(max(heights, default=0))


def _kept_together(text: str) -> str:
    """A number stays on one line with its unit and its sign."""
    return re.sub(r"(?<=\d) (?=%)|(?<=[<>]) (?=\d)", "\u00a0", text)
