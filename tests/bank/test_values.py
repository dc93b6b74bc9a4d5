"""Every value is text until a field asks for more: what each reader takes, and what it refuses."""

from collections.abc import Sequence
from datetime import date
from math import isfinite
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank import scalars
from quizapp.bank.fields import Reader
from quizapp.bank.findings import Findings, Mark
from quizapp.bank.nodes import ScalarNode
from quizapp.bank.rules import Rule
from quizapp.core.question import ShelfLife

HERE = Mark(3, 7)


def read(reader: Reader[Any], text: str) -> tuple[Any, list[str]]:
    """The value, and the codes of what was said about it."""
    findings = Findings("file.yaml")
    value = reader(ScalarNode(HERE, text), "'field'", findings)
    return value, [problem.code for problem in findings.problems()]


@pytest.mark.parametrize("text", ["no", "012", "~", "null", "1e3", "2026-11-24", "<<", "=", "0x10", "1_000", "yes"])
def test_what_yaml_would_convert_stays_text(text: str) -> None:
    assert read(scalars.text("stem"), text) == (text, [])


@pytest.mark.parametrize(
    ("text", "value"), [("6", 6.0), ("-.5", -0.5), ("+1.", 1.0), ("1.5e-6", 1.5e-6), ("007", 7.0), ("-0", 0.0)]
)
def test_numbers(text: str, value: float) -> None:
    assert read(scalars.number, text) == (value, [])


@pytest.mark.parametrize(
    "text", ["", ".", "1,024", "1 024", "12 %", "0x10", "nan", ".nan", ".inf", "1e999", "1e9999", "١٢", "−3", "1" * 21]
)
def test_what_is_no_number(text: str) -> None:
    assert read(scalars.number, text) == (None, [Rule.NOT_A_NUMBER.code])


@pytest.mark.parametrize("text", ["012", "0o7", "3.0", "1e2", "+3", "٣", "three", "", "9" * 5000])
def test_what_is_no_whole_number(text: str) -> None:
    assert read(scalars.whole(0, 900), text) == (None, [Rule.NOT_WHOLE.code])


@pytest.mark.parametrize(("text", "said"), [("5", []), ("900", []), ("4", ["out-of-range"]), ("901", ["out-of-range"])])
def test_whole_numbers_within_bounds(text: str, said: list[str]) -> None:
    value, codes = read(scalars.whole(5, 900), text)
    assert codes == said
    assert value == (None if said else int(text))


@pytest.mark.parametrize("text", ["True", "yes", "no", "on", "1", "0", ""])
def test_only_true_and_false_are(text: str) -> None:
    assert read(scalars.boolean, text) == (None, [Rule.NOT_TRUE_OR_FALSE.code])
    assert [read(scalars.boolean, word)[0] for word in ("true", "false")] == [True, False]


@pytest.mark.parametrize(
    "text", ["20261124", "2026-11-31", "2026-W48-2", "1926-11-24", "24.11.2026", "2026-11-24T00:00"]
)
def test_what_is_no_day(text: str) -> None:
    assert read(scalars.day, text) == (None, [Rule.NOT_A_DATE.code])
    assert read(scalars.day, "2028-02-29") == (date(2028, 2, 29), [])


@pytest.mark.parametrize("text", ["A", "a_b", "a--b", "-a", "a-", "a b", "é", "a/b", "..", "", "a" * 65])
def test_what_is_no_short_name(text: str) -> None:
    assert read(scalars.slug, text) == (None, [Rule.NOT_A_SLUG.code])
    assert read(scalars.slug, "kv-cache-2")[0] == "kv-cache-2"


def test_one_of_a_few_words() -> None:
    assert read(scalars.enumeration(ShelfLife), "slow") == (ShelfLife.SLOW, [])
    assert read(scalars.enumeration(ShelfLife), "Slow") == (None, [Rule.NOT_ONE_OF.code])


def test_blanks_go_where_they_mean_nothing() -> None:
    raw = "\n  a\n   b  \n"
    assert read(scalars.text("stem"), raw)[0] == "a\n   b"
    assert read(scalars.line("unit"), raw)[0] == "a b"
    assert read(scalars.verbatim("code text"), raw)[0] == "\n  a\n   b  "
    assert read(scalars.cell, "  ") == ("", [])


@pytest.mark.parametrize("reader", [scalars.text("stem"), scalars.line("unit"), scalars.verbatim("code text")])
def test_text_is_not_empty(reader: Reader[str]) -> None:
    assert read(reader, " \n ") == (None, [Rule.FIELD_EMPTY.code])


@pytest.mark.parametrize(("kind", "limit"), [("stem", 4_000), ("option text", 1_000), ("code text", 8_000)])
def test_the_limits_that_were_agreed(kind: str, limit: int) -> None:
    assert read(scalars.text(kind), "x" * limit)[1] == []
    assert read(scalars.text(kind), "x" * (limit + 1)) == (None, [Rule.TEXT_TOO_LONG.code])


ANY_READER: Sequence[Reader[Any]] = [
    scalars.number,
    scalars.whole(-5, 5),
    scalars.boolean,
    scalars.day,
    scalars.slug,
    scalars.cell,
    scalars.line("unit"),
    scalars.enumeration(ShelfLife),
]


@given(st.text(max_size=100), st.sampled_from(ANY_READER))
def test_a_value_or_a_reason_never_both_never_neither(text: str, reader: Reader[Any]) -> None:
    value, codes = read(reader, text)
    assert (value is None) == (len(codes) == 1)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_that_python_writes_are_read_back(value: float) -> None:
    found, codes = read(scalars.number, repr(value))
    # Only a number of more than 20 digits before the exponent is refused, and Python writes none.
    assert (found, codes) == (value, [])
    assert isfinite(found)


@given(st.text(max_size=200))
def test_messages_stay_on_one_line_and_short(text: str) -> None:
    findings = Findings("file.yaml")
    scalars.number(ScalarNode(HERE, f"x{text}"), "'field'", findings)
    (problem,) = findings.problems()
    assert problem.message.isprintable()
    assert len(problem.message) < 1_000
    assert (problem.line, problem.column) == (3, 7)
