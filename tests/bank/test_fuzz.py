"""Whatever a file holds, loading it gives questions or problems and no exception."""

import re
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.bank.loader import LoadedBank
from quizapp.core.answer import Answer
from quizapp.core.grading import chance_score, grade_answer, key_response
from quizapp.core.plan import plan_item
from quizapp.core.problem import Severity
from tests.bank.banks import FRAMEWORK, TODAY, documented_ids, examples, ids, load, write_bank

FILES = st.sampled_from(list(examples()))
SIGNS = "-:,[]{}#&*!|>'\"%@`?~ \n\t"


def load_with(name: str, data: bytes) -> LoadedBank:
    """The documented bank with one file's content replaced."""
    with TemporaryDirectory() as folder:
        bank = write_bank(Path(folder) / "my-bank")
        (bank / name).write_bytes(data)
        return load(bank)


def check_sound(loaded: LoadedBank) -> None:
    """Problems have a place and words; questions can be asked, answered and graded."""
    for problem in loaded.problems:
        assert problem.line >= 0
        assert (problem.line == 0) == (problem.column == 0)
        assert str(problem).isprintable()
        assert "{" not in re.sub(r"'.*?'", "", problem.remedy)
    assert list(loaded.problems) == sorted(loaded.problems, key=lambda problem: problem.file)
    for written in loaded.bank.questions:
        question = plan_item(written, Random(1), seen_before=False).question
        assert grade_answer(question, Answer(key_response(question), _NOW)).is_right
        assert 0 <= chance_score(question) < 1
        assert question.review_date.year >= 2000
    assert len(set(ids(loaded))) == len(ids(loaded))


_NOW: Any = TODAY


@given(FILES, st.text())
def test_any_text(name: str, text: str) -> None:
    check_sound(load_with(name, text.encode("utf-8", "surrogatepass")))


@given(FILES, st.binary())
def test_any_bytes(name: str, data: bytes) -> None:
    check_sound(load_with(name, data))


@given(FILES, st.text(alphabet=SIGNS + "ab1", min_size=1))
def test_any_heap_of_signs(name: str, text: str) -> None:
    check_sound(load_with(name, text.encode()))


@settings(max_examples=300)
@given(FILES, st.integers(0, 3_000), st.integers(0, 40), st.text(alphabet=SIGNS + "ab1é\0\u202e", max_size=8))
def test_any_cut_and_splice(name: str, start: int, length: int, splice: str) -> None:
    text = examples()[name]
    start %= len(text)
    loaded = load_with(name, (text[:start] + splice + text[start + length :]).encode())
    check_sound(loaded)
    # The other files' questions stay, whatever happened to this one.
    if name != FRAMEWORK:
        assert len(ids(loaded)) >= 2


@settings(max_examples=200)
@given(st.data())
def test_any_value_in_any_place(data: st.DataObject) -> None:
    """A value somewhere in the tree becomes another: text, a list, a group, nothing."""
    name = data.draw(FILES)
    tree = yaml.load(examples()[name], Loader=yaml.CBaseLoader)
    holder, key = data.draw(st.sampled_from(list(_places(tree))))
    holder[key] = data.draw(_VALUES)
    written = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
    loaded = load_with(name, written.encode("utf-8", "surrogatepass"))
    check_sound(loaded)
    errors = {problem.file for problem in loaded.problems if problem.severity is Severity.ERROR}
    assert (loaded.framework is None) == (f"my-bank/{FRAMEWORK}" in errors)
    if len(ids(loaded)) < len(documented_ids()):
        assert errors, "a question was dropped in silence"


_VALUES = st.recursive(
    st.text(max_size=12)
    | st.sampled_from(["true", "1", "-1", "2026-11-24", "single", "multi", "numeric", "a", "1e999"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def _places(tree: Any) -> Any:
    """Every list or group of a tree with each of its keys."""
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in items:
        yield tree, key
        yield from _places(value)
