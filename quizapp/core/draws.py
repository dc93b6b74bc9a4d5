"""What becomes of the formulas of a parametric question with drawn values, many draws at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from random import Random

from quizapp.core.arithmetic import is_true
from quizapp.core.formulas import compute, parse_formula
from quizapp.core.numbers import within
from quizapp.core.parametric import ParametricBody, Target, Variable, decimals, overlaps, shown_answer


class Flaw(StrEnum):
    """Why a draw can't be asked."""

    REFUSED = "refused"  # a constraint does not hold: the author wants it so
    NOT_FINITE = "not finite"
    INEXACT = "inexact"  # the exact value is outside the tolerance of the value shown
    OVERLAP = "overlap"  # a common error could be taken for the answer


@dataclass(frozen=True, slots=True)
class Draws:
    """Rows of drawn values with what follows from them: one list for each name or formula, one entry a row."""

    columns: Mapping[str, Sequence[float]]
    constraints: tuple[Sequence[float], ...]
    answers: Sequence[float]
    errors: tuple[Sequence[float], ...]

    def values(self, row: int) -> dict[str, float]:
        """Variables and derived numbers by name."""
        return {name: column[row] for name, column in self.columns.items()}


def compute_draws(body: ParametricBody, drawn: Mapping[str, Sequence[float]]) -> Draws:
    """All formulas of a body for rows of drawn values; every variable has a column, all equally long."""
    columns = dict(drawn)
    rows = len(next(iter(drawn.values())))
    for derived in body.derived:
        columns[derived.name] = compute(parse_formula(derived.formula), columns, rows)
    constraints, errors = (
        tuple(compute(parse_formula(formula), columns, rows) for formula in formulas)
        for formulas in (body.constraints, [error.formula for error in body.common_errors])
    )
    return Draws(columns, constraints, compute(parse_formula(body.answer.formula), columns, rows), errors)


def random_columns(variables: Sequence[Variable], random: Random, rows: int) -> dict[str, list[float]]:
    """Values drawn for each variable and row."""
    return {variable.name: random.choices(variable.values, k=rows) for variable in variables}


def flaw_of(body: ParametricBody, draws: Draws, row: int) -> Flaw | None:
    """Why a row can't be asked, or None if it can."""
    if not all(is_true(column[row]) for column in draws.constraints):
        return Flaw.REFUSED
    exact, wrong = draws.answers[row], [column[row] for column in draws.errors]
    if not all(map(isfinite, (exact, *wrong, *(draws.columns[derived.name][row] for derived in body.derived)))):
        return Flaw.NOT_FINITE
    value, tolerance = shown_answer(body, exact)
    if not within(exact, value, tolerance):
        return Flaw.INEXACT
    return Flaw.OVERLAP if next(overlaps(body, value, tolerance, wrong), None) is not None else None


def allowed_rows(draws: Draws) -> list[int]:
    """The rows in which all constraints hold."""
    held = [all(map(is_true, row)) for row in zip(*draws.constraints, strict=True)] if draws.constraints else None
    return [row for row in range(len(draws.answers)) if held is None or held[row]]


def doubtful_rows(body: ParametricBody, draws: Draws, rows: Sequence[int]) -> list[int]:
    """Of some rows, those of which ``flaw_of`` has to decide; a quick look shows that the others can be asked."""
    derived = [draws.columns[part.name] for part in body.derived]
    doubtful: set[int] = set()
    for column in (draws.answers, *derived, *draws.errors):
        if not all(map(isfinite, column)):
            doubtful.update(row for row in rows if not isfinite(column[row]))
    if body.digits is not None or not (body.answer.tolerance or body.answer.relative_tolerance):
        doubtful.update(_rounded_rows(body, draws.answers, rows))
    for error, column in zip(body.common_errors, draws.errors, strict=True):
        doubtful.update(_near_rows(body.answer, error, draws.answers, column, rows))
    return sorted(doubtful)


def _rounded_rows(body: ParametricBody, answers: Sequence[float], rows: Sequence[int]) -> Iterator[int]:
    """Rows whose answer is not nearly the same once it is rounded."""
    for row in rows:
        exact = answers[row]
        if not isfinite(exact) or abs(round(exact, decimals(body, exact, 0)) - exact) > 1e-13 * abs(exact):
            yield row


def _near_rows(
    answer: Target, error: Target, right: Sequence[float], wrong: Sequence[float], rows: Sequence[int]
) -> list[int]:
    """Rows whose wrong value is not more than twice the tolerances away, whatever rounding does to them."""
    fixed = 2.2 * (answer.tolerance + error.tolerance) + 1e-9
    share, other = 2.2 * answer.relative_tolerance + 1e-9, 2.2 * error.relative_tolerance
    return [
        row
        for row in rows
        if not abs(wrong[row] - right[row]) > fixed + share * abs(right[row]) + other * abs(wrong[row])
    ]
