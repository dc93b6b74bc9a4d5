"""From set-up through the questions to the submitted attempt."""

from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QObject, Signal

from quizapp.core.errors import StorageError
from quizapp.core.methods import build_plan_by
from quizapp.core.plan import QuizPlan
from quizapp.ui.dialogs import tell
from quizapp.ui.flows.parts import Parts
from quizapp.ui.flows.stage import Stage
from quizapp.ui.pages.question_page import QuestionPage
from quizapp.ui.pages.setup_page import SetupPage
from quizapp.ui.pages.submit_page import SubmitPage
from quizapp.ui.practice_wording import again_text
from quizapp.ui.setup_choice import SetupChoice
from quizapp.ui.widgets.navigation_rail import Place

translate = QCoreApplication.translate


class AssessmentFlow(QObject):
    """``finished`` carries the submitted QuizSession; ``left`` says that there is nothing to answer any more."""

    finished = Signal(object)
    left = Signal()

    def __init__(self, parts: Parts, stage: Stage) -> None:
        super().__init__(stage)
        self._parts = parts
        self._stage = stage
        self._controller = parts.controller
        self.setup = SetupPage(parts.store, parts.appearance)
        self.question = QuestionPage(parts.controller, parts.appearance)
        self.submit = SubmitPage(parts.controller, parts.appearance)
        self.setup.start_requested.connect(self._on_start_requested)
        self.setup.cancelled.connect(self.left)
        self.question.left.connect(self._on_left)
        self.question.review_requested.connect(self.show_submit)
        self.submit.back_requested.connect(self.show_question)
        self.submit.position_chosen.connect(self._on_position_chosen)
        self._controller.answer_saved.connect(self._on_answer_saved)
        self._controller.attempt_finished.connect(self._on_attempt_finished)

    def show_setup(self) -> None:
        bank, seen = self._parts.library.active, frozenset[str]()
        if bank.framework:
            with suppress(StorageError):  # to start will say so
                seen = self._parts.store.seen_question_ids(bank.framework.id)
        self.setup.show_bank(bank, seen)
        self._stage.show_page(self.setup, Place.HOME)

    def show_question(self) -> None:
        self._stage.show_page(self.question, None)

    def show_submit(self) -> None:
        self._stage.show_page(self.submit, None)
        self.submit.show_session(self._controller.session)

    def start(self, plan: QuizPlan) -> bool:
        """Begin an attempt at its first question; says why it can't begin, and whether it did."""
        try:
            self._controller.start(plan)
        except StorageError as error:
            self._refuse(error)
            return False
        self.show_question()
        return True

    def resume(self, attempt_id: str) -> None:
        try:
            self._controller.resume(attempt_id)
        except StorageError as error:
            tell(self._stage, translate("AssessmentFlow", "The assessment can't be resumed"), str(error))
            return
        self.show_question()

    def _on_start_requested(self, choice: SetupChoice) -> None:
        try:
            plan = self._build_plan(choice)
        except StorageError as error:
            self._refuse(error)
            return
        if self.start(plan):
            with suppress(StorageError):  # the attempt is stored, and a choice that is forgotten costs a click
                self.setup.remember()

    def _build_plan(self, choice: SetupChoice) -> QuizPlan:
        bank = self._parts.library.active
        assert bank.framework is not None
        return build_plan_by(
            choice.method,
            bank.framework,
            bank.bank.questions,
            choice.competencies,
            choice.length,
            feedback=choice.feedback,
            seed=self._parts.new_seed(),
            bank_digest=bank.bank.digest,
            seen=self._parts.store.seen_question_ids(bank.framework.id),
            ask_confidence=choice.ask_confidence,
        )

    def _refuse(self, error: StorageError) -> None:
        tell(self._stage, translate("AssessmentFlow", "The assessment can't begin"), str(error))

    def _on_left(self) -> None:
        self._controller.leave()
        if not self._controller.is_running:
            self.left.emit()

    def _on_position_chosen(self, position: int) -> None:
        self._controller.go_to(position)
        self.show_question()

    def _on_answer_saved(self, position: int) -> None:
        """Of practice: when the question comes again, which the answer has just decided."""
        session = self._controller.session
        if session.plan.method.is_practice and position == session.position:
            with suppress(StorageError):  # the answer is stored; when it comes again shows another time
                card = self._parts.store.card(session.plan.framework.id, session.item.question.id)
                if card:
                    now = self._parts.now().astimezone()
                    self.question.show_again(again_text(card.due.astimezone(now.tzinfo), now))

    def _on_attempt_finished(self) -> None:
        self.finished.emit(self._controller.session)
