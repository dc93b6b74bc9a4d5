"""What is chosen on the set-up page, and what of it is remembered for the next time."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from quizapp.core.measure import LABEL_ANSWERS, READY_ANSWERS
from quizapp.core.methods import QUICK_SECONDS
from quizapp.core.plan import Feedback, PlanMethod
from quizapp.core.question import Question
from quizapp.ui.bank_library import SettingStore

SETUP_SETTING = "setup"


@dataclass(frozen=True, slots=True)
class SetupChoice:
    """What the person chose; ``length`` is the number of questions in all, as ``build_plan_by`` takes it."""

    method: PlanMethod
    competencies: tuple[str, ...]
    length: int
    feedback: Feedback
    ask_confidence: bool = False


@dataclass(frozen=True, slots=True)
class SetupMemory:
    """How the page is filled in when it opens.

    ``fixed`` and ``adaptive`` are questions for each competency, the greatest number for the latter. Competencies are
    remembered by what was left out, so that one that is new in a bank is asked about; ``quick`` is the one of the
    last quick check.
    """

    method: PlanMethod = PlanMethod.FIXED
    fixed: int = LABEL_ANSWERS  # with fewer there is no verdict
    adaptive: int = READY_ANSWERS  # with fewer it can end with "not yet" alone
    feedback: Feedback = Feedback.AT_END
    ask_confidence: bool = False
    left_out: tuple[str, ...] = ()
    quick: str = ""


def read_memory(settings: SettingStore) -> SetupMemory:
    """What was remembered; what can't be read is as if nothing had been."""
    try:
        return _from_data(json.loads(settings.get_setting(SETUP_SETTING) or "{}"))
    except (ValueError, TypeError, AttributeError):
        return SetupMemory()


def write_memory(settings: SettingStore, memory: SetupMemory) -> None:
    """Remember for the next time. Raises StorageError where that can't be."""
    settings.set_setting(SETUP_SETTING, json.dumps(asdict(memory)))


def most_answers(method: PlanMethod, questions: Sequence[Question], each: int) -> int:
    """How many answers a competency can get at the most; ``questions`` are all that the bank has of it."""
    if method is PlanMethod.QUICK:
        return _count_within(QUICK_SECONDS, (question.seconds for question in questions))
    return min(each, len(questions))


def _count_within(limit: float, seconds: Iterable[float]) -> int:
    total, count = 0.0, 0
    for needed in sorted(seconds):
        total += needed
        count += total <= limit
    return count


def _from_data(data: dict[str, object]) -> SetupMemory:
    known = asdict(SetupMemory()) | data
    method = PlanMethod(str(known["method"]))
    if method.is_practice:
        raise ValueError(method)
    return SetupMemory(
        method,
        _positive(known["fixed"]),
        _positive(known["adaptive"]),
        Feedback(str(known["feedback"])),
        known["ask_confidence"] is True,
        _texts(known["left_out"]),
        str(known["quick"]),
    )


def _positive(value: object) -> int:
    if isinstance(value, int) and value > 0:
        return value
    raise ValueError(value)


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(str(part) for part in value)
    raise ValueError(value)
