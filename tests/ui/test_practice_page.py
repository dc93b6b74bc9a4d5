"""The practice page as a person uses it, over the real store and banks."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from quizapp.core.practice import PracticeSource
from quizapp.ui.practice_choice import PRACTICE_SETTING, PracticeMemory, read_practice_memory
from quizapp.ui.practice_wording import again_text
from quizapp.ui.widgets.due_view import DueView
from tests.ui.banks import write_long_bank
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.qt_tools import let_go

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def long(open_app: OpenApp, tmp_path: Path) -> Person:
    """Someone before the first start, with eight questions of each of three topics."""
    return open_app(bank=write_long_bank(tmp_path / "long", 8))


def choose(person: Person, name: str) -> None:
    """One of the ways to practise."""
    person.click_on(next(b for b in person.see(QAbstractButton, person.page) if f"{name} (" in b.accessibleName()))


def finish(person: Person) -> None:
    person.click("Review and submit")
    person.click("Submit")


def test_a_new_person_practises_new_questions_and_half_is_kept(long: Person) -> None:
    long.click("Practice")
    assert long.reads("For today: 10 new.")
    assert long.reads("Kept for assessments: 12 questions")
    long.click("Practise")
    assert len(long.session.states) == 10
    assert long.session.plan.method.is_practice
    assert long.reads("Practice · ")


def test_feedback_says_when_the_question_comes_again(long: Person) -> None:
    long.click("Practice")
    long.click("Practise")
    long.click("I don't know")
    assert long.reads("This question comes again in 10 minutes.")
    long.click("Next question")
    assert not long.reads("This question comes again")
    long.answer()
    assert any(re.search(r"comes again in \d+ days|comes again tomorrow", text) for text in long.texts())


def test_leaving_in_the_middle_loses_nothing(long: Person, open_app: OpenApp) -> None:
    long.click("Practice")
    long.click("Practise")
    long.answer()
    long.click("Save and leave")
    long.click("Practice")
    assert long.reads("1 of 10 answered · practice")
    let_go(long.app)
    again = open_app()
    again.click("Practice")
    again.click("Go on")
    assert again.session.answered == 1


def test_the_end_says_what_was_right_and_leads_to_more(long: Person) -> None:
    long.click("Practice")
    long.click("Practise")
    long.answer()
    finish(long)
    assert long.reads("Practice: 1 of 1 right")
    long.click("Practise more")
    assert long.is_on(long.window.practice)
    assert long.see(DueView)[0].accessibleDescription().startswith("Questions that come due:")


def test_what_was_wrong_in_an_assessment_is_offered(long: Person) -> None:
    long.start("3", kind="Full assessment")
    for _ in range(9):
        long.answer(("a",))
    long.click("Submit")
    wrong = {item.question.id for item in long.session.plan.items}
    long.click("Practise what is weak")
    assert long.session.plan.method.is_practice
    assert wrong <= {item.question.id for item in long.session.plan.items}
    long.click("Save and leave")
    long.click("Practice")
    choose(long, "Wrong before")
    assert long.reads("9 questions, with feedback after each")
    long.click("Practise")
    assert {item.question.id for item in long.session.plan.items} == wrong


def test_a_topic_is_chosen_and_without_one_nothing_starts(long: Person) -> None:
    long.click("Practice")
    choose(long, "By topic")
    assert long.reads("Choose a topic.")
    assert not long.can_click("Practise")
    long.window.practice.choose_topic("reading", "reading-topic")
    assert long.reads("4 questions, with feedback after each")
    long.click("Practise")
    assert {item.question.competency for item in long.session.plan.items} == {"reading"}


def test_choices_are_remembered_and_limits_hold(long: Person, open_app: OpenApp) -> None:
    long.click("Practice")
    long.click("New questions a day, at most: 5")
    assert long.reads("For today: 5 new.")
    long.click("Questions in a session, at most: 40")
    long.click("Ask how sure I am")
    store = long.app.store
    assert read_practice_memory(store) == PracticeMemory(PracticeSource.MIXED, 40, 5, 60, ask_confidence=True)
    let_go(long.app)
    again = open_app()
    again.click("Practice")
    again.click("Practise")
    assert len(again.session.states) == 5
    assert again.session.plan.ask_confidence


def test_another_limit_leaves_choice_and_focus(long: Person) -> None:
    long.click("Practice")
    choose(long, "By topic")
    long.window.practice.choose_topic("reading", "reading-topic")
    limit = long.button("New questions a day, at most: 5")
    limit.setFocus()
    long.press(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is limit
    assert long.reads("4 questions, with feedback after each")
    assert long.reads("For today: 5 new.")


def test_topics_of_another_bank_are_told(long: Person) -> None:
    topics = frozenset({("elsewhere", "topic")})
    told = long.answer_box(lambda: long.window._practice.practise_topics(topics), "OK")
    assert "The bank in use has none of these topics" in told


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (timedelta(minutes=10), "in 10 minutes"),
        (timedelta(hours=30), "tomorrow"),
        (timedelta(days=4), "in 4 days"),
        (timedelta(minutes=-5), "in 1 minutes"),
    ],
)
def test_when_it_comes_again_hangs_on_the_clock_and_the_calendar(wait: timedelta, words: str) -> None:
    late = datetime(2026, 11, 24, 23, 55, tzinfo=UTC) if wait < timedelta(hours=1) else NOON
    assert words in again_text(late + wait, late)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"new": 7}', '{"source": "none"}', '{"length": true}', "null"])
def test_a_memory_that_is_none_is_as_if_there_were_none(person: Person, text: str) -> None:
    person.app.store.set_setting(PRACTICE_SETTING, text)
    assert read_practice_memory(person.app.store) == PracticeMemory()


def test_when_today_is_done_it_says_when_more_comes(long: Person) -> None:
    long.click("Practice")
    long.click("New questions a day, at most: 0")
    assert long.reads("Nothing more for today.")
    assert not long.can_click("Practise")
    assert long.reads("Nothing to practise here now. Choose another way above.")


def test_home_says_how_many_are_due(long: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    long.click("Practice")
    long.click("Practise")
    long.click("I don't know")
    long.click("Save and leave")
    assert not long.reads("Questions due for practice")
    later = long.app.store.cards("tester")[0].due
    monkeypatch.setattr(type(long.window._parts), "now", property(lambda _parts: lambda: later))
    long.click("Settings")
    long.click("Home")
    assert long.reads("Questions due for practice: 1")


def test_practised_numbers_are_new_each_time(open_app: OpenApp, tmp_path: Path) -> None:
    drawn = []
    for seed in (1, 2):  # in the program each plan has a seed of its own
        person = open_app(tmp_path / str(seed), seed=seed)
        framework = person.app.library.active.framework
        assert framework
        topics = frozenset((c.slug, topic.slug) for c in framework.competencies for topic in c.topics)
        person.window._practice.practise_topics(topics)
        drawn.append({item.question.id: item.drawn for item in person.session.plan.items if item.drawn})
        let_go(person.app)
    common = drawn[0].keys() & drawn[1].keys()
    assert common
    assert any(drawn[0][id_] != drawn[1][id_] for id_ in common)  # one of few numbers may be drawn twice, not all
