"""A finished attempt beside today's bank: which of its questions were corrected or withdrawn since, and what the same
answers are worth without the one and with the other."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.core.answer import Answer
from quizapp.core.draws import compute_draws, flaw_of
from quizapp.core.grading import grade_answer
from quizapp.core.parametric import ParametricBody
from quizapp.core.placeholders import raw_number
from quizapp.core.plan import PlanItem, QuizPlan
from quizapp.core.pool import PoolCount, count_pool
from quizapp.core.question import Question
from quizapp.core.session import QuizSession
from quizapp.core.types import QUESTION_TYPES
from quizapp.core.types.parametric import realise


@dataclass(frozen=True, slots=True)
class CurrentQuestions:
    """What a bank holds today, the questions included that are withheld till their facts are looked up again.

    ``is_whole`` says that nothing fell out of it by an error: only then a missing question was withdrawn.
    """

    questions: tuple[Question, ...]
    is_whole: bool = True


class RevisionKind(StrEnum):
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Revision:
    """What became of a question. ``revision`` is its number today, 0 if it was withdrawn.

    ``is_regraded`` is false where the answer does not fit the corrected question: it then counts as it did.
    ``score`` is what the answer earns today, in 0..1, where that is not what it earned.
    """

    kind: RevisionKind
    revision: int = 0
    is_regraded: bool = False
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Revisions:
    """``changes`` by the positions of the attempt as it was; ``session`` is the same attempt with today's questions.

    The session is for scoring alone: its positions are others where questions were withdrawn, and it has none left
    where all were.
    """

    changes: Mapping[int, Revision]
    session: QuizSession

    @property
    def is_empty(self) -> bool:
        return not self.changes

    def of(self, position: int) -> Revision | None:
        """What became of the question at a position of the attempt as it was."""
        return self.changes.get(position)

    def count(self, kind: RevisionKind) -> int:
        return sum(change.kind is kind for change in self.changes.values())

    @property
    def kept_grades(self) -> int:
        """How many corrected questions could not be graded anew."""
        return self.count(RevisionKind.CORRECTED) - sum(change.is_regraded for change in self.changes.values())


def compare_revisions(session: QuizSession, bank: CurrentQuestions) -> Revisions:
    """A finished attempt against the questions of the same framework as they are today."""
    known = {question.id: question for question in bank.questions}
    changes: dict[int, Revision] = {}
    kept: list[tuple[int, PlanItem]] = []
    for position, item in enumerate(session.plan.items):
        today = known.get(item.question.id)
        if today is None and bank.is_whole:
            changes[position] = Revision(RevisionKind.WITHDRAWN)
            continue
        corrected = today if today and today.revision > item.question.revision else None
        new = corrected_item(item, corrected) if corrected else None
        kept.append((position, new or item))
        if corrected:
            changes[position] = _correction(corrected, item, new, session.states[position].answer)
    return Revisions(changes, _rebuilt(session, kept))


def _correction(question: Question, old: PlanItem, new: PlanItem | None, answer: Answer | None) -> Revision:
    if new is None:
        return Revision(RevisionKind.CORRECTED, question.revision)
    before, after = grade_answer(old.question, answer).score, grade_answer(new.question, answer).score
    score = after if after != before else None
    return Revision(RevisionKind.CORRECTED, question.revision, is_regraded=True, score=score)


def corrected_item(item: PlanItem, today: Question) -> PlanItem | None:
    """An item that asks the corrected question, or None where a response to the old one does not fit it.

    It counts in the competency and topic in which it was asked, and drawn values stay as drawn.
    """
    old = item.question
    drawn = _drawn_again(today, item.drawn) if isinstance(today.body, ParametricBody) else today
    if drawn is None or drawn.type != old.type:
        return None
    type_ = QUESTION_TYPES[old.type]
    if type_.frame(drawn.body) != type_.frame(old.body):
        return None
    return replace(item, question=replace(drawn, competency=old.competency, topic=old.topic))


def _drawn_again(question: Question, drawn: Iterable[tuple[str, str]]) -> Question | None:
    """A parametric question with values that were drawn before; None if it could not have drawn them."""
    body, texts = question.body, dict(drawn)
    assert isinstance(body, ParametricBody)
    if set(texts) != {variable.name for variable in body.variables}:
        return None
    columns: dict[str, list[float]] = {}
    for variable in body.variables:
        columns[variable.name] = [value for value in variable.values if raw_number(value) == texts[variable.name]][:1]
    if not all(columns.values()):
        return None
    draws = compute_draws(body, columns)
    return realise(question, body, draws, 0)[0] if flaw_of(body, draws, 0) is None else None


def _rebuilt(session: QuizSession, kept: list[tuple[int, PlanItem]]) -> QuizSession:
    items = tuple(item for _, item in kept)
    states = tuple(session.states[position] for position, _ in kept)
    new = dict(kept)
    pool = _pool_today(session.plan, new)
    return replace(session, plan=replace(session.plan, items=items, pool=pool), states=states, position=0)


def _pool_today(plan: QuizPlan, new: Mapping[int, PlanItem]) -> tuple[PoolCount, ...]:
    """The pool of the day of planning with the corrected questions in it, and without those withdrawn."""
    counts = Counter({replace(kind, count=1): kind.count for kind in plan.pool})
    for position, item in enumerate(plan.items):
        (before,) = _kind(item.question)
        if new.get(position) is not item and counts[before]:
            counts[before] -= 1
            counts.update(_kind(new[position].question) if position in new else ())
    return tuple(replace(kind, count=count) for kind, count in counts.items() if count)


def _kind(question: Question) -> tuple[PoolCount, ...]:
    return count_pool((question,), (question.competency,))
