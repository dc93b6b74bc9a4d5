"""What is chosen on the practice page, and what of it is remembered for the next time."""

import json
from dataclasses import asdict, dataclass

from quizapp.core.practice import SESSION_LENGTH, DailyLimit, PracticeChoice, PracticeSource
from quizapp.ui.bank_library import SettingStore

PRACTICE_SETTING = "practice"

LENGTHS = (10, SESSION_LENGTH, 40)
NEW_LIMITS = (0, 5, 10, 20, 40)
REVIEW_LIMITS = (30, 60, 120, 240)


@dataclass(frozen=True, slots=True)
class PracticeMemory:
    """How the page is filled in: ``length`` is the most questions of a session, ``new`` and ``reviews`` those a day."""

    source: PracticeSource = PracticeSource.MIXED
    length: int = SESSION_LENGTH
    new: int = DailyLimit().new
    reviews: int = DailyLimit().reviews
    ask_confidence: bool = False

    @property
    def limit(self) -> DailyLimit:
        return DailyLimit(self.new, self.reviews)


@dataclass(frozen=True, slots=True)
class PracticeRequest:
    """A session that the person wants."""

    choice: PracticeChoice
    length: int
    ask_confidence: bool


def read_practice_memory(settings: SettingStore) -> PracticeMemory:
    """What was remembered; what can't be read is as if nothing had been. Raises StorageError."""
    try:
        known = asdict(PracticeMemory()) | json.loads(settings.get_setting(PRACTICE_SETTING) or "{}")
        return PracticeMemory(
            PracticeSource(str(known["source"])),
            _one_of(known["length"], LENGTHS),
            _one_of(known["new"], NEW_LIMITS),
            _one_of(known["reviews"], REVIEW_LIMITS),
            known["ask_confidence"] is True,
        )
    except (ValueError, TypeError):
        return PracticeMemory()


def write_practice_memory(settings: SettingStore, memory: PracticeMemory) -> None:
    """Remember for the next time. Raises StorageError where that can't be."""
    settings.set_setting(PRACTICE_SETTING, json.dumps(asdict(memory)))


def _one_of(value: object, known: tuple[int, ...]) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value in known:
        return value
    raise ValueError(value)
