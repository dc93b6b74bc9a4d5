"""Numbers typed in another unit of the same family."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.numbers import read_number
from quizapp.core.question import Scoring
from quizapp.core.types import QUESTION_TYPES
from quizapp.core.types.numeric import NumericBody
from quizapp.core.units import FAMILIES, has_unit, split_unit

MEMORY = NumericBody(4.294967296, 0.001, "GB")
UNITS = [(unit, family) for family in FAMILIES for unit in family]


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("4 GiB", "GB", 4.294967296),
        ("4gib", "GB", 4.294967296),
        ("1,024 MiB", "GiB", 1.0),
        ("1e9 B", "GB", 1.0),
        ("250 ms", "s", 0.25),
        ("1.5 min", "s", 90.0),
        ("3 µs", "ns", 3000.0),
        ("12 %", "%", 12.0),
        ("7", "GB", 7.0),
    ],
)
def test_a_unit_of_the_family_is_converted(text: str, unit: str, value: float) -> None:
    assert read_number(text, unit) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(("text", "unit"), [("5 s", "GB"), ("5 GB", "s"), ("5 %", "GB"), ("5 GB", ""), ("GB", "GB")])
def test_another_unit_is_no_number(text: str, unit: str) -> None:
    assert read_number(text, unit) is None


@pytest.mark.parametrize(("unit", "family"), UNITS)
def test_every_unit_is_read_back_as_itself(unit: str, family: dict[str, float]) -> None:
    for other in family:
        assert split_unit(f"2 {unit}", other) == ("2", pytest.approx(family[unit] / family[other]))
        assert has_unit(f"2{unit}", other)


@given(st.sampled_from(UNITS), st.floats(1e-6, 1e6))
def test_no_conversion_changes_the_quantity(pair: tuple[str, dict[str, float]], value: float) -> None:
    unit, family = pair
    for other in family:
        read = read_number(f"{value:.12f}", unit)
        there = read_number(f"{value:.12f} {unit}", other)
        assert read is not None
        assert there is not None
        assert there * family[other] == pytest.approx(read * family[unit], rel=1e-9)


def test_an_answer_is_graded_and_described_in_its_own_unit() -> None:
    numeric = QUESTION_TYPES["numeric"]
    assert numeric.grade(MEMORY, ("4 GiB",), Scoring.PARTIAL).score == 1
    assert numeric.grade(MEMORY, ("4 GB",), Scoring.PARTIAL).score == 0
    assert numeric.describe(MEMORY, ("4 GiB",), ()) == "4 GiB"
    assert numeric.describe(MEMORY, ("4.29",), ()) == "4.29 GB"
