"""Advice on one question: what it is given for, and what it lets pass. tests/bank/faults.py has one of each."""

from pathlib import Path

import pytest

from quizapp.bank.rules import Rule
from quizapp.core.problem import Severity
from tests.bank.banks import CLOZE, MULTI, ROOT, SINGLE, codes, load, only, place_in, write_bank
from tests.bank.faults import SECOND_OPTION, WRONG_TEXTS

QUESTION = "Whom does this query list?"
ADVICE = {
    rule.code
    for rule in Rule
    if rule.severity is Severity.WARNING and rule not in (Rule.REVIEW_DUE, Rule.WITHHELD, Rule.TOPIC_WITHOUT_QUESTION)
}


def advice(folder: Path, *edits: tuple[str, str, str]) -> list[str]:
    return codes(load(write_bank(folder / "my-bank", *edits)))


def test_the_shipped_questions_get_no_advice() -> None:
    assert set(codes(load(ROOT / "questions"))) & ADVICE == set()


@pytest.mark.parametrize(
    "question",
    [
        "Which customers are not listed?",
        "Which customers aren't listed?",
        "What would this query not list?",
        "Which of the customers can never be listed?",
        "Which customer is listed least often?",
        "Which customers cannot be listed?",
        "Which statements hold except one?",
    ],
)
def test_a_negative_question_is_told(question: str, tmp_path: Path) -> None:
    assert advice(tmp_path, (SINGLE, QUESTION, question)) == [Rule.NEGATIVE_STEM.code]


@pytest.mark.parametrize(
    "question",
    [
        "Which customers are **not** listed?",
        "Which customers are NOT listed?",
        "Which rows `are not` listed?",
        "Which customers are listed if the filter is not there?",
        "Bo is not listed. What does the query do?",
        "What lists the customers that are not in the table?",
        "Which customers are listed, though they have not ordered?",
        "What does `NOT` do? The query is not run.",
    ],
)
def test_what_only_holds_a_negative_is_not(question: str, tmp_path: Path) -> None:
    assert advice(tmp_path, (SINGLE, QUESTION, question)) == []


@pytest.mark.parametrize("text", ["All of the above", "none of these.", "Both of the above", "**None of the others**"])
def test_options_that_speak_of_the_others_are_told(text: str, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "text: Ada and Cy\n", f"text: '{text}'\n"))
    problem = only(load(bank), Rule.ALL_OF_THE_ABOVE.code)
    assert (problem.line, problem.column) == place_in(bank / SINGLE, f"'{text}'")


@pytest.mark.parametrize("text", ["None of the rows", "All of them above 10", "None of the above rows"])
def test_options_that_speak_of_something_else_are_not(text: str, tmp_path: Path) -> None:
    assert advice(tmp_path, (SINGLE, "text: Ada and Cy\n", f"text: '{text}'\n")) == []


def test_absolute_words_are_told_where_only_the_wrong_options_have_them(tmp_path: Path) -> None:
    absolute = (SINGLE, WRONG_TEXTS, WRONG_TEXTS.replace(" Cy\n", " Cy, always\n"))
    assert advice(tmp_path / "two", absolute) == [Rule.ABSOLUTE_WORDS.code]
    assert advice(tmp_path / "key", absolute, (SINGLE, "Ada alone", "Only Ada")) == []
    assert advice(tmp_path / "one", (SINGLE, "Ada and Cy\n", "Ada and Cy, always\n")) == []


@pytest.mark.parametrize(("length", "told"), [(25, False), (26, True)])
def test_short_options_may_differ_in_length(length: int, told: bool, tmp_path: Path) -> None:
    found = advice(tmp_path, (SINGLE, "text: Ada and Cy\n", f"text: {'x' * length}\n"))
    assert found == [Rule.OPTION_LENGTHS.code] * told


def test_long_options_may_differ_by_a_third(tmp_path: Path) -> None:
    for longest, told in ((54, False), (55, True)):
        texts = [("Ada, Bo and Cy\n", "x" * 40), ("Ada and Cy\n", "y" * longest), ("Ada alone\n", "z" * 40)]
        found = advice(tmp_path / str(longest), *((SINGLE, old, f"{new}\n") for old, new in texts))
        assert found == [Rule.OPTION_LENGTHS.code] * told


def test_multi_questions_are_looked_at_too_and_have_more_options(tmp_path: Path) -> None:
    more = "      - {id: e, text: '%s', correct: true, rationale: Yes.}\n    scoring: partial"
    assert advice(tmp_path / "five", (MULTI, "    scoring: partial", more % "`TOTAL(1)`")) == []
    assert advice(tmp_path / "long", (MULTI, "    scoring: partial", more % f"`{'x' * 30}`")) == [
        Rule.OPTION_LENGTHS.code
    ]


def test_a_single_question_has_three_or_four_options(tmp_path: Path) -> None:
    def copies(*letters: str) -> tuple[str, str, str]:
        others = "".join(
            SECOND_OPTION.replace("id: b", f"id: {letter}").replace("Ada and Cy", f"Ada or {letter}")
            for letter in letters
        )
        return SINGLE, SECOND_OPTION, SECOND_OPTION + others

    assert advice(tmp_path / "four", copies("x")) == []
    assert advice(tmp_path / "five", copies("x", "y")) == [Rule.OPTION_COUNT.code]


@pytest.mark.parametrize(("words", "told"), [(90, False), (91, True)])
def test_a_stem_has_up_to_90_words(words: int, told: bool, tmp_path: Path) -> None:
    stem = "\n".join(["      - one two three four five"] * (words // 5) + ["      - six"] * (words % 5))
    text = f"stem: |-\n{stem}\n    code:"
    bank = write_bank(tmp_path / "my-bank")
    written = (bank / SINGLE).read_text("utf-8")
    begin, end = written.index("stem:"), written.index("    code:")
    (bank / SINGLE).write_text(written[:begin] + text + written[end + len("    code:") :], "utf-8")
    assert codes(load(bank)) == [Rule.STEM_LONG.code] * told


def test_a_question_with_errors_gets_no_advice(tmp_path: Path) -> None:
    edits = (SINGLE, "text: Ada and Cy\n", "text: None of the above\n"), (SINGLE, "seconds: 90", "seconds: 1")
    assert Rule.ALL_OF_THE_ABOVE.code not in advice(tmp_path, *edits)


def test_a_drop_down_of_a_cloze_question_is_looked_at_too(tmp_path: Path) -> None:
    long = "LEFT JOIN of all that there is"
    bank = write_bank(tmp_path / "my-bank", (CLOZE, "text: LEFT JOIN", f"text: {long}"))
    problem = only(load(bank), Rule.KEY_LONGEST.code)
    assert (problem.line, problem.column) == place_in(bank / CLOZE, long)
    assert advice(tmp_path / "wrong", (CLOZE, "text: CROSS JOIN", f"text: {long}")) == [Rule.OPTION_LENGTHS.code]
