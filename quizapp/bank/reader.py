"""Text -> YAML events -> nodes. No aliases, no tags, no types, no recursion deeper than ``MAX_DEPTH``.

Events and not PyYAML's own tree, because the composer crashes on deep nesting and the constructor expands aliases
and merge keys and turns ``no`` into False and ``012`` into 10.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from quizapp.bank.findings import Findings, Mark, shorten
from quizapp.bank.limits import MAX_DEPTH, MAX_NODES
from quizapp.bank.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode
from quizapp.bank.rules import Rule
from quizapp.bank.syntax import report_syntax
from quizapp.bank.texts import BIDI, CONTROL, code_point


class _GivenUp(Exception):  # noqa: N818 - not an error: the problem has been reported
    """Nothing of the file can be used."""


def read_nodes(text: str, findings: Findings) -> Node | None:
    """The tree of a text's one document, or None if there is none to use; every problem goes to ``findings``."""
    try:
        return _Reader(_events(text), findings).document()
    except _GivenUp:
        return None
    except yaml.YAMLError as error:
        report_syntax(error, text, findings)
        return None


def _events(text: str) -> Iterator[yaml.Event]:
    loader: Any = yaml.CBaseLoader(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


class _Reader:
    def __init__(self, events: Iterator[yaml.Event], findings: Findings) -> None:
        self._events = events
        self._findings = findings
        self._nodes = 0

    def document(self) -> Node | None:
        next(self._events)  # the stream's start
        if not isinstance(next(self._events), yaml.DocumentStartEvent):
            self._findings.add(Rule.FILE_EMPTY)
            return None
        node = self._node(next(self._events), 0)
        next(self._events)  # the document's end
        after = next(self._events)
        if isinstance(after, yaml.DocumentStartEvent):
            self._findings.add(Rule.YAML_SECOND_DOCUMENT, _mark(after))
        return node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._count(event, depth)
        if isinstance(event, yaml.AliasEvent):
            self._findings.add(Rule.YAML_ANCHOR, _mark(event))
            return ScalarNode(_mark(event), "", flawed=True)
        flawed = self._has_properties(event)
        if isinstance(event, yaml.ScalarEvent):
            return ScalarNode(_mark(event), event.value, self._has_escaped_control(event) or flawed)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth, flawed)
        return self._mapping(event, depth, flawed)

    def _sequence(self, start: yaml.Event, depth: int, flawed: bool) -> SequenceNode:
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return SequenceNode(_mark(start), tuple(items), flawed or any(item.flawed for item in items))

    def _mapping(self, start: yaml.Event, depth: int, flawed: bool) -> MappingNode:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            kept = self._keep(entries, key, value)
            flawed = flawed or not kept or key.flawed or value.flawed
        return MappingNode(_mark(start), entries, flawed)

    def _keep(self, entries: dict[str, Entry], key: Node, value: Node) -> bool:
        if not isinstance(key, ScalarNode):
            self._findings.add(Rule.YAML_KEY, key.mark)
        elif first := entries.get(key.text):
            self._findings.add(Rule.YAML_REPEATED_KEY, key.mark, key=shorten(key.text), line=first.mark.line)
        else:
            entries[key.text] = Entry(key.mark, value)
            return True
        return False

    def _count(self, event: yaml.Event, depth: int) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._findings.add(Rule.YAML_TOO_LARGE, _mark(event), limit=f"{MAX_NODES:,}")
            raise _GivenUp
        if depth > MAX_DEPTH:
            self._findings.add(Rule.YAML_TOO_DEEP, _mark(event), limit=MAX_DEPTH)
            raise _GivenUp

    def _has_properties(self, event: Any) -> bool:
        if event.anchor is not None:
            self._findings.add(Rule.YAML_ANCHOR, _mark(event))
        if event.tag is not None:
            self._findings.add(Rule.YAML_TAG, _mark(event), tag=shorten(event.tag))
        return event.anchor is not None or event.tag is not None

    def _has_escaped_control(self, event: yaml.ScalarEvent) -> bool:
        # Only an escape such as "\0" can bring one in: the raw text was looked at before.
        if event.style != '"':
            return False
        self._report(BIDI, Rule.BIDI_CHARACTER, event)
        return self._report(CONTROL, Rule.ESCAPED_CONTROL, event)

    def _report(self, pattern: re.Pattern[str], rule: Rule, event: yaml.ScalarEvent) -> bool:
        match = pattern.search(event.value)
        if match:
            self._findings.add(rule, _mark(event), character=code_point(match[0]))
        return match is not None


def _mark(event: yaml.Event) -> Mark:
    start: Any = event.start_mark
    return Mark(start.line + 1, start.column + 1)
