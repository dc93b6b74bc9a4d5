"""Formulas: what they compute, what is refused, and that nothing can hang or grow."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.arithmetic import is_true
from quizapp.core.formulas import MAX_LENGTH, FormulaError, compute, parse_formula

VALUES = {"a": [1.0, 7.0, 30.0], "b": [2.0, 0.0, -4.0]}
finite = st.floats(-1e6, 1e6)


def value(text: str, **names: float) -> float:
    """A formula for one draw."""
    return compute(parse_formula(text), {name: [number] for name, number in names.items()}, 1)[0]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 + 2 * 3 - 4 / 8", 6.5),
        ("-2 ** 2 + +1", -3),
        ("(1 + 2) * 3", 9),
        ("7 // 2 + 7 % 2 - (-7) // 2", 8),
        ("-7 % 3", 2),
        ("2 ** 0.5 - sqrt(2)", 0),
        ("log(exp(3)) + log2(8) + log10(100)", 8),
        ("floor(2.9) + ceil(2.1) + abs(-1)", 6),
        ("round(2.5) + round(-2.5) + round(1.25, 1)", 1.3),
        ("min(3, 1, 2) + max(3, 1, 2)", 4),
        ("1e-6 * 1000000", 1),
        ("(1 < 2) + (2 >= 3)", 1),
    ],
)
def test_a_formula_is_computed_as_people_write_it(text: str, number: float) -> None:
    assert value(text) == pytest.approx(number, abs=1e-12)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ceil(0.1 * 3 * 10)", 3),
        ("floor(0.29 * 100)", 29),
        ("0.3 // 0.1", 3),
        ("round(1.005, 2)", 1.01),
        ("0.1 + 0.2 == 0.3", True),
        ("0.1 + 0.2 != 0.3", False),
        ("0.1 + 0.2 <= 0.3", True),
        ("0.1 + 0.2 > 0.3", False),
        ("ceil(3.001)", 4),
        ("1.001 == 1", False),
    ],
)
def test_last_bits_decide_nothing(text: str, number: float) -> None:
    assert value(text) == number


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a < b", [True, False, False]),
        ("0 < a < b or a == 30", [True, False, True]),
        ("not (a > 5 and b < 0)", [True, True, False]),
        ("b != 0 and a / b > 0", [True, False, False]),
        ("a / b > 0 or b <= 0", [True, True, True]),
        ("not a / b", [False, False, False]),
        ("a / b", [True, False, True]),
    ],
)
def test_conditions_hold_row_by_row(text: str, rows: list[bool]) -> None:
    """Also where a part of them has no value."""
    assert [is_true(row) for row in compute(parse_formula(text), VALUES, 3)] == rows


@pytest.mark.parametrize("text", ["1 / 0", "log(0)", "sqrt(-1)", "(-8) ** 0.5", "0 ** -1", "9 ** 9 ** 9 ** 9", "5 % 0"])
def test_what_has_no_value_is_nan_and_costs_no_other_row(text: str) -> None:
    assert math.isnan(value(text))
    assert compute(parse_formula(f"min(a, {text})"), VALUES, 3) == pytest.approx([math.nan] * 3, nan_ok=True)
    assert [math.isnan(row) for row in compute(parse_formula("a / b"), VALUES, 3)] == [False, True, False]


def test_a_power_can_not_grow_without_end() -> None:
    """Whole numbers of Python would fill the memory."""
    for text in (
        "10 ** 10 ** 10",
        "9 ** 9 ** 9 ** 9",
        "2 ** 1e300",
        "exp(exp(100))",
        "(9 ** 300) ** 9",
        "-(7 ** 9 ** 9)",
    ):
        assert not math.isfinite(value(text))
    assert isinstance(value("9" * 90 + "*" + "9" * 90), float)
    assert value("1e308 * 10") == math.inf
    assert value("*".join(["9e99"] * 40)) == math.inf


@pytest.mark.parametrize(
    "text",
    [
        "'a' * 10 ** 9", '"a"', "a.__class__", "().__class__.__bases__", "lambda: 1", "(lambda: 9)()", "[1] * 9", "{1}",
        "[a for a in b]", "a[0]", "f'{a}'", "b'a'", "__import__('os')", "open('x')", "eval(1)", "a if b else 1",
        "a = 1", "a; b", "sqrt(1)(2)", "(1)(2)", "sqrt(a, b)", "max(1)", "max(*a)", "round(a, n=1)",
        "a @ b", "a << 9", "a & b", "~a", "a is b", "a in b", "True", "None", "1j", "1e999", "0x1p", "1or 2",
        "007", "", " ", "(", ")", "a b", "a +", "#", "a, b", "*a", "...", "a\nb", "a\0", "α", "ａ", "²", "await a",
        "import os", "1__0", "yield", "a := 1", "1if 2 else 3",
    ],
)  # fmt: skip
def test_only_arithmetic_is_a_formula(text: str) -> None:
    with pytest.raises(FormulaError):
        parse_formula(text)


@pytest.mark.parametrize(
    "text",
    ["(" * 100 + "1" + ")" * 99, "-" * 150 + "1", "not " * 45 + "1", "abs(" * 41 + "1" + ")" * 41,
     "1+" * 90 + "1", "2**" * 60 + "2", "1" * (MAX_LENGTH + 1)],
)  # fmt: skip
def test_what_is_deep_or_long_is_refused(text: str) -> None:
    with pytest.raises(FormulaError):
        parse_formula(text)


def test_depth_has_room_for_people() -> None:
    assert value("+".join("123456789")) == 45
    assert value("(" * 30 + "1" + ")" * 30) == 1


@given(st.text(max_size=40) | st.text("ab12.()+-*/%<>=, notradexpflogqi", max_size=60))
def test_any_text_is_a_formula_or_refused(text: str) -> None:
    try:
        formula = parse_formula(text)
    except FormulaError:
        return
    columns = {name: [2.0, 0.5] for name in formula.names}
    result = compute(formula, columns, 2)
    assert len(result) == 2
    assert all(isinstance(number, float | int) for number in result)


@given(st.lists(st.tuples(finite, finite), min_size=1, max_size=9))
def test_many_rows_give_what_each_alone_gives(rows: list[tuple[float, float]]) -> None:
    columns = {"a": [a for a, _ in rows], "b": [b for _, b in rows]}
    for text in (
        "a / b + a % b",
        "sqrt(a) * log(b)",
        "round(a, 2) // 3",
        "a < b and not a == 1",
        "max(a, b) ** 2",
        "7",
    ):
        alone = [value(text, a=a, b=b) for a, b in rows]
        assert compute(parse_formula(text), columns, len(rows)) == pytest.approx(alone, nan_ok=True)


def test_a_formula_tells_its_names_and_a_missing_one_is_an_error() -> None:
    assert parse_formula("sqrt + 1").names == {"sqrt"}
    assert parse_formula("sqrt(batch) * size + size").names == {"batch", "size"}
    with pytest.raises(KeyError):
        compute(parse_formula("a + b"), {"a": [1.0]}, 1)
