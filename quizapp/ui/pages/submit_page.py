"""The review before submitting: what is answered, open and flagged, and what submitting means."""

from collections import Counter

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.adaptive import PlanEnd
from quizapp.core.markup import plain_text
from quizapp.core.plan import PlanMethod
from quizapp.core.session import QuizSession
from quizapp.ui.session_controller import SessionController
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, Card, Column, build_label, build_row, clear_layout
from quizapp.ui.widgets.position_row import PositionRow
from quizapp.ui.wording import end_words, state_words

translate = QCoreApplication.translate


class SubmitPage(QWidget):
    back_requested = Signal()
    position_chosen = Signal(int)

    def __init__(self, controller: SessionController, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._controller = controller
        self._appearance = appearance
        self._column = Column(appearance, 820)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)
        controller.save_failed.connect(self._on_save_failed)

    def show_session(self, session: QuizSession) -> None:
        body = self._column.body
        clear_layout(body)
        title = translate("SubmitPage", "Ready to submit?")
        if self._controller.is_growing:
            title = translate("SubmitPage", "Finish now?")
        elif session.plan.method.is_practice:
            title = translate("SubmitPage", "Finish practice?")
        body.addWidget(build_label(title, Type.HEADLINE))
        body.addWidget(self._build_summary(session))
        body.addWidget(self._build_list(session))
        body.addStretch(1)
        self.setFocusProxy(self._submit)  # who shows the page gives it the focus

    def _build_summary(self, session: QuizSession) -> Card:
        card = Card(tone="accent")
        if session.plan.method is PlanMethod.ADAPTIVE:
            card.body.addWidget(build_label(self._standing_words(), "strong"))
            lines = adaptive_lines(session)
        else:
            lines = summary_lines(session)
        for text in lines:
            card.body.addWidget(build_label(text))
        self._failure = build_label(tone="wrong")
        self._failure.hide()
        card.body.addWidget(self._failure)
        back = Button(translate("SubmitPage", "Back to the questions"), self._appearance, icon="chevron-left")
        self._submit = Button(translate("SubmitPage", "Submit"), self._appearance, kind="primary", icon="check")
        back.clicked.connect(self.back_requested)
        self._submit.clicked.connect(self._controller.finish)
        card.body.addSpacing(8)
        card.body.addLayout(build_row(None, back, self._submit))
        return card

    def _standing_words(self) -> str:
        """Why nothing more is asked; or that there might be, and what it would be good for."""
        end = PlanEnd.NO_BANK if self._controller.is_bank_missing else None
        end = self._controller.plan_end or end
        if end:
            return end_words(end)
        if self._controller.is_growing:
            return translate("SubmitPage", "You can finish here. More answers would make the result surer.")
        return end_words(PlanEnd.LIMIT)

    def _build_list(self, session: QuizSession) -> Card:
        card = Card(padding=16)
        card.body.setSpacing(0)
        for position, (item, state) in enumerate(zip(session.plan.items, session.states, strict=True)):
            row = PositionRow(
                position, plain_text(item.question.stem), state_words(state), state.flagged, self._appearance
            )
            row.chosen.connect(self.position_chosen)
            card.body.addWidget(row)
        return card

    def _on_save_failed(self, reason: str) -> None:
        if self.isVisible():
            self._failure.setText(translate("SubmitPage", "Not submitted: {reason}").format(reason=reason))
            self._failure.show()


def summary_lines(session: QuizSession) -> list[str]:
    """What is answered and what submitting does with the rest."""
    text = translate("SubmitPage", "{answered} of {count} questions are answered.")
    answered = text.format(answered=session.answered, count=len(session.states))
    return [answered, *_rest_lines(session, unreached=sum(not state.shown for state in session.states))]


def adaptive_lines(session: QuizSession) -> list[str]:
    """The same of an attempt that grows: there is no number of which so many are answered, and no verdict is told.

    The question that it would go on with is not missed where it was not shown.
    """
    text = translate("SubmitPage", "Questions answered: {answered}.").format(answered=session.answered)
    return [text, *_competency_lines(session), *_rest_lines(session, unreached=0)]


def _competency_lines(session: QuizSession) -> list[str]:
    """How many answers each competency has, where there are several."""
    framework, chosen = session.plan.framework, session.plan.competencies
    pairs = zip(session.plan.items, session.states, strict=True)
    counts = Counter(item.question.competency for item, state in pairs if state.answer)
    parts = [f"{framework.competency(slug).short_title} {counts[slug]}" for slug in chosen]
    text = translate("SubmitPage", "In each competency: {counts}.")
    return [text.format(counts=", ".join(parts))] if len(parts) > 1 else []


def _rest_lines(session: QuizSession, *, unreached: int) -> list[str]:
    """What is left open, not reached and flagged, and that submitting is final."""
    skipped = sum(state.answer is None and state.shown for state in session.states)
    flagged = sum(state.flagged for state in session.states)
    lines = []
    if skipped and session.plan.method is PlanMethod.ADAPTIVE:  # who finishes early leaves one open, never more
        text = translate("SubmitPage", "The open question counts as “I don't know”: go back if you can answer it.")
        lines.append(text)
    elif skipped:
        text = translate("SubmitPage", "Seen but left open: {count}. They count as “I don't know”.")
        lines.append(text.format(count=skipped))
    if unreached:
        text = translate("SubmitPage", "Not reached: {count}. They do not count.")
        lines.append(text.format(count=unreached))
    if flagged:
        lines.append(translate("SubmitPage", "Flagged to come back to: {count}.").format(count=flagged))
    lines.append(translate("SubmitPage", "After submitting, answers can't be changed."))
    return lines
