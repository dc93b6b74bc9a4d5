"""A radar as a picture: onto the clipboard, or into a file."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.core.errors import ReportError
from quizapp.core.radar import Radar
from quizapp.report.files import write_file
from quizapp.report.svg import radar_svg
from quizapp.ui.dialogs import ask_picture_path, tell
from quizapp.ui.theme.colours import LIGHT
from quizapp.ui.theme.theme import Theme
from quizapp.ui.widgets.radar_view import radar_pixmap, radar_png

translate = QCoreApplication.translate


class RadarMenu(QMenu):
    """``done`` says what has become of it. Pictures are light, as paper is, whatever the theme."""

    done = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._radar: Radar | None = None
        copy = self.addAction(translate("RadarMenu", "Copy picture"))
        copy.triggered.connect(self._on_copy)
        self._add_save("png", translate("RadarMenu", "Save as PNG…"))
        self._add_save("svg", translate("RadarMenu", "Save as SVG…"))

    def set_radar(self, radar: Radar) -> None:
        self._radar = radar

    def _add_save(self, format_: str, text: str) -> None:
        action = self.addAction(text)
        action.setProperty("format", format_)
        action.triggered.connect(self._on_save)

    def _on_copy(self) -> None:
        assert self._radar
        QGuiApplication.clipboard().setPixmap(radar_pixmap(self._radar, Theme(LIGHT)))
        self.done.emit(translate("RadarMenu", "The picture is on the clipboard."))

    def _on_save(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        format_ = str(action.property("format"))
        if path := ask_picture_path(self._place, format_):
            self._write(path, format_)

    def _write(self, path: Path, format_: str) -> None:
        assert self._radar
        picture = radar_png(self._radar, Theme(LIGHT)) if format_ == "png" else radar_svg(self._radar).encode()
        try:
            write_file(path, picture)
        except ReportError as error:
            tell(self._place, translate("RadarMenu", "The picture was not saved"), str(error))
        else:
            self.done.emit(translate("RadarMenu", "Saved as {path}").format(path=path))

    @property
    def _place(self) -> QWidget:
        """The window, over which boxes open."""
        parent = self.parentWidget()
        assert parent
        return parent.window()
