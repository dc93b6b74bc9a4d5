"""What the screens say of a measure: the words of core, and no more than the answers show."""

from collections.abc import Collection
from dataclasses import replace

import pytest

from quizapp.core.measure import READY_ANSWERS, Label, label_words, reason_words
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession
from quizapp.ui.measure_wording import label_text, reason_text, signed_points
from quizapp.ui.pages.results_page import reading_help
from quizapp.ui.report_wording import headline, seen_entries, verdict_entries
from tests.factories import make_plan, make_session

MANY = 4 * READY_ANSWERS


def session(count: int, right: set[int], seen: Collection[int] = ()) -> QuizSession:
    """An attempt of ``count`` questions, right in some of the four competencies and seen before in others."""
    plan = make_plan(count)
    items = tuple(replace(item, seen_before=n % 4 in seen) for n, item in enumerate(plan.items))
    return make_session(replace(plan, items=items), [n % 4 in right for n in range(count)], finished=True)


@pytest.mark.parametrize("count", [0, 4, 16, 20, 28, 32, 60])
@pytest.mark.parametrize("right", [{0, 1, 2, 3}, {0, 2}, set()])
def test_screens_and_report_say_the_same(count: int, right: set[int]) -> None:
    measures = [score.measure for score in score_session(session(count or 1, right)).competencies]
    for measure in measures:
        assert (label_text(measure), reason_text(measure)) == (label_words(measure), reason_words(measure))
        undecided = replace(measure, label=Label.UNDECIDED)
        assert label_text(undecided) == label_words(undecided)


@pytest.mark.parametrize(
    ("count", "right", "expected"),
    [
        (12, {0}, "A first look: too few answers to say whether you are ready"),
        (28, {0}, "A first look: too few answers to say whether you are ready"),
        (MANY, {0, 1, 2, 3}, "Of 4 competencies: ready in 4"),
        (MANY, {2}, "Of 4 competencies: ready in 1, not yet in 3"),
        (40, {0, 1}, "Of 4 competencies: not yet in 2, undecided in 2"),
        (31, set(), "Of 4 competencies: not yet in 3, too few answers in 1"),
    ],
)
def test_the_headline_claims_what_the_labels_do(count: int, right: set[int], expected: str) -> None:
    assert headline(score_session(session(count, right))) == expected


def test_nothing_answered_is_nothing_to_say() -> None:
    report = score_session(make_session(make_plan(8)))
    assert headline(replace(report, total=replace(report.total, scored=0))).startswith("Nothing was answered")


@pytest.mark.parametrize(
    ("count", "right", "expected"),
    [
        (4, True, "Too few answers to say whether you are ready in LLM basics"),
        (10, False, "Not yet ready in LLM basics"),
        (10, True, "Undecided in LLM basics"),
        (READY_ANSWERS, True, "Ready in LLM basics"),
    ],
)
def test_one_competency_is_named(count: int, right: bool, expected: str) -> None:
    assert headline(score_session(make_session(make_plan(count, competencies=1), [right] * count))) == expected


def test_the_list_has_every_competency_once_with_what_more_it_takes() -> None:
    entries = verdict_entries(score_session(session(31, {0})))
    assert entries == (
        (Label.NOT_YET, "Not yet", "Fine-tuning, Prompting"),
        (Label.UNDECIDED, "Undecided", "LLM basics (about 25 more answers)"),
        (None, "Too few answers", "LLMOps (7 of 8 needed)"),
    )


def test_near_the_target_nothing_is_promised() -> None:
    plan = make_plan(40, competencies=1)
    report = score_session(make_session(plan, [n % 4 != 0 for n in range(40)], finished=True))
    assert verdict_entries(report) == ((Label.UNDECIDED, "Undecided", "LLM basics (too near the target to tell)"),)


def test_what_was_answered_of_questions_seen_before_is_told_apart() -> None:
    assert seen_entries(score_session(session(32, {0}))) == ()
    report = score_session(session(32, {0}, seen={1, 3}))
    assert seen_entries(report) == ("Fine-tuning: 8 of 8 answers.", "LLMOps: 8 of 8 answers.")
    assert headline(report) == "Of 4 competencies: not yet in 1, undecided in 1, too few answers in 2"
    assert headline(score_session(session(32, {0}, seen={0, 1, 2, 3}))).startswith("Too few answers to new questions")
    assert "Fewer than 5 answers give counts, but no measure." in reading_help(report)


@pytest.mark.parametrize(
    ("new", "old", "words"),
    [
        (False, True, "points better than your other answers suggest."),
        (True, False, "points worse than your other answers suggest."),
    ],
)
def test_a_gain_on_questions_seen_before_is_told_in_points(new: bool, old: bool, words: str) -> None:
    plan = make_plan(20, competencies=1)
    items = tuple(replace(item, seen_before=n >= 10) for n, item in enumerate(plan.items))
    report = score_session(make_session(replace(plan, items=items), [new] * 10 + [old] * 10, finished=True))
    gain = report.competencies[0].measure.seen_gain
    assert gain is not None
    assert seen_entries(report) == (f"LLM basics: 10 of 20 answers, {abs(gain) * 100:.0f} {words}",)


@pytest.mark.parametrize(
    ("difference", "text"), [(0.0, "±0"), (0.004, "±0"), (-0.004, "±0"), (0.126, "+13"), (-0.4, "−40")]
)
def test_points_have_a_sign(difference: float, text: str) -> None:
    assert signed_points(difference) == text
