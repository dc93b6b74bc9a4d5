"""A practice session as a plan, so that it is answered, stored and resumed as every attempt."""

from collections.abc import Iterable
from random import Random

from quizapp.core.framework import Framework
from quizapp.core.plan import Feedback, PlanMethod, QuizPlan, in_order, plan_item
from quizapp.core.practice.queue import SESSION_LENGTH, QueueEntry
from quizapp.core.question import Question


def build_practice_plan(
    framework: Framework,
    queue: Iterable[QueueEntry],
    length: int = SESSION_LENGTH,
    *,
    seed: int,
    bank_digest: str,
    seen: frozenset[str] = frozenset(),
    ask_confidence: bool = False,
) -> QuizPlan:
    """A session of the first ``length`` questions of a queue, in its order, with feedback after each answer.

    No two share a fact. The seed draws the order of options and new numbers of parametric questions. The plan has no
    ``pool``, since nothing is measured. Raises ValueError for a queue of which nothing can be asked.
    """
    taken = _without_shared_facts(queue, length)
    if not taken:
        raise ValueError("nothing to practise")
    random = Random(seed)
    return QuizPlan(
        framework=framework,
        items=tuple(plan_item(question, random, seen_before=question.id in seen) for question in taken),
        feedback=Feedback.EACH,
        seed=seed,
        bank_digest=bank_digest,
        method=PlanMethod.PRACTICE,
        competencies=in_order(framework, {question.competency for question in taken}),
        ask_confidence=ask_confidence,
    )


def _without_shared_facts(queue: Iterable[QueueEntry], length: int) -> list[Question]:
    taken: list[Question] = []
    facts: set[str] = set()
    for question in (entry.question for entry in queue):
        if len(taken) < length and facts.isdisjoint(question.facts):
            taken.append(question)
            facts.update(question.facts)
    return taken
