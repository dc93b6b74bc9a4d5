"""Cards of the set-up page: which competencies, and how many questions for each."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup

from quizapp.core.framework import Framework
from quizapp.core.plan import PlanMethod
from quizapp.ui.setup_wording import length_title
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, Card, build_label
from quizapp.ui.widgets.option_button import CheckOption, RadioOption
from quizapp.ui.widgets.tiles import Tiles

translate = QCoreApplication.translate

_STEPS = {PlanMethod.FIXED: (3, 5, 8, 12, 20, 30, 60), PlanMethod.ADAPTIVE: (8, 12, 20, 30, 40)}
"""Lengths to choose from. Nothing is decided with fewer answers than an adaptive plan begins with here, and nobody
answers more than the last at a time: the next attempt begins with what was not seen."""


class CompetencyCard(Card):
    """Which competencies: any number of them, or one for a quick check. Those without a question can't be chosen."""

    changed = Signal()

    def __init__(
        self,
        framework: Framework,
        counts: Mapping[str, int],
        appearance: Appearance,
        *,
        left_out: Collection[str],
        one: str,
    ) -> None:
        """``left_out`` are not ticked; ``one`` is chosen for a quick check, if the bank has it."""
        super().__init__()
        self._framework = framework
        self._counts = counts
        self._appearance = appearance
        self._title = build_label(type_=Type.TITLE)
        self.body.addWidget(self._title)
        self._many_tiles, self._one_tiles = Tiles(appearance, 300, 2), Tiles(appearance, 300, 2)
        self._many = self._build_options(CheckOption, self._many_tiles)
        self._one = self._build_options(RadioOption, self._one_tiles)
        self._tick(left_out, one)
        for option in (*self._many.values(), *self._one.values()):
            option.toggled.connect(self._on_toggled)

    def show_for(self, method: PlanMethod) -> None:
        is_quick = method is PlanMethod.QUICK
        many, one = translate("SetupPage", "Competencies"), translate("SetupPage", "Competency")
        self._title.setText(one if is_quick else many)
        self._many_tiles.setVisible(not is_quick)
        self._one_tiles.setVisible(is_quick)

    def chosen(self, method: PlanMethod) -> tuple[str, ...]:
        options = self._one if method is PlanMethod.QUICK else self._many
        return tuple(slug for slug, option in options.items() if option.isChecked())

    def left_out(self) -> tuple[str, ...]:
        """Those that could be chosen and are not."""
        return tuple(slug for slug, option in self._many.items() if option.isEnabled() and not option.isChecked())

    def _build_options(self, kind: type[CheckOption | RadioOption], tiles: Tiles) -> dict[str, QAbstractButton]:
        options: dict[str, QAbstractButton] = {}
        for number, competency in enumerate(self._framework.competencies, 1):
            count = self._counts[competency.slug]
            text = translate("SetupPage", "**{title}** ({count}\u00a0questions)")
            text = text.format(title=competency.title, count=count)
            option = kind(self._appearance, "✓" if kind is CheckOption else str(number), text)
            option.setAccessibleName(competency.title)
            option.setEnabled(count > 0)
            options[competency.slug] = option
            tiles.add(option)
        self.body.addWidget(tiles)
        return options

    def _tick(self, left_out: Collection[str], one: str) -> None:
        able = [slug for slug, count in self._counts.items() if count]
        # All were left out: it was another bank's choice, or none at all.
        chosen = [slug for slug in able if slug not in left_out] or able
        for slug in chosen:
            self._many[slug].setChecked(True)
        for slug in ([one] if one in able else able)[:1]:
            self._one[slug].setChecked(True)

    def _on_toggled(self) -> None:
        self.changed.emit()


class LengthCard(Card):
    """How many questions for each competency: a choice for each kind that has a length."""

    changed = Signal()

    def __init__(self, appearance: Appearance, largest: int, wanted: Mapping[PlanMethod, int]) -> None:
        """``largest`` is the most that the bank has for a competency; the first step is chosen that is at least
        ``wanted``, or else the last.
        """
        super().__init__()
        self._appearance = appearance
        self._title = build_label(type_=Type.TITLE)
        self.body.addWidget(self._title)
        self._tiles = {method: Tiles(appearance, 88, 8) for method in wanted}
        self._groups = {method: self._build_group(method, largest, length) for method, length in wanted.items()}

    def show_for(self, method: PlanMethod) -> None:
        self.setVisible(method in self._groups)
        if method in self._groups:
            self._title.setText(length_title(method))
        for kind, tiles in self._tiles.items():
            tiles.setVisible(kind is method)

    def each(self, method: PlanMethod) -> int:
        """Questions for each competency; 0 for a kind that has no length."""
        return self._groups[method].checkedId() if method in self._groups else 0

    def _build_group(self, method: PlanMethod, largest: int, length: int) -> QButtonGroup:
        group, steps = QButtonGroup(self), [step for step in _STEPS[method] if step < largest]
        if largest <= _STEPS[method][-1]:
            steps.append(largest)
        for step in steps:
            text = translate("SetupPage", "All ({count})").format(count=step) if step == largest else str(step)
            button = Button(text, self._appearance, kind="segment")
            button.setCheckable(True)
            group.addButton(button, step)
            self._tiles[method].add(button)
        group.button(next((step for step in steps if step >= length), steps[-1])).setChecked(True)
        group.idToggled.connect(self._on_toggled)
        self.body.addWidget(self._tiles[method])
        return group

    def _on_toggled(self, _step: int, is_checked: bool) -> None:
        if is_checked:
            self.changed.emit()
