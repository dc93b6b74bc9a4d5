"""The study plan: what is listed, in which order, with which numbers, and that lost points never move a topic down."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.framework import Competency, Framework, Topic
from quizapp.core.measure import AnswerRow, Cut
from quizapp.core.pool import PoolCount
from quizapp.core.study_plan import FEWEST, MOST, StudyPlan, build_study_plan, session_study_plan
from tests.factories import NOW, make_framework, make_plan, make_session

TOPICS = tuple(Topic(name, name.title(), "S", weight) for name, weight in (("a", 5.0), ("b", 3.0), ("c", 2.0)))
FRAMEWORK = Framework("role", "Role", "en", 0.7, tuple(Competency(slug, slug, slug, TOPICS) for slug in ("one", "two")))
POOL = tuple(
    PoolCount(slug, topic.slug, difficulty, 0.25, 4)
    for slug in ("one", "two")
    for topic in TOPICS
    for difficulty in (2, 3, 4)
)
Key = tuple[str, str]


def row(
    score: float, topic: str = "a", competency: str = "one", *, seen: bool = False, difficulty: int = 3
) -> AnswerRow:
    return AnswerRow("q", competency, topic, difficulty, 0.25, score, NOW, seen)


def plan_of(*rows: AnswerRow, pool: tuple[PoolCount, ...] = POOL) -> StudyPlan:
    return build_study_plan(FRAMEWORK, rows, pool)


def order(plan: StudyPlan) -> list[Key]:
    return [(each.competency.slug, each.topic.slug) for each in plan.topics]


rows_of_any = st.lists(
    st.builds(
        row,
        st.sampled_from([0.0, 0.5, 1.0]),
        st.sampled_from("abc"),
        st.sampled_from(["one", "two"]),
        seen=st.sampled_from([False, False, False, True]),
        difficulty=st.sampled_from([2, 3, 4]),
    ),
    min_size=1,
    max_size=24,
)


@given(rows_of_any, st.data())
@settings(max_examples=150)
def test_points_lost_never_move_a_topic_down(rows: list[AnswerRow], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(rows) - 1))
    key = (rows[place].competency, rows[place].topic)
    before, after = (
        plan_of(*(replace(each, score=score) if n == place else each for n, each in enumerate(rows)))
        for score in (1.0, 0.0)
    )
    if key not in order(before):
        return
    assert key in order(after)
    here, there = (next(t for t in p.topics if (t.competency.slug, t.topic.slug) == key) for p in (before, after))
    assert there.priority >= here.priority - 1e-12
    assert there.questions >= here.questions
    ahead = [{k for k in order(p)[: order(p).index(key)] if k[0] != key[0]} for p in (before, after)]
    assert ahead[1] <= ahead[0]


@given(rows_of_any)
def test_every_topic_is_in_one_place_at_most_and_the_order_is_that_of_the_priority(rows: list[AnswerRow]) -> None:
    plan = plan_of(*rows)
    priorities = [each.priority for each in plan.topics]
    assert priorities == pytest.approx(sorted(priorities, reverse=True))
    fresh = {(each.competency, each.topic) for each in rows if not each.seen_before}
    assert set(order(plan)) <= fresh
    assert len(plan.not_asked) == 6 - len(fresh)
    assert len(plan.topics) + len(plan.thin) <= len(fresh)
    for each in plan.topics:
        assert each.sureness >= 0.5
        assert each.points < each.answers
        assert FEWEST <= each.questions <= min(MOST, 12)
        assert 0 < each.gain <= each.weight


@given(rows_of_any)
def test_the_order_of_answers_does_not_matter(rows: list[AnswerRow]) -> None:
    shuffled = sorted(rows, key=lambda each: (each.score, each.topic, each.competency))
    assert order(plan_of(*shuffled)) == order(plan_of(*rows))


def test_of_two_topics_with_the_same_answers_the_heavier_comes_first() -> None:
    plan = plan_of(row(0), row(0), row(0, "c"), row(0, "c"))
    assert order(plan) == [("one", "a"), ("one", "c")]
    assert (plan.topics[0].weight, plan.topics[1].weight) == (0.5, 0.2)


def test_of_two_topics_with_the_same_weight_the_surer_gap_comes_first() -> None:
    plan = plan_of(row(0), row(0, "a", "two"), row(0, "a", "two"), row(0, "a", "two"))
    assert order(plan) == [("two", "a"), ("one", "a")]
    assert [each.has_little_evidence for each in plan.topics] == [False, True]
    assert plan.topics[0].sureness > plan.topics[1].sureness


def test_a_topic_without_a_point_lost_is_not_listed() -> None:
    plan = plan_of(row(1), *(row(0, "b") for _ in range(6)))
    assert order(plan) == [("one", "b")]
    assert [topic.slug for topic in plan.thin] == ["a"]


def test_nothing_is_listed_where_all_is_well() -> None:
    plan = plan_of(*(row(1, topic, slug) for topic in "abc" for slug in ("one", "two") for _ in range(8)), row(0))
    assert plan == StudyPlan((), answers=49)


def test_what_was_seen_before_does_not_count() -> None:
    plan = plan_of(row(0, seen=True), row(0, "b"))
    assert plan.answers == 1
    assert order(plan) == [("one", "b")]
    assert TOPICS[0] in plan.not_asked


def test_the_numbers_of_a_topic_are_those_of_its_answers() -> None:
    (advice,) = plan_of(row(0), row(0.5), row(1)).topics
    assert (advice.answers, advice.points, advice.has_little_evidence) == (3, 1.5, False)
    assert advice.gain == pytest.approx(0.5 * advice.shortfall)
    assert advice.priority == pytest.approx(0.5 * advice.shortfall * advice.sureness)
    # Every topic of this bank has the same questions, so its target is the cut.
    assert advice.target == pytest.approx(0.7)
    assert advice.level < 0.7


def test_practice_is_bounded_by_what_the_bank_holds() -> None:
    few = tuple(replace(kind, count=1) if kind.topic == "a" else kind for kind in POOL)
    assert plan_of(row(0), row(0), pool=few).topics[0].questions == 3
    worst = plan_of(*(row(0) for _ in range(40)), pool=tuple(replace(kind, count=90) for kind in POOL)).topics[0]
    assert worst.questions == MOST
    slight = plan_of(*(row(score) for score in (1, 1, 1, 1, 1, 0, 0))).topics
    assert [each.questions for each in slight] == [FEWEST]


def test_a_topic_that_the_bank_no_longer_has_is_left_out() -> None:
    plan = plan_of(row(0), row(0, "b"), pool=tuple(kind for kind in POOL if kind.topic != "a"))
    assert order(plan) == [("one", "b")]
    assert plan.topics[0].weight == 0.6


def test_another_cut_makes_another_plan() -> None:
    rows = [row(score) for score in (1, 1, 0, 0)]
    assert build_study_plan(FRAMEWORK, rows, POOL, cuts={"one": Cut(0.3)}).topics == ()
    assert build_study_plan(FRAMEWORK, rows, POOL, cuts={"one": Cut(0.9)}).topics[0].target > 0.85


def test_an_attempt_without_a_pool_stands_on_what_it_asked() -> None:
    session = make_session(make_plan(12), [False] * 12, finished=True)
    plan = session_study_plan(session)
    assert [each.topic.slug.partition("-practice")[1] for each in plan.topics[:4]] == [""] * 4
    assert len(plan.topics) == 8
    assert all(each.questions <= 2 for each in plan.topics)
    assert [(each.slug, each.count) for each in plan.misconceptions[:1]] == [("double-counting", 4)]


def test_nothing_answered_gives_an_empty_plan() -> None:
    plan = build_study_plan(make_framework(), (), POOL)
    assert plan == StudyPlan(())
    assert len(plan_of().not_asked) == 6
