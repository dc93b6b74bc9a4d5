"""The readiness cut: a standard set by judgement, and as uncertain as the judgement."""

from dataclasses import dataclass

from quizapp.core.framework import Competency, Framework

UNRATED_SPREAD = 0.05
"""The standard deviation of a cut that nobody has rated yet."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The domain score that someone just ready reaches: ``share`` in (0, 1) with its standard deviation.

    Raises ValueError for a share outside (0, 1) or a spread of 0 or less: no standard is known exactly.
    """

    share: float
    spread: float = UNRATED_SPREAD

    def __post_init__(self) -> None:
        if not 0 < self.share < 1 or self.spread <= 0:
            raise ValueError(f"a cut lies in (0, 1) and has a spread above 0, unlike {self}")


def cut_of(framework: Framework, competency: Competency) -> Cut:
    """The competency's own cut where people have rated one, else the framework's with the spread of an unrated one."""
    rated = competency.cut
    return Cut(rated.share, rated.spread) if rated else Cut(framework.readiness_cut)
