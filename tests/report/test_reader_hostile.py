"""Files from anywhere: one error that names the file, whatever they hold."""

import json
import zlib
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.core.errors import ReportError
from quizapp.core.plan import Feedback, PlanItem, QuizPlan
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession
from quizapp.core.types import QUESTION_TYPES
from quizapp.report.document import build_document
from quizapp.report.reader import MAX_BYTES, read_result
from quizapp.report.result import render_json
from tests.factories import make_framework, make_question, make_session
from tests.report.conftest import CREATED

HOSTILE = {
    "nothing": b"",
    "no JSON": b"hello",
    "another encoding": "ä".encode("latin-1"),
    "a list": b"[]",
    "null": b"null",
    "another format": b'{"format": "else", "version": 3}',
    "nothing but a head": b'{"format": "quizapp-result", "version": 3}',
    "deep lists": b"[" * 200_000 + b"]" * 200_000,
    "deep groups": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "a number without end": b"1" * 100_000,
    "too large": b" " * (MAX_BYTES + 1),
    "a cut PDF": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
    "a PDF of noise": b"%PDF-1.7\n" + bytes(range(256)) * 300,
    "a foreign PDF": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>",
    "a PDF that refers to itself": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Names 1 0 R"
    b"/EmbeddedFiles 1 0 R/Kids[1 0 R]>>endobj\ntrailer<</Root 1 0 R>>",
}


def refusal(data: bytes, name: str = "mine.json") -> str:
    with pytest.raises(ReportError) as caught:
        read_result(data, name)
    assert str(caught.value).startswith(name)
    assert len(str(caught.value)) < 400
    return str(caught.value)


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_result_is_refused(data: bytes) -> None:
    assert refusal(data).endswith(".")


def test_a_swollen_attachment_is_refused() -> None:
    body = zlib.compress(b" " * 200_000_000)
    parts = [
        b"1 0 obj<</Type/Catalog/Names<</EmbeddedFiles<</Names[(quizapp-result.json) 2 0 R]>>>>>>endobj",
        b"2 0 obj<</Type/Filespec/F(quizapp-result.json)/UF(quizapp-result.json)/EF<</F 3 0 R>>>>endobj",
        b"3 0 obj<</Type/EmbeddedFile/Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj" % (len(body), body),
    ]
    assert "mine.pdf" in refusal(b"%PDF-1.4\n" + b"\n".join(parts) + b"\ntrailer<</Root 1 0 R>>", "mine.pdf")


@pytest.fixture(scope="module")
def file() -> dict[str, Any]:
    items = tuple(_item(type_) for type_ in QUESTION_TYPES)
    plan = QuizPlan(make_framework(), items, Feedback.AT_END, 7, "ab" * 32, ask_confidence=True)
    session = make_session(plan, (True, False, None, *(True, False) * 3), finished=True)
    result: dict[str, Any] = json.loads(render_json(session, app_version="1", created=CREATED))
    return result


def _item(type_: str) -> PlanItem:
    question = make_question(f"q-{type_}", type_)
    return PlanItem(question, QUESTION_TYPES[type_].arrange(question.body, Random(2)))


def changed(file: dict[str, Any], path: str, value: Any) -> bytes:
    """The file with another value at a place such as ``questions.0.id``."""
    copy = json.loads(json.dumps(file))
    part: Any = copy
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in way:
        part = part[step]
    part[last] = value
    return json.dumps(copy).encode()


