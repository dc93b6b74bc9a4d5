"""The banks that simulated people are asked from: the shipped ones, and synthetic ones of 120 questions."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt

from quizapp.bank.loader import load_bank
from quizapp.core.framework import Competency
from quizapp.core.grading import chance_score
from quizapp.core.plan import largest_remainder
from quizapp.core.question import Question, Scoring
from quizapp.core.types.choice import ChoiceBody
from quizapp.core.types.code_line import CodeLineBody
from quizapp.core.types.match import MatchBody
from quizapp.core.types.order import OrderBody

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

SHIPPED = Path(__file__).parents[1] / "questions"
DAY = date(2026, 11, 24)
SIZE = 120
TOPIC_WEIGHTS = (15.0, 14.0, 12.0, 11.0, 10.0, 10.0, 9.0, 8.0, 6.0, 5.0)
USUAL, EASY, HARD = (10.0, 20.0, 35.0, 25.0, 10.0), (30.0, 35.0, 20.0, 10.0, 5.0), (5.0, 10.0, 20.0, 35.0, 30.0)
FACT_PAIRS = 6


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of question: its share in a bank in percent, its chance score, and in how many parts it is paid."""

    percent: float
    chance: float
    parts: int = 1


# Single choice of 4, numeric or short text, multi with 2 of 5 and 3 of 5, match 4 to 5, order of 4, code line 1 of 8,
# true/false. The chances of multi are those of core.types.multi.
MIX = (
    Kind(58, 0.25),
    Kind(14, 0.0),
    Kind(8, 0.109375, 2),
    Kind(6, 0.23958333333333334, 3),
    Kind(4, 0.2, 4),
    Kind(4, 0.25, 3),
    Kind(3, 0.125),
    Kind(3, 0.5),
)
NO_GUESSING = (Kind(100, 0.0),)


@dataclass(frozen=True, slots=True, eq=False)
class Bank:
    """The K questions of one competency. ``weights`` of the topics add up to 1; ``clashes`` (K, K): share a fact."""

    name: str
    weights: Floats
    topic: Ints
    difficulty: Ints
    chance: Floats
    parts: Ints
    clashes: Bools

    @property
    def size(self) -> int:
        return len(self.topic)

    @property
    def shares(self) -> Floats:
        """How much each question counts in the domain score: its topic's weight over the topic's questions."""
        sizes = np.bincount(self.topic, minlength=len(self.weights))
        present = self.weights * (sizes > 0)
        return (present / present.sum() / np.maximum(sizes, 1))[self.topic]


def shipped_banks() -> list[Bank]:
    """The four competencies of questions/ as they stand."""
    loaded = load_bank(SHIPPED, today=DAY)
    if loaded.framework is None:
        raise SystemExit(f"{SHIPPED} holds no framework")
    return [bank_of(competency, loaded.bank.questions) for competency in loaded.framework.competencies]


def bank_of(competency: Competency, questions: tuple[Question, ...]) -> Bank:
    """A competency's questions in the order of their ids."""
    mine = sorted((q for q in questions if q.competency == competency.slug), key=lambda question: question.id)
    slugs = [topic.slug for topic in competency.topics]
    weights = np.array([topic.weight for topic in competency.topics])
    clashes = np.array([[bool({*a.facts} & {*b.facts}) for b in mine] for a in mine])
    return Bank(
        competency.slug,
        weights / weights.sum(),
        np.array([slugs.index(question.topic) for question in mine]),
        np.array([question.difficulty for question in mine]),
        np.array([chance_score(question) for question in mine]),
        np.array([_parts(question) for question in mine]),
        clashes,
    )


def synthetic_banks() -> list[Bank]:
    """120 questions each: the usual mix, one mostly easy, one mostly hard, and one without guessing."""
    return [
        build_bank("usual", USUAL, MIX),
        build_bank("easy", EASY, MIX),
        build_bank("hard", HARD, MIX),
        build_bank("no guessing", USUAL, NO_GUESSING),
    ]


def build_bank(name: str, levels: tuple[float, ...], kinds: tuple[Kind, ...]) -> Bank:
    """Topics sized by their weights, levels and kinds by their percentages, all mixed; six pairs share a fact."""
    random = Random(name)
    topic = _spread(TOPIC_WEIGHTS)
    level, kind = _spread(levels), _spread(tuple(kind.percent for kind in kinds))
    random.shuffle(level)
    random.shuffle(kind)
    clashes = np.zeros((SIZE, SIZE), dtype=bool)
    pairs = np.array(random.sample(range(SIZE), 2 * FACT_PAIRS)).reshape(2, FACT_PAIRS)
    clashes[pairs[0], pairs[1]] = clashes[pairs[1], pairs[0]] = True
    return Bank(
        name,
        np.array(TOPIC_WEIGHTS) / sum(TOPIC_WEIGHTS),
        np.array(topic),
        np.array(level) + 1,
        np.array([kinds[i].chance for i in kind]),
        np.array([kinds[i].parts for i in kind]),
        clashes,
    )


def _spread(weights: tuple[float, ...]) -> list[int]:
    return [i for i, count in enumerate(largest_remainder(SIZE, weights)) for _ in range(count)]


def _parts(question: Question) -> int:
    """In how many parts a question pays its point."""
    if question.scoring is Scoring.STRICT:
        return 1
    match question.body:
        case ChoiceBody() as body if question.type == "multi":
            return len(body.correct_ids)
        case CodeLineBody() as body:
            return len(body.correct_ids)
        case MatchBody() as body:
            return len(body.pairs)
        case OrderBody() as body:
            return len(body.ids) - 1
    return 1
