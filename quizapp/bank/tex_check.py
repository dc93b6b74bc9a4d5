"""Formulas that can't be drawn, found by drawing them: some milliseconds each, which only who asks pays."""

import re
from collections.abc import Iterable, Iterator

from quizapp.bank.findings import Findings, shorten
from quizapp.bank.nodes import MappingNode, Node, ScalarNode, SequenceNode
from quizapp.bank.rules import Rule
from quizapp.bank.works import FileWork
from quizapp.core.markup import Style, parse_markup, spans_of
from quizapp.tex import MAX_FORMULAS, TexError, draw_tex

_SHOWN = frozenset(
    {"stem", "explanation", "rationale", "rationale_true", "rationale_false", "text", "prompt", "target"}
    | {"header", "rows"}
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
    if len(texts) > MAX_FORMULAS:
        yield texts[MAX_FORMULAS], f"more than {MAX_FORMULAS} stand in this text"
    for tex in dict.fromkeys(texts[:MAX_FORMULAS]):
        try:
            draw_tex(_PLACEHOLDER.sub("1", tex))
        except TexError as error:
            yield tex, str(error)
