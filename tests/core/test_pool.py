"""What a plan keeps of its bank: counts from which the same domain comes as from the questions."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.measure import competency_domain, plan_domain, pool_domain
from quizapp.core.plan import Feedback, QuizPlan, build_plan
from quizapp.core.pool import PoolCount, count_pool
from quizapp.core.question import Question
from quizapp.core.snapshot import plan_from_data, plan_to_data
from tests.factories import TYPES, make_framework, make_plan, make_question

FRAMEWORK = make_framework(4)
PLACES = [(competency.slug, topic.slug) for competency in FRAMEWORK.competencies for topic in competency.topics]
BANK = tuple(
    make_question(f"q{n}", TYPES[n % 3], *PLACES[n % 8], difficulty=1 + Random(n).randrange(5)) for n in range(120)
)


def build(questions: tuple[Question, ...], competencies: tuple[str, ...], length: int = 8) -> QuizPlan:
    return build_plan(FRAMEWORK, questions, competencies, length, feedback=Feedback.AT_END, seed=1, bank_digest="00")


def test_alike_questions_are_counted_together() -> None:
    bank = [make_question(f"q{n}", type_, difficulty=level) for n, (type_, level) in enumerate(
        [("single", 2), ("numeric", 2), ("single", 2), ("single", 4)]
    )]  # fmt: skip
    assert count_pool([*bank, make_question("x", competency="elsewhere")], {"llm-basics"}) == (
        PoolCount("llm-basics", "llm-basics-theory", 2, 0.0, 1),
        PoolCount("llm-basics", "llm-basics-theory", 2, 0.25, 2),
        PoolCount("llm-basics", "llm-basics-theory", 4, 0.25, 1),
    )


def test_a_plan_counts_the_whole_bank_of_what_it_asks_about() -> None:
    plan = build(BANK, ("prompting", "llmops"))
    assert plan.pool == count_pool(BANK, {"prompting", "llmops"})
    assert sum(kind.count for kind in plan.pool) == 60 > len(plan.items)


kinds = st.tuples(st.sampled_from(PLACES), st.sampled_from(TYPES), st.integers(1, 5))


@given(st.lists(kinds, min_size=1, max_size=20), st.randoms(use_true_random=False))
def test_counts_give_the_domain_of_the_questions_to_the_last_digit(
    drawn: list[tuple[tuple[str, str], str, int]], random: Random
) -> None:
    bank = [make_question(f"q{n}", type_, *place, difficulty=level) for n, (place, type_, level) in enumerate(drawn)]
    shuffled = list(bank)
    random.shuffle(shuffled)
    for competency in FRAMEWORK.competencies:
        if any(question.competency == competency.slug for question in bank):
            pool = count_pool(shuffled, {competency.slug})
            assert pool_domain(competency, pool) == competency_domain(competency, bank)


def test_the_counts_are_stored_with_the_plan() -> None:
    plan = build(BANK, ("prompting",))
    again = plan_from_data(plan_to_data(plan))
    assert again == plan
    prompting = FRAMEWORK.competency("prompting")
    assert plan_domain(again, prompting) == competency_domain(prompting, BANK)


def test_a_plan_of_an_early_version_is_read() -> None:
    data = plan_to_data(make_plan(4))
    del data["pool"]
    for competency in data["framework"]["competencies"]:
        del competency["cut"]
    assert plan_from_data(data) == make_plan(4)
