"""From a score to the axes of a radar."""

from dataclasses import replace

import pytest

from quizapp.core.framework import RatedCut
from quizapp.core.radar import MAX_AXES, MIN_AXES, Radar, RadarAxis
from quizapp.core.readiness import build_radar, percent
from quizapp.core.score import ScoreReport, Tally, score_session
from quizapp.core.session import QuizSession
from tests.factories import make_framework, make_plan, make_session

FRAMEWORK = make_framework(4)


def radar_of(session: QuizSession, earlier: QuizSession | None = None) -> Radar:
    radar = build_radar(session.plan.framework, score_session(session), earlier and score_session(earlier))
    assert radar is not None
    return radar


def test_an_axis_shows_the_domain_score_and_its_interval() -> None:
    session = make_session(make_plan(32), [True, True, False, True] * 8, finished=True)
    measures = [score.measure for score in score_session(session).competencies]
    axes = radar_of(session).axes
    assert [(axis.value, axis.interval) for axis in axes] == [(m.domain_score, m.interval) for m in measures]
    assert [(axis.label, axis.target, axis.weak) for axis in axes] == [
        (competency.short_title, 0.7, False) for competency in FRAMEWORK.competencies
    ]
    # Eight right of eight are no 100 %: so few answers can't show that.
    assert axes[0].note == f"{100 * measures[0].domain_score:.0f} % · 8 answers"
    assert 0.75 < measures[0].domain_score < 0.95


def test_what_is_no_measure_shows_its_counts() -> None:
    plan = make_plan(19)  # five each, four of LLMOps
    session = make_session(plan, [True] * 15, finished=True)
    axes = radar_of(session).axes
    # Three of four are answered and the fourth, shown at the end, is left open.
    assert axes[3] == RadarAxis("LLMOps", 0.75, "3/4", None, 0.7, weak=True)
    assert [axis.weak for axis in axes] == [True, True, True, True]
    assert [axis.note for axis in axes] == ["4/4", "4/4", "4/4", "3/4"]


def test_every_competency_has_an_axis_also_those_not_asked() -> None:
    session = make_session(replace(make_plan(2)), [True], finished=True)
    assert radar_of(session).axes == (
        RadarAxis("LLM basics", 1.0, "1/1", None, 0.7, weak=True),
        RadarAxis("Fine-tuning", 0.0, "0/1", None, 0.7, weak=True),
        RadarAxis("Prompting", None, "–", None, 0.7, weak=True),
        RadarAxis("LLMOps", None, "–", None, 0.7, weak=True),
    )


def test_five_answers_make_a_strong_axis() -> None:
    five, four = make_session(make_plan(20), [False] * 20, finished=True), make_session(make_plan(20), [False] * 16)
    assert [(axis.weak, axis.note.split(" · ")[1]) for axis in radar_of(five).axes] == [(False, "5 answers")] * 4
    assert [axis.weak for axis in radar_of(four).axes] == [True] * 4


def test_answers_to_questions_seen_before_make_no_measure() -> None:
    plan = make_plan(24)
    items = tuple(replace(item, seen_before=n % 4 == 0 and n > 4) for n, item in enumerate(plan.items))
    axes = radar_of(make_session(replace(plan, items=items), [True] * 24, finished=True)).axes
    assert axes[0] == RadarAxis("LLM basics", 1.0, "6/6 · 2 new", None, 0.7, weak=True)
    assert axes[1].note.endswith("6 answers")


def test_an_axis_has_the_target_of_its_competency() -> None:
    first, *others = FRAMEWORK.competencies
    rated = replace(first, cut=RatedCut(0.61, 0.06, "three raters"))
    framework = replace(FRAMEWORK, competencies=(rated, *others))
    radar = build_radar(framework, ScoreReport((), Tally(0, 0, 0, 0)))
    assert radar is not None
    assert [axis.target for axis in radar.axes] == [0.61, 0.7, 0.7, 0.7]


def test_an_earlier_attempt_stands_beside_where_it_has_a_measure() -> None:
    session = make_session(make_plan(20), [True] * 20, finished=True)
    earlier = make_session(make_plan(18), [False] * 18, finished=True)
    measures = [score.measure for score in score_session(earlier).competencies]
    axes = radar_of(session, earlier).axes
    assert [axis.earlier for axis in axes] == [measures[0].domain_score, measures[1].domain_score, None, None]
    assert [axis.earlier for axis in radar_of(session).axes] == [None] * 4


@pytest.mark.parametrize("count", range(1, 11))
def test_too_few_or_too_many_competencies_make_no_radar(count: int) -> None:
    every = make_framework(8).competencies
    framework = replace(FRAMEWORK, competencies=(every * 2)[:count])
    radar = build_radar(framework, ScoreReport((), Tally(0, 0, 0, 0)))
    assert (radar is not None) == (MIN_AXES <= count <= MAX_AXES)
    assert radar is None or [axis.label for axis in radar.axes] == [c.short_title for c in framework.competencies]


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0 %"), (1, "100 %"), (0.625, "62 %"), (2 / 3, "67 %"), (0.004, "1 %"), (0.996, "99 %")]
)
def test_shares_are_told_as_whole_per_cents(share: float, text: str) -> None:
    assert percent(share) == text
