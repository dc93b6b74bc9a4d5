"""Practice: what there is to do today, and the sessions that come of it."""

from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, Signal

from quizapp.bank.loader import LoadedBank
from quizapp.core.errors import StorageError
from quizapp.core.framework import Framework
from quizapp.core.plan import QuizPlan
from quizapp.core.practice import (
    PracticeChoice,
    PracticePool,
    PracticeSource,
    build_pool,
    build_practice_plan,
    due_forecast,
    practice_overview,
    practice_queue,
    topic_recall,
)
from quizapp.ui.bank_library import is_usable
from quizapp.ui.dialogs import tell
from quizapp.ui.flows.parts import Parts
from quizapp.ui.flows.stage import Stage
from quizapp.ui.pages.practice_page import PracticePage, PracticeState
from quizapp.ui.practice_choice import PracticeMemory, PracticeRequest, read_practice_memory, write_practice_memory
from quizapp.ui.widgets.navigation_rail import Place

translate = QCoreApplication.translate


class PracticeFlow(QObject):
    """``plan_ready`` carries the QuizPlan of a session that the person has asked for."""

    plan_ready = Signal(object)
    resume_requested = Signal(str)

    def __init__(self, parts: Parts, stage: Stage) -> None:
        super().__init__(stage)
        self._parts = parts
        self._stage = stage
        self.page = PracticePage(parts.appearance)
        self.page.start_requested.connect(self._on_start_requested)
        self.page.resume_requested.connect(self.resume_requested)
        self.page.changed.connect(self._on_changed)

    def show(self) -> None:
        bank = self._parts.library.active
        try:
            if is_usable(bank):
                self.page.show_state(self._state(bank))
            else:
                self.page.show_nothing()
        except StorageError as error:
            tell(self._stage, translate("PracticeFlow", "The practice can't be read"), str(error))
        self._stage.show_page(self.page, Place.PRACTICE)

    def show_topic(self, competency: str, topic: str) -> None:
        """The page, with one topic chosen."""
        if self._has(frozenset({(competency, topic)})):
            self.show()
            self.page.choose_topic(competency, topic)

    def practise_topics(self, topics: frozenset[tuple[str, str]]) -> None:
        """Begin at once with the questions of some topics; the page where there are none."""
        if not self._has(topics):
            return
        memory = self._memory()
        self._start(PracticeRequest(PracticeChoice(PracticeSource.TOPIC, topics), memory.length, memory.ask_confidence))

    def _has(self, topics: frozenset[tuple[str, str]]) -> bool:
        """Whether the bank in use asks about some of these topics; says so where it is another's result."""
        bank = self._parts.library.active
        if is_usable(bank):
            known = {(c.slug, topic.slug) for c in _framework_of(bank).competencies for topic in c.topics}
            if known & topics:
                return True
        title = translate("PracticeFlow", "The bank in use has none of these topics")
        text = translate("PracticeFlow", "Choose the bank that this result came from on the page “Question banks”.")
        tell(self._stage, title, text)
        return False

    def _state(self, bank: LoadedBank) -> PracticeState:
        framework, now = _framework_of(bank), self._now()
        cards = self._parts.store.cards(framework.id)
        pool = self._pool(bank, framework)
        ids = {question.id for question in bank.bank.questions}
        attempts = self._parts.store.list_attempts()
        memory = self._memory()
        return PracticeState(
            framework,
            practice_overview(pool, now=now, limit=memory.limit),
            due_forecast([card for card in cards if card.question_id in ids], now),
            topic_recall(framework, bank.bank.questions, {card.question_id: card for card in cards}, now),
            memory,
            next((a for a in attempts if a.method.is_practice and not a.is_finished), None),
        )

    def _pool(self, bank: LoadedBank, framework: Framework) -> PracticePool:
        store = self._parts.store
        records = store.question_records(framework.id, self._now())
        return build_pool(framework, bank.bank.questions, store.cards(framework.id), records)

    def _plan(self, request: PracticeRequest) -> QuizPlan | None:
        """The session asked for; None where there is nothing to ask."""
        bank = self._parts.library.active
        framework, seed = _framework_of(bank), self._parts.new_seed()
        pool, limit = self._pool(bank, framework), self._memory().limit
        queue = practice_queue(pool, request.choice, now=self._now(), limit=limit, seed=seed)
        if not queue:
            return None
        return build_practice_plan(
            framework,
            queue,
            request.length,
            seed=seed,
            bank_digest=bank.bank.digest,
            seen=self._parts.store.seen_question_ids(framework.id),
            ask_confidence=request.ask_confidence,
        )

    def _start(self, request: PracticeRequest) -> None:
        try:
            plan = self._plan(request)
        except StorageError as error:
            tell(self._stage, translate("PracticeFlow", "The practice can't begin"), str(error))
            return
        if plan is None:
            self.show()
        else:
            self.plan_ready.emit(plan)

    def _memory(self) -> PracticeMemory:
        with suppress(StorageError):  # how the page is filled in is not worth a message
            return read_practice_memory(self._parts.store)
        return PracticeMemory()

    def _now(self) -> datetime:
        """Now, in the person's zone: whose days are counted."""
        return self._parts.now().astimezone()

    def _on_start_requested(self, request: PracticeRequest) -> None:
        self._start(request)

    def _on_changed(self, memory: PracticeMemory) -> None:
        before = self._memory()
        with suppress(StorageError):
            write_practice_memory(self._parts.store, memory)
        bank = self._parts.library.active
        if memory.limit != before.limit and is_usable(bank):
            with suppress(StorageError):  # then the counts are those of before
                pool = self._pool(bank, _framework_of(bank))
                self.page.show_overview(practice_overview(pool, now=self._now(), limit=memory.limit))


def _framework_of(bank: LoadedBank) -> Framework:
    assert bank.framework is not None
    return bank.framework