CHANGES = [
    ("questions", [], "number of questions"),
    ("questions", {}, "number of questions"),
    ("questions.0.difficulty", 9, "difficulty"),
    ("questions.0.difficulty", "3", "int"),
    ("questions.0.type", "essay", "type"),
    ("questions.0.order", ["a", "b"], "options"),
    ("questions.0.order", ["a", "a", "b", "c"], "options"),
    ("questions.0.response", ["z"], "answers do not fit"),
    ("questions.0.response", "b", "array"),
    ("questions.0.confidence", 7, "out of range"),
    ("questions.0.seconds", -1, "out of range"),
    ("questions.0.seconds", float("nan"), "NaN"),
    ("questions.0.seconds", float("inf"), "Infinity"),
    ("questions.0.answered_at", "soon", "time"),
    ("questions.0.answered_at", "2026-03-02T09:30:00", "time"),
    ("questions.0.competency", "cooking", "topic"),
    ("questions.0.topic", "cooking", "topic"),
    ("questions.0.body", {"options": []}, ""),
    ("questions.0.body", None, ""),
    ("questions.0.drawn", [], "answers"),
    ("questions.0.text", "x" * 200_000, "longer"),
    ("questions.0.table", {"header": [["a"]], "rows": 1}, "str"),
    ("questions.0.table", {"header": ["a"], "rows": [["b"]] * 5_000}, "table is too large"),
    ("questions.0.references", [{"title": "a"}] * 500, "sources"),
    ("attempt.started_at", "0001-01-01T00:00:00+00:00", "time"),
    ("attempt.feedback", "never", "enum"),
    ("attempt.limit", 10**9, "limit"),
    ("attempt.pool", [{"competency": "x", "topic": "y", "difficulty": 3, "chance": 0.1, "count": 1}], "topic"),
    ("attempt.seed", 1.5, "int"),
    ("attempt.id", None, "str"),
    ("framework.competencies", [], "competencies"),
    ("framework.readiness_cut", 0, "cut"),
    ("framework.readiness_cut", 1e300, "too large"),
    ("framework.competencies.0.topics.0.weight", 0, "weight"),
    ("framework.competencies.1.slug", "llm-basics", ""),
    ("created", 12, "time"),
    ("attempt", [], ""),
    ("framework", "AI", ""),
]


@pytest.mark.parametrize(
    ("path", "value", "words"), CHANGES, ids=[f"{path}={value!s:.20}" for path, value, _ in CHANGES]
)
def test_a_value_that_can_not_be_is_refused(path: str, value: Any, words: str, file: dict[str, Any]) -> None:
    assert words in refusal(changed(file, path, value))


def test_every_key_that_is_needed_is_missed(file: dict[str, Any]) -> None:
    missed = 0
    for part in ("attempt", "framework", "questions.0"):
        keys = list(file["questions"][0] if part == "questions.0" else file[part])
        for key in keys:
            copy = json.loads(json.dumps(file))
            del (copy["questions"][0] if part == "questions.0" else copy[part])[key]
            missed += _is_refused(json.dumps(copy).encode())
    assert missed >= 35


def _is_refused(data: bytes) -> bool:
    try:
        read_result(data, "mine.json")
    except ReportError as error:
        return str(error).startswith("mine.json")
    return False


VALUES = st.one_of(
    *(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=8)),
    *(st.just([]), st.just({}), st.lists(st.text(max_size=2), max_size=3), st.just("2026-03-02T09:30:00+00:00")),
)


@given(st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_read_can_be_shown(file: dict[str, Any], data: st.DataObject) -> None:
    """One value anywhere in the file is another: either it is refused, or the result can be scored and reported."""
    places = list(_places(file))
    path = data.draw(st.sampled_from(places))
    _show(changed(file, path, data.draw(VALUES)))


def _places(part: Any, path: str = "") -> Any:
    pairs = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in pairs:
        if f"{path}{key}" in ("scores", "calibration", "study_plan"):
            continue  # never read
        yield f"{path}{key}"
        yield from _places(value, f"{path}{key}.")


def _show(data: bytes) -> None:
    try:
        session: QuizSession = read_result(data, "mine.json").session
    except ReportError:
        return
    score_session(session)
    build_document(session, created=CREATED, app_version="1")
    assert read_result(render_json(session, app_version="1", created=CREATED), "x").session == session


@given(st.binary(max_size=400), st.integers(0, 5000))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_pdf_is_read_or_refused(pdf: bytes, noise: bytes, place: int) -> None:
    start = place * len(pdf) // 5000
    _show(pdf[:start] + noise + pdf[start + len(noise) :])
    _show(pdf[:start])
