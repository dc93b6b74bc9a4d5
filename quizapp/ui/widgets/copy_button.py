"""The button that copies a listing."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.basics import Button

translate = QCoreApplication.translate


class CopyButton(Button):
    """Copies a text, and says so with a tick until the pointer leaves."""

    def __init__(self, text: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__("", appearance, kind="quiet", icon="copy")
        self.setParent(parent)
        self._copied = text
        self.setToolTip(translate("CodeView", "Copy"))
        self.setAccessibleName(translate("CodeView", "Copy the code"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)
        self.set_icon("check")

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.set_icon("copy")

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.set_icon("copy")
