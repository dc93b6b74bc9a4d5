"""The largest files that are read, made to be slow, and larger ones: an answer soon, and the other files stay."""

from pathlib import Path

import pytest

from quizapp.bank.limits import MAX_BYTES, MAX_NODES
from quizapp.bank.rules import Rule
from tests.bank.banks import FRAMEWORK, SINGLE, documented_ids, ids, load, only

OTHERS = documented_ids(SINGLE)

FULL = MAX_BYTES - 200
SLOW = {
    "open lists": "[" * FULL,
    "open groups": "{" * FULL,
    "open keys": "? " * (FULL // 2),
    "list on one line": f"a: [{'x,' * (FULL // 2)}]",
    "empty lists": f"a: [{'[],' * (FULL // 3)}]",
    "one key again and again": "a: 1\n" * (FULL // 5),
    "aliases": f"a: &a x\nb: [{'*a,' * (FULL // 3)}]",
    "directives": "%TAG !a! b\n" * (FULL // 11) + "---\na: 1",
    "documents": "---\n" * (FULL // 4),
    "line ends in a quote": "a: 'x" + " \n" * (FULL // 2) + "'",
    "folded lines": "a: >\n" + " x\n\n" * (FULL // 4),
    "a long line": "a: " + "x " * (FULL // 2),
    "comments": "#\n" * (FULL // 2),
    "zeros": "\0" * FULL,
    "direction overrides": "a: " + "\u202e" * (FULL // 3),
    "unknown fields": "schema: 1\n" + "".join(f"stem{number}: 1\n" for number in range(MAX_NODES // 2 - 5)),
    "long unknown fields": "schema: 1\n" + "".join(f"{'x' * 900}{number}: 1\n" for number in range(9_000)),
    "empty questions": "schema: 1\ntopic: joins\nquestions:\n" + "- {}\n" * (MAX_NODES - 10),
}


@pytest.mark.parametrize("name", [SINGLE, FRAMEWORK])
def test_a_huge_file_is_not_read(name: str, bank: Path) -> None:
    (bank / name).write_bytes(b"# 64 MB\n" * 8_000_000)
    assert only(load(bank), Rule.FILE_TOO_LARGE.code).file == f"my-bank/{name}"


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_a_file_of_the_largest_size_is_told(text: str, bank: Path) -> None:
    """About 1 s each; a reader with quadratic steps takes minutes and runs into the suite's limit for a hang."""
    data = text.encode()
    assert len(data) <= MAX_BYTES
    (bank / SINGLE).write_bytes(data)
    loaded = load(bank)
    assert any(problem.severity == "error" and problem.file.endswith(SINGLE) for problem in loaded.problems)
    assert ids(loaded) == OTHERS
