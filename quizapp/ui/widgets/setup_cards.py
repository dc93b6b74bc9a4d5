"""Cards of the set-up page: which kind of assessment, and how it is asked."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from quizapp.core.plan import ASSESSMENTS, Feedback, PlanMethod
from quizapp.ui.setup_wording import method_option
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, Card, build_label, build_row
from quizapp.ui.widgets.option_button import CheckOption, RadioOption

translate = QCoreApplication.translate


class MethodCard(Card):
    """Which kind of assessment."""

    changed = Signal()

    def __init__(self, appearance: Appearance, method: PlanMethod) -> None:
        super().__init__()
        self.body.addWidget(build_label(translate("SetupPage", "What kind of assessment?"), Type.TITLE))
        self._group = QButtonGroup(self)
        for number, kind in enumerate(ASSESSMENTS):
            option = RadioOption(appearance, str(number + 1), method_option(kind))
            option.setChecked(kind is method)
            self._group.addButton(option, number)
            self.body.addWidget(option)
        self._group.idToggled.connect(self._on_toggled)

    @property
    def method(self) -> PlanMethod:
        return ASSESSMENTS[self._group.checkedId()]

    def choose(self, method: PlanMethod) -> None:
        self._group.button(ASSESSMENTS.index(method)).click()

    def _on_toggled(self, _number: int, is_checked: bool) -> None:
        if is_checked:
            self.changed.emit()


class AskingCard(Card):
    """When right and wrong are shown, and whether one is asked how sure one is: a line, until one wants another."""

    def __init__(self, appearance: Appearance, feedback: Feedback, *, ask_confidence: bool) -> None:
        super().__init__()
        self._summary = build_label(type_="muted")
        self._change = Button(translate("SetupPage", "Change…"), appearance, kind="quiet")
        self._change.setAccessibleName(translate("SetupPage", "Change how it is asked"))
        title = build_label(translate("SetupPage", "How it is asked"), Type.TITLE)
        self.body.addLayout(build_row(title, self._change))
        self.body.addWidget(self._summary)
        self._feedback = QButtonGroup(self)
        self._options = QWidget()
        column = QVBoxLayout(self._options)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for number, text in enumerate(
            (
                translate("SetupPage", "**At the end**: like an exam. You can go back and change answers."),
                translate("SetupPage", "**After each answer**: to learn on the way. A confirmed answer is final."),
            )
        ):
            option = RadioOption(appearance, str(number + 1), text)
            self._feedback.addButton(option, number)
            column.addWidget(option)
        sure = translate("SetupPage", "**Ask how sure I am** of each answer: it shows whether you can trust yourself.")
        self._confidence = CheckOption(appearance, "✓", sure)
        self._confidence.setAccessibleName(translate("SetupPage", "Ask how sure I am"))
        column.addSpacing(8)
        column.addWidget(self._confidence)
        self.body.addWidget(self._options)
        self._feedback.button(int(feedback is Feedback.EACH)).setChecked(True)
        self._confidence.setChecked(ask_confidence)
        self._options.hide()
        self._change.clicked.connect(self._on_change_clicked)
        self._update()

    @property
    def feedback(self) -> Feedback:
        return Feedback.EACH if self._feedback.checkedId() == 1 else Feedback.AT_END

    @property
    def asks_confidence(self) -> bool:
        return self._confidence.isChecked()

    def choose_feedback(self, feedback: Feedback) -> None:
        self._feedback.button(int(feedback is Feedback.EACH)).setChecked(True)
        self._update()

    def _update(self) -> None:
        texts = {
            Feedback.AT_END: translate("SetupPage", "Right and wrong are shown at the end"),
            Feedback.EACH: translate("SetupPage", "Right and wrong are shown after each answer"),
        }
        sure = translate("SetupPage", "you are asked how sure you are")
        self._summary.setText(" · ".join([texts[self.feedback], *([sure] if self.asks_confidence else [])]))

    def _on_change_clicked(self) -> None:
        self._options.show()
        self._summary.hide()
        self._change.hide()
        self._feedback.button(int(self.feedback is Feedback.EACH)).setFocus()
