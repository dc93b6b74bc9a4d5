"""Words, sentences and the reading grade of markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.prose import reading_grade, sentences, syllables, word_count


def test_sentences_are_those_of_paragraphs_and_lists() -> None:
    text = "Loss is **1.25** now. Is `a.b c` right?\n\n- one point\n- two\n\n```py\nx = 1\n```\n\n| a |\n|---|\n| b |"
    assert sentences(text) == (
        ("Loss", "is", "1.25", "now."),
        ("Is", "a.b c", "right?"),
        ("one", "point"),
        ("two",),
    )
    assert word_count(text) == 10


def test_signs_are_no_words() -> None:
    assert word_count("a – b → c ( )") == 3
    assert word_count("") == 0


@pytest.mark.parametrize(
    ("word", "count"),
    [("the", 1), ("model", 2), ("table", 2), ("asked", 1), ("created", 3), ("code", 1), ("rates", 1), ("boxes", 2),
     ("evaluation", 5), ("fine-tuning", 3), ("17,000", 1), ("decided,", 3), ("queue", 1), ("“token”", 2), ("x.y", 1)],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_that_of_the_formula() -> None:
    # 6 words, 2 sentences, 7 syllables: 0.39 · 3 + 11.8 · 7/6 − 15.59
    assert reading_grade(["The cat sat. It was happy."]) == pytest.approx(0.39 * 3 + 11.8 * 7 / 6 - 15.59)
    hard = "Organisational considerations necessitate comprehensive evaluation."
    grade, with_hard = reading_grade(["The cat sat."]), reading_grade(["The cat sat.", hard])
    assert grade is not None
    assert with_hard is not None
    assert grade < 11 < with_hard


def test_where_there_are_no_words_there_is_no_grade() -> None:
    assert reading_grade([]) is None
    assert reading_grade(["```py\nx = 1\n```"]) is None


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    assert word_count(text) == sum(map(len, sentences(text)))
    assert (reading_grade([text]) is None) == (word_count(text) == 0)
