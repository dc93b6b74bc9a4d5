"""A role profile: which competencies make someone ready, and how much each topic counts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A part of a competency. ``weight`` is relative to the competency's other topics and positive."""

    slug: str
    title: str
    scope: str
    weight: float


@dataclass(frozen=True, slots=True)
class Competency:
    """One axis of the radar. ``short_title`` is what fits beside an axis or in a table."""

    slug: str
    title: str
    short_title: str
    topics: tuple[Topic, ...]

    def topic(self, slug: str) -> Topic:
        return next(topic for topic in self.topics if topic.slug == slug)


@dataclass(frozen=True, slots=True)
class Framework:
    """A role. ``readiness_cut`` in (0, 1) is the share right that someone just ready is expected to reach."""

    id: str
    title: str
    language: str
    readiness_cut: float
    competencies: tuple[Competency, ...]

    def competency(self, slug: str) -> Competency:
        return next(competency for competency in self.competencies if competency.slug == slug)
