"""How a report explains its numbers: true for the attempt at hand, and no more than it can say."""

from dataclasses import replace
from datetime import datetime

import pytest

from quizapp.core.framework import RatedCut
from quizapp.core.measure import LABEL_ANSWERS, MINIMUM_ANSWERS, READY_ANSWERS, SURE
from quizapp.core.plan import PlanMethod, QuizPlan
from quizapp.core.pool import PoolCount
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession
from quizapp.report.document import build_document
from quizapp.report.reading import attempt_words, reading_entries, seen_words
from tests.factories import make_plan, make_session
from tests.report.conftest import CREATED


def with_seen(plan: QuizPlan, *positions: int) -> QuizPlan:
    items = tuple(replace(item, seen_before=n in positions) for n, item in enumerate(plan.items))
    return replace(plan, items=items)


def told(session: QuizSession) -> dict[str, str]:
    return dict(reading_entries(session.plan.framework, score_session(session)))


def test_every_number_of_the_table_is_explained() -> None:
    entries = told(make_session(make_plan(8), [True] * 8, finished=True))
    assert list(entries) == ["Expected level", "90\u00a0% interval", "Ready?", "Right of scored"]
    ready = entries["Ready?"]
    assert "target of 70 %, give or take 5 points, a convention until people have rated the questions." in ready
    assert f"At {SURE:.0%} or more, and after {READY_ANSWERS} answers".replace("%", " %") in ready
    assert f"fewer than {LABEL_ANSWERS} answers" in ready
    assert f"fewer than {MINIMUM_ANSWERS} it only counts" in ready


def test_an_attempt_is_called_one() -> None:
    assert attempt_words(make_session(finished=True)).startswith("This is a single attempt")
    assert attempt_words(make_session()).startswith("This attempt was not finished yet. This is a single attempt")


def test_how_an_attempt_was_made_is_told_where_it_is_not_the_usual_way() -> None:
    pool = (PoolCount("llm-basics", "llm-basics-theory", 3, 0.25, 30),)
    plan = replace(make_plan(8), competencies=("llm-basics", "fine-tuning"), pool=pool)
    adaptive = make_session(replace(plan, method=PlanMethod.ADAPTIVE, limit=40), finished=True)
    assert attempt_words(adaptive).endswith("chosen by the answers before it, up to 20 questions in all.")
    quick = make_session(replace(plan, method=PlanMethod.QUICK), finished=True)
    assert attempt_words(quick).endswith("It was a quick check: one competency, for about ten minutes.")
    assert attempt_words(make_session(plan, finished=True)).endswith("somewhat differently.")
    kinds = [build_document(s, created=CREATED, app_version="1")["facts"][1][0] for s in (adaptive, quick)]
    assert kinds == ["Adaptive assessment", "Quick check"]


def test_a_rated_target_is_no_convention() -> None:
    plan = make_plan(8, competencies=1)
    (only,) = plan.framework.competencies
    rated = replace(plan.framework, competencies=(replace(only, cut=RatedCut(0.62, 0.08, "three raters")),))
    ready = told(make_session(replace(plan, framework=rated), [True] * 8, finished=True))["Ready?"]
    assert "of its competency: LLM basics 62 %, give or take 8 points (rated by: three raters). At" in ready
    assert "convention" not in ready


def test_different_targets_are_not_told_as_one() -> None:
    plan = make_plan(8)
    first, *others = plan.framework.competencies
    rated = replace(first, cut=RatedCut(0.62, 0.08, "three raters"))
    framework = replace(plan.framework, competencies=(rated, *others))
    session = make_session(replace(plan, framework=framework), [True] * 8, finished=True)
    assert (
        "LLM basics 62 %, give or take 8 points (rated by: three raters); Fine-tuning 70 %" in told(session)["Ready?"]
    )
    assert told(session)["Ready?"].count("give or take 5 points (a convention until people have rated it)") == 3
    document = build_document(session, created=CREATED, app_version="1")
    assert document["target"] == ""
    assert build_document(make_session(), created=CREATED, app_version="1")["target"] == "70 %"


def test_without_questions_seen_before_nothing_is_said_of_them() -> None:
    session = make_session(make_plan(8), [True] * 8, finished=True)
    assert seen_words(score_session(session)) == ""
    assert "Seen before" not in told(session)


@pytest.mark.parametrize(
    ("positions", "start"), [((0,), "1 answer is to a question that"), ((0, 4), "2 answers are to questions that")]
)
def test_answers_to_questions_seen_before_are_counted(positions: tuple[int, ...], start: str) -> None:
    session = make_session(with_seen(make_plan(8), *positions), [True] * 8, finished=True)
    words = told(session)["Seen before"]
    assert words.startswith(start)
    assert "enter neither level nor verdict" in words
    # Without five other answers there is nothing to hold them against.
    assert "percentage point" not in words


def test_the_gain_on_them_is_told_where_the_others_make_a_measure(created: datetime) -> None:
    answers = [n % 8 in (0, 3) for n in range(28)]  # of LLM basics every other one, LLMOps none or all
    session = make_session(with_seen(make_plan(28), 0, 8, 4), answers, finished=True)
    gain = score_session(session).competencies[0].measure.seen_gain
    assert gain is None
    session = make_session(with_seen(make_plan(28), 0, 8), answers, finished=True)
    gain = score_session(session).competencies[0].measure.seen_gain
    assert gain is not None
    assert f"they went: LLM basics {100 * gain:.0f} percentage points better." in told(session)["Seen before"]
    (row, *others) = build_document(session, created=created, app_version="1")["competencies"]
    assert row["open"] == "2 seen before"
    assert [other["open"] for other in others] == [""] * 3


def test_a_title_that_the_fonts_lack_is_named_here_too() -> None:
    plan = with_seen(make_plan(28), 0, 8)
    first, *others = plan.framework.competencies
    framework = replace(plan.framework, competencies=(replace(first, short_title="漢"), *others))
    session = make_session(replace(plan, framework=framework), [True] * 28, finished=True)
    document = build_document(session, created=CREATED, app_version="1")
    assert "漢" not in dict(document["reading"])["Seen before"]
    assert "percentage point" in dict(document["reading"])["Seen before"]


def test_practice_claims_nothing_about_readiness() -> None:
    plan = replace(with_seen(make_plan(12), 1), method=PlanMethod.PRACTICE)
    session = make_session(plan, [True] * 12, finished=True)
    document = build_document(session, created=CREATED, app_version="1")
    assert document["title"] == "Practice for the work of an AI engineer"
    assert document["radar"] is None
    assert document["note"] == "This was practice: it is to learn, enters no measure, and says nothing about readiness."
    assert [name for name, _ in document["reading"]] == ["Right of scored"]
    assert document["facts"][1][0] == "Practice"
    rows = document["competencies"]
    assert {(row["label"], row["level"], row["interval"], row["chance"]) for row in rows} == {("Practice", "–", "", "")}
    assert {row["right"] for row in rows} == {"3 of 3"}
    assert {row["open"] for row in rows} == {""}  # none is called seen before
