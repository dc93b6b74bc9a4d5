"""A source with its address, and the button that opens it in the browser; nothing else ever does."""

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.question import Reference
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, build_label, build_row

translate = QCoreApplication.translate


class SourceRow(QWidget):
    """``detail`` stands after the title: where to read in it, or why."""

    def __init__(
        self, reference: Reference, appearance: Appearance, detail: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._address = reference.address
        title = ", ".join(filter(None, (reference.title, detail)))
        words = build_label(f"{title}\n{self._address}", Type.CAPTION)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = Button(translate("Source", "Open"), appearance, kind="quiet", icon="external-link")
        self.button.setAccessibleName(translate("Source", "Open in the browser: {title}").format(title=reference.title))
        self.button.setEnabled(is_web_address(self._address))
        self.button.clicked.connect(self._on_clicked)
        # One above the other: an address has no place to break, and takes the width there is.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(words)
        column.addLayout(build_row(self.button, None))

    def _on_clicked(self) -> None:
        if not QDesktopServices.openUrl(QUrl(self._address)):
            QGuiApplication.clipboard().setText(self._address)
            self.button.set_words(translate("Source", "No browser: address copied"))


def is_web_address(address: str) -> bool:
    """Whether an address leads to the web, and not to a file or a program of this computer."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme() in ("http", "https") and bool(url.host())
