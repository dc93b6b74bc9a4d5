"""What a parametric question is made of: variables, and formulas for the answer and for wrong values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from quizapp.core.numbers import within
from quizapp.core.question import Body


@dataclass(frozen=True, slots=True)
class Variable:
    """A number that each attempt draws anew, all values being equally likely."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """A number that follows from variables and from derived numbers before it."""

    name: str
    formula: str


@dataclass(frozen=True, slots=True)
class Target:
    """A value by its formula, with an absolute tolerance or with one that is a share of the value."""

    formula: str
    tolerance: float = 0.0
    relative_tolerance: float = 0.0

    def reach(self, value: float) -> float:
        """The absolute tolerance around a value; one from a share has two digits, as a person would state it."""
        return float(f"{self.relative_tolerance * abs(value):.2g}") if self.relative_tolerance else self.tolerance


@dataclass(frozen=True, slots=True)
class ErrorFormula(Target):
    """How people reach a wrong value, with what it shows them."""

    rationale: str = ""
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class ParametricBody(Body):
    """A numeric body whose numbers are still to be drawn; ``digits`` are decimals of the answer, None if it tells."""

    variables: tuple[Variable, ...]
    answer: Target
    unit: str = ""
    digits: int | None = None
    derived: tuple[Derived, ...] = ()
    common_errors: tuple[ErrorFormula, ...] = ()
    constraints: tuple[str, ...] = ()


def shown_answer(body: ParametricBody, exact: float) -> tuple[float, float]:
    """The answer as it is shown and graded, with its tolerance."""
    tolerance = body.answer.reach(exact)
    return round(exact, decimals(body, exact, tolerance)) + 0.0, tolerance


def decimals(body: ParametricBody, exact: float, tolerance: float) -> int:
    """How many decimals the answer has, unless the author says it.

    With a tolerance it is one more than its first digit, so that rounding costs at most a twentieth of it; without
    one it is up to 6, and up to 9 digits in all, which is as much as anyone types.
    """
    if body.digits is not None:
        return body.digits
    if tolerance:
        return max(0, 1 + ceil(-log10(tolerance)))
    return 6 if abs(exact) < 1000 else max(0, 8 - floor(log10(abs(exact))))


def overlaps(body: ParametricBody, value: float, tolerance: float, wrong: Sequence[float]) -> Iterator[int]:
    """The positions of the common errors that could be taken for the answer."""
    for position, (error, other) in enumerate(zip(body.common_errors, wrong, strict=True)):
        if within(other, value, tolerance + error.reach(other)):
            yield position
