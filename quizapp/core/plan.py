"""Which questions an attempt asks, in which order, and how."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from quizapp.core.framework import Competency, Framework
from quizapp.core.question import Question
from quizapp.core.types import QUESTION_TYPES


class Feedback(StrEnum):
    """When right and wrong are shown: after each confirmed answer, or when the attempt is submitted."""

    EACH = "each"
    AT_END = "at_end"


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A question as one attempt shows it. ``drawn`` holds the drawn values of parametric questions."""

    question: Question
    option_order: tuple[str, ...]
    seen_before: bool = False
    drawn: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class QuizPlan:
    """What will be asked. The plan is whole in itself: a changed or removed bank changes no plan."""

    framework: Framework
    items: tuple[PlanItem, ...]
    feedback: Feedback
    seed: int
    bank_digest: str


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
) -> QuizPlan:
    """A plan of up to ``length`` questions, shared evenly by the competencies; the seed decides every draw.

    Where a competency has too few questions its share is smaller, not filled up from another.
    """
    random = Random(seed)
    chosen = [slug for slug in (c.slug for c in framework.competencies) if slug in competencies]
    shares = largest_remainder(length, [1.0] * len(chosen))
    taken: list[Question] = []
    for slug, share in zip(chosen, shares, strict=True):
        pool = [question for question in questions if question.competency == slug]
        taken += select_questions(framework.competency(slug), pool, share, random, seen, _facts(taken))
    random.shuffle(taken)
    items = tuple(plan_item(question, random, seen_before=question.id in seen) for question in taken)
    return QuizPlan(framework, items, feedback, seed, bank_digest)


def plan_item(question: Question, random: Random, *, seen_before: bool) -> PlanItem:
    """A question as one attempt will show it; the one place that draws what differs between attempts."""
    return PlanItem(question, QUESTION_TYPES[question.type].arrange(question.body, random), seen_before)


def select_questions(
    competency: Competency,
    pool: Sequence[Question],
    count: int,
    random: Random,
    seen: frozenset[str] = frozenset(),
    facts: frozenset[str] = frozenset(),
) -> list[Question]:
    """Up to ``count`` questions by the topics' weights, unseen before seen, no two that share a fact.

    The next topic is the one with the largest weight·(n + 1) − count, weights summing to 1 over the topics that
    still have a question to ask.
    """
    waiting = sorted(pool, key=lambda question: question.id)
    random.shuffle(waiting)
    waiting.sort(key=lambda question: question.id in seen)
    taken: list[Question] = []
    counts: Counter[str] = Counter()
    while len(taken) < count:
        used = facts | _facts(taken)
        waiting = [question for question in waiting if not used & set(question.facts)]
        if not waiting:
            break
        topic = _next_topic(competency, {question.topic for question in waiting}, counts, len(taken))
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


def _next_topic(competency: Competency, open_topics: set[str], counts: Counter[str], taken: int) -> str:
    topics = [topic for topic in competency.topics if topic.slug in open_topics]
    total = sum(topic.weight for topic in topics)
    return max(topics, key=lambda topic: topic.weight / total * (taken + 1) - counts[topic.slug]).slug


def _facts(questions: Iterable[Question]) -> frozenset[str]:
    return frozenset(fact for question in questions for fact in question.facts)
