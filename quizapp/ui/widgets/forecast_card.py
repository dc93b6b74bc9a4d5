"""The card that says, before an attempt begins, what it will tell."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTableWidgetItem, QVBoxLayout, QWidget

from quizapp.core.forecast import Forecast
from quizapp.core.framework import Framework
from quizapp.core.plan import PlanMethod
from quizapp.ui.setup_wording import Fact, competency_facts, facts, fresh_text, limits_text
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, Card, build_label, build_row
from quizapp.ui.widgets.fact_table import FactTable
from quizapp.ui.widgets.tiles import Tiles

translate = QCoreApplication.translate

_WAITING: Fact = ("…", "…")


class ForecastCard(Card):
    """Four figures, what they can't tell, and the same by competency for those who ask."""

    def __init__(self, framework: Framework, appearance: Appearance) -> None:
        super().__init__()
        self._framework = framework
        self._figures = [_Figure() for _ in range(4)]
        self._limits = build_label()
        self._fresh = build_label(tone="warn")
        self._more = Button(translate("SetupPage", "By competency"), appearance, kind="quiet", icon="chevron-down")
        self._more.setCheckable(True)
        policy = self._more.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._more.setSizePolicy(policy)
        self._details = QWidget()
        self._table = _ForecastTable([c.title for c in framework.competencies], appearance)
        self._assemble(appearance)
        self._more.toggled.connect(self._on_more_toggled)

    def show_waiting(self) -> None:
        """Nothing is known yet."""
        for figure in self._figures:
            figure.show_fact(_WAITING)

    def show_limits(self, telling: int, fresh: Mapping[str, int]) -> None:
        """``telling`` is the greatest number of answers that enter the measure of a competency.

        ``fresh`` are the numbers of questions not seen before, by slug, where there are fewer than will be asked.
        """
        self._limits.setText(limits_text(telling))
        names = {self._framework.competency(slug).short_title: count for slug, count in fresh.items()}
        self._fresh.setText(fresh_text(names))
        self._fresh.setVisible(bool(names))

    def show_forecast(self, method: PlanMethod, found: Forecast, most: int, telling: int) -> None:
        """``most`` and ``telling`` as for ``facts``."""
        for figure, fact in zip(self._figures, facts(method, found, most, telling), strict=True):
            figure.show_fact(fact)
        rows = {one.slug: competency_facts(method, one) for one in found.competencies}
        self._more.setVisible(len(rows) > 1)
        self._details.setVisible(len(rows) > 1 and self._more.isChecked())
        self._table.show_rows([rows.get(c.slug, ("–",) * 3) for c in self._framework.competencies])

    def _assemble(self, appearance: Appearance) -> None:
        title = build_label(translate("SetupPage", "What it will tell you"), Type.TITLE)
        self.body.addLayout(build_row(title, self._more))
        tiles = Tiles(appearance, 272, 2, spacing=16)
        for figure in self._figures:
            tiles.add(figure)
        self.body.addWidget(tiles)
        self.body.addSpacing(8)
        self.body.addWidget(self._limits)
        self.body.addWidget(self._fresh)
        column = QVBoxLayout(self._details)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._table)
        basis = translate(
            "SetupPage",
            "Reckoned with simulated people whose level lies around the target. Further away from it, verdicts come "
            "sooner and more often.",
        )
        column.addWidget(build_label(basis, Type.CAPTION))
        self.body.addWidget(self._details)
        self._details.hide()

    def _on_more_toggled(self, is_open: bool) -> None:
        self._more.set_icon("chevron-up" if is_open else "chevron-down")
        self._details.setVisible(is_open)


class _Figure(QWidget):
    """A figure over what it means."""

    def __init__(self) -> None:
        super().__init__()
        self._value = build_label(type_=Type.TITLE)
        self._caption = build_label(type_=Type.CAPTION)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._value)
        column.addWidget(self._caption)
        column.addStretch(1)

    def show_fact(self, fact: Fact) -> None:
        value, caption = fact
        self._value.setText(value)
        self._caption.setText(caption)


class _ForecastTable(FactTable):
    """The figures by competency; it keeps a row for those that are not chosen, so that nothing jumps."""

    def __init__(self, titles: Sequence[str], appearance: Appearance) -> None:
        header = (
            translate("SetupPage", "Competency"),
            translate("SetupPage", "Questions"),
            translate("SetupPage", "90\u00a0% interval"),
            translate("SetupPage", "Verdict"),
        )
        super().__init__(header, [(title, "–", "–", "–") for title in titles], appearance, wrapping=(3,))
        self.setAccessibleName(translate("SetupPage", "What it will tell, by competency"))

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """The texts of the three columns after the name, for each competency in the framework's order."""
        for number, row in enumerate(rows):
            for column, text in enumerate(row, 1):
                cell = self.item(number, column)
                assert isinstance(cell, QTableWidgetItem)
                cell.setText(text)
        self._place()
