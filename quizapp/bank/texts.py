"""Bytes -> text: UTF-8 with or without BOM, without control characters; direction overrides are warned of."""

import re
from itertools import islice

from quizapp.bank.findings import Findings, Mark
from quizapp.bank.rules import Rule

# What libyaml refuses, and besides NEL (a line break to YAML alone) and a BOM inside the text.
CONTROL = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
# libyaml compares each %TAG with all before it: 8 MiB of them take minutes.
_DIRECTIVE = re.compile("(?<![^\n\r\u2028\u2029])%")
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")
_MOST = 20


def decode_text(data: bytes, findings: Findings) -> str | None:
    """The text of a file, or None after reporting why it can't be used."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8-sig", "replace")
        findings.add(Rule.NOT_UTF8, place_of(before, len(before)))
        return None
    _report(BIDI, Rule.BIDI_CHARACTER, text, findings)
    refused = [_report(CONTROL, Rule.CONTROL_CHARACTER, text, findings)]
    refused += [_report(_DIRECTIVE, Rule.YAML_DIRECTIVE, text, findings)]
    return None if any(refused) else text


def place_of(text: str, offset: int) -> Mark:
    """Line and column of an offset, counted as YAML does."""
    ends = [match.end() for match in _LINE_END.finditer(text, 0, offset)]
    return Mark(len(ends) + 1, offset - (ends[-1] if ends else 0) + 1)


def code_point(character: str) -> str:
    """A character as people look it up: U+202E."""
    return f"U+{ord(character):04X}"


def _report(pattern: re.Pattern[str], rule: Rule, text: str, findings: Findings) -> bool:
    """Report the first few of a kind; a file full of them is one finding, not a million."""
    matches = list(islice(pattern.finditer(text), _MOST))
    for match in matches:
        findings.add(rule, place_of(text, match.start()), character=code_point(match[0]))
    return bool(matches)
