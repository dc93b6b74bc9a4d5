"""A way past every page of the app and its states, for tests that look at all of them."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt

from quizapp.core.grading import key_response
from quizapp.core.question import Question
from quizapp.core.types.choice import ChoiceBody
from quizapp.core.types.numeric import NumericBody
from quizapp.core.types.short_text import ShortTextBody
from tests.ui.person import Person


def walk(person: Person, broken_bank: Path) -> Iterator[str]:
    """Go from page to page on the bank in use, from a first start on; each name tells what is seen now."""
    yield "home at the first start"
    yield from _assess(person)
    yield from _look_at_results(person)
    yield from _adapt(person)
    yield from _learn(person)
    yield from _practise(person)
    yield from _look_back(person)
    person.click("How this is measured")
    yield "how this is measured"
    person.click("Back")
    person.click("Question banks")
    person.name_file(lambda: person.click("Add a folder…"), str(broken_bank))
    yield "banks"
    person.click("Settings")
    yield "settings"


def _assess(person: Person) -> Iterator[str]:
    person.click("Start an assessment")
    for kind in ("Quick check", "Adaptive", "Full assessment"):
        person.choose_kind(kind)
        yield f"set-up, {kind}"
    person.click("By competency")
    person.click("Change…")
    yield "set-up"
    person.click("3")
    person.click("Start")
    for number in range(len(person.session.states)):
        yield f"question {number + 1}, {person.session.item.question.type}"
        if number == 1:
            person.press(Qt.Key.Key_M)
        person.answer() if number % 3 else person.click("I don't know")
    yield "review before submitting"
    person.click("Submit")


def _look_at_results(person: Person) -> Iterator[str]:
    yield "results"
    for row in [text for text in person.texts() if text[:3] in ("1. ", "2. ", "3. ")]:
        person.click(row)
    yield "results with reviews"
    person.click("Done")


def _look_back(person: Person) -> Iterator[str]:
    """Through the history, with an attempt that was deleted, and back to home."""
    person.click("History")
    person.press(Qt.Key.Key_Down)
    yield "history, attempts"
    for part in ("Progress", "Compare two"):
        person.click(part)
        person.qtbot.waitUntil(lambda: not person.reads("Reading attempt"))
        yield f"history, {part.lower()}"
    person.click("Attempts")
    person.click("Delete")
    yield "history, with something to take back"
    person.click("Undo (Ctrl+Z)")
    person.click("Home")


def _practise(person: Person) -> Iterator[str]:
    """A practice session, left and gone on with, to its end."""
    person.click("Practice")
    yield "practice"
    person.click("Practise")
    person.click("I don't know")
    yield "practice, feedback"
    person.click("Save and leave")
    yield "home with practice to go on with"
    person.click("Practice")
    yield "practice to go on with"
    person.click("Go on")
    person.click("Review and submit")
    person.click("Submit")
    yield "result of practice"
    person.click("Home")


def _adapt(person: Person) -> Iterator[str]:
    """An attempt that grows is finished early."""
    person.click("Start an assessment")
    person.choose_kind("Adaptive")
    person.click("Start")
    person.answer()
    person.answer()
    yield f"growing question, {person.session.item.question.type}"
    person.click("Finish now")
    yield "finishing early"
    person.click("Submit")
    yield "results of a growing attempt"
    person.click("Done")


def wrong_response(question: Question) -> tuple[str, ...]:
    """A response that is not right, whatever the bank; for types of many parts any that is whole."""
    if isinstance(question.body, ChoiceBody):
        return (next(option.id for option in question.body.options if not option.correct),)
    if isinstance(question.body, NumericBody | ShortTextBody):
        return ("-987654321",)
    return key_response(question)[::-1]


def _learn(person: Person) -> Iterator[str]:
    person.start("3", "After each answer", kind="Full assessment")
    for number in range(3):
        person.answer(wrong_response(person.session.item.question))
        yield f"feedback {number + 1}"
        person.click("Next question")
    person.click("Save and leave")
    yield "home with a result and an attempt to resume"
