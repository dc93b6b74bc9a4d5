"""The counts at a glance are those of the queues, whatever the past."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.practice import DailyLimit, PracticeChoice, PracticeSource, practice_overview, practice_queue
from tests.core.practice.pasts import Past, pasts, pool_of
from tests.factories import NOW

limits = st.builds(DailyLimit, st.integers(0, 12), st.integers(0, 12))


@given(pasts(), limits, st.integers(0, 9))
def test_counts_do_not_hang_on_the_seed_and_are_those_of_the_queues(past: Past, limit: DailyLimit, seed: int) -> None:
    pool = pool_of(past)
    overview = practice_overview(pool, now=NOW, limit=limit)
    for source in PracticeSource:
        queue = practice_queue(pool, PracticeChoice(source), now=NOW, limit=limit, seed=seed)
        assert overview.sources[source] == len(queue)
    assert overview.today == sum(overview.reasons.values())


@given(pasts())
def test_topics_have_what_the_choice_by_topic_has(past: Past) -> None:
    pool = pool_of(past)
    overview = practice_overview(pool, now=NOW, limit=DailyLimit())
    for topic, count in overview.topics.items():
        choice = PracticeChoice(PracticeSource.TOPIC, frozenset({topic}))
        assert len(practice_queue(pool, choice, now=NOW)) == count
    assert sum(overview.topics.values()) == len(pool.questions)
    assert overview.held_out == len(pool.held_out)
