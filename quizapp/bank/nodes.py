"""A YAML file as a tree of nodes that know their place. Every scalar is text: the schema converts."""

from dataclasses import dataclass

from quizapp.bank.findings import Mark


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """One value, as the text that it is; ``no`` is "no" and ``012`` is "012"."""

    mark: Mark
    text: str
    flawed: bool = False


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list."""

    mark: Mark
    items: tuple["Node", ...]
    flawed: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a mapping; ``mark`` is the place of its name."""

    mark: Mark
    value: "Node"


@dataclass(frozen=True, slots=True)
class MappingNode:
    """A group of fields by name, in the order written. ``flawed``: something in it could not be read as meant."""

    mark: Mark
    entries: dict[str, Entry]
    flawed: bool = False

    def get(self, name: str) -> "Node | None":
        entry = self.entries.get(name)
        return entry.value if entry else None


Node = ScalarNode | SequenceNode | MappingNode


def mark_at(node: Node, *path: str | int) -> Mark:
    """The place of what stands at a path of field names and positions; of the last that exists on the way."""
    for step in path:
        inner = _step(node, step)
        if inner is None:
            break
        node = inner
    return node.mark


def _step(node: Node, step: str | int) -> Node | None:
    if isinstance(node, MappingNode) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None
