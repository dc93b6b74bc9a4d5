"""How many more answers a label may take, told before anyone has given them."""

from quizapp.core.measure.competency import Claim, CompetencyMeasure, Label, label_for
from quizapp.core.measure.domain import DomainScore
from quizapp.core.measure.grid import LOG_PRIOR
from quizapp.core.measure.posterior import Posterior

FARTHEST = 100
"""Where it would take more answers than these, there is no telling."""

_STEP = 5  # it is a rough number, and is told as one


def answers_to_decide(measure: CompetencyMeasure) -> int | None:
    """About how many more answers, in fives, decide between "ready" and "not yet"; 0 where that is said already.

    It supposes that further answers tell just what those so far did: the likelihood of n answers is raised to the
    power (n + more) / n. None where even ``FARTHEST`` more would not decide, as near the cut, which is uncertain
    itself; and where there are too few answers for a band to suppose anything.
    """
    if measure.label in (Label.READY, Label.NOT_YET):
        return 0
    if measure.claim is Claim.RAW:
        return None
    return next((more for more in range(_STEP, FARTHEST + 1, _STEP) if _is_decided(measure, more)), None)


def _is_decided(measure: CompetencyMeasure, more: int) -> bool:
    count = measure.answers + more
    score = DomainScore(_stretched(measure.score.posterior, count / measure.answers), measure.score.domain)
    return label_for(score.p_ready(measure.cut), count) in (Label.READY, Label.NOT_YET)


def _stretched(posterior: Posterior, power: float) -> Posterior:
    """The posterior with its likelihood raised to a power."""
    rows = zip(posterior.logs, LOG_PRIOR, strict=True)
    return Posterior(tuple([prior + power * (log - prior) for log, prior in rows]))
