"""The JSON result: whole, documented, and the same each time."""

import json
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from quizapp.core.answer import Answer
from quizapp.core.plan import PlanMethod, QuizPlan
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession, keep_draft, move_to, start_session, submit_answer, toggle_flag
from quizapp.report.result import build_result, render_json
from tests.factories import NOW, make_plan, make_session

DOCUMENTATION = Path(__file__).resolve().parents[2] / "docs" / "result-format.md"


@pytest.fixture(scope="module")
def result(session: QuizSession, created: datetime) -> dict[str, Any]:
    return build_result(session, app_version="1.2.3", created=created)


def test_it_names_itself_and_the_attempt(result: dict[str, Any]) -> None:
    assert (result["format"], result["version"], result["app_version"]) == ("quizapp-result", 3, "1.2.3")
    assert result["created"] == "2026-03-03T12:00:00+00:00"
    framework = dict(result["framework"])
    competencies = framework.pop("competencies")
    assert framework == {"id": "ai-engineer", "title": "AI engineer", "language": "en", "readiness_cut": 0.7}
    assert [competency["slug"] for competency in competencies][:2] == ["llm-basics", "fine-tuning"]
    theory = {"slug": "llm-basics-theory", "title": "LLM basics: theory", "scope": "What holds and why", "weight": 2.0}
    assert competencies[0]["topics"][0] == theory | {"material": None}
    assert result["attempt"] == {
        "id": "attempt-1",
        "started_at": "2026-03-02T09:30:00+00:00",
        "finished_at": "2026-03-02T09:33:20+00:00",
        "elapsed": 200.0,
        "feedback": "each",
        "method": "fixed",
        "limit": None,
        "competencies": [],
        "ask_confidence": False,
        "seed": 7,
        "bank_digest": "ab" * 32,
        "pool": [],
    }


def test_it_says_how_the_attempt_was_made(created: datetime) -> None:
    plan = replace(
        make_plan(3), method=PlanMethod.ADAPTIVE, limit=40, competencies=("llm-basics", "safety"), ask_confidence=True
    )
    attempt = build_result(make_session(plan), app_version="1", created=created)["attempt"]
    assert (attempt["method"], attempt["limit"], attempt["ask_confidence"]) == ("adaptive", 40, True)
    assert attempt["competencies"] == ["llm-basics", "safety"]


def test_scores_are_those_of_the_attempt(result: dict[str, Any]) -> None:
    total = result["scores"]["total"]
    assert (total["asked"], total["scored"], total["right"], total["points"]) == (12, 11, 6, 6.0)
    assert total["share"] == pytest.approx(6 / 11)
    assert total["interval"][0] < total["share"] < total["interval"][1]
    basics = result["scores"]["competencies"][0]
    assert (basics["slug"], basics["asked"], basics["enough"], basics["interval"]) == ("llm-basics", 3, False, None)
    assert sum(topic["asked"] for topic in basics["topics"]) == 3
    assert sum(competency["seconds"] for competency in result["scores"]["competencies"]) == 200.0


def test_a_measure_is_told_with_its_cut_and_its_claim(created: datetime) -> None:
    plan = make_plan(40)
    items = tuple(replace(item, seen_before=n in (0, 4)) for n, item in enumerate(plan.items))
    session = make_session(replace(plan, items=items), [True, False, True, None] * 10, finished=True)
    basics, tuning, *_ = measures(build_result(session, app_version="1", created=created))
    expected = score_session(session).competencies[0].measure
    assert basics == {
        "answers": 8,
        "claim": "label",
        "domain_score": expected.domain_score,
        "interval": list(expected.interval),
        "p_ready": expected.p_ready,
        "label": str(expected.label),
        "cut": {"share": 0.7, "spread": 0.05},
        "ability": expected.ability,
        "ability_sd": expected.ability_sd,
        "seen": {"count": 2, "mean_score": 1.0, "expected": expected.seen.expected, "gain": expected.seen.gain},
    }
    assert (tuning["answers"], tuning["label"]) == (10, "not-yet")
    assert tuning["seen"] == {"count": 0, "mean_score": None, "expected": None, "gain": None}


