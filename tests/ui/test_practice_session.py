"""A practice session through the pages of every attempt: cards with answers, left, resumed, and its result."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QWidget

from quizapp.core.plan import PlanMethod, QuizPlan
from quizapp.core.practice import PracticeChoice, PracticeSource, build_pool, build_practice_plan, practice_queue
from quizapp.core.score import score_session
from quizapp.core.session import finish_session
from quizapp.ui.comparison import earlier_attempts
from quizapp.ui.report_wording import headline, seen_entries, verdict_entries
from quizapp.ui.widgets.radar_panel import RadarPanel
from quizapp.ui.widgets.score_table import ScoreTable, TopicTable
from tests.factories import NOW, make_plan, make_session
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.qt_tools import let_go


def plan_practice(person: Person, length: int) -> QuizPlan:
    """A session over all that may be practised."""
    app = person.app
    bank = app.library.active
    assert bank.framework is not None
    id_, now = bank.framework.id, datetime.now(UTC)
    pool = build_pool(bank.framework, bank.bank.questions, app.store.cards(id_), app.store.question_records(id_, now))
    queue = practice_queue(pool, PracticeChoice(PracticeSource.TOPIC), now=now)
    return build_practice_plan(bank.framework, queue, length, seed=1, bank_digest=bank.bank.digest)


@pytest.fixture
def practising(person: Person) -> Person:
    """At the first of three questions of a practice session."""
    assert person.window._assessment.start(plan_practice(person, 3))
    assert len(person.session.states) == 3
    return person


def cards(person: Person) -> list[str]:
    return sorted(card.question_id for card in person.app.store.cards(person.session.plan.framework.id))


def asked(person: Person, count: int) -> list[str]:
    return sorted(item.question.id for item in person.session.plan.items[:count])


def test_each_answer_has_its_card_when_it_is_saved(practising: Person) -> None:
    practising.click("I don't know")
    assert cards(practising) == asked(practising, 1)
    practising.click("Next question")
    practising.answer()
    assert cards(practising) == asked(practising, 2)


def test_it_is_left_and_resumed_and_its_result_claims_nothing(practising: Person, open_app: OpenApp) -> None:
    practising.click("I don't know")
    let_go(practising.app)
    again = open_app()
    assert again.reads("You have a practice session to go on with")
    assert again.reads("1 of 3 answered · practice")
    again.click("Resume")
    for position in (1, 2):
        again.jump(position)
        again.answer()
    finish(again)
    assert again.is_on(again.window.results)
    assert cards(again) == asked(again, 3)
    check_result(again)


def finish(person: Person) -> None:
    person.click("Review and submit")
    assert person.reads("Finish practice?")
    person.click("Submit")


def check_result(person: Person) -> None:
    shown = person.texts(person.page)
    assert "Practice: 2 of 3 right" in shown
    assert person.reads("says nothing about how ready you are")
    assert not [text for text in shown if "Too few answers" in text or "Seen before" in text]
    kinds: tuple[type[QWidget], ...] = (RadarPanel, ScoreTable)
    assert not [widget for kind in kinds for widget in person.see(kind, person.page)]
    assert person.see(TopicTable, person.page)
    person.click("Done")
    assert not person.reads("Too few answers to say")


def test_practice_is_compared_with_nothing(person: Person) -> None:
    store = person.app.store
    plan = make_plan(12)
    sessions = [
        replace(make_session(replace(plan, method=method), [True] * 12, id_=id_, finished=True), started_at=start)
        for id_, method, start in (
            ("first", PlanMethod.FIXED, NOW),
            ("practice", PlanMethod.PRACTICE, NOW + timedelta(days=1)),
            ("second", PlanMethod.FIXED, NOW + timedelta(days=2)),
        )
    ]
    for session in sessions:
        store.create_attempt(session)
    assert [attempt.id for attempt in earlier_attempts(store, sessions[2])] == ["first"]
    assert earlier_attempts(store, sessions[1]) == ()


def test_the_words_of_a_practice_result() -> None:
    plan = replace(make_plan(12), method=PlanMethod.PRACTICE)
    report = score_session(make_session(plan, [True, False] * 6, finished=True))
    assert headline(report) == "Practice: 6 of 12 right"
    assert (verdict_entries(report), seen_entries(report)) == ((), ())
    nothing = score_session(finish_session(make_session(plan), now=NOW))
    assert headline(nothing) == "Practice: 0 of 1 right"
