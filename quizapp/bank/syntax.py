"""What libyaml says about broken YAML, in words that help to mend it."""

import yaml

from quizapp.bank.findings import Findings, Mark
from quizapp.bank.rules import Rule

_MEANINGS = (
    ("unexpected end of stream", Rule.YAML_UNCLOSED),
    ("expected ',' or ']'", Rule.YAML_UNCLOSED),
    ("expected ',' or '}'", Rule.YAML_UNCLOSED),
    ("could not find expected ':'", Rule.YAML_NO_COLON),
    ("mapping values are not allowed", Rule.YAML_COLON),
    ("tab character", Rule.YAML_TAB),
    ("cannot start any token", Rule.YAML_SIGN),
    ("expected alphabetic or numeric character", Rule.YAML_SIGN),
)
"""Parts of libyaml's messages (scanner.c, parser.c) and what people did; the rest is YAML_SYNTAX."""

_AT_BEGINNING = {Rule.YAML_UNCLOSED, Rule.YAML_NO_COLON, Rule.YAML_SIGN}
"""Reported where the thing begins that libyaml could not finish."""


def report_syntax(error: yaml.YAMLError, text: str, findings: Findings) -> None:
    """Report a syntax error at the place where it can be mended."""
    detail = str(getattr(error, "problem", None) or "unreadable")
    rule = next((rule for part, rule in _MEANINGS if part in detail), Rule.YAML_SYNTAX)
    mark = _mark(error, "context_mark" if rule in _AT_BEGINNING else "problem_mark")
    sign = _character(text, mark)
    rule = Rule.YAML_TAB if rule is Rule.YAML_SIGN and sign == "\t" else rule
    findings.add(rule, mark, detail=detail, sign=sign)


def _mark(error: yaml.YAMLError, name: str) -> Mark:
    mark = getattr(error, name, None)
    return Mark(mark.line + 1, mark.column + 1) if mark else Mark()


def _character(text: str, mark: Mark) -> str:
    line = text.split("\n")[mark.line - 1 : mark.line]
    return line[0][mark.column - 1 : mark.column] if line else ""
