"""What an attempt will tell: how many questions, how long, and how sure, before it begins.

Nothing here is a rule of thumb: simulated people take the attempt, and the measure itself says what it made of them.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from random import Random
from statistics import NormalDist, fmean

from quizapp.core.framework import Competency, Framework
from quizapp.core.grading import chance_score
from quizapp.core.measure.competency import Claim, Label, claim_for, label_for
from quizapp.core.measure.curve import ResponseCurve, response_curve
from quizapp.core.measure.cut import Cut, cut_of
from quizapp.core.measure.domain import Domain, DomainItem, DomainScore, build_domain
from quizapp.core.measure.grid import STEP, THETAS
from quizapp.core.measure.posterior import PRIOR, Posterior
from quizapp.core.measure.selection import most_informative
from quizapp.core.methods import QUICK_SECONDS
from quizapp.core.plan import PlanMethod, in_order, largest_remainder, next_topic
from quizapp.core.question import Question

PEOPLE = 24
"""How many people are simulated for a competency."""

_LENGTH = 40  # people are simulated so far at least: every shorter attempt is the beginning of theirs
_SPREAD = 1.0  # their abilities are spread like N(ability at the cut, 1²): those whom an assessment is for

Kind = tuple[str, int, float, int]
"""What a question's forecast hangs on: topic, difficulty, chance score, estimated seconds."""


@dataclass(frozen=True, slots=True)
class CompetencyForecast:
    """What is to be expected of a competency, as means over simulated people whose ability lies near the cut.

    ``half_width`` is that of the 90 % interval of the domain score, 0..1, None where there are too few answers for
    one; ``decided`` is the share of people, 0..1, for whom "ready" or "not yet" can be said.
    """

    slug: str
    questions: float
    minutes: float
    half_width: float | None
    decided: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """The competencies chosen, in the framework's order."""

    competencies: tuple[CompetencyForecast, ...]

    @property
    def questions(self) -> float:
        """The expected number of questions in all."""
        return sum(competency.questions for competency in self.competencies)

    @property
    def minutes(self) -> float:
        """The expected time in all, by the questions' estimated times."""
        return sum(competency.minutes for competency in self.competencies)


@dataclass(frozen=True, slots=True)
class _Step:
    """Where a simulated person stands after some answers."""

    count: int
    posterior: Posterior
    seconds: int

    def is_decided(self, domain: Domain, cut: Cut) -> bool:
        if claim_for(self.count) is not Claim.LABEL:
            return False
        label = label_for(DomainScore(self.posterior, domain).p_ready(cut), self.count)
        return label in (Label.READY, Label.NOT_YET)


def forecast(
    framework: Framework, questions: Iterable[Question], competencies: Collection[str], method: PlanMethod, length: int
) -> Forecast:
    """What to expect of a plan by a method; ``length`` as in ``build_plan_by``.

    Always the same for the same bank. Answers are right or wrong, and what questions give away of each other is left
    out. The first call for a bank simulates, later ones look up.
    """
    chosen = in_order(framework, competencies)[: 1 if method is PlanMethod.QUICK else None]
    kinds = _kinds(questions)
    shares = largest_remainder(length, [1.0] * len(chosen))
    return Forecast(
        tuple(
            _forecast_one(framework, framework.competency(slug), kinds.get(slug, ()), method, share)
            for slug, share in zip(chosen, shares, strict=True)
        )
    )


def _kinds(questions: Iterable[Question]) -> dict[str, tuple[Kind, ...]]:
    kinds: dict[str, list[Kind]] = {}
    for q in questions:
        kinds.setdefault(q.competency, []).append((q.topic, q.difficulty, chance_score(q), q.seconds))
    return {slug: tuple(sorted(mine)) for slug, mine in kinds.items()}


@lru_cache(maxsize=256)
def _forecast_one(
    framework: Framework, competency: Competency, kinds: tuple[Kind, ...], method: PlanMethod, share: int
) -> CompetencyForecast:
    limit = len(kinds) if method is PlanMethod.QUICK else share
    if not kinds or not limit:
        return CompetencyForecast(competency.slug, 0.0, 0.0, None, 0.0)
    domain = _domain(competency, kinds)
    cut = cut_of(framework, competency)
    walks = [walk[:limit] for walk in _walks(competency, kinds, cut, method, max(limit, _LENGTH))]
    ends = [walk[-1] for walk in walks]
    count = fmean(len(walk) for walk in walks)
    return CompetencyForecast(
        slug=competency.slug,
        questions=count,
        minutes=fmean(end.seconds for end in ends) / 60,
        half_width=None if claim_for(round(count)) is Claim.RAW else _half_width(ends, domain),
        decided=fmean(end.is_decided(domain, cut) for end in ends),
    )


