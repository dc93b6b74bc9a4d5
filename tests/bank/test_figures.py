"""The figures of a bank: each measured as its words say, beside its bar, for every type of question."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.bank.bars import BARS, Bar, Unit
from quizapp.bank.check import check_paths, render_json, render_text
from quizapp.bank.figures import Figure, measure_bank, render_figures
from quizapp.bank.measures import MEASURES, TOPIC_MEASURES
from quizapp.core.question import Cognitive, Question, Stimulus
from quizapp.core.types import QUESTION_TYPES
from quizapp.core.types.choice import ChoiceBody, Option
from tests.bank.banks import ROOT, SINGLE, TODAY
from tests.factories import make_question

PAGE = ROOT / "docs" / "question-banks.md"


def choice(key: str, *wrong: str, type_: str = "single") -> Question:
    options = (
        Option("k", key, True, "Yes."),
        *(Option(f"w{n}", text, False, "No.", "x") for n, text in enumerate(wrong)),
    )
    return replace(make_question("q", type_), body=ChoiceBody(options))


def figure(key: str, *questions: Question, language: str = "en") -> Figure:
    return next(each for each in measure_bank(questions, language) if each.key == key)


def value(key: str, *questions: Question) -> float | None:
    return figure(key, *questions).value


def test_each_bar_has_its_measure() -> None:
    assert [bar.key for bar in BARS] == [*MEASURES, *TOPIC_MEASURES]


@pytest.mark.parametrize("type_", QUESTION_TYPES)
def test_each_type_can_be_measured_alone(type_: str) -> None:
    figures = measure_bank([make_question("q", type_)], "en")
    assert len(figures) == len(BARS)
    for key in ("rationales", "misconceptions"):
        assert figure(key, make_question("q", type_)).holds in (True, None)


def test_an_empty_bank_has_no_figures() -> None:
    assert measure_bank((), "en") == ()


@pytest.mark.parametrize(
    ("texts", "longest", "shortest"),
    [
        (("aaaa", "bb", "ccc"), 100, 0),
        (("a", "bb", "ccc"), 0, 100),
        (("aa", "bb", "cc", "dd"), 25, 25),
        (("**aa**", "bbb", "ccc", "dd"), 0, 50),
    ],
)
def test_equal_lengths_are_drawn_from(texts: tuple[str, ...], longest: float, shortest: float) -> None:
    question = choice(*texts)
    assert (value("longest_is_key", question), value("shortest_is_key", question)) == (longest, shortest)
    assert value("longest_is_key", replace(question, type="multi")) is None


def test_the_ratio_of_lengths_is_a_median_of_questions() -> None:
    questions = [choice("aa", "b", "ccc"), choice("aaaa", "bb", "cc"), choice("aaa", "bb", "bb")]
    assert value("key_length_ratio", *questions) == 1.5


def test_uneven_options_are_those_that_are_long_and_differ() -> None:
    questions = [choice("a", "b" * 25), choice("a" * 20, "b" * 26, type_="multi"), choice("a" * 20, "b" * 28)]
    assert value("uneven_options", *questions) == pytest.approx(100 / 3, abs=0.01)


def test_absolute_words_are_counted_in_options_of_authors() -> None:
    questions = [choice("It only works", "Always", "often", "never mind"), choice("fine", "bad")]
    assert value("absolute_gap", *questions) == 0
    assert value("absolute_gap", choice("a", "always b", "c")) == 50
    assert value("absolute_gap", make_question("q", "true_false")) is None


def test_shares_of_kinds_levels_and_difficulty() -> None:
    of = {type_: make_question("q", type_) for type_ in ("single", "order", "match", "code_line")}
    assert value("order_match", *of.values()) == 50
    assert value("code_line", *of.values()) == 1
    assert value("single", *of.values()) == 25
    one, two = make_question("q"), make_question("r")
    levels = (
        replace(one, cognitive=Cognitive.EVALUATE, difficulty=5),
        replace(two, cognitive=Cognitive.APPLY, difficulty=3),
    )
    assert [value(key, *levels) for key in ("analyze_evaluate", "apply", "difficulty_5", "difficulty_2")] == [
        50,
        50,
        50,
        0,
    ]
    stimuli = replace(one, stimulus=Stimulus.NONE), replace(two, stimulus=Stimulus.LOG)
    assert (value("stimulus", *stimuli), value("code_stimulus", *stimuli)) == (50, 50)


def test_stems_are_measured_in_words() -> None:
    stems = [replace(make_question("q"), stem="word " * count) for count in range(1, 21)]
    assert value("stem_median", *stems) == 10.5
    assert value("stem_95th", *stems) == 19


def test_what_lacks_is_found_however_deep_it_lies() -> None:
    bare = choice("a", "b", "c")
    body = bare.body
    assert isinstance(body, ChoiceBody)
    first, second, third = body.options
    body = replace(body, options=(first, replace(second, rationale="", misconception=""), third))
    assert value("rationales", replace(bare, body=body)) == pytest.approx(200 / 3, abs=0.01)
    assert value("misconceptions", replace(bare, body=body)) == 50
    assert figure("rationales", replace(bare, body=body)).holds is False
    unplaced = replace(bare, references=tuple(replace(each, where="") for each in bare.references))
    assert value("sources", unplaced) == 0


def test_english_words_are_not_counted_in_other_languages() -> None:
    for key in ("reading_grade", "absolute_gap"):
        assert figure(key, choice("a", "b"), language="de").value is None
        assert figure(key, choice("a", "b"), language="en-GB").value is not None


@pytest.mark.parametrize(
    ("low", "high", "unit", "words", "written"),
    [
        (15, 30, Unit.PERCENT, "15–30 %", "21.4 %"),
        (None, 55, Unit.PERCENT, "≤ 55 %", "21.4 %"),
        (12, None, Unit.PLAIN, "≥ 12", "21.44"),
        (100, 100, Unit.PERCENT, "100 %", "21.4 %"),
        (-3, 3, Unit.POINTS, "−3 to 3 points", "21.4 points"),
    ],
)
def test_bars_are_written_for_people(low: float, high: float, unit: Unit, words: str, written: str) -> None:
    bar = Bar("k", "name", low, high, unit)
    assert (bar.words, bar.write(21.44), bar.write(20)) == (words, written, f"20{unit}")
    assert bar.write(0) == f"0{unit}"
    assert all(bar.holds(end) for end in (low, high) if end is not None)
    assert bar.holds((low or 0) - 99) is (low is None)


def test_check_prints_the_table_after_the_problems(bank: Path) -> None:
    (bank / SINGLE).unlink()
    lines = render_text(check_paths([bank], today=TODAY)).splitlines()
    assert "topic-without-question" in lines[0]
    assert lines[1] == lines[-2] == ""
    assert lines[2].split() == ["Figures", "|", "bar", "|", "here", "|", "verdict"]
    assert len(lines) == 2 + 2 + len(BARS) + 1 + 2
    assert "questions are few" in lines[-3]
    assert {line.index("|") for line in lines[2:-3]} == {lines[2].index("|")}


def test_a_bank_of_many_questions_has_no_word_of_warning() -> None:
    questions = [make_question(str(number)) for number in range(30)]
    assert not any("few" in line for line in rendered(questions))
    assert any("few" in line for line in rendered(questions[:29]))


def rendered(questions: Sequence[Question]) -> list[str]:
    return render_figures(measure_bank(questions, "en"), len(questions))


def test_a_file_of_a_bank_has_no_figures(bank: Path) -> None:
    assert check_paths([bank / SINGLE], today=TODAY).checks[0].figures == ()


def test_the_json_has_the_figures(bank: Path) -> None:
    (path,) = json.loads(render_json(check_paths([bank], today=TODAY)))["paths"]
    assert [each["key"] for each in path["figures"]] == [bar.key for bar in BARS]
    assert {type(each["holds"]) for each in path["figures"]} <= {bool, type(None)}


def test_the_page_shows_the_figures_of_the_shipped_bank() -> None:
    """After a change of the questions: put what ``scripts/run check questions`` prints into the page."""
    (check,) = check_paths([ROOT / "questions"], today=TODAY).checks
    assert "\n".join(render_figures(check.figures, check.questions)) in PAGE.read_text("utf-8")