@pytest.mark.parametrize(("answers", "claim"), [(4, "raw"), (5, "band"), (7, "band"), (8, "label")])
def test_too_few_answers_give_null(answers: int, claim: str, created: datetime) -> None:
    plan = make_plan(10, competencies=1)
    items = tuple(replace(item, seen_before=n >= answers) for n, item in enumerate(plan.items))
    session = make_session(replace(plan, items=items), [True] * 10, finished=True)
    (measure,) = measures(build_result(session, app_version="1", created=created))
    numbers = [measure[key] for key in ("domain_score", "interval", "ability", "ability_sd")]
    assert [number is None for number in numbers] == [answers < 5] * 4
    assert [measure[key] is None for key in ("p_ready", "label")] == [answers < 8] * 2
    assert (measure["claim"], measure["answers"], measure["seen"]["count"]) == (claim, answers, 10 - answers)
    assert (measure["seen"]["gain"] is None) == (measure["seen"]["expected"] is None) == (answers < 5)


def measures(result: dict[str, Any]) -> list[dict[str, Any]]:
    return [competency["measure"] for competency in result["scores"]["competencies"]]


def test_every_outcome_is_told(result: dict[str, Any]) -> None:
    outcomes = [question["outcome"] for question in result["questions"]]
    assert outcomes[:4] == ["right", "wrong", "dont_know", "right"]
    assert outcomes[-2:] == ["left_open", "not_reached"]
    unknown, opened = result["questions"][2], result["questions"][10]
    assert (unknown["dont_know"], unknown["response"], unknown["response_text"], unknown["score"]) == (True, [], "", 0)
    assert (opened["dont_know"], opened["response"], opened["shown"], opened["seconds"]) == (None, None, True, None)


def test_a_question_is_whole(session: QuizSession, result: dict[str, Any]) -> None:
    item, question = session.plan.items[0], result["questions"][0]
    assert question["text"] == item.question.stem
    assert question["code"]["language"] == "python"
    assert question["table"]["header"] == ["model", "perplexity"]
    assert question["order"] == list(item.option_order)
    assert [option["id"] for option in question["body"]["options"]] == ["a", "b", "c", "d"]
    assert question["response"] == question["key"] == ["b"]
    assert question["response_text"].endswith("Statement b – it holds")


def test_partial_credit_flags_and_confidence_are_kept(created: datetime) -> None:
    session = toggle_flag(move_to(start_session(make_plan(3), id_="x", now=NOW), 1))
    answer = Answer(("a",), NOW, confidence=0.75, seconds=12.5)
    session, _ = submit_answer(keep_draft(session, ("a",)), answer)
    question = build_result(session, app_version="1", created=created)["questions"][1]
    assert (question["outcome"], question["score"], question["confidence"]) == ("partly", 0.5, 0.75)
    assert (question["flagged"], question["seconds"]) == (True, 12.5)


def test_a_running_attempt_has_no_end(created: datetime) -> None:
    assert build_result(make_session(), app_version="1", created=created)["attempt"]["finished_at"] is None


def test_json_reads_back_to_the_same_and_ends_with_a_line_feed(
    session: QuizSession, result: dict[str, Any], created: datetime
) -> None:
    data = render_json(session, app_version="1.2.3", created=created)
    assert data.endswith(b"}\n")
    assert json.loads(data) == result
    assert list(json.loads(data)) == list(result)
    assert data == render_json(session, app_version="1.2.3", created=created)
    assert "Statement **b** – it holds".encode() in data


def test_any_text_of_a_bank_survives_the_file(created: datetime) -> None:
    stem = 'a "quoted" \\ \x00 \ud800 漢字 \u202e </script>'
    plan = make_plan(1)
    item = replace(plan.items[0], question=replace(plan.items[0].question, stem=stem))
    session = make_session(QuizPlan(plan.framework, (item,), plan.feedback, 2**70, "ab"))
    read = json.loads(render_json(session, app_version="1", created=created))
    assert read["questions"][0]["text"] == stem
    assert read["attempt"]["seed"] == 2**70


def test_every_key_is_documented(result: dict[str, Any]) -> None:
    documented = set(re.findall(r"`(\w+)`", DOCUMENTATION.read_text(encoding="utf-8")))
    competency = result["scores"]["competencies"][0]
    measure, role, question = competency["measure"], result["framework"]["competencies"][0], result["questions"][0]
    parts = (
        *(result, result["framework"], result["attempt"], result["scores"]),
        *(competency, competency["topics"][0], measure, measure["cut"], measure["seen"]),
        *(role, role["topics"][0], question["references"][0], question["verified"]),
        *(result["study_plan"], result["study_plan"]["topics"][0]),
    )
    keys = {key for part in (*parts, result["questions"][0]) for key in part}
    assert keys <= documented
