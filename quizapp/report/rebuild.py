"""A QuizSession from the data of a result file; all that it takes on trust is looked at first."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from math import isfinite
from random import Random
from types import MappingProxyType
from typing import Any

import msgspec

from quizapp.core.answer import Answer
from quizapp.core.calibration import calibrate_sessions, confident_errors
from quizapp.core.framework import Competency, Framework
from quizapp.core.grading import chance_score, describe_response, key_response, listing, review_rows
from quizapp.core.plan import PlanItem, QuizPlan
from quizapp.core.readiness import build_radar
from quizapp.core.score import score_session
from quizapp.core.session import ItemState, QuizSession
from quizapp.core.snapshot import plan_from_data
from quizapp.core.types import QUESTION_TYPES

MAX_QUESTIONS = 1_000
MAX_COMPETENCIES = 40
MAX_TOPICS = 200
MAX_TEXT = 16_000
"""Characters of one text; a bank allows 8,000, and drawn numbers may be longer than their names."""
MAX_OPTIONS = 200
MAX_CELLS = 4_000
MAX_REFERENCES = 100
MAX_NODES = 500_000
MAX_DEPTH = 24
_MOST_SECONDS = 1e9
_YEARS = range(2000, 2200)

Data = Mapping[str, Any]

# Where a question of the plan keeps what a question of the file calls otherwise.
_RENAMED: Mapping[str, str] = MappingProxyType({"text": "stem", "estimated_seconds": "seconds"})
_QUESTION_KEYS = (
    *("id", "revision", "type", "competency", "topic", "difficulty", "cognitive", "estimated_seconds", "scoring"),
    *("stimulus", "text", "code", "table", "body", "explanation", "references", "facts", "shelf_life", "verified"),
    "as_of",
)
_ATTEMPT_KEYS = ("feedback", "seed", "bank_digest", "pool", "method", "competencies", "limit", "ask_confidence")


class Unsound(Exception):  # noqa: N818 - reads as what it states
    """The data are not those of a result; the text says why, as a part of a sentence."""


def check_values(data: Any) -> None:
    """That no number, text or nesting is beyond what a result holds. Raises Unsound."""
    for count, (depth, value) in enumerate(_walk(data)):
        _require(count <= MAX_NODES, "it holds too much for one attempt")
        _require(depth <= MAX_DEPTH, "its lists stand too deep in each other")
        if isinstance(value, str):
            _require(len(value) <= MAX_TEXT, f"a text is longer than {MAX_TEXT:,} characters")
        elif isinstance(value, int | float):
            _require(isfinite(value) and abs(value) < 1e30, "a number is too large")


def rebuild_session(file: Data) -> QuizSession:
    """The attempt that a file of the present version describes, scored and reviewed once to see that it can be.

    Raises Unsound, or KeyError for a key that is missing.
    """
    questions = file["questions"]
    _require(isinstance(questions, list) and 0 < len(questions) <= MAX_QUESTIONS, "its number of questions is wrong")
    try:
        plan = plan_from_data(_plan_data(file, questions))
        _check_plan(plan)
        session = _session(file["attempt"], plan, questions)
        _prove(session)
    except (KeyError, Unsound):
        raise
    except msgspec.ValidationError as error:
        raise Unsound(str(error)) from error
    except Exception as error:  # the domain trusts its values, and fails in ways of its own where they do not fit
        raise Unsound("its answers do not fit its questions") from error
    return session


def sound_time(text: Any) -> datetime:
    """A time of our century, with its zone. Raises Unsound."""
    try:
        time = datetime.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise Unsound("a time can't be read") from error
    _require(time.tzinfo is not None and time.year in _YEARS, "a time is out of range")
    return time


def _plan_data(file: Data, questions: list[Data]) -> dict[str, Any]:
    attempt = file["attempt"]
    plan = {key: attempt[key] for key in _ATTEMPT_KEYS}
    return {**plan, "framework": file["framework"], "items": [_item_data(question) for question in questions]}


def _item_data(question: Data) -> Data:
    asked = {_RENAMED.get(key, key): question[key] for key in _QUESTION_KEYS}
    return {
        "question": asked,
        "option_order": question["order"],
        "seen_before": question["seen_before"],
        "drawn": list(question["drawn"].items()),
    }


def _session(attempt: Data, plan: QuizPlan, questions: list[Data]) -> QuizSession:
    finished = attempt["finished_at"]
    return QuizSession(
        id=msgspec.convert(attempt["id"], str),
        plan=plan,
        states=tuple(_state(question) for question in questions),
        started_at=sound_time(attempt["started_at"]),
        elapsed=_number(attempt["elapsed"], _MOST_SECONDS),
        finished_at=None if finished is None else sound_time(finished),
    )


def _state(question: Data) -> ItemState:
    shown, flagged = (msgspec.convert(question[key], bool) for key in ("shown", "flagged"))
    if question["answered_at"] is None:
        return ItemState(shown=shown, flagged=flagged)
    confidence, dont_know = question["confidence"], msgspec.convert(question["dont_know"], bool)
    response = msgspec.convert(question["response"], tuple[str, ...])
    answer = Answer(
        response=() if dont_know else response,
        answered_at=sound_time(question["answered_at"]),
        dont_know=dont_know,
        confidence=None if confidence is None else _number(confidence, 1.0),
        seconds=_number(question["seconds"], _MOST_SECONDS),
    )
    return ItemState(answer, shown=shown, flagged=flagged)


def _check_plan(plan: QuizPlan) -> None:
    _check_framework(plan.framework)
    topics = {(c.slug, topic.slug) for c in plan.framework.competencies for topic in c.topics}
    for item in plan.items:
        _check_item(item, topics)
    for kind in plan.pool:
        _require((kind.competency, kind.topic) in topics, "it counts questions of a topic that it does not have")
        _require(kind.difficulty in range(1, 6) and 0 <= kind.chance < 1, "it counts questions that can't be")
        _require(0 < kind.count < 1_000_000, "it counts questions that can't be")
    _require(plan.limit is None or 0 <= plan.limit <= MAX_QUESTIONS, "the limit of its questions is out of range")


def _check_framework(framework: Framework) -> None:
    slugs = [competency.slug for competency in framework.competencies]
    _require(0 < len(slugs) <= MAX_COMPETENCIES, "its number of competencies is wrong")
    _require(len(set(slugs)) == len(slugs), "two competencies have the same name")
    _require(0 < framework.readiness_cut < 1, "its readiness cut is out of range")
    for competency in framework.competencies:
        _check_competency(competency)


def _check_competency(competency: Competency) -> None:
    _require(0 < len(competency.topics) <= MAX_TOPICS, "its number of topics is wrong")
    _require(len({topic.slug for topic in competency.topics}) == len(competency.topics), "two topics have one name")
    _require(all(0 < topic.weight < 1e6 for topic in competency.topics), "the weight of a topic is out of range")
    cut = competency.cut
    _require(cut is None or (0 < cut.share < 1 and 0 < cut.spread < 1), "a readiness cut is out of range")


def _check_item(item: PlanItem, topics: set[tuple[str, str]]) -> None:
    question = item.question
    _require((question.competency, question.topic) in topics, "a question is of a topic that it does not have")
    _require(question.difficulty in range(1, 6), "a difficulty is out of range")
    _require(0 <= question.seconds <= _MOST_SECONDS, "a time is out of range")
    _require(len(item.option_order) <= MAX_OPTIONS, "a question has too many options")
    _require(len(question.references) <= MAX_REFERENCES, "a question has too many sources")
    table = question.table
    _require(table is None or len(table.header) * len(table.rows) <= MAX_CELLS, "a table is too large")
    wanted = QUESTION_TYPES[question.type].arrange(question.body, Random(0))
    _require(sorted(item.option_order) == sorted(wanted), "the options of a question are not those of its order")


def _prove(session: QuizSession) -> None:
    """Do once what a results page does; what is amiss shows as an error of any kind."""
    build_radar(session.plan.framework, score_session(session))
    calibrate_sessions([session])
    confident_errors(session)
    for item, state in zip(session.plan.items, session.states, strict=True):
        question, order = item.question, item.option_order
        given = state.answer.response if state.answer and not state.answer.dont_know else ()
        review_rows(question, state.answer, order)
        for response in (given, key_response(question)):
            describe_response(question, response, order)
        listing(question)
        chance_score(question)


def _walk(data: Any) -> Iterator[tuple[int, Any]]:
    waiting = [(0, data)]
    while waiting:
        depth, value = waiting.pop()
        yield depth, value
        if isinstance(value, dict):
            waiting += [(depth + 1, part) for pair in value.items() for part in pair]
        elif isinstance(value, list):
            waiting += [(depth + 1, part) for part in value]


def _number(value: Any, most: float) -> float:
    number = msgspec.convert(value, float)
    _require(0 <= number <= most, "a number is out of range")
    return number


def _require(is_so: bool, otherwise: str) -> None:
    if not is_so:
        raise Unsound(otherwise)
