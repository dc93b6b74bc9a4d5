"""What a measure says, in words: the same in the report and the result file, and the model for the screens."""

from collections.abc import Mapping
from types import MappingProxyType

from quizapp.core.measure.competency import (
    LABEL_ANSWERS,
    MINIMUM_ANSWERS,
    READY_ANSWERS,
    SURE,
    CompetencyMeasure,
    Label,
)

LABEL_WORDS: Mapping[Label, str] = MappingProxyType(
    {Label.READY: "Ready", Label.NOT_YET: "Not yet", Label.UNDECIDED: "Undecided"}
)


def label_words(measure: CompetencyMeasure) -> str:
    """The label, or that there are too few answers for one."""
    return LABEL_WORDS[measure.label] if measure.label else "Too few answers"


def reason_words(measure: CompetencyMeasure) -> str:
    """What stands beside the label: the chance of being ready, and how many answers there are where more are needed."""
    needed = answers_needed(measure)
    return ", ".join(
        [
            *([f"chance {chance_words(measure.readiness)}"] if measure.readiness is not None else []),
            *([f"{measure.answers} of {needed} needed"] if needed else []),
        ]
    )


def answers_needed(measure: CompetencyMeasure) -> int | None:
    """How many answers it takes to say more than the number at hand allows; None where nothing is held back."""
    if measure.level is None:
        return MINIMUM_ANSWERS
    if measure.readiness is None:
        return LABEL_ANSWERS
    # Sure enough to be called ready, were there more answers.
    return READY_ANSWERS if measure.readiness >= SURE and measure.label is not Label.READY else None


def chance_words(chance: float) -> str:
    """A probability that is never told as certain, and as 90 % or 10 % only where a label may rest on it."""
    if chance < 0.01 or chance > 0.99:
        return "< 1 %" if chance < 0.5 else "> 99 %"
    whole = round(chance * 100)
    sure = round(SURE * 100)
    if chance < SURE:
        whole = min(whole, sure - 1)
    return f"{max(whole, 101 - sure) if 1 - chance < SURE else whole} %"
