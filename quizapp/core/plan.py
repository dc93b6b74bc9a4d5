"""Which questions an attempt asks, in which order, and how."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import inf
from random import Random

from quizapp.core.framework import Competency, Framework
from quizapp.core.pool import PoolCount, count_pool
from quizapp.core.question import Question
from quizapp.core.types import QUESTION_TYPES


class Feedback(StrEnum):
    """When right and wrong are shown: after each confirmed answer, or when the attempt is submitted."""

    EACH = "each"
    AT_END = "at_end"


class PlanMethod(StrEnum):
    """How the questions of an attempt are chosen."""

    FIXED = "fixed"  # all at the start, by the blueprint
    ADAPTIVE = "adaptive"  # one after the other, by what the answers say so far (``core.adaptive``)
    QUICK = "quick"  # all at the start, for ten minutes and one competency
    PRACTICE = "practice"  # all at the start, by what is due (``core.practice``): to learn, and never measured

    @property
    def is_practice(self) -> bool:
        return self is PlanMethod.PRACTICE


ASSESSMENTS = tuple(method for method in PlanMethod if not method.is_practice)
"""The ways to choose the questions of an assessment, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A question as one attempt shows it. ``drawn`` holds the drawn values of parametric questions."""

    question: Question
    option_order: tuple[str, ...]
    seen_before: bool = False
    drawn: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class QuizPlan:
    """What will be asked. The plan is whole in itself: a changed or removed bank changes no plan.

    ``pool`` counts the bank's questions of the competencies asked about, on which the domain score stands; plans of
    early versions have none.

    ``competencies`` are the slugs that were chosen, also where nothing is asked about one. ``limit`` is the greatest
    number of questions of a plan that grows; None where all are there from the start. ``ask_confidence`` offers to say
    how sure one is of each answer.
    """

    framework: Framework
    items: tuple[PlanItem, ...]
    feedback: Feedback
    seed: int
    bank_digest: str
    pool: tuple[PoolCount, ...] = ()
    method: PlanMethod = PlanMethod.FIXED
    competencies: tuple[str, ...] = ()
    limit: int | None = None
    ask_confidence: bool = False

    @property
    def most_questions(self) -> int:
        """How many questions the attempt may have in the end."""
        return len(self.items) if self.limit is None else self.limit


def build_plan(
    framework: Framework,
    questions: Sequence[Question],
    competencies: Sequence[str],
    length: int,
    *,
    feedback: Feedback,
    seed: int,
    bank_digest: str,
    seen: frozenset[str] = frozenset(),
    ask_confidence: bool = False,
) -> QuizPlan:
    """A plan of up to ``length`` questions, shared evenly by the competencies; the seed decides every draw.

    Where a competency has too few questions its share is smaller, not filled up from another.
    """
    random = Random(seed)
    chosen = in_order(framework, competencies)
    shares = largest_remainder(length, [1.0] * len(chosen))
    taken: list[Question] = []
    for slug, share in zip(chosen, shares, strict=True):
        pool = [question for question in questions if question.competency == slug]
        taken += select_questions(framework.competency(slug), pool, share, random, seen, facts_of(taken))
    random.shuffle(taken)
    items = tuple(plan_item(question, random, seen_before=question.id in seen) for question in taken)
    counts = count_pool(questions, chosen)
    return QuizPlan(
        framework, items, feedback, seed, bank_digest, counts, competencies=chosen, ask_confidence=ask_confidence
    )


def plan_item(question: Question, random: Random, *, seen_before: bool) -> PlanItem:
    """A question as one attempt will show it; the one place that draws what differs between attempts."""
    type_ = QUESTION_TYPES[question.type]
    real, drawn = type_.draw(question, random)
    return PlanItem(real, type_.arrange(real.body, random), seen_before, drawn)


def select_questions(
    competency: Competency,
    pool: Sequence[Question],
    count: int,
    random: Random,
    seen: frozenset[str] = frozenset(),
    facts: frozenset[str] = frozenset(),
    seconds: float = inf,
) -> list[Question]:
    """Up to ``count`` questions by the topics' weights, unseen before seen, no two that share a fact.

    Their estimated times add up to at most ``seconds``.

    The next topic is the one with the largest weight·(n + 1) − count, weights summing to 1 over the topics that
    still have a question to ask.
    """
    waiting = sorted(pool, key=lambda question: question.id)
    random.shuffle(waiting)
    waiting.sort(key=lambda question: question.id in seen)
    taken: list[Question] = []
    counts: Counter[str] = Counter()
    while len(taken) < count:
        used, left = facts | facts_of(taken), seconds - sum(question.seconds for question in taken)
        waiting = [q for q in waiting if used.isdisjoint(q.facts) and q.seconds <= left]
        if not waiting:
            break
        topic = next_topic(competency, {question.topic for question in waiting}, counts, len(taken))
        question = next(question for question in waiting if question.topic == topic)
        waiting.remove(question)
        taken.append(question)
        counts[topic] += 1
    return taken


def largest_remainder(total: int, weights: Sequence[float]) -> list[int]:
    """``total`` shared in whole numbers by weight (Hamilton's method); ties go to the earlier."""
    quotas = [total * weight / sum(weights) for weight in weights]
    shares = [int(quota) for quota in quotas]
    by_remainder = sorted(range(len(weights)), key=lambda i: (shares[i] - quotas[i], i))
    for i in by_remainder[: total - sum(shares)]:
        shares[i] += 1
    return shares


def in_order(framework: Framework, competencies: Collection[str]) -> tuple[str, ...]:
    """Slugs of competencies in the framework's order; those that it doesn't have drop out."""
    return tuple(competency.slug for competency in framework.competencies if competency.slug in competencies)


def next_topic(competency: Competency, open_topics: Collection[str], counts: Mapping[str, int], taken: int) -> str:
    """The topic with the largest weight·(n + 1) − count, of those still open; ``taken`` is n, over all topics."""
    topics = [topic for topic in competency.topics if topic.slug in open_topics]
    total = sum(topic.weight for topic in topics)
    return max(topics, key=lambda topic: topic.weight / total * (taken + 1) - counts.get(topic.slug, 0)).slug


def facts_of(questions: Iterable[Question]) -> frozenset[str]:
    """What some questions give away."""
    return frozenset(fact for question in questions for fact in question.facts)
