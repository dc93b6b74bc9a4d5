"""What to learn next: the topics that hold a person back most, and the wrong ideas that come up again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from types import MappingProxyType

from quizapp.core.framework import Competency, Framework, Topic
from quizapp.core.measure import AnswerRow, Cut, cut_of, pool_domain, session_rows
from quizapp.core.measure.topic import TopicMeasure, topic_posterior
from quizapp.core.misconceptions import Misconception, repeated_misconceptions
from quizapp.core.pool import PoolCount, count_pool
from quizapp.core.session import QuizSession

ENOUGH_ANSWERS = 3
"""With fewer answers of its own a topic has little evidence."""

FEWEST, MOST = 5, 20
"""Practice questions: fewer teach little, and more of one topic are too many at a stretch."""


@dataclass(frozen=True, slots=True)
class TopicAdvice:
    """A topic to work on. Shares are 0..1.

    ``answers`` are those to questions not seen before, ``points`` what they earned. ``weight`` is the topic's part of
    its competency. ``level`` is the share of its points to be expected, ``target`` that of someone just ready,
    ``shortfall`` by how much the level is expected to lie below it; ``sureness`` is the probability that the topic is
    below the target at all. ``questions`` is how many to practise: no more than the bank has.
    """

    competency: Competency
    topic: Topic
    answers: int
    points: float
    weight: float
    level: float
    target: float
    shortfall: float
    sureness: float
    questions: int

    @property
    def gain(self) -> float:
        """What closing the gap would add to the level of the competency, 0..1."""
        return self.weight * self.shortfall

    @property
    def priority(self) -> float:
        """The gain, times how sure it is that there is a gap."""
        return self.gain * self.sureness

    @property
    def has_little_evidence(self) -> bool:
        return self.answers < ENOUGH_ANSWERS


@dataclass(frozen=True, slots=True)
class StudyPlan:
    """The topics to work on, the most important first, and the wrong ideas seen again, the most frequent first.

    ``not_asked`` are topics of the same competencies without an answer that counts; ``thin`` those that are not
    listed, though fewer than ``ENOUGH_ANSWERS`` answers say so. ``answers`` counts those that the plan stands on.
    """

    topics: tuple[TopicAdvice, ...]
    not_asked: tuple[Topic, ...] = ()
    thin: tuple[Topic, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    answers: int = 0


def session_study_plan(session: QuizSession) -> StudyPlan:
    """The plan that one attempt gives, on the bank as it was when the attempt was planned."""
    plan = session.plan
    asked = [item.question for item in plan.items]
    pool = plan.pool or count_pool(asked, {question.competency for question in asked})
    return build_study_plan(plan.framework, session_rows(session), pool, repeated_misconceptions([session]))


def build_study_plan(
    framework: Framework,
    rows: Iterable[AnswerRow],
    pool: Sequence[PoolCount],
    misconceptions: Iterable[Misconception] = (),
    cuts: Mapping[str, Cut] = MappingProxyType({}),
) -> StudyPlan:
    """The plan from scored answers; levels and targets stand on ``pool``, the bank's questions as counts.

    A topic is listed if an answer in it lost points and it is more likely below the target than not. The order is
    that of weight · expected shortfall · probability of being below the target; ties stay in the framework's order.
    Answers to questions seen before are left out, as in the measure. A competency that is not in ``cuts`` has the cut
    of the framework; one that the pool has nothing of is left out.

    A point lost moves its topic up in priority, and never behind a topic of another competency. Within its competency
    it lowers what is expected of the other topics too, as a rule by less.
    """
    fresh = [row for row in rows if not row.seen_before]
    scopes = [_scope(c, fresh, pool, cuts.get(c.slug) or cut_of(framework, c)) for c in framework.competencies]
    studied = [(scope, topic) for scope in scopes for topic in scope.topics]
    listed = [scope.advise(topic) for scope, topic in studied if scope.is_weak(topic)]
    return StudyPlan(
        tuple(sorted(listed, key=_rank)),
        tuple(topic for scope, topic in studied if not scope.rows_of(topic)),
        tuple(topic for scope, topic in studied if scope.rows_of(topic) and scope.is_thin(topic)),
        tuple(misconceptions),
        len(fresh),
    )


@dataclass(frozen=True, slots=True)
class _Scope:
    """A competency with its fresh answers and what the bank has of it."""

    competency: Competency
    rows: tuple[AnswerRow, ...]
    pool: tuple[PoolCount, ...]
    cut: Cut

    @property
    def topics(self) -> list[Topic]:
        """Those that the bank asks something about."""
        asked = {kind.topic for kind in self.pool}
        return [topic for topic in self.competency.topics if topic.slug in asked]

    def rows_of(self, topic: Topic) -> list[AnswerRow]:
        return [row for row in self.rows if row.topic == topic.slug]

    def measure(self, topic: Topic) -> TopicMeasure:
        posterior = topic_posterior(self.rows_of(topic), (row for row in self.rows if row.topic != topic.slug))
        own = [kind for kind in self.pool if kind.topic == topic.slug]
        whole = pool_domain(self.competency, self.pool)
        return TopicMeasure(posterior, pool_domain(self.competency, own), whole, self.cut)

    def is_weak(self, topic: Topic) -> bool:
        lost = any(row.score < 1 for row in self.rows_of(topic))
        return lost and self.measure(topic).below >= 0.5

    def is_thin(self, topic: Topic) -> bool:
        """Whether it is not listed, and hardly anything says that it need not be."""
        return len(self.rows_of(topic)) < ENOUGH_ANSWERS and not self.is_weak(topic)

    def advise(self, topic: Topic) -> TopicAdvice:
        rows, measure = self.rows_of(topic), self.measure(topic)
        return TopicAdvice(
            competency=self.competency,
            topic=topic,
            answers=len(rows),
            points=sum(row.score for row in rows),
            weight=topic.weight / sum(each.weight for each in self.topics),
            level=measure.level,
            target=measure.target,
            shortfall=measure.shortfall,
            sureness=measure.below,
            questions=practice_questions(measure, sum(k.count for k in self.pool if k.topic == topic.slug)),
        )


def practice_questions(measure: TopicMeasure, available: int) -> int:
    """How many questions of a topic to practise: a rule of thumb, from 5 to 20 and up to the ``available`` ones.

    Where n right answers in a row to the topic's average question would make the topic as likely above the target as
    below, n / target questions are asked until someone just ready has given as many.
    """
    rights = next((count for count in range(1, MOST) if measure.with_right(count).below < 0.5), MOST)
    return min(max(ceil(rights / measure.target), FEWEST), MOST, available)


def _scope(competency: Competency, rows: Iterable[AnswerRow], pool: Iterable[PoolCount], cut: Cut) -> _Scope:
    slug = competency.slug
    mine = tuple(row for row in rows if row.competency == slug)
    return _Scope(competency, mine, tuple(kind for kind in pool if kind.competency == slug), cut)


def _rank(advice: TopicAdvice) -> float:
    # Rounded: equal answers have equal ranks, whatever the order in which their digits were added up.
    return -round(advice.priority, 9)
