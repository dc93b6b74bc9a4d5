"""The operators and functions of formulas, on single numbers and on columns of them.

Every one of them is total: what has no value is NaN. The last bits of decimal fractions decide nothing: 0.1 + 0.2 is
equal to 0.3, and ceil(0.1 * 30) is 3.
"""

import ast
import math
import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

_LAST_BITS = 1e-12


@dataclass(frozen=True, slots=True)
class Column:
    """The values of one name or operation, one for each draw."""

    values: Sequence[float]


@dataclass(frozen=True, slots=True)
class Operation:
    """A function of numbers that takes columns too; ``arguments`` are the least and the most."""

    function: Callable[..., float]
    arguments: tuple[int, int]

    def __call__(self, *values: float | Column) -> float | Column:
        if not any(isinstance(value, Column) for value in values):
            return self._total(*values)
        rows = [value.values if isinstance(value, Column) else repeat(value) for value in values]
        try:
            return Column(list(map(self.function, *rows)))
        except (ArithmeticError, ValueError):
            return Column(list(map(self._total, *rows)))

    def _total(self, *values: Any) -> float:
        try:
            return self.function(*values)
        except (ArithmeticError, ValueError):
            return math.nan


def _settle(value: float) -> float:
    """A value without the last bits that keep it from being whole. Raises OverflowError or ValueError if not finite."""
    nearest = float(round(value))
    return nearest if abs(value - nearest) <= _LAST_BITS * max(1.0, abs(value)) else value


def _floor(value: float) -> float:
    return float(math.floor(_settle(value)))


def _ceil(value: float) -> float:
    return float(math.ceil(_settle(value)))


def _floor_divide(left: float, right: float) -> float:
    return _floor(left / right)


def _remainder(left: float, right: float) -> float:
    """Of the sign of ``right``, as in Python."""
    return left - right * _floor_divide(left, right)


def _round(value: float, digits: float = 0.0) -> float:
    """Halves away from zero, as people learn it; Python rounds them to the even neighbour."""
    scale = 10.0 ** max(-15, min(15, int(digits)))
    return math.copysign(_floor(abs(value) * scale + 0.5) / scale, value)


def _least(*values: float) -> float:
    return math.nan if any(map(math.isnan, values)) else min(values)


def _greatest(*values: float) -> float:
    return math.nan if any(map(math.isnan, values)) else max(values)


def _equal(left: float, right: float) -> bool:
    return math.isclose(left, right, rel_tol=_LAST_BITS, abs_tol=1e-300)


def _unequal(left: float, right: float) -> bool:
    return not _equal(left, right) and not math.isnan(left) and not math.isnan(right)


def _less(left: float, right: float) -> bool:
    return left < right and not _equal(left, right)


def _less_or_equal(left: float, right: float) -> bool:
    return left < right or _equal(left, right)


def _greater(left: float, right: float) -> bool:
    return _less(right, left)


def _greater_or_equal(left: float, right: float) -> bool:
    return _less_or_equal(right, left)


def _both(left: float, right: float) -> bool:
    return is_true(left) and is_true(right)


def _either(left: float, right: float) -> bool:
    return is_true(left) or is_true(right)


def _not(value: float) -> bool:
    return not is_true(value) and not math.isnan(value)


def is_true(value: float) -> bool:
    """Whether a condition holds; one that has no value does not."""
    return bool(value) and not math.isnan(value)


_UNARY: Mapping[type[ast.AST], Callable[..., float]] = {
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Not: _not,
}
_BINARY: Mapping[type[ast.AST], Callable[..., float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: _floor_divide,
    ast.Mod: _remainder,
    ast.Pow: math.pow,
    ast.Eq: _equal,
    ast.NotEq: _unequal,
    ast.Lt: _less,
    ast.LtE: _less_or_equal,
    ast.Gt: _greater,
    ast.GtE: _greater_or_equal,
    ast.BitAnd: _both,
    ast.BitOr: _either,
}

OPERATORS = {
    **{sign: Operation(function, (1, 1)) for sign, function in _UNARY.items()},
    **{sign: Operation(function, (2, 2)) for sign, function in _BINARY.items()},
}

FUNCTIONS = {
    "sqrt": Operation(math.sqrt, (1, 1)),
    "log": Operation(math.log, (1, 1)),
    "log2": Operation(math.log2, (1, 1)),
    "log10": Operation(math.log10, (1, 1)),
    "exp": Operation(math.exp, (1, 1)),
    "floor": Operation(_floor, (1, 1)),
    "ceil": Operation(_ceil, (1, 1)),
    "round": Operation(_round, (1, 2)),
    "min": Operation(_least, (2, 8)),
    "max": Operation(_greatest, (2, 8)),
    "abs": Operation(abs, (1, 1)),
}
