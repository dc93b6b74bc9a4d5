"""How sure one is of an answer: four steps above the buttons of the question page, to be left alone or chosen."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut

from quizapp.core.calibration import CONFIDENCES
from quizapp.core.readiness import percent
from quizapp.ui.calibration_wording import rating_text
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.basics import Bar, Button, build_label

translate = QCoreApplication.translate


class ConfidenceBar(Bar):
    """Choosing a step again takes it back. The keys are Alt+1 to Alt+4: they are no text in any field."""

    rating_changed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._question = build_label(translate("ConfidenceBar", "How sure are you?"), "muted", wrap=False)
        self._steps = {confidence: self._build_step(number) for number, confidence in enumerate(CONFIDENCES, 1)}
        self.row.addStretch(1)
        self.row.addWidget(self._question)
        self.row.addSpacing(8)
        for step in self._steps.values():
            self.row.addWidget(step)
        margins = self.row.contentsMargins()
        self.row.setContentsMargins(margins.left(), margins.top(), margins.right(), 0)
        self.setAccessibleName(translate("ConfidenceBar", "How sure are you? You may leave this open."))
        appearance.theme_changed.connect(self._update_words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_words()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, super().minimumSizeHint().height())

    def rating(self) -> float | None:
        """The step chosen, one of ``CONFIDENCES``; None while there is none."""
        return next((confidence for confidence, step in self._steps.items() if step.isChecked()), None)

    def set_rating(self, confidence: float | None) -> None:
        for value, step in self._steps.items():
            step.setChecked(value == confidence)

    def set_open(self, is_open: bool) -> None:
        """Whether a step can be chosen: there has to be an answer, and it must not be final."""
        for step in self._steps.values():
            step.setEnabled(is_open)

    def _build_step(self, number: int) -> Button:
        confidence = CONFIDENCES[number - 1]
        step = Button(rating_text(confidence), self._appearance, kind="segment")
        step.setCheckable(True)
        keys = QKeySequence(Qt.Modifier.ALT.value | (Qt.Key.Key_0.value + number))
        tip = translate(
            "ConfidenceBar", "{rating}: how likely your answer is all right ({keys}); choose again to clear"
        )
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        step.setToolTip(tip.format(rating=rating_text(confidence), keys=shown))
        step.setAccessibleName(translate("ConfidenceBar", "Sure: {rating}").format(rating=rating_text(confidence)))
        step.clicked.connect(self._on_step_clicked)
        # A click leaves the focus where it is, so that Enter confirms the answer; Tab reaches the steps.
        step.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QShortcut(keys, self).activated.connect(step.click)
        return step

    def _update_words(self) -> None:
        """Numbers alone where the words do not fit, and at last without the question before them."""
        for with_words, with_question in ((True, True), (False, True), (False, False)):
            for confidence, step in self._steps.items():
                step.setText(rating_text(confidence) if with_words else percent(confidence))
            self._question.setVisible(with_question)
            if self.row.sizeHint().width() <= self.width():
                return

    def _on_step_clicked(self) -> None:
        sender = self.sender()
        for step in self._steps.values():
            if step is not sender:
                step.setChecked(False)
        self.rating_changed.emit()
