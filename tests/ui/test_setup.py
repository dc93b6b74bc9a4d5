"""The set-up page in the real window: what is chosen, what it promises, what is begun and what is remembered."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QTableWidget

from quizapp.core.forecast import forecast
from quizapp.core.plan import ASSESSMENTS, Feedback, PlanMethod
from quizapp.core.session import QuizSession
from quizapp.ui.setup_choice import SETUP_SETTING, SetupMemory, read_memory, write_memory
from quizapp.ui.widgets.forecast_card import ForecastCard
from quizapp.ui.widgets.option_button import CheckOption, RadioOption
from tests.ui.banks import COMPETENCIES, single, write_bank, write_long_bank
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.qt_tools import let_go

SLUGS = tuple(COMPETENCIES)
KINDS = {PlanMethod.FIXED: "Full assessment", PlanMethod.ADAPTIVE: "Adaptive", PlanMethod.QUICK: "Quick check"}


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_long_bank(tmp_path / "long", 45)


@pytest.fixture
def chooser(open_app: OpenApp, bank: Path) -> Person:
    """Someone on the set-up page, with 45 questions of a minute for each of three competencies."""
    person = open_app(bank=bank)
    person.click("Start an assessment")
    return person


def lengths(person: Person) -> list[str]:
    return [b.text() for b in person.see(QAbstractButton, person.page) if b.property("kind") == "segment"]


def started(person: Person) -> QuizSession:
    person.click("Start")
    assert person.is_on(person.window.question)
    return person.session


@pytest.mark.parametrize("method", ASSESSMENTS)
def test_each_kind_begins_an_attempt_of_its_kind(chooser: Person, method: PlanMethod) -> None:
    chooser.choose_kind(KINDS[method])
    plan = started(chooser).plan
    assert plan.method is method
    assert plan.competencies == (SLUGS[:1] if method is PlanMethod.QUICK else SLUGS)
    assert len(plan.items) == {PlanMethod.FIXED: 24, PlanMethod.ADAPTIVE: 1, PlanMethod.QUICK: 10}[method]
    assert plan.limit == (90 if method is PlanMethod.ADAPTIVE else None)


def test_a_length_is_offered_where_it_means_something(chooser: Person) -> None:
    assert lengths(chooser) == ["3", "5", "8", "12", "20", "30", "All (45)"]
    chooser.choose_kind("Adaptive")
    assert lengths(chooser) == ["8", "12", "20", "30", "40"]
    assert chooser.reads("At most so many questions")
    chooser.choose_kind("Quick check")
    assert lengths(chooser) == []


def test_no_bank_is_so_large_that_all_of_it_is_offered(open_app: OpenApp, tmp_path: Path) -> None:
    person = open_app(bank=write_long_bank(tmp_path / "huge", 61))
    person.click("Start an assessment")
    assert lengths(person) == ["3", "5", "8", "12", "20", "30", "60"]
    person.click("60")
    assert len(started(person).plan.items) == 180
    person.click("Save and leave")
    person.click("Start an assessment")
    assert person.reads("180 questions, about 3 h")


def test_a_quick_check_is_about_one_competency(chooser: Person) -> None:
    assert len(chooser.see(CheckOption, chooser.page)) == 3
    chooser.choose_kind("Quick check")
    assert not chooser.see(CheckOption, chooser.page)
    chooser.click("Judging results")
    chooser.click("Reading code")
    assert started(chooser).plan.competencies == ("reading",)


def test_each_competency_gets_what_was_chosen_where_another_has_less(open_app: OpenApp, tmp_path: Path) -> None:
    sizes = dict(zip(SLUGS, (30, 4, 9), strict=True))
    questions = {slug: [single(f"{slug}-{n}") for n in range(size)] for slug, size in sizes.items()}
    person = open_app(bank=write_bank(tmp_path / "uneven", questions))
    person.click("Start an assessment")
    person.click("12")
    assert person.reads("25 questions, about 25 minutes")
    slugs = [item.question.competency for item in started(person).plan.items]
    assert [slugs.count(slug) for slug in SLUGS] == [12, 4, 9]


@pytest.mark.parametrize("method", ASSESSMENTS)
def test_what_is_promised_comes_from_the_model(chooser: Person, method: PlanMethod) -> None:
    chooser.choose_kind(KINDS[method])
    loaded = chooser.app.library.active
    assert loaded.framework is not None
    length = {PlanMethod.FIXED: 8, PlanMethod.ADAPTIVE: 30, PlanMethod.QUICK: 0}[method]
    found = forecast(loaded.framework, loaded.bank.questions, SLUGS, method, length * 3)
    about = "" if method is PlanMethod.FIXED else "about "
    assert f"{about}{round(found.questions)} questions" in chooser.texts(chooser.page)
    widths = [round(100 * one.half_width) for one in found.competencies if one.half_width]
    assert any(chooser.reads(f"± {text}") for text in (f"{min(widths)} points", f"{min(widths)}–{max(widths)} points"))


def test_it_says_when_ready_is_out_of_reach(chooser: Person) -> None:
    assert chooser.reads("Up to 8 answers can show “not yet”, or a level with its interval. “Ready” needs 30 answers")
    chooser.click("30")
    assert chooser.reads("Up to 30 answers can show “ready” or “not yet”.")
    chooser.choose_kind("Quick check")
    assert chooser.reads("Up to 10 answers can show “not yet”")
    chooser.choose_kind("Adaptive")
    assert chooser.reads("Up to 30 answers can show “ready” or “not yet”.")


def test_questions_seen_before_promise_nothing(chooser: Person) -> None:
    """After 40 of 45 questions of one competency: five answers more can enter its measure."""
    for title in ("Reading code", "Judging results"):
        chooser.click(title)
    chooser.click("20")
    width = next(text for text in chooser.texts(chooser.page) if text.startswith("± "))
    for _ in range(2):
        controller = chooser.app.controller
        chooser.click("Start")
        for position in range(20):
            controller.go_to(position)
        chooser.click("Save and leave")
        chooser.click("Start an assessment")
    assert chooser.reads("New to you: Counting 5. Questions seen before are asked too, but enter no measure.")
    assert chooser.reads("Up to 5 answers show a level with its interval.")
    assert chooser.reads("20 questions, about 20 minutes")
    assert chooser.reads("no verdict")
    assert int(next(text for text in chooser.texts(chooser.page) if text.startswith("± "))[2:4]) > int(width[2:4])
    chooser.choose_kind("Quick check")
    assert chooser.reads("New to you: Counting 5.")
    chooser.click("Reading code")
    assert not chooser.reads("New to you")
    chooser.choose_kind("Adaptive")
    assert chooser.reads("Up to 5 answers show a level with its interval.")
    assert chooser.reads("no verdict")


def test_the_figures_by_competency_are_there_for_those_who_ask(chooser: Person) -> None:
    assert not chooser.see(QTableWidget, chooser.page)
    chooser.click("By competency")
    chooser.click("Reading code")
    rows = chooser.texts(chooser.see(QTableWidget, chooser.page)[0])
    assert rows[1] == "Reading code | – | – | –"
    assert rows[0].startswith("Counting things | 8 | ± ")
    chooser.choose_kind("Quick check")
    assert not chooser.see(QTableWidget, chooser.page), "one competency: the figures above are its own"


def test_nothing_can_begin_without_a_competency(chooser: Person) -> None:
    for title in COMPETENCIES.values():
        chooser.click(title)
    assert chooser.reads("Choose at least one competency.")
    assert not chooser.can_click("Start")
    chooser.click("Reading code")
    assert chooser.can_click("Start")
    assert chooser.reads("8 questions, about 8 minutes")


def test_a_check_without_a_question_short_enough_can_not_begin(open_app: OpenApp, tmp_path: Path) -> None:
    questions = {"counting": [single("long", seconds=700)], "reading": [single("short")]}
    person = open_app(bank=write_bank(tmp_path / "slow", questions, competencies=("counting", "reading")))
    person.click("Start an assessment")
    assert person.can_click("Start")
    person.choose_kind("Quick check")
    assert person.reads("Each of its questions takes longer than ten minutes.")
    assert not person.can_click("Start")
    person.click("Reading code")
    assert started(person).plan.items[0].question.id == "short"


def test_how_it_is_asked_is_a_line_until_one_wants_to_change_it(chooser: Person) -> None:
    assert chooser.reads("Right and wrong are shown at the end")
    chooser.click("Change…")
    chooser.click_on(next(o for o in chooser.see(RadioOption) if "After each answer:" in o.accessibleName()))
    chooser.click("Ask how sure I am")
    plan = started(chooser).plan
    assert (plan.feedback, plan.ask_confidence) == (Feedback.EACH, True)
    chooser.click("Save and leave")
    chooser.click("Start an assessment")
    assert chooser.reads("Right and wrong are shown after each answer · you are asked how sure you are")


def test_the_last_choice_is_there_at_the_next_start(chooser: Person, open_app: OpenApp) -> None:
    chooser.click("12")
    chooser.click("Reading code")
    chooser.choose_kind("Quick check")
    chooser.click("Judging results")
    chooser.click("Start")
    let_go(chooser.app)
    again = open_app()
    again.click("Start an assessment")
    assert started(again).plan.competencies == ("judging",)
    again.click("Save and leave")
    again.click("Start an assessment")
    again.choose_kind("Full assessment")
    plan = started(again).plan
    assert (plan.competencies, len(plan.items)) == (("counting", "judging"), 24)


def test_cancelling_remembers_nothing(chooser: Person) -> None:
    chooser.choose_kind("Quick check")
    chooser.click("Cancel")
    assert read_memory(chooser.app.store) == SetupMemory()


def test_a_choice_of_another_bank_does_no_harm(chooser: Person, open_app: OpenApp, known_bank: Path) -> None:
    left_out = (*SLUGS, "something-else")
    write_memory(chooser.app.store, SetupMemory(fixed=45, adaptive=40, left_out=left_out, quick="something-else"))
    let_go(chooser.app)
    again = open_app(bank=known_bank)
    again.click("Start an assessment")
    assert again.reads("9 questions, about 9 minutes")
    again.choose_kind("Quick check")
    assert started(again).plan.competencies == ("counting",)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "7",
        "null",
        *(f'{{"{name}": null}}' for name in ("method", "fixed", "adaptive", "feedback", "left_out")),
    ],
)
def test_a_damaged_memory_is_none(chooser: Person, text: str) -> None:
    chooser.app.store.set_setting(SETUP_SETTING, text)
    assert read_memory(chooser.app.store) == SetupMemory()


def test_what_is_remembered_comes_back_as_it_was(chooser: Person) -> None:
    memory = SetupMemory(PlanMethod.QUICK, 20, 40, Feedback.EACH, True, ("counting",), "reading")
    write_memory(chooser.app.store, memory)
    assert read_memory(chooser.app.store) == memory


def test_nothing_moves_when_the_figures_come(chooser: Person) -> None:
    card = chooser.see(ForecastCard)[0]
    assert "…" not in chooser.texts(card)
    told = card.geometry(), [button.geometry() for button in chooser.see(QAbstractButton, chooser.page)]
    card.show_waiting()
    assert "…" in chooser.texts(card)
    assert (card.geometry(), [button.geometry() for button in chooser.see(QAbstractButton, chooser.page)]) == told
