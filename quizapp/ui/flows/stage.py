"""The rail to get around, and one page at a time beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.navigation_rail import NavigationRail, Place


class Stage(QWidget):
    """Where flows put their pages up."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._stack = QStackedWidget()
        self.rail = NavigationRail(appearance)
        self.place: Place | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        appearance.theme_changed.connect(self._place_rail)

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert page is not None
        return page

    def show_page(self, page: QWidget, place: Place | None) -> None:
        """``place`` is where the rail stands; None hides it: nothing distracts from a question."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self.place = place
        self.rail.setVisible(place is not None)
        if place is not None:
            self.rail.set_place(place)
        self._stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_rail()

    def _place_rail(self) -> None:
        """Words beside the icons only where they leave room enough for a page at this text size."""
        self.rail.set_narrow(self.width() < self._appearance.theme.scaled(1000))
