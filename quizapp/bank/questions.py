"""One question from its mapping: the fields that all types share, and the body that its type reads."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib import import_module
from typing import Protocol, cast

from quizapp.bank.fields import Field, Record, list_of, read_record
from quizapp.bank.findings import WHOLE_FILE, Findings, Mark
from quizapp.bank.materials import read_code, read_references, read_table, read_verified
from quizapp.bank.nodes import MappingNode, Node, ScalarNode
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import enumeration, line, one_of, slug, text, whole
from quizapp.bank.style import advise
from quizapp.core.question import Body, Cognitive, Question, ShelfLife, Stimulus
from quizapp.core.types import QUESTION_TYPES

_COMMON = (
    Field("id", slug),
    Field("revision", whole(1, 9999)),
    Field("type", one_of(QUESTION_TYPES)),
    Field("stimulus", enumeration(Stimulus)),
    Field("difficulty", whole(1, 5)),
    Field("cognitive", enumeration(Cognitive)),
    Field("seconds", whole(5, 900)),
    Field("stem", text("stem")),
    Field("code", read_code, required=False),
    Field("table", read_table, required=False),
    Field("explanation", text("explanation")),
    Field("facts", list_of(slug, 0, 12), required=False),
    Field("references", read_references),
    Field("shelf_life", enumeration(ShelfLife)),
    Field("as_of", line("note"), required=False),
    Field("verified", read_verified),
)


class TypeModule(Protocol):
    """What ``quizapp.bank.types.<name>`` holds: the fields that the type adds, and what they make together."""

    FIELDS: tuple[Field, ...]

    def read_body(self, record: Record, findings: Findings) -> Body | None:
        """The body of a question; None after reporting why there is none."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question stands in the framework."""

    competency: str
    topic: str


@dataclass(frozen=True, slots=True)
class Found:
    """A question as it was found: ``question`` is None if it has errors, ``id`` is empty if it has none.

    ``withheld`` is one without errors that is not asked until its facts are looked up again.
    """

    id: str
    mark: Mark
    question: Question | None
    withheld: Question | None = None


@lru_cache
def type_module(name: str) -> TypeModule:
    """The module that reads a type of question."""
    return cast(TypeModule, import_module(f"quizapp.bank.types.{name}"))


def read_question(node: Node, what: str, place: Place, findings: Findings) -> Found:
    """Read one question; whatever is wrong with it is reported."""
    before = findings.errors
    record = _read_record(node, what, findings)
    if record is None:
        return Found("", WHOLE_FILE, None)
    body = _read_body(record, findings)
    if record.get("shelf_life") is ShelfLife.FAST and record.node.get("as_of") is None:
        findings.add(Rule.AS_OF_MISSING, record.mark("shelf_life"))
    sound = body is not None and findings.errors == before and not node.flawed
    question = _build(record, body, place) if sound and body else None
    if question and not findings.is_full:
        advise(question, record, findings)
    return Found(record.get("id") or "", record.mark("id"), question)


def review(found: Found, today: date, findings: Findings) -> Found:
    """Warn of a question whose facts have to be looked up again; one whose facts change fast is withheld till then."""
    question = found.question
    if question is None or question.review_date > today:
        return found
    is_fast = question.shelf_life is ShelfLife.FAST
    rule = Rule.WITHHELD if is_fast else Rule.REVIEW_DUE
    findings.add(rule, found.mark, id=question.id, day=question.review_date)
    return replace(found, question=None, withheld=question) if is_fast else found


def _read_record(node: Node, what: str, findings: Findings) -> Record | None:
    name = _type_name(node)
    if name:
        return read_record(node, _COMMON + type_module(name).FIELDS, f"This {name} question", findings)
    # Whatever it was meant to be, its fields are not unknown ones.
    also = [field.name for type_ in QUESTION_TYPES for field in type_module(type_).FIELDS]
    return read_record(node, _COMMON, what, findings, also)


def _type_name(node: Node) -> str | None:
    kind = node.get("type") if isinstance(node, MappingNode) else None
    name = kind.text.strip() if isinstance(kind, ScalarNode) else ""
    return name if name in QUESTION_TYPES else None


def _read_body(record: Record, findings: Findings) -> Body | None:
    name = record.get("type")
    return type_module(name).read_body(record, findings) if name else None


def _build(record: Record, body: Body, place: Place) -> Question:
    shared = {field.name for field in _COMMON} | {"scoring"}
    values = {name: value for name, value in record.values.items() if name in shared}
    return Question(competency=place.competency, topic=place.topic, body=body, **values)
