"""Equal tiles beside one another, as many to a row as there is room for."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.ui.theme.theme import Appearance


class Tiles(QWidget):
    """``tile_width`` is the least width of a tile at 100 % text size; ``most`` the most tiles in a row."""

    def __init__(self, appearance: Appearance, tile_width: int, most: int, *, spacing: int = 8) -> None:
        super().__init__()
        self._appearance = appearance
        self._tile_width = tile_width
        self._most = most
        self._tiles: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing)
        appearance.theme_changed.connect(self._update)

    def add(self, tile: QWidget) -> None:
        self._tiles.append(tile)
        self._columns = 0
        self._update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update()

    def _update(self) -> None:
        room = self.width() // self._appearance.theme.scaled(self._tile_width)
        columns = max(1, min(self._most, room))
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(self._most):
            self._grid.setColumnStretch(column, int(column < columns))
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, number // columns, number % columns)
