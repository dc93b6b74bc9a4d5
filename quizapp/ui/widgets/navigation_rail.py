"""The rail at the window's left edge: the places of the app."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from quizapp.ui.theme.icons import build_icon
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import build_label

translate = QCoreApplication.translate


class Place(StrEnum):
    HOME = "home"
    PRACTICE = "practice"
    HISTORY = "history"
    BANKS = "banks"
    MEASURE = "measure"
    SETTINGS = "settings"


_ICONS = {
    Place.HOME: "house",
    Place.PRACTICE: "rotate-ccw",
    Place.HISTORY: "clock",
    Place.BANKS: "library",
    Place.MEASURE: "circle-help",
    Place.SETTINGS: "settings",
}


class NavigationRail(QFrame):
    """Shows icons with words, or icons alone where the window is narrow."""

    place_chosen = Signal(Place)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._appearance = appearance
        self._is_narrow = False
        self._title = build_label("quizapp", Type.TITLE, wrap=False)
        self._group = QButtonGroup(self)
        self._buttons = {place: _RailButton() for place in Place}
        self._title.setContentsMargins(14, 0, 0, 0)
        self._assemble()
        self._group.buttonClicked.connect(self._on_button_clicked)
        appearance.theme_changed.connect(self._update)
        self._update()

    def set_place(self, place: Place) -> None:
        self._buttons[place].setChecked(True)
        self._update()

    def set_narrow(self, narrow: bool) -> None:
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._update()

    def _assemble(self) -> None:
        names = {
            Place.HOME: translate("NavigationRail", "Home"),
            Place.PRACTICE: translate("NavigationRail", "Practice"),
            Place.HISTORY: translate("NavigationRail", "History"),
            Place.BANKS: translate("NavigationRail", "Question banks"),
            Place.MEASURE: translate("NavigationRail", "The measure"),
            Place.SETTINGS: translate("NavigationRail", "Settings"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 24, 12, 16)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addSpacing(20)
        for place, button in self._buttons.items():
            button.setText(names[place])
            button.setToolTip(names[place])
            button.setAccessibleName(names[place])
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch(1)

    def _update(self) -> None:
        theme = self._appearance.theme
        side = theme.scaled(20)
        words, icons = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        for place, button in self._buttons.items():
            button.setToolButtonStyle(icons if self._is_narrow else words)
            gap = 0 if self._is_narrow else 8
            button.setIconSize(QSize(side + gap, side))
            ink = theme.colour("text" if button.isChecked() else "muted")
            button.setIcon(build_icon(_ICONS[place], ink, side, gap=gap))
        self._title.setVisible(not self._is_narrow)
        self.setFixedWidth(side + 52 if self._is_narrow else theme.scaled(184) + 24)

    def _on_button_clicked(self) -> None:
        self._update()
        self.place_chosen.emit(next(place for place, button in self._buttons.items() if button.isChecked()))


class _RailButton(QToolButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as it does every other button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
