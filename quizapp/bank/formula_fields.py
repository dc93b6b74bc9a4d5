"""Readers of variables, derived numbers and formulas (see ``fields`` for what a reader is)."""

import keyword
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeVar

from quizapp.bank.fields import Field, Reader, list_of, read_record
from quizapp.bank.findings import Findings, Mark, shorten
from quizapp.bank.nodes import MappingNode, Node
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import bounded, number, scalar
from quizapp.core.arithmetic import FUNCTIONS
from quizapp.core.formulas import FormulaError, parse_formula
from quizapp.core.parametric import Derived, Variable

V = TypeVar("V")
N = TypeVar("N")

MOST_VARIABLES = 6
MOST_DERIVED = 8
MOST_VALUES = 1_000

_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")
_RANGE = (
    Field("from", number),
    Field("to", number),
    Field("step", bounded(number, lambda value: value > 0, "above 0")),
)
_VALUES = (Field("values", list_of(number, 2, 100)),)


def read_formula(node: Node, what: str, findings: Findings) -> str | None:
    """A formula on one line that could be parsed; which names it may use is looked at later."""
    raw = scalar(node, what, findings)
    formula = None if raw is None else " ".join(raw.split())
    if formula == "":
        findings.add(Rule.FIELD_EMPTY, node.mark, what=what)
    if not formula:
        return None
    try:
        return parse_formula(formula).text
    except FormulaError as error:
        findings.add(Rule.FORMULA_SYNTAX, node.mark, what=what, reason=error)
        return None


def read_variables(node: Node, what: str, findings: Findings) -> tuple[Variable, ...] | None:
    """1 to 6 variables by name, each a range or a list of values."""
    if not _is_group(node, 1, MOST_VARIABLES, what, findings):
        return None
    return _read_named(node, _read_values, Variable, findings)


def read_derived(node: Node, what: str, findings: Findings) -> tuple[Derived, ...] | None:
    """Up to 8 formulas by name."""
    if not _is_group(node, 0, MOST_DERIVED, what, findings):
        return None
    return _read_named(node, read_formula, Derived, findings)


def _read_named(node: Node, read: Reader[V], build: Callable[[str, V], N], findings: Findings) -> tuple[N, ...] | None:
    """Each entry of a group with its name; None where any could not be read."""
    assert isinstance(node, MappingNode)
    found = []
    for name, entry in node.entries.items():
        value = read(entry.value, f"'{shorten(name)}'", findings)
        found.append(build(name, value) if _is_name(name, entry.mark, findings) and value else None)
    whole = [made for made in found if made]
    return tuple(whole) if len(whole) == len(found) else None


def _is_group(node: Node, low: int, high: int, what: str, findings: Findings) -> bool:
    if not isinstance(node, MappingNode):
        findings.add(Rule.EXPECTED_MAPPING, node.mark, what=what)
        return False
    count = len(node.entries)
    if not low <= count <= high:
        findings.add(Rule.LIST_LENGTH, node.mark, what=what, count=count, low=low, high=high)
    return low <= count <= high


def _is_name(name: str, mark: Mark, findings: Findings) -> bool:
    taken = keyword.iskeyword(name) or name in FUNCTIONS or name == "answer"
    if taken or not _NAME.fullmatch(name):
        findings.add(Rule.VARIABLE_NAME, mark, name=shorten(name))
        return False
    return True


def _read_values(node: Node, what: str, findings: Findings) -> tuple[float, ...] | None:
    is_list = isinstance(node, MappingNode) and "values" in node.entries
    record = read_record(node, _VALUES if is_list else _RANGE, what, findings)
    if record is None:
        return None
    if is_list:
        values: tuple[float, ...] | None = record.get("values")
        return values
    bounds = [record.get(name) for name in ("from", "to", "step")]
    return None if None in bounds else _range(bounds, node.mark, what, findings)


def _range(bounds: Sequence[float], mark: Mark, what: str, findings: Findings) -> tuple[float, ...] | None:
    """The values of a range, in decimals as they were written: 0.1, 0.2, 0.3 and not 0.30000000000000004."""
    low, high, width = (Decimal(repr(value)) for value in bounds)
    count = int(min((high - low) / width, Decimal(MOST_VALUES))) + 1 if high >= low else 0
    if not 2 <= count <= MOST_VALUES:
        words = f"more than {MOST_VALUES:,}" if count > MOST_VALUES else count
        findings.add(Rule.VARIABLE_RANGE, mark, what=what, count=words, limit=f"{MOST_VALUES:,}")
        return None
    return tuple(float(low + width * place) for place in range(count))
