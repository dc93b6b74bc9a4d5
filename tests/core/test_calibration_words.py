"""Calibration in words, for the report."""

import pytest

from quizapp.core.calibration import CONFIDENCES, Calibration, CalibrationPoint, CalibrationVerdict
from quizapp.core.calibration_words import (
    CONFIDENCE_WORDS,
    HEADER,
    VERDICT_WORDS,
    detail_words,
    expected_words,
    headline_words,
    plot_words,
    point_cells,
    signed_points,
    sure_words,
)


def one(confidence: float, count: int, right: int) -> Calibration:
    return Calibration((CalibrationPoint(confidence, count, right),))


@pytest.mark.parametrize(
    ("calibration", "words"),
    [
        (one(0.95, 20, 12), "Gap +35 points: overconfident"),
        (one(0.25, 20, 12), "Gap −35 points: underconfident"),
        (one(0.75, 20, 14), "Gap +5 points: within what chance explains"),
        (one(0.75, 50, 37), "Gap +1 point: within what chance explains"),
        (one(0.5, 20, 10), "Gap 0 points: within what chance explains"),
        (one(0.5, 9, 9), "Too few rated answers to say: 9 of 10 needed"),
    ],
)
def test_the_headline_is_the_signed_gap_and_its_verdict(calibration: Calibration, words: str) -> None:
    assert headline_words(calibration) == words


def test_too_few_answers_tell_a_count_alone() -> None:
    assert detail_words(one(0.95, 4, 1)) == "1 of 4 rated answers right."


def test_the_detail_names_both_sides_of_the_gap_and_its_interval() -> None:
    words = detail_words(one(0.95, 20, 12))
    assert words.startswith("95 % sure on average, 60 % right, in 20 rated answers. 90 % interval of the gap: +")
    assert words.endswith(" points.")


@pytest.mark.parametrize(
    ("difference", "words"),
    [(0.0, "0"), (0.001, "+1"), (-0.001, "−1"), (0.174, "+17"), (-0.25, "−25"), (1.0, "+100"), (-0.945, "−94")],
)
def test_points_have_a_sign_and_only_nothing_is_0(difference: float, words: str) -> None:
    assert signed_points(difference) == words


def test_a_row_has_a_cell_for_each_head() -> None:
    cells = point_cells(CalibrationPoint(0.75, 4, 3))
    assert len(cells) == len(HEADER)
    assert cells[:3] == ("75 % · fairly sure", "3 of 4", "75 %")
    assert cells[4] == "1–4 of 4"


def test_what_chance_leaves_is_a_range_of_counts() -> None:
    assert expected_words(CalibrationPoint(0.95, 40, 0)) == "36–40 of 40"
    assert expected_words(CalibrationPoint(0.25, 4, 4)) == "0–3 of 4"


def test_the_plot_is_told_point_by_point() -> None:
    plot = plot_words(Calibration((CalibrationPoint(0.25, 4, 2), CalibrationPoint(0.95, 1, 0))))
    assert plot == (
        "Calibration plot. 25 % sure: 2 of 4 right, 0–3 of 4 if calibrated; "
        "95 % sure: 0 of 1 right, 0–1 of 1 if calibrated."
    )


def test_every_confidence_and_verdict_has_words() -> None:
    assert set(CONFIDENCE_WORDS) == set(CONFIDENCES)
    assert set(VERDICT_WORDS) == set(CalibrationVerdict) - {CalibrationVerdict.TOO_FEW}
    assert sure_words(0.95) == "95 % sure"
