"""The table of fields: what a mapping may hold, how each value is read, and what is said when it can't be.

A reader takes a node, the words that name it in a message, and the findings; it returns the value, or None after
reporting why there is none. So one bad field hides no other.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar

from quizapp.bank.findings import Findings, Mark, shorten
from quizapp.bank.nodes import MappingNode, Node, SequenceNode, mark_at
from quizapp.bank.rules import Rule

T = TypeVar("T")
Reader = Callable[[Node, str, Findings], T | None]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a mapping; ``name`` is also the attribute of the dataclass that it fills."""

    name: str
    read: Reader[Any]
    required: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of a mapping that could be read, with the node that knows their places."""

    node: MappingNode
    values: Mapping[str, Any]

    def get(self, name: str) -> Any:
        """The value of a field, or None where it is missing or was reported."""
        return self.values.get(name)

    def mark(self, *path: str | int) -> Mark:
        """The place of a field, or of something inside it."""
        return mark_at(self.node, *path)


Check = Callable[[Record, Findings], None]


def read_record(
    node: Node, fields: Sequence[Field], what: str, findings: Findings, also: Collection[str] = ()
) -> Record | None:
    """Read a mapping by a table; None only if it is no mapping. Names in ``also`` are known but not read."""
    if not isinstance(node, MappingNode):
        findings.add(Rule.EXPECTED_MAPPING, node.mark, what=what)
        return None
    _report_unknown(node, [*(field.name for field in fields), *also], what, findings)
    values = {}
    for field in fields:
        value = _read_field(node, field, what, findings)
        if value is not None:
            values[field.name] = value
    return Record(node, values)


def record_of(build: Callable[..., T], fields: Sequence[Field], check: Check | None = None) -> Reader[T]:
    """A reader of a mapping into a dataclass; absent optional fields keep the dataclass's defaults.

    ``check`` looks at fields together; some of them may be missing from its record.
    """

    def read(node: Node, what: str, findings: Findings) -> T | None:
        before = findings.errors
        record = read_record(node, fields, what, findings)
        if record and check:
            check(record, findings)
        return build(**record.values) if record and findings.errors == before else None

    return read


def list_of(read_item: Reader[T], low: int, high: int) -> Reader[tuple[T, ...]]:
    """A reader of a list of ``low`` to ``high`` entries."""

    def read(node: Node, what: str, findings: Findings) -> tuple[T, ...] | None:
        if not isinstance(node, SequenceNode):
            findings.add(Rule.EXPECTED_LIST, node.mark, what=what)
            return None
        count = len(node.items)
        if not low <= count <= high:
            findings.add(Rule.LIST_LENGTH, node.mark, what=what, count=count, low=low, high=high)
        items = [read_item(item, f"{what}, entry {number}", findings) for number, item in enumerate(node.items, 1)]
        return tuple(item for item in items if item is not None) if None not in items else None

    return read


def _read_field(node: MappingNode, field: Field, what: str, findings: Findings) -> Any:
    value = node.get(field.name)
    if value is not None:
        return field.read(value, f"'{field.name}'", findings)
    if field.required:
        findings.add(Rule.FIELD_MISSING, node.mark, what=what, field=field.name)
    return None


def _report_unknown(node: MappingNode, known: Sequence[str], what: str, findings: Findings) -> None:
    for name, entry in node.entries.items():
        if name not in known:
            advice = "" if findings.is_full else _advice(name, known)
            findings.add(Rule.FIELD_UNKNOWN, entry.mark, what=what, field=shorten(name), advice=advice)


def _advice(name: str, known: Sequence[str]) -> str:
    # Comparing is quadratic in the length: a name longer than any field is no slip of the pen.
    close = get_close_matches(name.strip().lower(), known, n=1) if len(name) <= 40 else []
    return f"Did you mean '{close[0]}'?" if close else f"Remove it; the fields here are {', '.join(known)}."
