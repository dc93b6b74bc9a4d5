"""What is said of a measure: no certainty, and no verdict without answers enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.measure import (
    LABEL_ANSWERS,
    LABEL_WORDS,
    READY_ANSWERS,
    Cut,
    Label,
    chance_words,
    label_words,
    measure_competency,
    reason_words,
)
from tests.core.measure.brute import Shot, bank_domain


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.0, "< 1 %"),
        (0.0099, "< 1 %"),
        (0.01, "1 %"),
        (0.1, "10 %"),
        (0.1001, "11 %"),
        (0.5, "50 %"),
        (0.8999, "89 %"),
        (0.9, "90 %"),
        (0.99, "99 %"),
        (0.9901, "> 99 %"),
        (1.0, "> 99 %"),
    ],
)
def test_a_chance_is_never_certain(chance: float, words: str) -> None:
    assert chance_words(chance) == words


@given(st.floats(0, 1))
def test_what_is_told_and_the_label_agree(chance: float) -> None:
    number = int("".join(filter(str.isdigit, chance_words(chance))))
    assert (number >= 90) == (chance >= 0.9)
    assert (number <= 10) == (1 - chance >= 0.9)
    assert abs(number / 100 - chance) <= 0.0101


@pytest.mark.parametrize(
    ("right", "count", "label", "reason"),
    [
        (0, 0, "Too few answers", "0 of 5 needed"),
        (4, 4, "Too few answers", "4 of 5 needed"),
        (5, 5, "Too few answers", "5 of 8 needed"),
        (7, 7, "Too few answers", "7 of 8 needed"),
        (0, 8, "Not yet", "chance < 1 %"),
        (6, 8, "Undecided", "chance 29 %"),
    ],
)
def test_the_label_comes_with_its_reason(right: int, count: int, label: str, reason: str) -> None:
    answers = [Shot(3, 0.25, float(n < right)) for n in range(count)]
    measured = measure_competency("sql", answers, bank_domain(), Cut(0.7))
    assert (label_words(measured), reason_words(measured)) == (label, reason)
    shown = (measured.level is None, measured.band is None, measured.readiness is None)
    assert shown == (count < 5, count < 5, count < 8)


def test_ready_takes_more_answers_and_says_so() -> None:
    def told(count: int) -> tuple[str, str]:
        answers = [Shot(3, 0.25, 1.0)] * count
        measured = measure_competency("sql", answers, bank_domain(), Cut(0.5))
        return label_words(measured), reason_words(measured)

    assert told(READY_ANSWERS) == ("Ready", "chance > 99 %")
    few = READY_ANSWERS - 1
    assert few < LABEL_ANSWERS or told(few) == ("Undecided", f"chance > 99 %, {few} of {READY_ANSWERS} needed")


def test_every_label_has_words() -> None:
    assert set(LABEL_WORDS) == set(Label)