def _half_width(ends: Iterable[_Step], domain: Domain) -> float:
    intervals = [DomainScore(end.posterior, domain).interval for end in ends]
    return fmean((high - low) / 2 for low, high in intervals)


@lru_cache(maxsize=32)
def _domain(competency: Competency, kinds: tuple[Kind, ...]) -> Domain:
    items = [DomainItem(topic, difficulty, chance) for topic, difficulty, chance, _ in kinds]
    return build_domain(items, {topic.slug: topic.weight for topic in competency.topics})


@lru_cache(maxsize=32)
def _walks(
    competency: Competency, kinds: tuple[Kind, ...], cut: Cut, method: PlanMethod, length: int
) -> tuple[tuple[_Step, ...], ...]:
    """The steps of each simulated person, at most ``length``, at least one."""
    domain = _domain(competency, kinds)
    middle = min(range(len(THETAS)), key=lambda index: abs(domain.share[index] - cut.share))
    offsets = [NormalDist(0, _SPREAD).inv_cdf((person + 0.5) / PEOPLE) / STEP for person in range(PEOPLE)]
    places = [min(max(middle + round(offset), 0), len(THETAS) - 1) for offset in offsets]
    return tuple(
        _Walk(competency, kinds, cut, domain, method, Random(person)).take(place, length)
        for person, place in enumerate(places)
    )


class _Walk:
    """One simulated person in one competency."""

    def __init__(
        self,
        competency: Competency,
        kinds: Sequence[Kind],
        cut: Cut,
        domain: Domain,
        method: PlanMethod,
        random: Random,
    ) -> None:
        self._competency, self._cut, self._domain, self._random = competency, cut, domain, random
        self._is_adaptive = method is PlanMethod.ADAPTIVE
        self._left: float = QUICK_SECONDS if method is PlanMethod.QUICK else inf
        self._waiting: dict[str, list[tuple[ResponseCurve, int]]] = {}
        for topic, difficulty, chance, seconds in random.sample(kinds, len(kinds)):
            self._waiting.setdefault(topic, []).append((response_curve(difficulty, chance), seconds))
        self._counts: Counter[str] = Counter()

    def take(self, place: int, length: int) -> tuple[_Step, ...]:
        """The steps of a person whose ability is the grid point at ``place``."""
        steps: list[_Step] = []
        posterior, seconds = PRIOR, 0
        while len(steps) < length and (drawn := self._draw(posterior, len(steps))):
            curve, needed = drawn
            posterior = posterior.update(curve, float(self._random.random() < curve.share[place]))
            seconds += needed
            steps.append(_Step(len(steps) + 1, posterior, seconds))
            if self._is_adaptive and steps[-1].is_decided(self._domain, self._cut):
                break
        return tuple(steps)

    def _draw(self, posterior: Posterior, count: int) -> tuple[ResponseCurve, int] | None:
        """The curve and the seconds of the next question; None when nothing is left that fits into the time."""
        self._drop_what_takes_too_long()
        if not self._waiting:
            return None
        topic = next_topic(self._competency, self._waiting, self._counts, count)
        mine = self._waiting[topic]
        drawn = mine.pop(self._pick([curve for curve, _ in mine], posterior))
        if not mine:
            del self._waiting[topic]
        self._counts[topic] += 1
        self._left -= drawn[1]
        return drawn

    def _drop_what_takes_too_long(self) -> None:
        if self._left < inf:
            fitting = {topic: [q for q in mine if q[1] <= self._left] for topic, mine in self._waiting.items()}
            self._waiting = {topic: mine for topic, mine in fitting.items() if mine}

    def _pick(self, curves: Sequence[ResponseCurve], posterior: Posterior) -> int:
        return self._random.choice(most_informative(curves, posterior.mean)) if self._is_adaptive else 0
