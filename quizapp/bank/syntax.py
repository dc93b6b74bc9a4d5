"""What libyaml says about broken YAML, in words that help to mend it."""

import yaml

from quizapp.bank.findings import Findings, Mark
from quizapp.bank.rules import Rule

# Parts of libyaml's messages (scanner.c, parser.c) by what people did.
_NO_COLON = "could not find expected ':'"
_COLON = "mapping values are not allowed"
_UNCLOSED = ("unexpected end of stream", "expected ',' or ']'", "expected ',' or '}'")


def report_syntax(error: yaml.YAMLError, text: str, findings: Findings) -> None:
    """Report a syntax error at its place; for something left open that is where it was opened."""
    detail = str(getattr(error, "problem", None) or "unreadable")
    place, opened = _mark(error, "problem_mark"), _mark(error, "context_mark")
    if any(part in detail for part in _UNCLOSED):
        findings.add(Rule.YAML_UNCLOSED, opened)
    elif _NO_COLON in detail:
        findings.add(Rule.YAML_NO_COLON, opened)
    elif _COLON in detail:
        findings.add(Rule.YAML_COLON, place)
    elif "tab character" in detail or _is_tab(text, place):
        findings.add(Rule.YAML_TAB, place)
    else:
        findings.add(Rule.YAML_SYNTAX, place, detail=detail)


def _mark(error: yaml.YAMLError, name: str) -> Mark:
    mark = getattr(error, name, None)
    return Mark(mark.line + 1, mark.column + 1) if mark else Mark()


def _is_tab(text: str, mark: Mark) -> bool:
    line = text.split("\n")[mark.line - 1 : mark.line]
    return bool(line) and line[0][mark.column - 1 : mark.column] == "\t"
