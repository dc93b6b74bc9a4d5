"""The standing profile as a report: what a report of a single attempt says, over several."""

from dataclasses import replace
from datetime import timedelta

from quizapp.core.measure import AnswerRow, competency_domain, session_rows
from quizapp.core.question import Question
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession
from quizapp.core.standing import bank_domains, standing_report
from tests.factories import NOW, make_framework, make_plan, make_question, make_session

FRAMEWORK = make_framework()
LATER = NOW + timedelta(hours=2)


def bank(session: QuizSession) -> tuple[Question, ...]:
    return tuple(item.question for item in session.plan.items)


def moved(rows: tuple[AnswerRow, ...], days: float, prefix: str = "") -> list[AnswerRow]:
    """The same answers so many days earlier, to other questions where there is a prefix."""
    then = timedelta(days=days)
    return [replace(row, answered_at=row.answered_at - then, question_id=prefix + row.question_id) for row in rows]


def test_of_one_attempt_it_says_what_the_attempt_says() -> None:
    session = make_session(make_plan(40), [n % 3 > 0 for n in range(40)], finished=True)
    report = standing_report(FRAMEWORK, bank_domains(FRAMEWORK, bank(session)), session_rows(session), now=LATER)
    alone = score_session(session)
    assert [score.measure for score in report.competencies] == [score.measure for score in alone.competencies]
    counts = [(s.slug, s.title, s.short_title, s.tally.right, s.tally.scored) for s in report.competencies]
    assert counts == [(s.slug, s.title, s.short_title, s.tally.right, s.tally.scored) for s in alone.competencies]
    assert (report.total.right, report.total.scored) == (alone.total.right, alone.total.scored)
    assert [t.slug for s in report.competencies for t in s.topics] == [
        t.slug for s in alone.competencies for t in s.topics
    ]


def test_answers_of_several_attempts_add_up_and_old_ones_drop_out() -> None:
    session = make_session(make_plan(16), [True] * 16, finished=True)
    rows = [*session_rows(session), *moved(session_rows(session), 40, "x"), *moved(session_rows(session), 120, "y")]
    domains = bank_domains(FRAMEWORK, bank(session))
    for days, answers in ((30, 4), (90, 8), (180, 12)):
        report = standing_report(FRAMEWORK, domains, rows, now=LATER, days=days)
        assert {score.measure.answers for score in report.competencies} == {answers}
        assert report.total.scored == 4 * answers


def test_a_question_met_again_is_counted_but_not_measured() -> None:
    session = make_session(make_plan(16), [True] * 16, finished=True)
    rows = [*session_rows(session), *moved(session_rows(session), 200)]
    report = standing_report(FRAMEWORK, bank_domains(FRAMEWORK, bank(session)), rows, now=LATER)
    assert [(s.measure.answers, s.measure.seen.count, s.tally.scored) for s in report.competencies] == [(0, 4, 4)] * 4


def test_competencies_without_answers_are_in_it_and_those_without_questions_are_not() -> None:
    asked = [make_question("a", competency="prompting"), make_question("b", competency="llm-basics")]
    domains = bank_domains(FRAMEWORK, [*asked, make_question("c", competency="elsewhere")])
    assert list(domains) == ["llm-basics", "prompting"]
    assert domains["prompting"] == competency_domain(FRAMEWORK.competency("prompting"), asked)
    row = AnswerRow("z", "fine-tuning", "fine-tuning-theory", 3, 0.25, 1.0, NOW)
    report = standing_report(FRAMEWORK, domains, [row], now=LATER)
    assert [(s.slug, s.tally.scored, s.measure.answers) for s in report.competencies] == [
        ("llm-basics", 0, 0),
        ("prompting", 0, 0),
    ]
    assert report.total.scored == 0
