"""The measure: what answers say about ability, readiness and change, with their uncertainty (docs/measure.md)."""

from quizapp.core.measure.change import Change, DomainChange, compare_measures
from quizapp.core.measure.competency import (
    BAND_ANSWERS,
    LABEL_ANSWERS,
    READY_ANSWERS,
    SURE,
    Claim,
    CompetencyMeasure,
    Label,
    SeenAnswers,
    claim_for,
    label_for,
    measure_competency,
)
from quizapp.core.measure.curve import TAU, ResponseCurve, information, response_curve
from quizapp.core.measure.domain import (
    INTERVAL,
    UNRATED_SPREAD,
    Cut,
    Domain,
    DomainItem,
    DomainScore,
    build_domain,
    competency_domain,
)
from quizapp.core.measure.posterior import PRIOR, Posterior, Scored, posterior_of
from quizapp.core.measure.profile import PROFILE_DAYS, measure_profile, profile_rows
from quizapp.core.measure.rows import AnswerRow, measure_rows, measure_session, session_rows
from quizapp.core.measure.selection import CANDIDATES, most_informative

__all__ = [
    "BAND_ANSWERS",
    "CANDIDATES",
    "INTERVAL",
    "LABEL_ANSWERS",
    "PRIOR",
    "PROFILE_DAYS",
    "READY_ANSWERS",
    "SURE",
    "TAU",
    "UNRATED_SPREAD",
    "AnswerRow",
    "Change",
    "Claim",
    "CompetencyMeasure",
    "Cut",
    "Domain",
    "DomainChange",
    "DomainItem",
    "DomainScore",
    "Label",
    "Posterior",
    "ResponseCurve",
    "Scored",
    "SeenAnswers",
    "build_domain",
    "claim_for",
    "compare_measures",
    "competency_domain",
    "information",
    "label_for",
    "measure_competency",
    "measure_profile",
    "measure_rows",
    "measure_session",
    "most_informative",
    "posterior_of",
    "profile_rows",
    "response_curve",
    "session_rows",
]
