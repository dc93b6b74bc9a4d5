"""How this is measured: what the numbers mean, for a person without statistics."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.framework import Framework
from quizapp.core.measure import Cut
from quizapp.ui.pages.measure_texts import (
    claims_text,
    counting_texts,
    label_texts,
    level_texts,
    target_texts,
    time_texts,
)
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, Card, Column, build_label, build_row, clear_layout
from quizapp.ui.widgets.measure_example import MeasureExample

translate = QCoreApplication.translate


class MeasurePage(QWidget):
    """Every number on it is read from where the measure has it."""

    back_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._appearance = appearance
        self._column = Column(appearance, 820)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)

    def show_framework(self, framework: Framework | None, days: int) -> None:
        """``framework`` has the targets that hold; ``days`` is how far back the profile looks."""
        body = self._column.body
        clear_layout(body)
        back = Button(translate("MeasurePage", "Back"), self._appearance, icon="chevron-left")
        back.clicked.connect(self.back_requested)
        body.addLayout(build_row(back, None))
        body.addWidget(build_label(translate("MeasurePage", "How this is measured"), Type.HEADLINE))
        body.addWidget(self._build_level(framework))
        body.addWidget(self._build_card(translate("MeasurePage", "Ready, not yet, undecided"), label_texts()))
        body.addWidget(self._build_card(translate("MeasurePage", "What counts"), counting_texts()))
        body.addWidget(self._build_card(translate("MeasurePage", "Over time"), time_texts(days)))
        if framework:
            body.addWidget(self._build_card(translate("MeasurePage", "The target"), target_texts(framework)))
        body.addWidget(self._build_card(translate("MeasurePage", "What is not claimed"), claims_text()))
        body.addStretch(1)
        self._column.verticalScrollBar().setValue(0)

    def _build_level(self, framework: Framework | None) -> Card:
        card = self._build_card(translate("MeasurePage", "The expected level"), level_texts())
        if framework:
            card.body.addSpacing(8)
            card.body.addWidget(MeasureExample(Cut(framework.readiness_cut), self._appearance))
            legend = translate("MeasurePage", "Dot: level. Bar: interval. Dashed: target. Grey: its uncertainty.")
            card.body.addWidget(build_label(legend, Type.CAPTION))
        return card

    def _build_card(self, title: str, texts: Iterable[str]) -> Card:
        card = Card()
        card.body.addWidget(build_label(title, Type.TITLE))
        for text in texts:
            card.body.addWidget(build_label(text))
        return card
