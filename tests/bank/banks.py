"""Banks on disk for these tests: the examples of docs/bank-format.md, whole or with one thing changed."""

import os
import re
from datetime import date
from pathlib import Path

from quizapp.bank.loader import LoadedBank, load_bank
from quizapp.core.problem import Problem
from tests.pictures import png

ROOT = Path(__file__).parents[2]
FORMAT = ROOT / "docs" / "bank-format.md"
TODAY = date(2026, 12, 1)

FRAMEWORK = "report-writer.yaml"
SINGLE = "sql/joins.yaml"
MULTI = "sql/counting.yaml"
NUMERIC = "sql/averages.yaml"
MATCH = "sql/sums.yaml"
SHORT_TEXT = "sql/transactions.yaml"
TRUE_FALSE = "sql/nulls.yaml"
PICTURE = "figures/joins.png"
CODE_LINE = "sql/where.yaml"
CLOZE = "sql/partners.yaml"
PARAMETRIC = "sql/storage.yaml"

Edit = tuple[str, str, str]
"""A file, a text in it, and what stands there instead."""


def examples() -> dict[str, str]:
    """The files of the documented bank by their path in it: each block's first line tells its path."""
    blocks = re.findall(r"^```yaml\n# my-bank/(\S+)\n(.*?)^```$", FORMAT.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return dict(blocks)


def documented_ids(*without: str) -> list[str]:
    """The ids of the documented questions in the order of their files, but for those of some files."""
    texts = [text for name, text in sorted(examples().items()) if name not in without]
    return re.findall(r"^  - id: (\S+)", "\n".join(texts), re.MULTILINE)


def write_bank(folder: Path, *edits: Edit) -> Path:
    """Write the documented bank with its picture and some texts replaced; each has to be there exactly as given."""
    files = examples()
    for name, old, new in edits:
        assert old in files[name], f"{name} has no {old!r}"
        files[name] = files[name].replace(old, new, 1)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / PICTURE).parent.mkdir(exist_ok=True)
    (folder / PICTURE).write_bytes(png())
    return folder


def load(folder: Path) -> LoadedBank:
    return load_bank(folder, today=TODAY)


def codes(bank: LoadedBank) -> list[str]:
    return [problem.code for problem in bank.problems]


def ids(bank: LoadedBank) -> list[str]:
    return [question.id for question in bank.bank.questions]


def only(bank: LoadedBank, code: str) -> Problem:
    """The one problem of a code."""
    (problem,) = [problem for problem in bank.problems if problem.code == code]
    return problem


def place_in(path: Path, text: str) -> tuple[int, int]:
    """Line and column, from 1, of the first place where a text stands in a file."""
    before = path.read_text("utf-8").partition(text)[0]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def may_read_all(forbidden: Path) -> bool:
    """Whether a path without any right can be read all the same, as root may."""
    return os.access(forbidden, os.R_OK)
