"""The measure: what answers say about ability, readiness and change, with their uncertainty (docs/measure.md)."""

from quizapp.core.measure.change import Change, DomainChange, compare_measures
from quizapp.core.measure.competency import (
    LABEL_ANSWERS,
    MINIMUM_ANSWERS,
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
from quizapp.core.measure.cut import UNRATED_SPREAD, Cut, cut_of
from quizapp.core.measure.domain import (
    INTERVAL,
    Domain,
    DomainItem,
    DomainScore,
    build_domain,
    competency_domain,
    pool_domain,
)
from quizapp.core.measure.outlook import FARTHEST, answers_to_decide
from quizapp.core.measure.posterior import PRIOR, Posterior, Scored, posterior_of
from quizapp.core.measure.profile import PROFILE_DAYS, measure_profile, profile_rows
from quizapp.core.measure.rows import AnswerRow, measure_rows, measure_session, plan_domain, session_rows
from quizapp.core.measure.selection import CANDIDATES, most_informative
from quizapp.core.measure.words import LABEL_WORDS, answers_needed, chance_words, label_words, reason_words

__all__ = [
    "CANDIDATES",
    "FARTHEST",
    "INTERVAL",
    "LABEL_ANSWERS",
    "LABEL_WORDS",
    "MINIMUM_ANSWERS",
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
    "answers_needed",
    "answers_to_decide",
    "build_domain",
    "chance_words",
    "claim_for",
    "compare_measures",
    "competency_domain",
    "cut_of",
    "information",
    "label_for",
    "label_words",
    "measure_competency",
    "measure_profile",
    "measure_rows",
    "measure_session",
    "most_informative",
    "plan_domain",
    "pool_domain",
    "posterior_of",
    "profile_rows",
    "reason_words",
    "response_curve",
    "session_rows",
]
