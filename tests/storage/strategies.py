"""Any session that the domain can hold, for property tests."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from quizapp.core.answer import Answer, Response
from quizapp.core.plan import Feedback, PlanItem, QuizPlan
from quizapp.core.session import ItemState, QuizSession
from tests.factories import TYPES, make_framework, make_question

# Also NUL, line ends and lone surrogates: all of them can be pasted into a field.
any_text = st.text(st.characters(exclude_categories=[]), max_size=12)
bank_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
times = st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1), timezones=zones)  # noqa: DTZ001 - hypothesis adds them
seconds = st.floats(0, 1e7)


@st.composite
def plans(draw: st.DrawFn) -> QuizPlan:
    framework = make_framework(draw(st.integers(1, 8)))
    slugs = [competency.slug for competency in framework.competencies]
    count = draw(st.integers(1, 6))
    return QuizPlan(
        framework=framework,
        items=tuple(draw(_items(f"q{number}", slugs)) for number in range(count)),
        feedback=draw(st.sampled_from(Feedback)),
        seed=draw(st.integers()),
        bank_digest=draw(bank_text),
    )


@st.composite
def sessions(draw: st.DrawFn, plans: st.SearchStrategy[QuizPlan] = plans()) -> QuizSession:  # noqa: B008
    plan = draw(plans)
    return QuizSession(
        id=draw(st.uuids()).hex,
        plan=plan,
        states=tuple(draw(_states(item)) for item in plan.items),
        started_at=draw(times),
        position=draw(st.integers(0, len(plan.items) - 1)),
        elapsed=draw(seconds),
        finished_at=draw(st.none() | times.map(lambda time: time.astimezone(UTC))),
    )


@st.composite
def _items(draw: st.DrawFn, id_: str, slugs: list[str]) -> PlanItem:
    type_, slug = draw(st.sampled_from(TYPES)), draw(st.sampled_from(slugs))
    question = make_question(id_, type_, slug, stem=draw(bank_text), seconds=draw(st.integers(1, 600)))
    order = () if type_ == "numeric" else tuple(draw(st.permutations("abcd")))
    drawn = st.lists(st.tuples(bank_text, bank_text), max_size=2).map(tuple)
    return PlanItem(question, order, draw(st.booleans()), draw(drawn))


def _responses(item: PlanItem) -> st.SearchStrategy[Response]:
    if item.question.type == "numeric":
        return st.tuples(any_text)
    return st.lists(st.sampled_from(item.option_order), unique=True).map(tuple)


@st.composite
def _states(draw: st.DrawFn, item: PlanItem) -> ItemState:
    answers = st.builds(Answer, _responses(item), times, st.booleans(), st.none() | st.floats(0, 1), seconds)
    return ItemState(draw(st.none() | answers), draw(_responses(item)), draw(st.booleans()), draw(st.booleans()))
