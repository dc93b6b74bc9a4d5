"""A parametric question on the real page: its numbers are shown, answered by hand, kept, and told in the result."""

from datetime import date
from pathlib import Path

import pytest

from quizapp.bank.loader import load_bank
from quizapp.core.plan import Feedback, build_plan
from quizapp.core.types.numeric import NumericBody
from quizapp.report.result import build_result
from quizapp.ui.widgets.code_view import CodeView
from tests.bank.banks import write_bank
from tests.factories import NOW
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.qt_tools import settle


@pytest.fixture
def person(open_app: OpenApp, tmp_path: Path) -> Person:
    """Someone who is asked the documented parametric question alone, with feedback after each answer."""
    bank = write_bank(tmp_path / "documented")
    person = open_app(bank=bank)
    loaded = load_bank(bank, today=date(2026, 12, 1))
    assert loaded.framework is not None
    questions = [question for question in loaded.bank.questions if question.type == "parametric"]
    feedback = Feedback.EACH
    person.app.controller.start(
        build_plan(loaded.framework, questions, ["sql"], 1, feedback=feedback, seed=3, bank_digest="ab" * 32)
    )
    person.window.show_question()
    settle()
    return person


def body_of(person: Person) -> NumericBody:
    body = person.session.item.question.body
    assert isinstance(body, NumericBody)
    return body


def test_the_drawn_numbers_are_shown_and_the_right_one_is_typed(person: Person) -> None:
    code = " ".join(person.texts(person.see(CodeView)[0]))
    drawn = dict(person.session.item.drawn)
    assert list(drawn) == ["size", "pages", "free"]
    assert all(number in code for number in drawn.values())
    person.answer()
    assert person.reads("✓ Right")
    assert person.reads(f"{int(drawn['pages']):,} pages of {int(drawn['size']):,} bytes")
    assert not person.reads("<<")


def test_a_common_error_is_answered_in_the_drawn_numbers(person: Person) -> None:
    person.answer((f"{body_of(person).common_errors[0].value:.6f}",))
    free = int(dict(person.session.item.drawn)["free"])
    assert person.reads(f"You left the {free:,} free pages out.")
    assert not person.reads("<<")


def test_the_attempt_and_its_result_keep_the_numbers(person: Person) -> None:
    person.answer()
    item = person.session.item
    assert person.app.store.load_attempt(person.session.id).item == item
    question = build_result(person.session, app_version="1", created=NOW)["questions"][0]
    assert question["drawn"] == dict(item.drawn)
    assert question["type"] == "parametric"
    assert question["key_text"] == f"{body_of(person).value:.15g} MiB"
    assert all(f"-- {number}\n" in question["code"]["text"] + "\n" for number in question["drawn"].values())
