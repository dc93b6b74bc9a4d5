"""Plans: determinism, shares, facts, and what was seen before."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.plan import Feedback, PlanItem, QuizPlan, build_plan, largest_remainder
from quizapp.core.question import Question
from quizapp.core.types.choice import ChoiceBody
from tests.factories import TYPES, make_framework, make_question

FRAMEWORK = make_framework(4)
SLUGS = tuple(competency.slug for competency in FRAMEWORK.competencies)
TOPICS = [(competency.slug, topic.slug) for competency in FRAMEWORK.competencies for topic in competency.topics]


def build(questions: tuple[Question, ...], length: int, seed: int = 1, **changes: object) -> QuizPlan:
    asked: dict[str, object] = {"competencies": SLUGS, "feedback": Feedback.EACH, "bank_digest": "00", **changes}
    return build_plan(FRAMEWORK, questions, length=length, seed=seed, **asked)  # type: ignore[arg-type]


def ids(plan: QuizPlan) -> list[str]:
    return [item.question.id for item in plan.items]


@st.composite
def pools(draw: st.DrawFn, facts: str = "uvwxyz") -> tuple[Question, ...]:
    """Questions of any competency and topic, each with up to two of a few facts."""
    parts = st.tuples(st.sampled_from(TOPICS), st.sampled_from(TYPES), st.sets(st.sampled_from(facts), max_size=2))
    return tuple(
        make_question(f"q{number}", type_, *place, facts=tuple(sorted(known)))
        for number, (place, type_, known) in enumerate(draw(st.lists(parts, max_size=30)))
    )


seeds, lengths = st.integers(0, 2**32), st.integers(0, 25)
seen_ids = st.sets(st.integers(0, 29)).map(lambda numbers: frozenset(f"q{number}" for number in numbers))
LARGE = tuple(make_question(f"q{n}", TYPES[n % 3], *TOPICS[n % len(TOPICS)]) for n in range(160))


@given(pools(), lengths, seeds, seen_ids)
def test_no_question_and_no_fact_is_met_twice(
    pool: tuple[Question, ...], length: int, seed: int, seen: frozenset[str]
) -> None:
    plan = build(pool, length, seed, seen=seen)
    facts = [fact for item in plan.items for fact in item.question.facts]
    assert len(plan.items) <= length
    assert len(set(ids(plan))) == len(plan.items)
    assert len(set(facts)) == len(facts)
    assert all(item.question in pool for item in plan.items)
    assert all(item.seen_before == (item.question.id in seen) for item in plan.items)


@given(pools(), lengths, seeds)
def test_a_competency_falls_short_only_where_all_else_shares_a_fact(
    pool: tuple[Question, ...], length: int, seed: int
) -> None:
    plan = build(pool, length, seed)
    facts = {fact for item in plan.items for fact in item.question.facts}
    counts = Counter(item.question.competency for item in plan.items)
    for slug, share in zip(SLUGS, largest_remainder(length, [1] * 4), strict=True):
        left = [q for q in pool if q.competency == slug and q.id not in ids(plan)]
        assert counts[slug] == share or (counts[slug] < share and all(facts & set(q.facts) for q in left))


@given(pools(), lengths, seeds, seen_ids)
def test_of_a_topic_the_unseen_come_before_the_seen(
    pool: tuple[Question, ...], length: int, seed: int, seen: frozenset[str]
) -> None:
    plan = build(pool, length, seed, seen=seen)
    facts = {fact for item in plan.items for fact in item.question.facts}
    repeated = {item.question.topic for item in plan.items if item.seen_before}
    left = [q for q in pool if q.id not in {*seen, *ids(plan)} and q.topic in repeated]
    assert all(facts & set(question.facts) for question in left)


@given(pools(), lengths, seeds, seen_ids, st.randoms(use_true_random=False))
def test_the_seed_alone_decides(
    pool: tuple[Question, ...], length: int, seed: int, seen: frozenset[str], mix: object
) -> None:
    plan = build(pool, length, seed, seen=seen)
    mixed = tuple(mix.sample(pool, len(pool)))  # type: ignore[attr-defined]
    assert build(mixed, length, seed, seen=seen, competencies=SLUGS[::-1]) == plan


def test_other_seeds_give_other_questions_orders_and_option_orders() -> None:
    plans = [build(LARGE, 40, seed) for seed in range(5)]
    assert len({tuple(sorted(ids(plan))) for plan in plans}) == 5
    same = [build(LARGE[:8], 8, seed) for seed in range(20)]
    assert len({tuple(ids(plan)) for plan in same}) == 20
    orders = {item.option_order for plan in same for item in plan.items if item.question.type == "single"}
    assert len(orders) > 10


def test_every_question_and_every_place_has_its_chance() -> None:
    plans = [build(LARGE[:16], 8, seed) for seed in range(400)]
    drawn = Counter(id_ for plan in plans for id_ in ids(plan))
    first = Counter(plan.items[0].question.competency for plan in plans)
    assert len(drawn) == 16
    assert all(150 <= count <= 250 for count in drawn.values())
    assert all(70 <= first[slug] <= 130 for slug in SLUGS)


@pytest.mark.parametrize(
    ("length", "chosen", "counts"),
    [
        (10, SLUGS, [3, 3, 2, 2]),
        (40, SLUGS, [10, 10, 10, 10]),
        (7, SLUGS[1:], [0, 3, 2, 2]),
        (5, SLUGS[3:], [0, 0, 0, 5]),
        (3, SLUGS, [1, 1, 1, 0]),
        (0, SLUGS, [0, 0, 0, 0]),
        (5, (), [0, 0, 0, 0]),
        (5, ("unknown",), [0, 0, 0, 0]),
    ],
)
def test_the_chosen_competencies_share_the_length(length: int, chosen: tuple[str, ...], counts: list[int]) -> None:
    plan = build(LARGE, length, competencies=chosen)
    found = Counter(item.question.competency for item in plan.items)
    assert [found[slug] for slug in SLUGS] == counts


def test_a_fact_met_in_one_competency_is_not_asked_in_another() -> None:
    pool = tuple(make_question(f"q{n}", competency=slug, facts=("rope",)) for n, slug in enumerate(SLUGS))
    assert ids(build(pool, 8)) == ["q0"]


def test_a_plan_holds_what_it_was_built_from() -> None:
    plan = build(LARGE, 4, 99, feedback=Feedback.AT_END, bank_digest="ab")
    assert (plan.framework, plan.feedback, plan.seed, plan.bank_digest) == (FRAMEWORK, Feedback.AT_END, 99, "ab")
    assert all(item == PlanItem(item.question, item.option_order) for item in plan.items)


def test_options_are_shuffled_unless_their_order_is_fixed() -> None:
    for item in build(LARGE, 60).items:
        assert sorted(item.option_order) == ([] if item.question.type == "numeric" else [*"abcd"])
    body = LARGE[0].body
    assert isinstance(body, ChoiceBody)
    fixed = replace(LARGE[0], body=replace(body, fixed_order=True))
    assert {build((fixed,), 4, seed).items[0].option_order for seed in range(9)} == {tuple("abcd")}
