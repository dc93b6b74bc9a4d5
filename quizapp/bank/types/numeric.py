"""Numeric questions in YAML: a value with its tolerance, and the wrong values that people reach."""

from quizapp.bank.fields import Field, Record, list_of, record_of
from quizapp.bank.findings import Findings, Mark
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import bounded, line, number, slug, text
from quizapp.core.types.numeric import CommonError, NumericBody, format_number

_TOLERANCE = Field("tolerance", bounded(number, lambda value: value >= 0, "of 0 or more"))
_ANSWER = (Field("value", number), _TOLERANCE, Field("unit", line("unit"), required=False))
_COMMON_ERROR = (
    Field("value", number),
    _TOLERANCE,
    Field("rationale", text("rationale")),
    Field("misconception", slug, required=False),
)

FIELDS = (
    Field("answer", record_of(NumericBody, _ANSWER)),
    Field("common_errors", list_of(record_of(CommonError, _COMMON_ERROR), 0, 8), required=False),
)


def read_body(record: Record, findings: Findings) -> NumericBody | None:
    """The answer with its common errors, none of which may be taken for it."""
    answer: NumericBody | None = record.get("answer")
    if answer is None:
        return None
    errors: tuple[CommonError, ...] = record.get("common_errors") or ()
    for position, error in enumerate(errors):
        if abs(error.value - answer.value) <= error.tolerance + answer.tolerance:
            _report_overlap(answer, error, record.mark("common_errors", position), findings)
    return NumericBody(answer.value, answer.tolerance, answer.unit, errors)


def _report_overlap(answer: NumericBody, error: CommonError, mark: Mark, findings: Findings) -> None:
    values = {"value": format_number(error.value), "answer": format_number(answer.value)}
    findings.add(Rule.COMMON_ERROR_OVERLAPS, mark, **values)
