"""Parametric questions in YAML: variables, and formulas for the answer and for the wrong values that people reach."""

from quizapp.bank.draw_check import check_draws
from quizapp.bank.fields import Field, Record, list_of, record_of
from quizapp.bank.findings import Findings
from quizapp.bank.formula_fields import read_derived, read_formula, read_variables
from quizapp.bank.placeholder_check import check_names, check_placeholders
from quizapp.bank.scalars import line, slug, text, whole
from quizapp.bank.types.numeric import TOLERANCES, check_tolerance
from quizapp.core.parametric import Derived, ErrorFormula, ParametricBody, Target, Variable

_ANSWER = (
    Field("formula", read_formula),
    *TOLERANCES,
    Field("unit", line("unit"), required=False),
    Field("digits", whole(0, 9), required=False),
)
_COMMON_ERROR = (
    Field("formula", read_formula),
    *TOLERANCES,
    Field("rationale", text("rationale")),
    Field("misconception", slug, required=False),
)

_Answer = tuple[Target, str, int | None]


def _build_answer(
    formula: str,
    tolerance: float = 0.0,
    relative_tolerance: float = 0.0,
    unit: str = "",
    digits: int | None = None,
) -> _Answer:
    return Target(formula, tolerance, relative_tolerance), unit, digits


FIELDS = (
    Field("variables", read_variables),
    Field("derived", read_derived, required=False),
    Field("constraints", list_of(read_formula, 0, 8), required=False),
    Field("answer", record_of(_build_answer, _ANSWER, check_tolerance)),
    Field("common_errors", list_of(record_of(ErrorFormula, _COMMON_ERROR, check_tolerance), 0, 8), required=False),
)


def read_body(record: Record, findings: Findings) -> ParametricBody | None:
    """The variables with all formulas, tried out on many draws if nothing is wrong with them as they stand."""
    variables: tuple[Variable, ...] | None = record.get("variables")
    answer: _Answer | None = record.get("answer")
    if variables is None or answer is None:
        return None
    derived: tuple[Derived, ...] = record.get("derived") or ()
    body = ParametricBody(
        variables, *answer, derived, record.get("common_errors") or (), record.get("constraints") or ()
    )
    before = findings.errors
    check_names(body, record, findings)
    check_placeholders(body, record, findings)
    if findings.errors == before:
        check_draws(body, record, findings)
    return body
