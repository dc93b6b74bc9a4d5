"""The cut of a competency from ratings: its mean, its spread over raters and questions, and how far raters agree.

Ratings x of n_r raters of n_q questions, all crossed, are a random sample of raters and questions, as Brennan and
Lockwood (1980, Applied Psychological Measurement 4, 219–240) treat Angoff ratings by generalizability theory:

    x = cut + rater + question + rest,  var(mean) = s²_raters / n_r + s²_questions / n_q + s²_rest / (n_r · n_q)

with the components from the mean squares of the two-way table (negative estimates count as 0). The cut weighs topics as
the domain score does, so a question has the weight v = weight of its topic / questions rated of it, and n_q is the
number of equally weighted questions that would vary as much, 1 / Σ v² (Kish 1965, Survey Sampling).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from statistics import fmean, variance

FLOOR = 0.05
"""The least spread until people have rated: raters of one kind may all be wrong in the same way."""

LEAST, MOST = 0.01, 0.3
"""What a framework may say; beyond 0.3 raters agree on nothing."""

Ratings = Sequence[Sequence[float]]
"""For each question the rating of each rater as a share, 0..1; raters in the same order everywhere."""


@dataclass(frozen=True, slots=True)
class Components:
    """Variances of raters, of questions, and of what is left."""

    raters: float
    questions: float
    rest: float

    @property
    def agreement(self) -> float:
        """How far one rater's ratings say what another's would, 0..1: ICC(2,1) of Shrout and Fleiss (1979)."""
        total = self.raters + self.questions + self.rest
        return self.questions / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Cut:
    """``share`` 0..1 and its standard error as computed; ``apart`` is the mean distance of two raters' ratings."""

    share: float
    error: float
    severities: tuple[float, ...]
    components: Components
    apart: float


def cut_of(ratings: Ratings, topics: Sequence[str], weights: Mapping[str, float]) -> Cut:
    """The cut from at least 2 questions and 2 raters; ``topics`` has the topic of each question."""
    shares = question_weights(topics, weights)
    severities = tuple(
        sum(v * row[rater] for v, row in zip(shares, ratings, strict=True)) for rater in range(len(ratings[0]))
    )
    found = components(ratings)
    raters, questions = len(ratings[0]), 1 / sum(v * v for v in shares)
    squared = found.raters / raters + found.questions / questions + found.rest / (raters * questions)
    apart = fmean(abs(one - other) for row in ratings for one, other in combinations(row, 2))
    return Cut(fmean(severities), sqrt(squared), severities, found, apart)


def question_weights(topics: Sequence[str], weights: Mapping[str, float]) -> list[float]:
    """What each question counts, summing to 1: a topic by its weight, questions of one topic alike."""
    total = sum(weights[topic] for topic in set(topics))
    return [weights[topic] / total / topics.count(topic) for topic in topics]


def components(ratings: Ratings) -> Components:
    """Variance components of a crossed table without replication, from its mean squares."""
    questions, raters = len(ratings), len(ratings[0])
    of_raters = questions * variance([fmean(column) for column in zip(*ratings, strict=True)])
    of_questions = raters * variance([fmean(row) for row in ratings])
    whole = (questions * raters - 1) * variance([x for row in ratings for x in row])
    left = whole - (raters - 1) * of_raters - (questions - 1) * of_questions
    rest = max(0.0, left / ((raters - 1) * (questions - 1)))
    return Components(max(0.0, (of_raters - rest) / questions), max(0.0, (of_questions - rest) / raters), rest)


def stated_spread(error: float, *, people: bool) -> float:
    """The spread that a framework gets, rounded up to three digits."""
    least = LEAST if people else FLOOR
    return max(least, -(-error * 1000 // 1) / 1000)
