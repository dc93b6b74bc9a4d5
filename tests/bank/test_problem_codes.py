"""docs/problem-codes.md: an entry for each rule in order; bad examples have their problem, and mended ones haven't."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizapp.bank.rules import Rule
from tests.bank.banks import ROOT, codes, examples, load

PAGE = ROOT / "docs" / "problem-codes.md"
_BLOCKS = (
    r"Bad(?:, in `(?P<file>\S+)`)?:\n\n```(?P<kind>yaml|sh)\n(?P<bad>.*?)```\n\nMended:\n\n```\2\n(?P<mended>.*?)```"
)


@dataclass(frozen=True)
class Entry:
    """One code of the page: ``words`` say why; the example replaces lines of ``file``, or runs commands."""

    code: str
    words: str
    file: str | None
    kind: str
    bad: str
    mended: str


def entries() -> list[Entry]:
    parts = re.split(r"^### (\S+)\n", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return [_entry(code, text) for code, text in zip(parts[::2], parts[1::2], strict=True)]


def _entry(code: str, text: str) -> Entry:
    match = re.search(_BLOCKS, text, re.DOTALL)
    assert match, f"{code} has no example"
    return Entry(code, text[: match.start()].strip(), *match.group("file", "kind", "bad", "mended"))


ENTRIES = entries()


def run(commands: str, bank: Path) -> None:
    subprocess.run(["sh", "-eu"], input=commands, text=True, cwd=bank.parent, check=True)


def has_only(entry: Entry, bank: Path) -> bool:
    """Whether the problem of an entry is there, and no other but what comes of it."""
    following = {Rule.TOPIC_WITHOUT_QUESTION.code}
    if entry.code == Rule.PROBLEMS_CUT.code:
        following.add(Rule.FIELD_MISSING.code)
    found = set(codes(load(bank)))
    return entry.code in found and found <= {entry.code} | following


def test_every_rule_has_its_entry_in_order() -> None:
    assert [entry.code for entry in ENTRIES] == [rule.code for rule in Rule]


@pytest.mark.parametrize("rule", Rule, ids=lambda rule: rule.code)
def test_an_entry_says_how_grave_it_is_and_why(rule: Rule) -> None:
    (words,) = [entry.words for entry in ENTRIES if entry.code == rule.code]
    assert words.startswith(f"*{str(rule.severity).capitalize()}.* ")
    assert words.endswith(".")
    assert len(words) > 40


@pytest.mark.parametrize("entry", [each for each in ENTRIES if each.kind == "yaml"], ids=lambda entry: entry.code)
def test_bad_lines_have_the_problem_and_the_mended_ones_of_the_bank_have_none(entry: Entry, bank: Path) -> None:
    assert entry.file is not None
    text = examples()[entry.file]
    assert text.count(entry.mended) == 1
    assert codes(load(bank)) == []
    (bank / entry.file).write_text(text.replace(entry.mended, entry.bad), "utf-8")
    assert has_only(entry, bank), codes(load(bank))


@pytest.mark.parametrize("entry", [each for each in ENTRIES if each.kind == "sh"], ids=lambda entry: entry.code)
def test_bad_commands_bring_the_problem_and_mending_ones_take_it_away(entry: Entry, bank: Path) -> None:
    run(entry.bad, bank)
    assert has_only(entry, bank), codes(load(bank))
    run(entry.mended, bank)
    assert entry.code not in codes(load(bank))
