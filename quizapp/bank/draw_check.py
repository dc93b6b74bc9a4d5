"""Parametric questions tried out: every combination of values where they are few, else the corners and a sample."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import isfinite, prod
from random import Random

from quizapp.bank.fields import Record
from quizapp.bank.findings import Findings, Mark
from quizapp.bank.placeholder_check import formulas_of
from quizapp.bank.rules import Rule
from quizapp.core.draws import Draws, Flaw, allowed_rows, compute_draws, doubtful_rows, flaw_of, random_columns
from quizapp.core.formulas import parse_formula
from quizapp.core.numbers import format_number
from quizapp.core.parametric import ParametricBody, Variable, overlaps, shown_answer
from quizapp.core.placeholders import raw_number

_BUDGET = 30_000
"""Operations spent on one question, so that a bank loads at once whatever its formulas are."""

_LEAST_SHARE = 0.02
"""Draws that have to meet the constraints; with fewer, drawing would take long and give the same numbers."""


def check_draws(body: ParametricBody, record: Record, findings: Findings) -> None:
    """Report the first draw of each kind that can't be asked, and constraints that hardly any meets."""
    draws = compute_draws(body, rows_to_try(body))
    allowed = allowed_rows(draws)
    share = len(allowed) / len(draws.answers)
    if share < _LEAST_SHARE:
        findings.add(Rule.CONSTRAINTS_TIGHT, record.mark("constraints"), share=f"{share:.1%}")
    for flaw, row in _first_flaws(body, draws, allowed).items():
        _REPORTS[flaw](body, draws, row, record, findings)


def _first_flaws(body: ParametricBody, draws: Draws, allowed: Sequence[int]) -> dict[Flaw, int]:
    """The first row of each flaw."""
    first: dict[Flaw, int] = {}
    for row in doubtful_rows(body, draws, allowed):
        flaw = flaw_of(body, draws, row)
        if flaw:
            first.setdefault(flaw, row)
    return first


def rows_to_try(body: ParametricBody) -> Mapping[str, Sequence[float]]:
    """A column for each variable."""
    targets = [target.formula for target in (body.answer, *body.common_errors)]
    formulas = [*targets, *body.constraints, *(derived.formula for derived in body.derived)]
    size = sum(parse_formula(formula).size for formula in formulas)
    most = max(64, min(1_000, _BUDGET // size))
    if prod(len(variable.values) for variable in body.variables) <= most:
        return _columns(body.variables, product(*(variable.values for variable in body.variables)))
    corners = _columns(body.variables, product(*((min(v.values), max(v.values)) for v in body.variables)))
    sample = random_columns(body.variables, Random(0), most)
    return {name: [*corners[name], *sample[name]] for name in sample}


def _columns(variables: Sequence[Variable], rows: Iterable[tuple[float, ...]]) -> dict[str, list[float]]:
    return {variable.name: list(column) for variable, column in zip(variables, zip(*rows, strict=True), strict=True)}


def _words(body: ParametricBody, draws: Draws, row: int) -> str:
    """The drawn values of a row, for a message."""
    return ", ".join(
        f"{variable.name} = {raw_number(draws.columns[variable.name][row])}" for variable in body.variables
    )


def _report_infinite(body: ParametricBody, draws: Draws, row: int, record: Record, findings: Findings) -> None:
    places: list[tuple[Mark, Sequence[float]]] = [
        (record.mark("derived", derived.name), draws.columns[derived.name]) for derived in body.derived
    ]
    places += zip((mark for mark, _ in formulas_of(body, record)), (draws.answers, *draws.errors), strict=False)
    mark = next(mark for mark, column in places if not isfinite(column[row]))
    findings.add(Rule.FORMULA_NOT_FINITE, mark, draw=_words(body, draws, row))


def _report_inexact(body: ParametricBody, draws: Draws, row: int, record: Record, findings: Findings) -> None:
    exact = draws.answers[row]
    words = {"exact": f"{exact:.12g}", "shown": format_number(shown_answer(body, exact)[0])}
    findings.add(Rule.ANSWER_INEXACT, record.mark("answer"), draw=_words(body, draws, row), **words)


def _report_overlap(body: ParametricBody, draws: Draws, row: int, record: Record, findings: Findings) -> None:
    value, tolerance = shown_answer(body, draws.answers[row])
    wrong = [column[row] for column in draws.errors]
    for position in overlaps(body, value, tolerance, wrong):
        words = {"value": format_number(wrong[position]), "answer": format_number(value)}
        mark = record.mark("common_errors", position)
        findings.add(Rule.DRAWN_ERROR_OVERLAPS, mark, draw=_words(body, draws, row), **words)


_REPORTS = {Flaw.NOT_FINITE: _report_infinite, Flaw.INEXACT: _report_inexact, Flaw.OVERLAP: _report_overlap}
