"""A role profile: which competencies make someone ready, and how much each topic counts."""

from dataclasses import dataclass

from quizapp.core.material import LearningMaterial


@dataclass(frozen=True, slots=True)
class Topic:
    """A part of a competency. ``weight`` is relative to the competency's other topics and positive.

    ``material`` is what to learn about it, which stands in its topic file; None where nobody has written any.
    """

    slug: str
    title: str
    scope: str
    weight: float
    material: LearningMaterial | None = None


@dataclass(frozen=True, slots=True)
class RatedCut:
    """A readiness cut that people have rated: ``share`` in (0, 1) with its standard deviation ``spread``, above 0.

    ``rated_by`` says who rated, how and when, for example three raters by a modified Angoff method.
    """

    share: float
    spread: float
    rated_by: str


@dataclass(frozen=True, slots=True)
class Competency:
    """One axis of the radar. ``short_title`` is what fits beside an axis or in a table.

    ``cut`` is None as long as nobody has rated one: the framework's readiness cut holds then.
    """

    slug: str
    title: str
    short_title: str
    topics: tuple[Topic, ...]
    cut: RatedCut | None = None

    def topic(self, slug: str) -> Topic:
        return next(topic for topic in self.topics if topic.slug == slug)


@dataclass(frozen=True, slots=True)
class Framework:
    """A role. ``readiness_cut`` in (0, 1) is the share of the points on the whole bank expected of someone just ready.

    It holds for every competency without a cut of its own.
    """

    id: str
    title: str
    language: str
    readiness_cut: float
    competencies: tuple[Competency, ...]

    def competency(self, slug: str) -> Competency:
        return next(competency for competency in self.competencies if competency.slug == slug)
