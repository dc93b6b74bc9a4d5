"""How this is measured, from wherever it was asked."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from quizapp.core.errors import StorageError
from quizapp.core.framework import Framework
from quizapp.ui.dialogs import tell
from quizapp.ui.flows.parts import Parts
from quizapp.ui.flows.stage import Stage
from quizapp.ui.pages.measure_page import MeasurePage
from quizapp.ui.widgets.navigation_rail import Place

translate = QCoreApplication.translate


class MeasureFlow(QObject):
    """The page's way back leads to the page before."""

    def __init__(self, parts: Parts, stage: Stage) -> None:
        super().__init__(stage)
        self._parts = parts
        self._stage = stage
        self._before: tuple[QWidget, Place | None] = (stage, None)
        self.page = MeasurePage(parts.appearance)
        self.page.back_requested.connect(self._on_back_requested)

    def show(self, framework: Framework | None) -> None:
        """Explain the measure with the targets of a framework; without one, with those of the bank in use."""
        if self._stage.page is not self.page:
            self._before = self._stage.page, self._stage.place
        try:
            self.page.show_framework(framework or self._parts.library.active.framework, self._parts.standing.days)
        except StorageError as error:
            tell(self._stage, translate("MeasureFlow", "The settings can't be read"), str(error))
            return
        self._stage.show_page(self.page, Place.MEASURE)

    def _on_back_requested(self) -> None:
        self._stage.show_page(*self._before)
