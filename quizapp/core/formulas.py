"""Formulas of parametric questions: read once, then computed for many draws at a time.

simpleeval walks the tree, with our operators and functions and nothing else. All numbers are floats, so that no power
can grow without end, and whatever has no value (1 / 0, log(-1)) is NaN rather than an error.
"""

import ast
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite

from simpleeval import InvalidExpression, SimpleEval  # type: ignore[import-untyped]

from quizapp.core.arithmetic import FUNCTIONS, OPERATORS, Column
from quizapp.core.errors import QuizappError

MAX_LENGTH = 200
"""Characters of a formula."""

MAX_DEPTH = 40
"""Operations in one another; the evaluator recurses."""

_SIGNS = frozenset("0123456789abcdefghijklmnopqrstuvwxyz_+-*/%().,<>=! E")
_COMPARISONS = (ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.USub, ast.UAdd)
_LOGIC = (ast.And, ast.Or, ast.Not)
_ALLOWED = (
    *(ast.Expr, ast.Constant, ast.Name, ast.Load, ast.Call, ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare),
    *(*_COMPARISONS, *_ARITHMETIC, *_LOGIC),
)


class FormulaError(QuizappError):
    """A text that is no formula; the message is the reason, as part of a sentence."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read: the names it uses besides functions, and how many operations and values it has."""

    text: str
    names: frozenset[str]
    size: int
    tree: ast.stmt


@lru_cache(maxsize=4096)
def parse_formula(text: str) -> Formula:
    """The formula that a text is. Raises FormulaError."""
    if len(text) > MAX_LENGTH:
        raise FormulaError(f"it has more than {MAX_LENGTH} characters")
    strange = next((sign for sign in text if sign not in _SIGNS), "")
    if strange:
        raise FormulaError(f"'{strange}' has no place in a formula")
    tree = _parse(text)
    nodes = _nodes(tree)
    for node in nodes:
        _check(node)
    called = {id(node.func) for node in nodes if isinstance(node, ast.Call)}
    names = frozenset(node.id for node in nodes if isinstance(node, ast.Name) and id(node) not in called)
    return Formula(text, names, len(nodes), _Plain().visit(tree))


def compute(formula: Formula, columns: Mapping[str, Sequence[float]], rows: int) -> list[float]:
    """The value for each of ``rows`` draws: ``columns`` has a value of each name for each of them.

    A comparison gives True or False; what has no value is NaN. Raises KeyError for a name without a column.
    """
    names = {name: Column(columns[name]) for name in formula.names}
    engine = SimpleEval(operators=OPERATORS, functions=FUNCTIONS, names=names)
    result = engine.eval(formula.text, previously_parsed=formula.tree)
    return list(result.values) if isinstance(result, Column) else [result] * rows


def _parse(text: str) -> ast.stmt:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tree: ast.stmt = SimpleEval.parse(text)
    except (SyntaxError, ValueError, InvalidExpression, Warning, RecursionError, MemoryError) as error:
        raise FormulaError("it is no formula; compare its signs and brackets") from error
    return tree


def _nodes(tree: ast.AST) -> list[ast.AST]:
    """All nodes, found without recursion."""
    nodes, waiting = [], [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise FormulaError(f"more than {MAX_DEPTH} operations stand in one another")
        nodes.append(node)
        waiting += [(child, depth + 1) for child in ast.iter_child_nodes(node)]
    return nodes


def _check(node: ast.AST) -> None:
    if not isinstance(node, _ALLOWED):
        raise FormulaError("it holds more than numbers, names, operators and functions")
    if isinstance(node, ast.Constant):
        _check_number(node)
    if isinstance(node, ast.Call):
        _check_call(node)


def _check_number(node: ast.Constant) -> None:
    value = node.value
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(float(value)):
        raise FormulaError("it holds something other than a finite number")


def _check_call(node: ast.Call) -> None:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name not in FUNCTIONS:
        raise FormulaError(f"the functions are {', '.join(FUNCTIONS)}")
    low, high = FUNCTIONS[name].arguments
    if not low <= len(node.args) <= high:
        raise FormulaError(f"'{name}' has {len(node.args)} values in its brackets and takes {_extent(low, high)}")


def _extent(low: int, high: int) -> str:
    return f"{low}" if low == high else f"{low} to {high}"


class _Plain(ast.NodeTransformer):
    """Turns ``and``, ``or`` and chains of comparisons into operators, which work on many rows at once."""

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        assert isinstance(node.value, int | float)
        return ast.Constant(float(node.value))

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        self.generic_visit(node)
        return _joined(node.values, ast.BitAnd() if isinstance(node.op, ast.And) else ast.BitOr())

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        sides = [node.left, *node.comparators]
        pairs = zip(sides, node.ops, sides[1:], strict=False)
        return _joined([ast.Compare(left, [sign], [right]) for left, sign, right in pairs], ast.BitAnd())


def _joined(parts: Sequence[ast.expr], sign: ast.operator) -> ast.expr:
    whole, *rest = parts
    for part in rest:
        whole = ast.BinOp(whole, sign, part)
    return whole
