"""What a bank had to ask when an attempt was planned, as counts: enough to measure the attempt for ever."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from quizapp.core.grading import chance_score
from quizapp.core.question import Question


@dataclass(frozen=True, slots=True)
class PoolCount:
    """How many questions of a topic have a difficulty (the author's 1..5) and a chance score in [0, 1)."""

    competency: str
    topic: str
    difficulty: int
    chance: float
    count: int = 1


def count_pool(questions: Iterable[Question], competencies: Collection[str]) -> tuple[PoolCount, ...]:
    """The questions of some competencies, counted by all that the domain score asks of them, in a fixed order."""
    counts = Counter(
        (question.competency, question.topic, question.difficulty, chance_score(question))
        for question in questions
        if question.competency in competencies
    )
    return tuple(PoolCount(*kind, count) for kind, count in sorted(counts.items()))
