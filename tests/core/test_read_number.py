"""Reading and writing numbers as people do."""

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.numbers import MAX_LENGTH, format_number, read_number

READ = {
    "0.687": 0.687,
    ".5": 0.5,
    "5.": 5,
    "+7": 7,
    "-3.5": -3.5,
    "−3.5": -3.5,
    "  12\n": 12,
    "007": 7,
    "0": 0,
    "1,024": 1024,
    "1 024": 1024,
    "1_024": 1024,
    "1\u00a0024": 1024,
    "1\u202f024": 1024,
    "-1,234,567.5": -1234567.5,
    "100,000": 100000,
    "1024": 1024,
    "1e-4": 1e-4,
    "1E+3": 1000,
    "2.5e3": 2500,
    "1,024e2": 102400,
    ".5e−1": 0.05,
    "1e308": 1e308,
    "1e-400": 0,
    "3" * MAX_LENGTH: float("3" * MAX_LENGTH),
}
REFUSED = (
    *("", " ", ".", "-", "+", "e5", ".e5", "-e5", "1e", "1e+", "1e5.5", "1e1234", "1e309", "-1e309"),
    *("1,5", "1.024,5", "0,687", "0,500", "-0,500", "1,02", "1,0245", "12,34,567", "1234,567", ",024", "1,,024"),
    *("1.2.3", "--1", "- 1", "5 6", "1/2", "½", "abc", "0x10", "inf", "nan", "∞", "12 %", "%", "5 GB", "1'024"),
    "3" * (MAX_LENGTH + 1),
    f"0.5{' ' * MAX_LENGTH}7",
)


@pytest.mark.parametrize("text", READ)
def test_numbers_are_read_as_people_write_them(text: str) -> None:
    assert read_number(text) == READ[text]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_clear_number_is_refused(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("12 %", "%", 12),
        ("12%", "%", 12),
        ("12", "%", 12),
        ("5\u00a0GB", "GB", 5),
        ("0.687 BITS/byte", "bits/byte", 0.687),
        ("1,024 tokens ", "tokens", 1024),
        ("%", "%", None),
        ("5 % %", "%", None),
        ("5 MB", "GB", 0.005),
        ("GB 5", "GB", None),
        ("1,5 %", "%", None),
    ],
)
def test_the_unit_of_the_question_may_follow(text: str, unit: str, value: float | None) -> None:
    assert read_number(text, unit) == value


@given(st.integers(-(10**15), 10**15), st.sampled_from(", _\u00a0\u202f"))
def test_whole_numbers_are_exact_with_any_separator(number: int, separator: str) -> None:
    assert read_number(f"{number:,}".replace(",", separator)) == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_as_shown_reads_back(value: float) -> None:
    assert read_number(format_number(value)) == pytest.approx(value, rel=1e-5, abs=0)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1024, "1,024"),
        (1234567.5, "1,234,567.5"),
        (0.1 + 0.2, "0.3"),
        (2 / 3, "0.6666666667"),
        (100, "100"),
        (0, "0"),
        (-3.5, "-3.5"),
        (1e-4, "0.0001"),
        (0.000123456789, "0.0001234568"),
        (9.9e-5, "9.9e-05"),
        (999999999999999, "999,999,999,999,999"),
        (1e15, "1e+15"),
        (3413333.33, "3,413,333.33"),
        (123456789012.75, "123,456,789,012.75"),
        (1e10, "10,000,000,000"),
        (-2.5e20, "-2.5e+20"),
    ],
)
def test_numbers_are_shown_without_digits_that_say_nothing(value: float, text: str) -> None:
    assert format_number(value) == text


def test_a_number_has_up_to_64_signs() -> None:
    assert MAX_LENGTH == 64


@given(st.text(), st.text(max_size=3))
def test_no_text_raises(text: str, unit: str) -> None:
    value = read_number(text, unit)
    assert value is None or isfinite(value)


@given(st.text("0123456789+-−.,eE _\u00a0%٣"), st.sampled_from(["", "%"]))
def test_no_text_of_number_signs_raises(text: str, unit: str) -> None:
    value = read_number(text, unit)
    assert value is None or isfinite(value)


@pytest.mark.parametrize("tail", ["", "x", "%"])
@pytest.mark.parametrize("piece", ["1", " ", "1,000", ",000", "1 ", "1e", "-", "."])
def test_a_long_hostile_text_is_refused(piece: str, tail: str) -> None:
    """Some milliseconds; a quadratic reader takes minutes and runs into the suite's limit for a hang."""
    text = piece * (2_000_000 // len(piece)) + tail
    assert read_number(text, "%") is None
