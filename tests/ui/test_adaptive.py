"""Adaptive attempts through the controller, the real store and the window: they grow, are resumed, and end."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizapp.core.adaptive import PlanEnd, build_adaptive_plan
from quizapp.core.grading import key_response
from quizapp.core.measure import LABEL_ANSWERS
from quizapp.core.plan import Feedback, QuizPlan
from quizapp.core.session import QuizSession
from quizapp.storage.store import open_store
from quizapp.ui.session_controller import SessionController
from tests.factories import wrong_response
from tests.ui.banks import COMPETENCIES, write_long_bank
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.qt_tools import let_go

BOTH = pytest.mark.parametrize("feedback", Feedback)


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_long_bank(tmp_path / "long", 16)


@pytest.fixture
def adept(open_app: OpenApp, bank: Path) -> Person:
    """Someone with a bank of 16 questions for each of three competencies."""
    return open_app(bank=bank)


def plan_for(person: Person, limit: int = 36, feedback: Feedback = Feedback.AT_END) -> QuizPlan:
    loaded = person.app.library.active
    assert loaded.framework is not None
    return build_adaptive_plan(
        loaded.framework, loaded.bank.questions, list(COMPETENCIES), limit,
        feedback=feedback, seed=5, bank_digest=loaded.bank.digest,
    )  # fmt: skip


def begin(person: Person, limit: int = 36, feedback: Feedback = Feedback.AT_END) -> SessionController:
    person.app.controller.start(plan_for(person, limit, feedback))
    person.window.show_question()
    return person.app.controller


def answer(controller: SessionController, right: bool = True) -> None:
    """Answer the first open question."""
    session = controller.session
    controller.go_to(next(place for place, state in enumerate(session.states) if state.answer is None))
    question = controller.session.item.question
    controller.submit(key_response(question) if right else wrong_response(question))


def stored(person: Person) -> QuizSession:
    with open_store(person.app.store.path) as store:
        return store.load_attempt(person.session.id)


@contextmanager
def locked(person: Person) -> Iterator[None]:
    """Another program is writing to the attempts file."""
    connection = sqlite3.connect(person.app.store.path, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        connection.close()


@BOTH
def test_each_answer_brings_the_next_question(adept: Person, feedback: Feedback) -> None:
    controller = begin(adept, 6, feedback)
    for count in range(1, 7):
        assert len(adept.session.states) == count
        adept.answer()
        assert (stored(adept).plan, stored(adept).states) == (adept.session.plan, adept.session.states)
        if feedback is Feedback.EACH:
            adept.click("Next question" if count < 6 else "Review and submit")
    assert adept.is_on(adept.window.submit)
    assert controller.plan_end is PlanEnd.LIMIT
    adept.click("Submit")
    assert adept.is_on(adept.window.results)
    assert adept.reads("6 of 6 right")


def test_it_ends_where_all_is_decided(adept: Person) -> None:
    controller = begin(adept, 48)
    while controller.plan_end is None:
        answer(controller, right=False)
    assert controller.plan_end is PlanEnd.DECIDED
    assert len(adept.session.states) == adept.session.answered == len(COMPETENCIES) * LABEL_ANSWERS


def test_the_end_is_signalled(adept: Person) -> None:
    controller = begin(adept, 2)
    with adept.qtbot.assertNotEmitted(controller.plan_ended):
        answer(controller)
    with adept.qtbot.waitSignal(controller.plan_ended):
        answer(controller)


def test_it_ends_where_no_question_is_left(open_app: OpenApp, tmp_path: Path) -> None:
    person = open_app(bank=write_long_bank(tmp_path / "short", 2))
    controller = begin(person, 30)
    for _ in range(6):
        answer(controller)
    assert controller.plan_end is PlanEnd.NO_QUESTION
    assert len(person.session.states) == 6


def test_a_changed_answer_brings_no_second_open_question(adept: Person) -> None:
    controller = begin(adept)
    answer(controller)
    controller.go_to(0)
    controller.submit(wrong_response(controller.session.item.question))
    assert len(controller.session.states) == 2
    assert stored(adept) == controller.session


@BOTH
def test_a_resumed_attempt_goes_on_as_it_would_have(adept: Person, open_app: OpenApp, feedback: Feedback) -> None:
    controller = begin(adept, feedback=feedback)
    plan = adept.session.plan
    for number in range(8):
        answer(controller, right=bool(number % 3))
    whole = [item.question.id for item in controller.session.plan.items]
    adept.app.store.delete_attempt(controller.session.id)
    controller.start(plan)
    for number in range(4):
        answer(controller, right=bool(number % 3))
    attempt = controller.session.id
    let_go(adept.app)
    again = open_app().app.controller
    again.resume(attempt)
    assert again.session.answered == 4
    for number in range(4, 8):
        answer(again, right=bool(number % 3))
    assert [item.question.id for item in again.session.plan.items] == whole


def test_without_its_bank_it_can_be_submitted(adept: Person, open_app: OpenApp, bank: Path) -> None:
    controller = begin(adept)
    assert not controller.is_bank_missing
    answer(controller)
    attempt = controller.session.id
    let_go(adept.app)
    shutil.rmtree(bank)
    again = open_app()
    controller = again.app.controller
    controller.resume(attempt)
    assert controller.is_bank_missing
    assert not controller.plan_end, "one question is open still"
    answer(controller)
    assert controller.plan_end is PlanEnd.NO_BANK
    assert len(controller.session.states) == 2
    controller.finish()
    assert again.is_on(again.window.results)


def test_with_its_bank_back_it_grows_again(adept: Person, open_app: OpenApp, bank: Path) -> None:
    controller = begin(adept)
    attempt = controller.session.id
    let_go(adept.app)
    away = bank.rename(bank.with_name("away"))
    again = open_app()
    again.app.controller.resume(attempt)
    answer(again.app.controller)
    let_go(again.app)
    away.rename(bank)
    last = open_app()
    last.app.controller.resume(attempt)
    assert len(last.session.states) == 2
    assert stored(last) == last.session


def test_a_bank_that_changed_is_another_bank(adept: Person, bank: Path) -> None:
    controller = begin(adept)
    file = next(bank.glob("*/*.yaml"))
    file.write_text(file.read_text("utf-8").replace("The explanation", "Another explanation"), encoding="utf-8")
    adept.app.library.reload()
    assert controller.is_bank_missing
    answer(controller)
    assert controller.plan_end is PlanEnd.NO_BANK


def test_an_answer_that_is_not_saved_is_saved_later_with_its_question(adept: Person) -> None:
    controller = begin(adept)
    with locked(adept):
        adept.answer()
        assert adept.reads("Not saved: ")
        assert controller.unsaved == {0}
        assert len(controller.session.states) == 2
    assert len(stored(adept).states) == 1
    adept.click("Try again")
    assert not controller.unsaved
    assert stored(adept) == controller.session


def test_what_grew_while_the_file_refused_is_submitted(adept: Person) -> None:
    controller = begin(adept, 3)
    with locked(adept):
        controller.submit(("b",))
        controller.finish()
        assert controller.is_running
    controller.finish()
    assert stored(adept) == controller.session
    assert controller.session.is_finished


def test_confidence_is_kept_with_the_answer(adept: Person) -> None:
    controller = begin(adept)
    controller.submit(("b",), confidence=0.75)
    controller.go_to(1)
    controller.submit((), dont_know=True)
    answers = [state.answer for state in stored(adept).states[:2]]
    assert [given and (given.confidence, given.dont_know) for given in answers] == [(0.75, False), (None, True)]


def test_a_fixed_attempt_has_no_end_of_its_own(adept: Person) -> None:
    adept.start("3")
    controller = adept.app.controller
    for _ in range(9):
        answer(controller)
    assert (controller.plan_end, controller.is_bank_missing, len(controller.session.states)) == (None, False, 9)


@pytest.mark.parametrize("format_", ["json", "pdf"])
def test_an_adaptive_attempt_is_exported(adept: Person, tmp_path: Path, format_: str) -> None:
    controller = begin(adept, 9)
    while controller.plan_end is None:
        answer(controller)
    controller.finish()
    path = tmp_path / f"result.{format_}"
    with adept.qtbot.waitSignal(adept.app.exporter.exported):
        adept.window.export_to(format_, path)
    data = path.read_bytes()
    assert data.startswith(b"%PDF") or len(json.loads(data)["questions"]) == 9
