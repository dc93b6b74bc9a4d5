"""The question page: one question, its answer, and the way through the attempt."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from quizapp.core.adaptive import PlanEnd
from quizapp.core.answer import Answer
from quizapp.core.grading import grade_answer, is_complete
from quizapp.core.plan import Feedback
from quizapp.ui.answers import build_answer_widget
from quizapp.ui.answers.base import AnswerWidget
from quizapp.ui.pages.question_bars import ActionBar, TopBar
from quizapp.ui.session_controller import SessionController
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.basics import Column, build_label, clear_layout
from quizapp.ui.widgets.confidence_bar import ConfidenceBar
from quizapp.ui.widgets.map_panel import MapPanel
from quizapp.ui.widgets.question_view import QuestionView
from quizapp.ui.widgets.review_view import ReviewView
from quizapp.ui.wording import end_words

translate = QCoreApplication.translate

_MAP_FROM_WIDTH = 1080


class QuestionPage(QWidget):
    """Shows the controller's session; every input goes to the controller, every change comes back from it."""

    left = Signal()
    review_requested = Signal()

    def __init__(self, controller: SessionController, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._controller = controller
        self._appearance = appearance
        self._shown: tuple[str, int] | None = None
        self._again = ""
        self._answer: AnswerWidget | None = None
        self._top = TopBar(appearance)
        self._progress = QProgressBar()
        self._column = Column(appearance, 820)
        self._map = MapPanel(appearance)
        self._confidence = ConfidenceBar(appearance)
        self._actions = ActionBar(appearance)
        self._is_wide: bool | None = None
        self._assemble()
        self._connect()
        self._update_side()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_side()

    def show_again(self, text: str) -> None:
        """Say with the feedback on this question when it comes again."""
        self._again = text

    def _assemble(self) -> None:
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(translate("QuestionPage", "Answered questions"))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._column, 1)
        middle.addWidget(self._map)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._top)
        page.addWidget(self._progress)
        page.addLayout(middle, 1)
        page.addWidget(self._confidence)
        page.addWidget(self._actions)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _connect(self) -> None:
        controller = self._controller
        controller.session_changed.connect(self._on_session_changed)
        controller.answer_saved.connect(self._actions.show_saved)
        controller.save_failed.connect(self._actions.show_not_saved)
        controller.all_saved.connect(self._actions.show_all_saved)
        self._top.leave_clicked.connect(self.left)
        self._top.review_clicked.connect(self.review_requested)
        self._top.flag_clicked.connect(controller.toggle_flag)
        self._top.map_toggled.connect(self._map.setVisible)
        self._map.position_chosen.connect(controller.go_to)
        self._confidence.rating_changed.connect(self._update_actions)
        self._actions.back_clicked.connect(self._on_back_clicked)
        self._actions.dont_know_clicked.connect(self._on_dont_know_clicked)
        self._actions.confirm_clicked.connect(self._on_confirm_clicked)
        self._actions.retry_clicked.connect(controller.retry)
        self._appearance.theme_changed.connect(self._update_side)
        for position in range(9):
            for key in (Qt.Key.Key_1, Qt.Key.Key_A):
                shortcut = QShortcut(QKeySequence(Qt.Key(key.value + position)), self)
                shortcut.setProperty("position", position)
                shortcut.activated.connect(self._on_choice_key_activated)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(key), self).activated.connect(self._on_enter_activated)
        QShortcut(QKeySequence(Qt.Key.Key_M), self).activated.connect(controller.toggle_flag)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self._on_back_clicked)

    def _on_session_changed(self) -> None:
        if not self._controller.is_running:
            return
        session = self._controller.session
        if self._shown != (session.id, session.position):
            self._rebuild()
        self._update()

    def _rebuild(self) -> None:
        """Another question: its widgets are made anew, and what was given is put in."""
        session = self._controller.session
        if self._shown is None or self._shown[0] != session.id:
            self._actions.reset_status()
            if self._controller.is_bank_missing:
                self._actions.show_note(end_words(PlanEnd.NO_BANK))
        self._shown = (session.id, session.position)
        self._again = ""
        self._actions.clear_status()
        body = self._column.body
        clear_layout(body)
        body.addWidget(QuestionView(session.item.question, self._appearance))
        self._answer = build_answer_widget(session.item, self._appearance)
        answer, draft = session.state.answer, session.state.draft
        self._answer.set_response(draft or (answer.response if answer else ()))
        self._confidence.setVisible(session.plan.ask_confidence)
        self._confidence.set_rating(answer.confidence if answer else None)
        self._answer.response_changed.connect(self._on_response_changed)
        self._answer.confirm_requested.connect(self._on_confirm_clicked)
        body.addWidget(self._answer)
        self._feedback = QVBoxLayout()
        body.addLayout(self._feedback)
        body.addStretch(1)
        self._column.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, self, self._show_place)

    def _show_place(self) -> None:
        self._map.show_current()
        self._focus_answer()

    def _focus_answer(self) -> None:
        """Keyboards begin at the answer: a field takes the focus; options need none, they are chosen by their keys."""
        if self._answer and self._answer.isVisible():
            (self._answer.focusProxy() or self._answer.findChild(QLineEdit) or self).setFocus()

    def _update(self) -> None:
        session = self._controller.session
        most = self._controller.most_questions
        self._top.set_session(session, most)
        self._map.set_session(session)
        self._progress.setMaximum(most)
        self._progress.setValue(session.answered)
        final = session.is_final(session.position)
        answer = self._answer
        assert answer is not None
        answer.set_read_only(final)
        if final and self._feedback.count() == 0:
            answer.show_grade(grade_answer(session.item.question, session.state.answer))
            if self._again:
                self._feedback.addWidget(build_label(self._again, "strong"))
            self._feedback.addWidget(ReviewView(session.item, session.state.answer, self._appearance))
            QTimer.singleShot(0, self, self._show_feedback)
        self._update_actions()

    def _show_feedback(self) -> None:
        """Bring the feedback into view, without moving anything that is above it."""
        bar, feedback = self._column.verticalScrollBar(), self._feedback.geometry()
        visible = bar.value() + self._column.viewport().height()
        if feedback.top() > visible - self._appearance.theme.scaled(120):
            self._column.ensureVisible(0, feedback.top() + self._appearance.theme.scaled(160), 0, 0)

    def _update_actions(self) -> None:
        session = self._controller.session
        assert self._answer is not None
        given, final = self._answer.response(), session.is_final(session.position)
        complete = is_complete(session.item.question, given)
        self._confidence.set_open(complete and not final)
        self._actions.update_for(
            can_go_back=session.position > 0,
            is_final=final,
            is_confirmed=self._is_confirmed(session.state.answer),
            is_complete=complete,
            is_last=session.answered == len(session.states),
            dont_know=bool(session.state.answer and session.state.answer.dont_know),
        )

    def _is_confirmed(self, answer: Answer | None) -> bool:
        """Whether what is on screen is what was confirmed."""
        assert self._answer is not None
        if answer is None:
            return False
        given = self._answer.response(), self._confidence.rating()
        return given == (answer.response, answer.confidence) or (answer.dont_know and not given[0])

    def _on_response_changed(self) -> None:
        assert self._answer is not None
        self._controller.keep_draft(self._answer.response())
        self._update_actions()

    def _on_confirm_clicked(self) -> None:
        session = self._controller.session
        assert self._answer is not None
        if session.is_final(session.position) or self._is_confirmed(session.state.answer):
            self._go_on()
        elif is_complete(session.item.question, self._answer.response()):
            self._controller.submit(self._answer.response(), confidence=self._confidence.rating())
            self._go_on_after_answer()

    def _on_enter_activated(self) -> None:
        """Enter presses the button that has the focus; anywhere else it confirms."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        else:
            self._on_confirm_clicked()

    def _on_dont_know_clicked(self) -> None:
        assert self._answer is not None
        self._answer.set_response(())
        self._confidence.set_rating(None)
        self._controller.submit((), dont_know=True)
        self._go_on_after_answer()

    def _go_on_after_answer(self) -> None:
        """With feedback at the end the next question follows at once, unless the answer could not be saved."""
        if self._controller.session.plan.feedback is Feedback.AT_END and not self._controller.unsaved:
            self._go_on()

    def _go_on(self) -> None:
        """To the next question in order; after the last one to what is still open, and then to the review."""
        session = self._controller.session
        if session.answered == len(session.states):
            self.review_requested.emit()
        elif session.position + 1 < len(session.states):
            self._controller.go_to(session.position + 1)
        else:
            self.review_requested.emit()

    def _on_back_clicked(self) -> None:
        if self._controller.session.position > 0:
            self._controller.go_to(self._controller.session.position - 1)

    def _on_choice_key_activated(self) -> None:
        sender = self.sender()
        if self._answer and sender and not isinstance(QApplication.focusWidget(), QLineEdit):
            self._answer.choose(int(sender.property("position")))

    def _update_side(self) -> None:
        """The map comes and goes as the page gets wide or narrow; in between it stays as the person left it."""
        is_wide = self.width() >= self._appearance.theme.scaled(_MAP_FROM_WIDTH)
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._top.show_map(is_wide)
