"""Trends: what each attempt says over time, and where its marks stand."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.measure import MINIMUM_ANSWERS, cut_of
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession
from quizapp.core.shapes import Dot, Label, Line, Paint, Polygon, Shape
from quizapp.core.trend import Trend, TrendPoint, attempt_points, build_trends, time_span
from quizapp.core.trend_shapes import TrendStyle, trend_places, trend_shapes
from tests.factories import NOW, make_plan, make_session

SIZES = [(240.0, 180.0), (420.0, 180.0), (1200.0, 400.0), (240.0, 360.0)]


def attempt(number: int, count: int, right: int) -> QuizSession:
    """An attempt so many days after the first, with ``right`` of ``count`` answers in each of four competencies."""
    answers = [position // 4 < right for position in range(4 * count)]
    session = make_session(make_plan(4 * count), answers, id_=f"attempt-{number}", finished=True)
    return replace(session, started_at=NOW + timedelta(days=number))


def point(days: float, value: float, interval: tuple[float, float] | None) -> TrendPoint:
    return TrendPoint(f"a{days}", NOW + timedelta(days=days), value, interval, 9 if interval else 3, 2, 3)


def trend(*points: TrendPoint) -> Trend:
    return Trend("counting", "Counting things", "Counting", 0.7, points)


def width(text: str, size: float) -> float:
    return 0.55 * size * len(text)


def shapes_of(one: Trend, size: tuple[float, float] = (420.0, 180.0), font: float = 12.0) -> tuple[Shape, ...]:
    return trend_shapes(one, time_span([one]), size, TrendStyle(width, ("1 Jan 2026", "24 Nov 2026"), font))


def of_kind(shapes: tuple[Shape, ...], kind: type, *paints: Paint) -> list:  # type: ignore[type-arg]
    return [shape for shape in shapes if isinstance(shape, kind) and (not paints or shape.paint in paints)]


def height_of(shapes: tuple[Shape, ...], share: float) -> float:
    """Where a share stands, by the lines at 0 and 100 %."""
    ys = [line.start[1] for line in of_kind(shapes, Line, Paint.RING)]
    return max(ys) - share * (max(ys) - min(ys))


def test_a_point_has_the_numbers_of_the_attempt_s_own_result() -> None:
    session = attempt(1, 10, 7)
    points = attempt_points(session)
    for score in score_session(session).competencies:
        mine = points[score.slug]
        assert (mine.value, mine.interval) == (score.measure.domain_score, score.measure.interval)
        assert (mine.answers, mine.right, mine.scored, mine.weak) == (10, score.tally.right, 10, False)
        assert mine.at == session.started_at


def test_with_too_few_answers_it_is_the_raw_share_without_interval() -> None:
    points = attempt_points(attempt(1, MINIMUM_ANSWERS - 1, 1))
    assert {(p.value, p.interval, p.weak) for p in points.values()} == {(1 / 4, None, True)}
    assert not any(p.weak for p in attempt_points(attempt(1, MINIMUM_ANSWERS, 1)).values())


def test_what_was_not_reached_is_no_point() -> None:
    """The first two questions, of two competencies, were shown; what was left open there counts as not known."""
    points = attempt_points(make_session(make_plan(8), [True], finished=True))
    assert [(p.right, p.scored) for p in points.values()] == [(1, 1), (0, 1)]


def test_trends_run_from_the_oldest_to_the_newest_in_the_framework_s_order() -> None:
    sessions = [attempt(number, 6, number) for number in (3, 1, 2)]
    framework = sessions[0].plan.framework
    trends = build_trends(framework, [attempt_points(session) for session in sessions])
    assert [one.slug for one in trends] == [c.slug for c in framework.competencies]
    for one, competency in zip(trends, framework.competencies, strict=True):
        assert [p.attempt_id for p in one.points] == ["attempt-1", "attempt-2", "attempt-3"]
        assert one.target == cut_of(framework, competency).share
    assert time_span(trends) == (NOW + timedelta(days=1), NOW + timedelta(days=3))
    assert build_trends(framework, []) == ()


def test_dots_and_bars_stand_at_their_numbers() -> None:
    points = (point(0, 0.4, (0.2, 0.6)), point(5, 0.75, (0.5, 0.9)), point(10, 0.5, None))
    shapes = shapes_of(trend(*points))
    dots, bars = of_kind(shapes, Dot), of_kind(shapes, Polygon, Paint.BAND)
    assert [dot.paint for dot in dots] == [Paint.VALUE, Paint.VALUE, Paint.VALUE_WEAK]
    assert [dot.centre[1] for dot in dots] == pytest.approx([height_of(shapes, p.value) for p in points])
    assert dots[1].centre[0] == pytest.approx((dots[0].centre[0] + dots[2].centre[0]) / 2), "time is to scale"
    assert len(bars) == 2
    for bar, one in zip(bars, points[:2], strict=True):
        assert one.interval
        assert sorted({y for _, y in bar.points}) == pytest.approx(
            sorted(height_of(shapes, end) for end in one.interval)
        )
    (target,) = of_kind(shapes, Line, Paint.TARGET)
    assert target.start[1] == target.end[1] == pytest.approx(height_of(shapes, 0.7))


def test_a_single_attempt_stands_in_the_middle_under_its_one_date() -> None:
    one = trend(point(0, 0.5, None))
    style = TrendStyle(width, ("1 Jan 2026", "1 Jan 2026"), 12)
    shapes = trend_shapes(one, time_span([one]), (420, 180), style)
    (dot,) = of_kind(shapes, Dot)
    dates = [label for label in of_kind(shapes, Label) if "2026" in label.text]
    assert [label.x for label in dates] == pytest.approx([dot.centre[0]])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("font", [10.0, 12.0, 24.0])
def test_nothing_leaves_the_drawing_and_the_dates_lie_apart(size: tuple[float, float], font: float) -> None:
    shapes = shapes_of(trend(point(0, 0.0, (0.0, 0.2)), point(300, 1.0, (0.8, 1.0))), size, font)
    for label in of_kind(shapes, Label):
        assert label.x - label.width / 2 >= 0
        assert label.x + label.width / 2 <= size[0]
        assert label.y - label.size * 0.8 >= 0
        assert label.y <= size[1]
    first, last = (label for label in of_kind(shapes, Label) if "2026" in label.text)
    assert first.x + first.width / 2 < last.x - last.width / 2
    for dot in of_kind(shapes, Dot):
        assert dot.radius <= dot.centre[0] <= size[0] - dot.radius
        assert dot.radius <= dot.centre[1] <= size[1] - dot.radius


@given(st.lists(st.tuples(st.floats(0, 4000), st.floats(0, 1)), min_size=1, max_size=250))
def test_places_are_those_of_the_dots_and_in_the_order_of_time(rows: list[tuple[float, float]]) -> None:
    one = trend(*(point(days, value, None) for days, value in sorted(rows)))
    style = TrendStyle(width, ("a", "b"))
    places = trend_places(one, time_span([one]), (420, 180), style)
    dots = of_kind(trend_shapes(one, time_span([one]), (420, 180), style), Dot)
    assert places == tuple(dot.centre for dot in dots)
    assert [dot.axis for dot in dots] == list(range(len(rows)))
    assert [x for x, _ in places] == sorted(x for x, _ in places)


def test_the_axis_is_shared() -> None:
    early, late = trend(point(0, 0.5, None), point(1, 0.5, None)), trend(point(10, 0.5, None))
    span: tuple[datetime, datetime] = time_span([early, late])
    style = TrendStyle(width, ("a", "b"))
    assert trend_places(early, span, (420, 180), style)[1][0] < trend_places(late, span, (420, 180), style)[0][0]
