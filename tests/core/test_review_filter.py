"""The filters of the review: kinds, competency and topic, words."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import Answer
from quizapp.core.grading import grade_answer, key_response
from quizapp.core.review_filter import ReviewFilter, ReviewKind, ReviewSearch
from quizapp.core.session import QuizSession, finish_session, move_to, start_session, submit_answer, toggle_flag
from tests.factories import NOW, make_plan, wrong_response

KINDS = st.frozensets(st.sampled_from(ReviewKind))


def take(answers: list[tuple[bool | None, float | None]], *, flag: int | None = None) -> QuizSession:
    """An attempt over four competencies, answered with a confidence; None leaves a question unanswered."""
    session = start_session(make_plan(max(1, len(answers))), id_="a", now=NOW)
    for position, (right, confidence) in enumerate(answers):
        session = move_to(session, position)
        if position == flag:
            session = toggle_flag(session)
        if right is not None:
            question = session.item.question
            response = key_response(question) if right else wrong_response(question)
            session, _ = submit_answer(session, Answer(response, NOW, confidence=confidence))
    return finish_session(session, now=NOW)


SESSION = take([(True, 0.95), (False, 0.95), (True, 0.25), (False, None), (None, None)], flag=0)


def found(**wanted: object) -> tuple[int, ...]:
    return ReviewSearch(SESSION).find(ReviewFilter(**wanted))  # type: ignore[arg-type]


def test_without_a_filter_all_are_there_confident_errors_first() -> None:
    assert found() == (1, 0, 2, 3, 4)


def test_each_kind_finds_its_questions() -> None:
    search = ReviewSearch(SESSION)
    wrong = search.find(ReviewFilter(frozenset({ReviewKind.WRONG})))
    partly = search.find(ReviewFilter(frozenset({ReviewKind.PARTLY})))
    assert {*wrong, *partly} == {1, 3, 4}
    for position in wrong:
        assert grade_answer(SESSION.plan.items[position].question, SESSION.states[position].answer).score == 0
    assert found(kinds=frozenset({ReviewKind.FLAGGED})) == (0,)
    assert found(kinds=frozenset({ReviewKind.CONFIDENT})) == (1,)
    assert found(kinds=frozenset({ReviewKind.LUCKY})) == (2,)
    assert found(kinds=frozenset({ReviewKind.SEEN})) == ()


def test_one_of_several_kinds_is_enough() -> None:
    assert found(kinds=frozenset({ReviewKind.FLAGGED, ReviewKind.LUCKY})) == (0, 2)


def test_a_question_seen_before_is_found() -> None:
    items = tuple(replace(item, seen_before=n == 2) for n, item in enumerate(SESSION.plan.items))
    session = replace(SESSION, plan=replace(SESSION.plan, items=items))
    assert ReviewSearch(session).find(ReviewFilter(frozenset({ReviewKind.SEEN}))) == (2,)


def test_competency_and_topic_narrow() -> None:
    question = SESSION.plan.items[2].question
    mine = found(competency=question.competency)
    assert mine
    assert all(SESSION.plan.items[p].question.competency == question.competency for p in mine)
    assert found(competency=question.competency, topic=question.topic) == mine
    assert found(competency=question.competency, topic="no such topic") == ()


def test_every_word_has_to_occur_in_any_case() -> None:
    stem = SESSION.plan.items[0].question.stem
    word = stem.split()[0]
    assert 0 in found(words=word.upper())
    assert found(words=f"{word} no-such-word-anywhere") == ()
    assert found(words="softmax")[0] in range(5)  # stands in the code of the first question


@given(KINDS, st.sampled_from(["", "q", "a b", "zz"]))
def test_a_filter_only_takes_away_and_keeps_the_order(kinds: frozenset[ReviewKind], words: str) -> None:
    whole, some = found(), found(kinds=kinds, words=words)
    assert [position for position in whole if position in some] == list(some)
    assert set(found(kinds=kinds)) >= set(some)


@given(
    st.lists(
        st.tuples(st.sampled_from([True, False, None]), st.sampled_from([None, 0.25, 0.95])), min_size=1, max_size=8
    )
)
def test_counts_are_those_of_the_filters(answers: list[tuple[bool | None, float | None]]) -> None:
    search = ReviewSearch(take(answers))
    for kind in ReviewKind:
        assert search.count(kind) == len(search.find(ReviewFilter(frozenset({kind}))))
