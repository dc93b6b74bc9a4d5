"""Formulas that can't be drawn, found by drawing them: some milliseconds each, which only who asks pays."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from quizapp.bank.findings import Findings, shorten
from quizapp.bank.nodes import MappingNode, Node, ScalarNode, SequenceNode
from quizapp.bank.rules import Rule
from quizapp.bank.works import FileWork
from quizapp.core.markup import Style, parse_markup, spans_of
from quizapp.tex import Budget, TexError, draw_tex

_SHOWN = frozenset(
    {"stem", "explanation", "rationale", "rationale_true", "rationale_false", "text", "prompt", "target"}
    | {"header", "rows", "know"}
)
_PLACEHOLDER = re.compile(r"<<\w+>>")


def check_formulas(works: Iterable[FileWork]) -> None:
    """Warn of every formula of topic files that would be shown as it is written."""
    for work in works:
        if work.node:
            _check_node(work.node, "", work.findings)


def _check_node(node: Node, field: str, findings: Findings) -> None:
    match node:
        case ScalarNode(_, text) if field in _SHOWN and r"\(" in text and not findings.is_full:
            for tex, reason in _refused(text):
                findings.add(Rule.TEX_REFUSED, node.mark, tex=shorten(tex), reason=reason)
        case SequenceNode(_, items):
            for item in items:
                _check_node(item, field, findings)
        case MappingNode(_, entries):
            for name, entry in entries.items():
                # A text beside a language is code.
                if not (name == "text" and "language" in entries):
                    _check_node(entry.value, name, findings)


def _refused(markup: str) -> Iterator[tuple[str, str]]:
    """The TeX that can't be drawn, and why; a drawn number stands for itself."""
    spans = (span for block in parse_markup(markup.strip()) for span in spans_of(block))
    texts = [span.text for span in spans if span.style is Style.FORMULA]
    budget = Budget()
    drawn = list(takewhile(budget.takes, texts))
    if len(drawn) < len(texts):
        yield texts[len(drawn)], f"only {len(drawn)} of this text are drawn: more are too many, or too large together"
    for tex in dict.fromkeys(drawn):
        try:
            draw_tex(_PLACEHOLDER.sub("1", tex))
        except TexError as error:
            yield tex, str(error)
