"""Files dropped on the window, wherever on it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """Watches a widget for files; ``files_dropped`` carries their paths, a tuple of one at least.

    ``is_open`` says whether anything may be dropped right now: nothing distracts from a question.
    """

    files_dropped = Signal(object)

    def __init__(self, target: QWidget, is_open: Callable[[], bool]) -> None:
        super().__init__(target)
        self._is_open = is_open
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return super().eventFilter(watched, event)
        assert isinstance(event, QDropEvent)
        paths = dropped_files(event.mimeData()) if self._is_open() else ()
        if not paths:
            event.ignore()
        else:
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.files_dropped.emit(paths)
        return True


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """The files of this computer among what is dropped; nothing is fetched from elsewhere."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
