"""Set-up: which competencies, how many questions, and when feedback is shown."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QVBoxLayout, QWidget

from quizapp.bank.loader import LoadedBank
from quizapp.core.framework import Framework
from quizapp.core.plan import Feedback
from quizapp.core.score import MINIMUM_ANSWERS, wilson_interval
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Bar, Button, Card, Column, build_label, build_row, clear_layout
from quizapp.ui.widgets.option_button import CheckOption, RadioOption
from quizapp.ui.widgets.tiles import Tiles

translate = QCoreApplication.translate

_STEPS = (3, 5, 8, 12, 20, 30)


@dataclass(frozen=True, slots=True)
class SetupChoice:
    """What the person chose; ``length`` is the number of questions in all."""

    competencies: tuple[str, ...]
    length: int
    feedback: Feedback


class SetupPage(QWidget):
    start_requested = Signal(SetupChoice)
    cancelled = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._appearance = appearance
        self._counts: dict[str, int] = {}
        self._seconds: dict[str, float] = {}
        self._competencies: dict[str, QCheckBox] = {}
        self._lengths = QButtonGroup(self)
        self._feedback = QButtonGroup(self)
        self._column = Column(appearance, 820)
        self._summary = build_label(type_=Type.LEAD)
        self._advice = build_label(type_="muted")
        self._start = Button(translate("SetupPage", "Start"), appearance, kind="primary", icon="play")
        self._back = Button(translate("SetupPage", "Cancel"), appearance)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._column, 1)
        page.addWidget(self._build_bar())
        self._start.clicked.connect(self._on_start_clicked)
        self._back.clicked.connect(self.cancelled)

    def show_bank(self, bank: LoadedBank) -> None:
        """Offer what a bank has. It has to be usable."""
        assert bank.framework is not None
        questions = bank.bank.questions
        by_slug = {c.slug: [q for q in questions if q.competency == c.slug] for c in bank.framework.competencies}
        self._counts = {slug: len(found) for slug, found in by_slug.items()}
        self._seconds = {slug: sum(q.seconds for q in found) / max(1, len(found)) for slug, found in by_slug.items()}
        self._rebuild(bank.framework)
        self._update()

    def choose_feedback(self, feedback: Feedback) -> None:
        self._feedback.button(1 if feedback is Feedback.EACH else 0).click()

    def _rebuild(self, framework: Framework) -> None:
        body = self._column.body
        self._advice.setParent(None)
        clear_layout(body)
        body.addWidget(build_label(translate("SetupPage", "Set up your assessment"), Type.HEADLINE))
        body.addWidget(self._build_competencies(framework))
        body.addWidget(self._build_lengths())
        body.addWidget(self._build_feedback())
        body.addStretch(1)

    def _build_competencies(self, framework: Framework) -> Card:
        card = Card()
        card.body.addWidget(build_label(translate("SetupPage", "Competencies"), Type.TITLE))
        self._competencies = {}
        tiles = Tiles(self._appearance, 300, 2)
        for competency in framework.competencies:
            count = self._counts[competency.slug]
            text = translate("SetupPage", "**{title}** · {count} questions")
            box = CheckOption(self._appearance, "✓", text.format(title=competency.title, count=count))
            box.setAccessibleName(competency.title)
            box.setChecked(count > 0)
            box.setEnabled(count > 0)
            box.toggled.connect(self._on_competency_toggled)
            self._competencies[competency.slug] = box
            tiles.add(box)
        card.body.addWidget(tiles)
        return card

    def _build_lengths(self) -> Card:
        card = Card()
        card.body.addWidget(build_label(translate("SetupPage", "Questions for each competency"), Type.TITLE))
        self._lengths.deleteLater()
        self._lengths = QButtonGroup(self)
        largest = max(self._counts.values(), default=0)
        steps = [step for step in _STEPS if step < largest] + [largest]
        row = build_row(spacing=8)
        for step in steps:
            text = translate("SetupPage", "All ({count})").format(count=step) if step == largest else str(step)
            button = Button(text, self._appearance, kind="segment")
            button.setCheckable(True)
            self._lengths.addButton(button, step)
            row.addWidget(button)
        row.addStretch(1)
        self._lengths.button(next((step for step in steps if step >= MINIMUM_ANSWERS), largest)).setChecked(True)
        self._lengths.idToggled.connect(self._on_length_toggled)
        card.body.addLayout(row)
        card.body.addWidget(self._advice)
        return card

    def _build_feedback(self) -> Card:
        card = Card()
        card.body.addWidget(build_label(translate("SetupPage", "Right and wrong"), Type.TITLE))
        self._feedback.deleteLater()
        self._feedback = QButtonGroup(self)
        for number, text in enumerate(
            (
                translate("SetupPage", "**At the end**: like an exam. You can go back and change answers."),
                translate("SetupPage", "**After each answer**: to learn on the way. A confirmed answer is final."),
            )
        ):
            option = RadioOption(self._appearance, str(number + 1), text)
            self._feedback.addButton(option, number)
            card.body.addWidget(option)
        self._feedback.button(0).setChecked(True)
        return card

    def _build_bar(self) -> Bar:
        """What was chosen, and the way on: in sight wherever the page is scrolled to."""
        bar = Bar()
        bar.row.addWidget(self._summary, 1)
        bar.row.addWidget(self._back)
        bar.row.addWidget(self._start)
        return bar

    def _chosen(self) -> tuple[str, ...]:
        return tuple(slug for slug, box in self._competencies.items() if box.isChecked())

    def _length(self) -> int:
        """Questions in all: the same number for each competency, as far as the bank has them."""
        return sum(min(self._lengths.checkedId(), self._counts[slug]) for slug in self._chosen())

    def _update(self) -> None:
        each, chosen, length = self._lengths.checkedId(), self._chosen(), self._length()
        seconds = sum(min(each, self._counts[slug]) * self._seconds[slug] for slug in chosen)
        self._start.setEnabled(length > 0)
        if not chosen:
            self._summary.setText(translate("SetupPage", "Choose at least one competency."))
        else:
            text = translate("SetupPage", "{count} questions, about {minutes} minutes")
            self._summary.setText(text.format(count=length, minutes=max(1, round(seconds / 60))))
        self._advice.setText(self._advice_for(each))

    def _advice_for(self, each: int) -> str:
        if each < MINIMUM_ANSWERS:
            text = translate("SetupPage", "A first look: fewer than {count} answers give counts, but no measure.")
            return text.format(count=MINIMUM_ANSWERS)
        text = translate("SetupPage", "With {count} answers the 90 % interval of a share is about ± {width} points.")
        return text.format(count=each, width=_half_width(each))

    def _on_competency_toggled(self) -> None:
        self._update()

    def _on_length_toggled(self) -> None:
        self._update()

    def _on_start_clicked(self) -> None:
        feedback = Feedback.EACH if self._feedback.checkedId() == 1 else Feedback.AT_END
        self.start_requested.emit(SetupChoice(self._chosen(), self._length(), feedback))


def _half_width(count: int) -> int:
    """Half the width, in points of per cent, of the interval around a share near the readiness cut."""
    low, high = wilson_interval(round(0.7 * count), count)
    return round((high - low) * 50)
