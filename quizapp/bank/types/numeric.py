"""Numeric questions in YAML: a value with its tolerance, and the wrong values that people reach."""

from collections.abc import Callable
from typing import Any, TypeVar

from quizapp.bank.fields import Field, Record, list_of, record_of
from quizapp.bank.findings import Findings, Mark
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import bounded, line, number, slug, text
from quizapp.core.numbers import format_number
from quizapp.core.types.numeric import CommonError, NumericBody

T = TypeVar("T")

_not_negative = bounded(number, lambda value: value >= 0, "of 0 or more")
TOLERANCES = (
    Field("tolerance", _not_negative, required=False),
    Field("relative_tolerance", bounded(number, lambda value: 0 < value < 1, "between 0 and 1"), required=False),
)
ANSWER_FIELDS = (Field("value", number), *TOLERANCES, Field("unit", line("unit"), required=False))
_COMMON_ERROR = (
    Field("value", number),
    *TOLERANCES,
    Field("rationale", text("rationale")),
    Field("misconception", slug, required=False),
)


def check_tolerance(record: Record, findings: Findings) -> None:
    """A value has a tolerance of one of the two kinds."""
    given = {"tolerance", "relative_tolerance"} & record.node.entries.keys()
    if len(given) != 1:
        findings.add(Rule.TOLERANCE_COUNT, record.node.mark)


def _with_tolerance(build: Callable[..., T]) -> Callable[..., T]:
    """A builder that takes a tolerance as a share of the value too; bodies hold absolute ones."""

    def made(value: float, tolerance: float = 0.0, relative_tolerance: float = 0.0, **rest: Any) -> T:
        return build(value, tolerance or relative_tolerance * abs(value), **rest)

    return made


build_answer = _with_tolerance(NumericBody)
COMMON_ERRORS = Field(
    "common_errors",
    list_of(record_of(_with_tolerance(CommonError), _COMMON_ERROR, check_tolerance), 0, 8),
    required=False,
)
FIELDS = (
    Field("answer", record_of(build_answer, ANSWER_FIELDS, check_tolerance)),
    COMMON_ERRORS,
)


def read_body(record: Record, findings: Findings) -> NumericBody | None:
    """The answer with its common errors, none of which may be taken for it."""
    answer: NumericBody | None = record.get("answer")
    return add_common_errors(answer, record, findings) if answer else None


def add_common_errors(answer: NumericBody, record: Record, findings: Findings) -> NumericBody:
    """An answer with the common errors of its record; those that may be taken for it are reported."""
    errors: tuple[CommonError, ...] = record.get("common_errors") or ()
    for position, error in enumerate(errors):
        if abs(error.value - answer.value) <= error.tolerance + answer.tolerance:
            _report_overlap(answer, error, record.mark("common_errors", position), findings)
    return NumericBody(answer.value, answer.tolerance, answer.unit, errors)


def _report_overlap(answer: NumericBody, error: CommonError, mark: Mark, findings: Findings) -> None:
    values = {"value": format_number(error.value), "answer": format_number(answer.value)}
    findings.add(Rule.COMMON_ERROR_OVERLAPS, mark, **values)
