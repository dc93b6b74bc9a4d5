"""A question as the bank states it, before anyone is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Stimulus(StrEnum):
    """What the stem is about; shown as the kind of material, not used for grading."""

    NONE = "none"
    SCENARIO = "scenario"
    CODE = "code"
    TABLE = "table"
    LOG = "log"
    PROMPT = "prompt"


class Cognitive(StrEnum):
    """Level of the revised Bloom taxonomy that the question needs."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYZE = "analyze"
    EVALUATE = "evaluate"


class Scoring(StrEnum):
    """PARTIAL gives part of the point where the type defines one, STRICT all or nothing."""

    PARTIAL = "partial"
    STRICT = "strict"


class ShelfLife(StrEnum):
    """How long the facts of a question hold before someone has to look again."""

    DURABLE = "durable"
    SLOW = "slow"
    FAST = "fast"


REVIEW_MONTHS: Mapping[ShelfLife, int] = {ShelfLife.DURABLE: 36, ShelfLife.SLOW: 12, ShelfLife.FAST: 3}


@dataclass(frozen=True, slots=True)
class Code:
    """Code, a log, a prompt or a configuration that stands under the stem, line by line as written."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table under the stem; every row has as many cells as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that the markup of a question names, whole: ``width`` and ``height`` are its pixels as stored."""

    name: str
    media_type: str
    width: int
    height: int
    data: bytes = field(repr=False)


Pictures = tuple[PictureFile, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A primary source; one of ``arxiv``, ``doi`` and ``url`` is given."""

    title: str
    arxiv: str = ""
    doi: str = ""
    url: str = ""
    where: str = ""

    @property
    def address(self) -> str:
        if self.arxiv:
            return f"https://arxiv.org/abs/{self.arxiv}"
        return f"https://doi.org/{self.doi}" if self.doi else self.url


@dataclass(frozen=True, slots=True)
class Verification:
    """When and how the key was last shown to be right: ``how`` is computed, executed or source."""

    on: date
    how: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """What a question type adds to a question; each type derives its own (see ``core.types``)."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``difficulty`` 1..5 is the author's estimate, ``seconds`` the estimated time to answer.

    ``facts`` are keys of what the question gives away: two questions that share one never meet in a session.
    """

    id: str
    revision: int
    type: str
    competency: str
    topic: str
    stimulus: Stimulus
    stem: str
    body: Body
    difficulty: int
    cognitive: Cognitive
    seconds: int
    explanation: str
    references: tuple[Reference, ...]
    shelf_life: ShelfLife
    verified: Verification
    scoring: Scoring = Scoring.PARTIAL
    facts: tuple[str, ...] = ()
    code: Code | None = None
    table: Table | None = None
    as_of: str = ""
    pictures: Pictures = ()

    @property
    def review_date(self) -> date:
        """The day from which the facts of this question have to be looked up again."""
        years, month = divmod(self.verified.on.month - 1 + REVIEW_MONTHS[self.shelf_life], 12)
        # The 28th exists in every month; a review is not due to the day.
        return date(self.verified.on.year + years, month + 1, min(self.verified.on.day, 28))


@dataclass(frozen=True, slots=True)
class QuestionBank:
    """All questions of a framework. ``digest`` is a SHA-256 (hex) over the files they were read from."""

    questions: tuple[Question, ...]
    digest: str
