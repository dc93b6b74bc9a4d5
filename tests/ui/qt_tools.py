"""What tests of windows do with Qt: wait, scroll, read texts, meet dialogs, and close apps."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTableWidget,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from quizapp.app import App


class DialogVisitor:
    """Waits for a dialog, whose own event loop blocks who opened it, and acts in it once."""

    def __init__(self, act: Callable[[QWidget], None], kind: type[QDialog] = QDialog) -> None:
        self._act = act
        self._kind = kind
        self._has_acted = False
        self._timer = QTimer()
        self._timer.timeout.connect(self._on_timeout)

    def __enter__(self) -> None:
        self._timer.start(5)

    def __exit__(self, kind: object, *_error: object) -> None:
        self._timer.stop()
        assert kind or self._has_acted, "nothing opened"

    def _on_timeout(self) -> None:
        widget = QApplication.activeModalWidget()
        if not isinstance(widget, self._kind) or not widget.isVisible():
            return
        self._timer.stop()
        self._has_acted = True
        try:
            self._act(widget)
        finally:
            widget.close()


def texts_of(widget: QWidget) -> Iterator[str]:
    """What a widget shows by itself, or tells a screen reader where it paints its text."""
    if isinstance(widget, QLabel | QLineEdit):
        yield widget.text()
    elif isinstance(widget, QTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QAbstractButton):
        yield widget.text() or widget.accessibleName()
    elif isinstance(widget, QTableWidget):
        for row in range(widget.rowCount()):
            # Spaces that hold a number and its unit together read as spaces.
            cells = (item.text() for c in range(widget.columnCount()) if (item := widget.item(row, c)))
            yield " | ".join(cells).replace("\u00a0", " ")


def bring_into_view(widget: QWidget) -> None:
    """Scroll as far as the widget's middle needs."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            content = parent.widget()
            assert content is not None
            centre = widget.mapTo(content, QPoint(widget.width() // 2, widget.height() // 2))
            parent.ensureVisible(centre.x(), centre.y(), 0, 40)
        parent = parent.parentWidget()
    settle()


def settle() -> None:
    """Let Qt lay out, paint and delete what is waiting. Texts in texts find their heights in a few rounds."""
    for _ in range(10):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def let_go(app: App) -> None:
    """Close an app, and take its window out of the process; again does nothing."""
    if not isValid(app.window):
        return
    app.close()
    app.window.deleteLater()
    settle()
