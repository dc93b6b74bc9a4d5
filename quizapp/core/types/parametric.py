"""Parametric: a numeric question whose numbers each attempt draws anew. Once drawn, it is a numeric question."""

from dataclasses import replace
from random import Random
from typing import ClassVar

from quizapp.core.draws import Draws, compute_draws, flaw_of, random_columns
from quizapp.core.errors import QuizappError
from quizapp.core.parametric import ParametricBody, shown_answer
from quizapp.core.placeholders import fill, raw_number
from quizapp.core.question import Body, Code, Question, Table
from quizapp.core.types.base import Drawn
from quizapp.core.types.numeric import CommonError, Numeric, NumericBody

_BATCH, _BATCHES = 32, 64
"""Draws computed at a time, and how often: a share of 2 % that meet the constraints fails once in 10^18."""


class Parametric(Numeric):
    """The body that is graded is that of a drawn question; a bank's question has a ParametricBody."""

    name = "parametric"
    body: ClassVar[type[Body]] = NumericBody

    def draw(self, question: Question, random: Random) -> tuple[Question, Drawn]:
        """The question with its numbers. Raises QuizappError if no draw meets the constraints, which banks may not."""
        body = question.body
        if not isinstance(body, ParametricBody):
            return question, ()  # drawn already
        for _ in range(_BATCHES):
            draws = compute_draws(body, random_columns(body.variables, random, _BATCH))
            row = next((row for row in range(_BATCH) if flaw_of(body, draws, row) is None), None)
            if row is not None:
                return realise(question, body, draws, row)
        raise QuizappError(f"No numbers could be drawn for '{question.id}'. Loosen its constraints.")


def realise(question: Question, body: ParametricBody, draws: Draws, row: int) -> tuple[Question, Drawn]:
    """The question that one row of draws makes, and the drawn values as text."""
    values = draws.values(row)
    value, tolerance = shown_answer(body, draws.answers[row])
    shown = values | {"answer": value}
    errors = (
        CommonError(column[row], error.reach(column[row]), fill(error.rationale, shown), error.misconception)
        for error, column in zip(body.common_errors, draws.errors, strict=True)
    )
    real = replace(
        question,
        body=NumericBody(value, tolerance, body.unit, tuple(errors)),
        stem=fill(question.stem, values),
        code=question.code and Code(question.code.language, fill(question.code.text, values, raw=True)),
        table=question.table and _filled_table(question.table, values),
        explanation=fill(question.explanation, shown),
    )
    return real, tuple((variable.name, raw_number(values[variable.name])) for variable in body.variables)


def _filled_table(table: Table, values: dict[str, float]) -> Table:
    rows = tuple(tuple(fill(cell, values) for cell in row) for row in table.rows)
    return replace(table, header=tuple(fill(cell, values) for cell in table.header), rows=rows)
