"""Wrong ideas that answers show more than once: what the authors named them, how often, and where."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizapp.core.grading import shown_misconceptions
from quizapp.core.session import QuizSession

REPEATED = 2
"""A wrong idea that was seen once may be a slip."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """An answer that shows a wrong idea: the attempt, the number of the question in it (from 1), its id and topic."""

    attempt: str
    number: int
    question_id: str
    topic: str


@dataclass(frozen=True, slots=True)
class Misconception:
    """A wrong idea by its short name, with every answer that shows it, in the order given."""

    slug: str
    sightings: tuple[Sighting, ...]

    @property
    def name(self) -> str:
        """The short name as words: ``null-counts-as-zero`` is "null counts as zero"."""
        return self.slug.replace("-", " ")

    @property
    def count(self) -> int:
        return len(self.sightings)


def repeated_misconceptions(sessions: Iterable[QuizSession]) -> tuple[Misconception, ...]:
    """The wrong ideas that two answers show at least, over all attempts, the most frequent first, then by name.

    An answer counts once for an idea, however many of its options show it; "I don't know" shows none.
    """
    found: dict[str, list[Sighting]] = {}
    for slug, sighting in _sightings(sessions):
        found.setdefault(slug, []).append(sighting)
    often = [Misconception(slug, tuple(seen)) for slug, seen in found.items() if len(seen) >= REPEATED]
    return tuple(sorted(often, key=_order))


def _sightings(sessions: Iterable[QuizSession]) -> Iterator[tuple[str, Sighting]]:
    for session in sessions:
        for number, (item, state) in enumerate(zip(session.plan.items, session.states, strict=True), 1):
            for slug in shown_misconceptions(item.question, state.answer):
                yield slug, Sighting(session.id, number, item.question.id, item.question.topic)


def _order(each: Misconception) -> tuple[int, str]:
    return -each.count, each.slug
