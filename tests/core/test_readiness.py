"""From a score to the axes of a radar."""

from dataclasses import replace

import pytest

from quizapp.core.radar import MAX_AXES, MIN_AXES, RadarAxis
from quizapp.core.readiness import build_radar, percent
from quizapp.core.score import CompetencyScore, ScoreReport, Tally, score_session, wilson_interval
from tests.factories import make_framework, make_plan, make_session

FRAMEWORK = make_framework(4)


def report_of(*tallies: Tally) -> ScoreReport:
    scores = tuple(
        CompetencyScore(c.slug, c.title, c.short_title, tally, ())
        for c, tally in zip(FRAMEWORK.competencies, tallies, strict=False)
    )
    return ScoreReport(scores, Tally(0, 0, 0, 0))


def test_every_competency_has_an_axis_also_those_not_asked() -> None:
    radar = build_radar(FRAMEWORK, report_of(Tally(9, 8, 5, 5.5), Tally(9, 4, 3, 3.0), Tally(9, 0, 0, 0.0)))
    assert radar is not None
    assert radar.axes == (
        RadarAxis("LLM basics", 0.625, "62 % · 5/8", wilson_interval(5, 8), 0.7),
        RadarAxis("Fine-tuning", 0.75, "3/4", None, 0.7, weak=True),
        RadarAxis("Prompting", None, "–", None, 0.7, weak=True),
        RadarAxis("LLMOps", None, "–", None, 0.7, weak=True),
    )


def test_five_answers_make_a_strong_axis_and_nothing_right_is_a_value() -> None:
    radar = build_radar(FRAMEWORK, report_of(Tally(5, 5, 0, 0.0)))
    assert radar is not None
    assert radar.axes[0] == RadarAxis("LLM basics", 0.0, "0 % · 0/5", wilson_interval(0, 5), 0.7)


def test_a_real_attempt_makes_a_radar() -> None:
    session = make_session(make_plan(20), [True] * 12 + [False] * 8, finished=True)
    radar = build_radar(session.plan.framework, score_session(session))
    assert radar is not None
    assert [(axis.value, axis.note, axis.weak) for axis in radar.axes] == [(0.6, "60 % · 3/5", False)] * 4


@pytest.mark.parametrize("count", range(1, 11))
def test_too_few_or_too_many_competencies_make_no_radar(count: int) -> None:
    every = make_framework(8).competencies
    framework = replace(FRAMEWORK, competencies=(every * 2)[:count])
    radar = build_radar(framework, report_of())
    assert (radar is not None) == (MIN_AXES <= count <= MAX_AXES)
    assert radar is None or [axis.label for axis in radar.axes] == [c.short_title for c in framework.competencies]


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0 %"), (1, "100 %"), (0.625, "62 %"), (2 / 3, "67 %"), (0.004, "1 %"), (0.996, "99 %")]
)
def test_shares_are_told_as_whole_per_cents(share: float, text: str) -> None:
    assert percent(share) == text
