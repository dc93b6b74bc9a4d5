"""From home through a whole assessment to its result."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from quizapp.core.measure import CompetencyMeasure, label_words, reason_words
from quizapp.core.plan import Feedback
from quizapp.core.score import ScoreReport, Tally, score_session
from quizapp.core.session import QuizSession
from quizapp.ui.report_wording import headline
from quizapp.ui.widgets.score_table import ScoreTable, TopicTable
from tests.ui.conftest import OpenApp
from tests.ui.person import Person, question_of


def test_first_start_offers_an_assessment_and_says_what_this_is(person: Person) -> None:
    assert person.is_on(person.window.home)
    assert person.reads("Tester of windows")
    assert person.reads("Nothing leaves this computer")
    assert person.can_click("Start an assessment")
    assert not person.reads("Where you stand")


def test_set_up_counts_what_was_chosen(person: Person) -> None:
    person.click("Start an assessment")
    assert person.reads("9 questions, about 9 minutes")
    person.click("Counting things")
    assert person.reads("6 questions, about 6 minutes")
    assert person.reads("fewer than 5 answers give counts, but no measure")
    person.click("Reading code")
    person.click("Judging results")
    assert person.reads("Choose at least one competency")
    assert not person.can_click("Start")
    person.click("Cancel")
    assert person.is_on(person.window.home)
    assert person.app.store.list_attempts() == ()


def test_an_assessment_asks_what_was_set_up(open_app: OpenApp) -> None:
    person = open_app()
    person.click("Start an assessment")
    person.click("Fine-tuning")
    person.click("5")
    person.click("Start")
    plan = person.session.plan
    assert plan.feedback is Feedback.AT_END
    slugs = [item.question.competency for item in plan.items]
    assert {slug: slugs.count(slug) for slug in slugs} == {"llm-basics": 5, "prompting": 5, "llmops": 5}


def test_results_show_what_the_answers_are_worth(person: Person) -> None:
    """All three types, right, wrong, partly right, unknown, left open and not reached."""
    person.start("All (3)")
    for _ in range(6):
        _answer(person)
    person.press(Qt.Key.Key_M)
    person.click("Review and submit")
    for line in (
        "6 of 9 questions are answered.",
        "Seen but left open: 1. They count as “I don't know”.",
        "Not reached: 2. They do not count.",
        "Flagged to come back to: 1.",
    ):
        assert line in person.texts()
    person.click("Submit")
    assert person.is_on(person.window.results)
    session = _stored(person)
    assert session.is_finished
    assert [state.shown for state in session.states] == [True] * 7 + [False] * 2
    _check_numbers(person, score_session(session))


def test_a_perfect_assessment_on_the_shipped_bank(open_app: OpenApp) -> None:
    person = open_app()
    person.start("3")
    assert len(person.session.states) == 12
    for _ in range(12):
        person.answer()
    assert person.is_on(person.window.submit)
    person.click("Submit")
    assert person.reads("12 of 12 right")
    report = score_session(_stored(person))
    assert report.total.points == 12
    _check_numbers(person, report)
    person.click("Done")
    assert person.is_on(person.window.home)
    assert person.reads("Where you stand")
    assert person.reads("12 of 12 right")


def test_a_result_opens_again_from_home_with_every_review(person: Person) -> None:
    person.start("All (3)")
    for _ in range(6):
        _answer(person)
    person.click("Review and submit")
    person.click("Submit")
    person.click("Done")
    person.click("Open")
    session = _stored(person)
    for position in range(9):
        stem = question_of(session, position).stem
        person.click(f"{position + 1}. {stem}")
        assert person.reads(f"The explanation of {question_of(session, position).id}.")
    person.click(f"1. {question_of(session, 0).stem}")
    assert not person.reads(f"The explanation of {question_of(session, 0).id}.")


def test_an_attempt_is_discarded_only_after_a_yes(person: Person) -> None:
    person.start("All (3)")
    person.click("Save and leave")
    person.answer_box(lambda: person.click("Discard…"), "Cancel")
    assert len(person.app.store.list_attempts()) == 1
    person.answer_box(lambda: person.click("Discard…"), "Yes")
    assert person.app.store.list_attempts() == ()


def test_a_result_is_deleted_in_the_history(person: Person) -> None:
    person.start("All (3)")
    person.click("Review and submit")
    person.click("Submit")
    person.click("Done")
    person.click("All results")
    person.click("Delete")
    person.click("Home")
    assert person.app.store.list_attempts() == ()
    assert not person.reads("Where you stand")


def _answer(person: Person) -> None:
    """Single ones right, multi ones half right; numeric ones wrong, right, or "I don't know"."""
    question = person.session.item.question
    if question.type == "multi":
        person.answer(("a",))
    elif question.id == "counting-numeric":
        person.answer(("99",))
    elif question.id == "judging-numeric":
        person.click("I don't know")
    else:
        person.answer()


def _stored(person: Person) -> QuizSession:
    return person.app.store.load_attempt(person.app.store.list_attempts()[0].id)


def _check_numbers(person: Person, report: ScoreReport) -> None:
    """Headline, radar and tables hold the numbers of the report."""
    total = report.total
    shown = next(label.text() for label in person.see(QLabel, person.page) if label.property("type") == "headline")
    assert shown == headline(report)
    assert person.reads(f" · {total.right} of {total.scored} right · ")
    rows = person.texts(person.see(ScoreTable)[0])
    assert rows[:-1] == [
        f"{score.title} | {_level(score.measure)} | {_verdict(score.measure)} | {_count(score.tally)}"
        for score in report.competencies
    ]
    assert rows[-1] == f"All questions |  |  |  | {_count(total)}"
    topics = person.texts(person.see(TopicTable)[0])
    tallies = [topic.tally for score in report.competencies for topic in score.topics]
    assert [row.rpartition(" | ")[2] for row in topics] == [_count(tally) for tally in tallies]


def _level(measure: CompetencyMeasure) -> str:
    if measure.answers < 5:
        return "– | –"
    low, high = measure.interval
    return f"{100 * measure.domain_score:.0f} % | {100 * low:.0f}–{100 * high:.0f} %"


def _verdict(measure: CompetencyMeasure) -> str:
    return f"{label_words(measure)}, {reason_words(measure)}"


def _count(tally: Tally) -> str:
    return f"{tally.right} of {tally.scored}" if tally.scored else "not reached"
