"""What is known of a person's standing in one competency, and how much of it may be said."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quizapp.core.measure.curve import response_curve
from quizapp.core.measure.cut import Cut
from quizapp.core.measure.domain import Domain, DomainScore
from quizapp.core.measure.grid import dot
from quizapp.core.measure.posterior import Posterior, Scored, posterior_of

MINIMUM_ANSWERS = 5
"""With fewer answers nothing but the raw count is shown."""

LABEL_ANSWERS = 8
"""With fewer answers there is a band, but no label."""

READY_ANSWERS = 30
"""With fewer nobody is called ready: it was too often wrong (docs/measure.md). Never below ``LABEL_ANSWERS``."""

SURE = 0.9
"""How probable a label has to be."""


class Claim(StrEnum):
    """What the number of answers allows to be said; each includes the ones before."""

    RAW = "raw"  # the count right alone
    BAND = "band"  # the domain score with its interval
    LABEL = "label"  # P(ready) and its label


class Label(StrEnum):
    """What P(ready) says."""

    READY = "ready"
    NOT_YET = "not-yet"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class SeenAnswers:
    """Answers to questions seen before: no part of the measure. Both means in 0..1, None without such answers.

    ``expected`` is the mean score that the measure, from the other answers alone, expects on these same questions.
    """

    count: int = 0
    mean_score: float | None = None
    expected: float | None = None

    @property
    def gain(self) -> float | None:
        """By how much the mean score lies above the expected one: what having seen the questions may have given."""
        return None if self.mean_score is None or self.expected is None else self.mean_score - self.expected


@dataclass(frozen=True, slots=True)
class CompetencyMeasure:
    """A competency as screens, report and JSON tell it. Look at ``claim`` first: it says which numbers may be shown.

    ``answers`` counts those that entered, ``mean_score`` is their mean (0..1, None without any). ``ability`` and
    ``ability_sd`` are on the scale of θ, -6..6. ``domain_score`` and ``interval`` are the posterior mean and the 90 %
    posterior interval of the share right expected on the whole bank, 0..1; ``p_ready`` is P(D ≥ cut), 0..1.
    ``score`` is the posterior that all of these were read from.
    """

    slug: str
    answers: int
    mean_score: float | None
    ability: float
    ability_sd: float
    domain_score: float
    interval: tuple[float, float]
    p_ready: float
    label: Label | None
    claim: Claim
    cut: Cut
    seen: SeenAnswers
    score: DomainScore

    @property
    def level(self) -> float | None:
        """The domain score where it may be shown."""
        return None if self.claim is Claim.RAW else self.domain_score

    @property
    def band(self) -> tuple[float, float] | None:
        """The interval where it may be shown."""
        return None if self.claim is Claim.RAW else self.interval

    @property
    def readiness(self) -> float | None:
        """P(ready) where it may be shown: together with a label."""
        return None if self.label is None else self.p_ready

    @property
    def seen_gain(self) -> float | None:
        """The gain on questions seen before where it may be shown: it leans on the measure of the other answers."""
        return None if self.claim is Claim.RAW else self.seen.gain


def claim_for(answers: int) -> Claim:
    """What a number of answers allows to be said."""
    if answers < MINIMUM_ANSWERS:
        return Claim.RAW
    return Claim.BAND if answers < LABEL_ANSWERS else Claim.LABEL


def label_for(p_ready: float, answers: int) -> Label | None:
    """The label of P(ready), or None with too few answers for one."""
    if claim_for(answers) is not Claim.LABEL:
        return None
    if p_ready >= SURE and answers >= READY_ANSWERS:
        return Label.READY
    return Label.NOT_YET if 1 - p_ready >= SURE else Label.UNDECIDED


def measure_competency(
    slug: str, answers: Iterable[Scored], domain: Domain, cut: Cut, seen: Iterable[Scored] = ()
) -> CompetencyMeasure:
    """The measure from a competency's answers, each with difficulty, chance and score, in any order.

    ``seen`` are the answers to questions seen before; they are counted apart and move nothing. Raises ValueError for
    a score outside [0, 1] or a chance outside [0, 1).
    """
    given = tuple(answers)
    posterior = posterior_of(given)
    score = DomainScore(posterior, domain)
    p_ready = score.p_ready(cut)
    return CompetencyMeasure(
        slug=slug,
        answers=len(given),
        mean_score=_mean([answer.score for answer in given]),
        ability=posterior.mean,
        ability_sd=posterior.sd,
        domain_score=score.mean,
        interval=score.interval,
        p_ready=p_ready,
        label=label_for(p_ready, len(given)),
        claim=claim_for(len(given)),
        cut=cut,
        seen=_count_seen(tuple(seen), posterior),
        score=score,
    )


def _count_seen(answers: tuple[Scored, ...], posterior: Posterior) -> SeenAnswers:
    weights = posterior.weights
    expected = [dot(weights, response_curve(answer.difficulty, answer.chance).share) for answer in answers]
    return SeenAnswers(len(answers), _mean([answer.score for answer in answers]), _mean(expected))


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
