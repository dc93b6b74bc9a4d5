"""A team: medians and spread leave out who was not measured, nobody is ranked, and what does not fit stays out."""

from dataclasses import replace
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.framework import RatedCut
from quizapp.core.measure import Label
from quizapp.core.plan import PlanMethod
from quizapp.core.radar import RadarStyle
from quizapp.core.radar_places import radar_places
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession
from quizapp.core.team import Member, MemberLevel, Misfit, build_member, build_spreads, find_misfit
from quizapp.core.team_shapes import LINES, member_lines, team_radar
from tests.factories import NOW, make_framework, make_plan, make_session

SIZE = (480.0, 400.0)
STYLE = RadarStyle(lambda text, size: 0.55 * size * len(text))
LEVELS = st.lists(st.none() | st.floats(0, 1), min_size=1, max_size=12)


def attempt(id_: str = "attempt-1", count: int = 40) -> QuizSession:
    return make_session(make_plan(count), [n % 3 > 0 for n in range(count)], id_=id_, finished=True)


def member(name: str, *levels: float | None) -> Member:
    """A member with some levels, in the first competencies of a framework."""
    framework = make_framework(len(levels))
    found = (
        MemberLevel(c.slug, level, None if level is None else (level / 2, level), None, 3 if level is None else 9)
        for c, level in zip(framework.competencies, levels, strict=True)
    )
    return Member(name, name, NOW, framework, tuple(found))


def test_a_member_has_the_numbers_of_the_own_result() -> None:
    session = attempt()
    mine = build_member(session, "Ada")
    assert (mine.name, mine.taken, mine.attempt_id) == ("Ada", NOW, "attempt-1")
    for level, score in zip(mine.levels, score_session(session).competencies, strict=True):
        assert (level.slug, level.level, level.band) == (score.slug, score.measure.level, score.measure.band)
        assert (level.answers, level.label) == (10, score.measure.label)
        assert isinstance(level.label, Label)


def test_too_few_answers_give_no_level() -> None:
    mine = build_member(attempt(count=18), "Ada")
    assert [level.level is None for level in mine.levels] == [False, False, True, True]
    assert [level.answers for level in mine.levels] == [5, 5, 4, 4]


@pytest.mark.parametrize(
    ("levels", "middle", "span", "is_half"),
    [
        ([0.4], None, None, False),
        ([0.4, None], None, None, False),
        ([0.8, 0.4], 0.6, (0.4, 0.8), False),
        ([0.8, 0.4, 0.5], 0.5, (0.4, 0.8), False),
        ([0.8, None, 0.4, 0.5], 0.5, (0.4, 0.8), False),
        ([0.1, 0.4, 0.5, 0.9], 0.45, (0.325, 0.6), True),
        ([0.1, 0.9, 0.5, 0.4, 0.6], 0.5, (0.4, 0.6), True),
    ],
)
def test_what_is_told_depends_on_how_many_are_measured(
    levels: list[float | None], middle: float | None, span: tuple[float, float] | None, is_half: bool
) -> None:
    [spread] = build_spreads([member(str(n), level) for n, level in enumerate(levels)])
    assert spread.median == pytest.approx(middle) if middle else spread.median is None
    assert spread.span == pytest.approx(span) if span else spread.span is None
    assert spread.is_half is is_half
    assert (spread.measured, spread.left_out) == (len(levels) - levels.count(None), levels.count(None))


@given(LEVELS, st.randoms())
def test_the_order_of_members_moves_nothing(levels: list[float | None], random: object) -> None:
    members = [member(str(n), level) for n, level in enumerate(levels)]
    shuffled = members[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert build_spreads(members) == build_spreads(shuffled)


@given(LEVELS)
def test_the_median_lies_in_its_span(levels: list[float | None]) -> None:
    [spread] = build_spreads([member(str(n), level) for n, level in enumerate(levels)])
    known = [level for level in levels if level is not None]
    if len(known) > 1:
        assert spread.median == median(known)
        assert spread.span is not None
        assert min(known) - 1e-9 <= spread.span[0] <= spread.median + 1e-9
        assert spread.median - 1e-9 <= spread.span[1] <= max(known) + 1e-9
    else:
        assert spread.median is None
        assert spread.span is None


def test_what_does_not_fit_is_found() -> None:
    first = build_member(attempt(), "Ada")
    assert find_misfit([], first) is None
    assert find_misfit([first], build_member(attempt("attempt-2"), "Ada")) is None
    assert find_misfit([first], first) is Misfit.ALREADY_IN
    session = attempt("attempt-3")
    practice = replace(session, plan=replace(session.plan, method=PlanMethod.PRACTICE))
    assert find_misfit([], build_member(practice, "Ada")) is Misfit.PRACTICE
    other = replace(session.plan.framework, id="baker")
    foreign = build_member(replace(session, plan=replace(session.plan, framework=other)), "Ada")
    assert find_misfit([first], foreign) is Misfit.OTHER_ROLE
    fewer = member("fewer", 0.5, 0.5, 0.5)
    assert find_misfit([first], fewer) is Misfit.OTHER_COMPETENCIES


def test_a_target_that_members_do_not_share_is_none() -> None:
    first, second = member("a", 0.5), member("b", 0.6)
    assert build_spreads([first, second])[0].target == 0.7
    [competency] = second.framework.competencies
    rated = replace(second.framework, competencies=(replace(competency, cut=RatedCut(0.9, 0.05, "three raters")),))
    assert build_spreads([first, replace(second, framework=rated)])[0].target is None


def test_a_line_is_broken_where_there_is_no_level() -> None:
    members = [member("a", 0.5, 1.0, 0.2, 0.8), member("b", 0.5, None, 0.2, 0.8), member("c", 0.5, None, 0.2, None)]
    radar = team_radar(members)
    assert radar
    lines = member_lines(members, radar, SIZE, STYLE)
    assert [len(line.marks) for line in lines] == [4, 3, 2]
    assert [len(line.strokes) for line in lines] == [4, 2, 0]
    place = radar_places(radar, SIZE, STYLE)[1]
    assert lines[0].marks[1] == pytest.approx(place.end)


def test_more_members_than_lines_are_shown_as_median_and_span() -> None:
    few = [member(str(n), 0.1 * n, 0.5, None) for n in range(LINES)]
    radar = team_radar(few)
    assert radar
    assert [axis.value for axis in radar.axes] == [None, None, None]
    assert len(member_lines(few, radar, SIZE, STYLE)) == LINES
    many = [*few, member("more", 0.9, 0.5, None)]
    radar = team_radar(many)
    assert radar
    assert [axis.value for axis in radar.axes] == [pytest.approx(0.4), 0.5, None]
    assert radar.axes[0].interval == pytest.approx((0.2, 0.6))
    assert radar.axes[2].weak
    assert member_lines(many, radar, SIZE, STYLE) == ()


def test_a_role_of_two_axes_has_no_radar() -> None:
    assert team_radar([member("a", 0.5, 0.5)]) is None
