"""What a person sees of an attempt that grows: where one is, why it ends, finishing early, and going on later."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QProgressBar

from quizapp.core.adaptive import PlanEnd
from quizapp.ui.widgets.position_row import PositionRow
from quizapp.ui.widgets.question_map import QuestionMap
from quizapp.ui.wording import end_words
from tests.ui.banks import write_long_bank
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.qt_tools import let_go

BOTH = pytest.mark.parametrize("feedback", ["At the end", "After each answer"])
WRONG = ("a",)


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_long_bank(tmp_path / "long", 13)


@pytest.fixture
def adept(open_app: OpenApp, bank: Path) -> Person:
    """Someone with a bank of 13 questions for each of three competencies."""
    return open_app(bank=bank)


def begin(person: Person, length: str = "12", feedback: str = "At the end") -> None:
    person.start(length, feedback, kind="Adaptive")


def one(person: Person) -> None:
    """An adaptive attempt of one competency."""
    person.click("Start an assessment")
    person.choose_kind("Adaptive")
    for title in ("Reading code", "Judging results"):
        person.click(title)
    person.click("8")
    person.click("Start")


def cells(person: Person) -> int:
    if not person.see(QuestionMap):
        person.click("Map")
    return len(person.see(QAbstractButton, person.see(QuestionMap)[0]))


def test_it_says_how_many_there_may_be_and_shows_those_there_are(adept: Person) -> None:
    begin(adept)
    for number in range(1, 4):
        assert f"Question {number} · up to 36" in adept.texts()
        assert cells(adept) == number
        bar = adept.see(QProgressBar)[0]
        assert (bar.value(), bar.maximum()) == (number - 1, 36)
        adept.answer()


def test_no_more_are_promised_than_the_bank_has(adept: Person) -> None:
    begin(adept, "All (13)")
    assert "Question 1 · up to 39" in adept.texts()


def test_at_its_end_it_says_why_and_leads_to_the_review(adept: Person) -> None:
    one(adept)
    for _ in range(7):
        adept.answer()
    assert "Question 8 of 8" in adept.texts()
    adept.button("Review and submit")
    adept.answer()
    assert adept.is_on(adept.window.submit)
    assert adept.reads("Ready to submit?")
    assert "The greatest number of questions is reached." in adept.texts()
    assert "Questions answered: 8." in adept.texts()
    assert not adept.reads("In each competency"), "there is one only"
    adept.click("Submit")
    assert adept.reads("8 of 8 right")


@BOTH
def test_what_is_decided_asks_nothing_more(adept: Person, feedback: str) -> None:
    begin(adept, feedback=feedback)
    while adept.is_on(adept.window.question):
        adept.answer(WRONG)
        if feedback == "After each answer":
            done = bool(adept.app.controller.plan_end)
            adept.click("Review and submit" if done else "Next question")
    assert "All chosen competencies are decided." in adept.texts()
    assert "In each competency: Counting 8, Reading 8, Judging 8." in adept.texts()
    assert not adept.reads("Not yet"), "the verdict comes with the result"
    adept.click("Submit")
    assert adept.is_on(adept.window.results)


def test_what_has_ended_is_left_and_resumed_with_its_reason(adept: Person, open_app: OpenApp) -> None:
    begin(adept)
    while adept.is_on(adept.window.question):
        adept.answer(WRONG)
    adept.click("Back to the questions")
    assert "Question 24 of 24" in adept.texts()
    adept.click("Save and leave")
    let_go(adept.app)
    again = open_app()
    again.click("Resume")
    assert "Question 24 of 24" in again.texts()
    again.click("Review and submit")
    assert "All chosen competencies are decided." in again.texts()
    again.click("Submit")
    assert again.is_on(again.window.results)


def test_a_person_can_finish_at_any_time(adept: Person) -> None:
    begin(adept)
    for _ in range(4):
        adept.answer()
    adept.click("Finish now")
    assert adept.reads("Finish now?")
    for line in (
        "You can finish here. More answers would make the result surer.",
        "Questions answered: 4.",
        "In each competency: Counting 2, Reading 1, Judging 1.",
        "The open question counts as “I don't know”: go back if you can answer it.",
    ):
        assert line in adept.texts()
    adept.click("Back to the questions")
    adept.answer()
    adept.click("Finish now")
    adept.click("Submit")
    assert adept.reads("5 of 6 right")


def test_with_feedback_one_finishes_without_a_question_left_open(adept: Person) -> None:
    begin(adept, feedback="After each answer")
    adept.answer()
    adept.click("Finish now")
    assert "Questions answered: 1." in adept.texts()
    assert not adept.reads("open question")
    assert not any("Not reached:" in text for text in adept.texts())
    adept.click("Submit")
    assert adept.reads("1 of 1 right")


def test_going_back_and_changing_an_answer_goes_on(adept: Person) -> None:
    one(adept)
    for _ in range(3):
        adept.answer(WRONG)
    adept.click("Back")
    adept.click("Back")
    assert "Question 2 · up to 8" in adept.texts()
    adept.answer(("b",))
    assert "Question 3 · up to 8" in adept.texts()
    adept.click("Next question")
    assert cells(adept) == len(adept.session.states) == 4
    assert adept.session.states[1].answer is not None
    assert adept.session.states[1].answer.response == ("b",)


def test_an_answer_changed_after_the_end_may_bring_further_questions(adept: Person) -> None:
    begin(adept)
    while adept.is_on(adept.window.question):
        adept.answer(WRONG)
    count = len(adept.session.states)
    for position in range(24):
        adept.click_on(adept.see(PositionRow)[position])
        adept.answer(("b",))
        if adept.is_on(adept.window.question):
            break
    assert adept.app.controller.plan_end is None
    assert len(adept.session.states) == count + 1
    assert adept.button("Finish now")


def test_the_map_keeps_the_keyboard_while_it_grows(adept: Person) -> None:
    begin(adept)
    adept.answer()
    cells(adept)
    cell = adept.see(QAbstractButton, adept.see(QuestionMap)[0])[0]
    cell.setFocus()
    adept.app.controller.submit(("b",))
    assert cells(adept) == 3
    assert QApplication.focusWidget() is cell


@pytest.mark.parametrize(
    ("kind", "words"), [("Adaptive", "2 answered · adaptive"), ("Quick check", "2 of 10 answered · quick check")]
)
def test_home_tells_how_far_it_is_and_resumes(adept: Person, open_app: OpenApp, kind: str, words: str) -> None:
    adept.start("12" if kind == "Adaptive" else "", kind=kind)
    adept.answer()
    adept.answer()
    where = next(text for text in adept.texts() if text.startswith("Question 3 "))
    let_go(adept.app)
    again = open_app()
    assert again.reads(f"{words}, begun")
    again.click("Resume")
    assert where in again.texts()
    again.answer()
    again.click("Finish now" if kind == "Adaptive" else "Review and submit")
    again.click("Submit")
    again.click("Done")
    assert again.reads(f"right · {kind.casefold()} · ")


def test_without_its_bank_it_says_that_no_further_question_can_come(
    adept: Person, open_app: OpenApp, bank: Path
) -> None:
    begin(adept)
    adept.answer()
    let_go(adept.app)
    shutil.rmtree(bank)
    again = open_app()
    again.click("Resume")
    gone = end_words(PlanEnd.NO_BANK)
    assert gone in again.texts()
    assert "Question 2 of 2" in again.texts()
    again.answer()
    assert again.is_on(again.window.submit)
    assert gone in again.texts()
    again.click("Submit")
    assert again.reads("2 of 2 right")


def test_a_small_window_names_what_its_icons_do_now(adept: Person) -> None:
    adept.window.resize(720, 520)
    one(adept)
    button = adept.button("Finish now")
    assert (button.text(), button.toolTip()) == ("", "Finish now")
    for _ in range(7):
        adept.answer()
    assert adept.button("Review and submit").toolTip() == "Review and submit"
    adept.press(Qt.Key.Key_2)
    adept.press(Qt.Key.Key_Return)
    assert adept.is_on(adept.window.submit)
