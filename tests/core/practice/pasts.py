"""Questions with any past, for the tests of pool and queue."""

from datetime import datetime, timedelta

from hypothesis import strategies as st

from quizapp.core.practice import Card, CardState, PracticePool, QuestionRecord, build_pool
from quizapp.core.question import Question
from tests.core.test_plan import FRAMEWORK, pools
from tests.factories import NOW

Past = tuple[tuple[Question, ...], tuple[Card, ...], tuple[QuestionRecord, ...]]


def make_card(id_: str, due: datetime = NOW, state: CardState = CardState.REVIEW) -> Card:
    """A card that was reviewed a day before it is due."""
    step = None if state is CardState.REVIEW else 0
    return Card(id_, due, 1.0, 5.0, state, step, due - timedelta(days=1))


@st.composite
def pasts(draw: st.DrawFn) -> Past:
    """Questions of any topics with facts, of which some have a card or a record; a few records of questions gone."""
    questions = draw(pools())
    ids = [question.id for question in questions] + ["gone-1", "gone-2"]
    carded = draw(st.sets(st.sampled_from(ids)))
    cards = tuple(
        make_card(id_, NOW + timedelta(hours=draw(st.integers(-72, 72))), draw(st.sampled_from(CardState)))
        for id_ in sorted(carded)
    )
    known = draw(st.sets(st.sampled_from(ids)))
    return questions, cards, tuple(draw(_records(id_, is_practised=id_ in carded)) for id_ in sorted(known))


def pool_of(past: Past) -> PracticePool:
    return build_pool(FRAMEWORK, *past)


@st.composite
def _records(draw: st.DrawFn, id_: str, *, is_practised: bool) -> QuestionRecord:
    score = draw(st.none() | st.sampled_from((0.0, 0.5, 1.0)))
    counts = st.integers(0, 2) if is_practised else st.just(0)
    return QuestionRecord(
        id_,
        is_assessed=draw(st.booleans()),
        is_in_assessment=draw(st.booleans()),
        last_score=score,
        last_at=None if score is None else NOW - timedelta(days=draw(st.integers(0, 40))),
        practised_before=draw(counts),
        practised_today=draw(counts),
    )
