"""Which questions of a finished attempt a reviewer wants to see."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from quizapp.core.calibration import confident_errors, lucky_answers, review_order
from quizapp.core.grading import describe_response, grade_answer, key_response
from quizapp.core.markup import plain_text
from quizapp.core.plan import PlanItem
from quizapp.core.session import ItemState, QuizSession, is_scored


class ReviewKind(StrEnum):
    """What a question may be found by; one may be of several kinds."""

    WRONG = "wrong"  # no credit at all, "I don't know" too
    PARTLY = "partly"
    FLAGGED = "flagged"
    CONFIDENT = "confident"  # not right, though the person was sure
    LUCKY = "lucky"  # right, though the person was not
    SEEN = "seen"  # asked in an earlier attempt


@dataclass(frozen=True, slots=True)
class ReviewFilter:
    """``kinds``: one of them is enough, none lets all pass. ``topic`` is of ``competency``; "" stands for all.

    ``words`` as typed: each has to occur in question, answer, key or explanation.
    """

    kinds: frozenset[ReviewKind] = frozenset()
    competency: str = ""
    topic: str = ""
    words: str = ""


class ReviewSearch:
    """Knows the kinds of each question of an attempt, and what it can be found by."""

    def __init__(self, session: QuizSession) -> None:
        self._session = session
        self._order = review_order(session)
        self._texts: dict[int, str] = {}
        self.kinds: Mapping[int, frozenset[ReviewKind]] = _kinds(session)

    def count(self, kind: ReviewKind) -> int:
        """How many questions are of a kind."""
        return sum(kind in kinds for kinds in self.kinds.values())

    def find(self, wanted: ReviewFilter) -> tuple[int, ...]:
        """The positions that meet a filter, confident errors first."""
        words = wanted.words.casefold().split()
        return tuple(
            position
            for position in self._order
            if (not wanted.kinds or wanted.kinds & self.kinds[position])
            and self._is_about(position, wanted)
            and all(word in self._text(position) for word in words)
        )

    def _is_about(self, position: int, wanted: ReviewFilter) -> bool:
        question = self._session.plan.items[position].question
        return (not wanted.competency or question.competency == wanted.competency) and (
            not wanted.topic or question.topic == wanted.topic
        )

    def _text(self, position: int) -> str:
        if position not in self._texts:
            item, state = self._session.plan.items[position], self._session.states[position]
            self._texts[position] = " ".join(_texts(item, state)).casefold()
        return self._texts[position]


def _kinds(session: QuizSession) -> dict[int, frozenset[ReviewKind]]:
    sure, lucky = frozenset(confident_errors(session)), frozenset(lucky_answers(session))
    found: dict[int, frozenset[ReviewKind]] = {}
    for position, (item, state) in enumerate(zip(session.plan.items, session.states, strict=True)):
        score = grade_answer(item.question, state.answer).score
        belongs = {
            ReviewKind.WRONG: is_scored(state) and score <= 0,
            ReviewKind.PARTLY: is_scored(state) and 0 < score < 1,
            ReviewKind.FLAGGED: state.flagged,
            ReviewKind.CONFIDENT: position in sure,
            ReviewKind.LUCKY: position in lucky,
            ReviewKind.SEEN: item.seen_before,
        }
        found[position] = frozenset(kind for kind, is_so in belongs.items() if is_so)
    return found


def _texts(item: PlanItem, state: ItemState) -> Iterable[str]:
    question, order = item.question, item.option_order
    yield question.id
    yield plain_text(question.stem)
    if question.code:
        yield question.code.text
    if question.table:
        yield from (cell for row in (question.table.header, *question.table.rows) for cell in row)
    yield describe_response(question, key_response(question), order)
    if state.answer and state.answer.response:
        yield describe_response(question, state.answer.response, order)
    yield plain_text(question.explanation)
