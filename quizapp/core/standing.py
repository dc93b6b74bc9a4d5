"""Where a person stands: the answers of several attempts in one report, like that of a single attempt."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from quizapp.core.framework import Competency, Framework
from quizapp.core.measure import PROFILE_DAYS, AnswerRow, Domain, cut_of, measure_rows, profile_rows
from quizapp.core.measure.domain import competency_domain
from quizapp.core.question import Question
from quizapp.core.score import CompetencyScore, ScoreReport, Tally, TopicScore


def bank_domains(framework: Framework, questions: Iterable[Question]) -> dict[str, Domain]:
    """The domain of each competency that a bank asks something about, in the framework's order."""
    kinds: dict[str, list[Question]] = {}
    for question in questions:
        kinds.setdefault(question.competency, []).append(question)
    return {c.slug: competency_domain(c, kinds[c.slug]) for c in framework.competencies if c.slug in kinds}


def standing_report(
    framework: Framework,
    domains: Mapping[str, Domain],
    rows: Iterable[AnswerRow],
    *,
    now: datetime,
    days: int = PROFILE_DAYS,
) -> ScoreReport:
    """The standing profile over the assessment answers ``rows`` of the last ``days`` up to ``now``.

    Every competency with a domain is in it, also those without answers. Answers to questions seen before are counted,
    but not measured (``profile_rows``: hand over older rows too). Raises ValueError for days of 0 or less.
    """
    recent = profile_rows(rows, now=now, days=days)
    chosen = [competency for competency in framework.competencies if competency.slug in domains]
    scores = tuple(_score(framework, competency, domains[competency.slug], recent) for competency in chosen)
    return ScoreReport(scores, _tally([row for row in recent if row.competency in domains]))


def _score(framework: Framework, competency: Competency, domain: Domain, rows: Sequence[AnswerRow]) -> CompetencyScore:
    mine = [row for row in rows if row.competency == competency.slug]
    topics = tuple(
        TopicScore(topic.slug, topic.title, _tally(asked))
        for topic in competency.topics
        if (asked := [row for row in mine if row.topic == topic.slug])
    )
    measure = measure_rows(competency.slug, mine, domain, cut_of(framework, competency))
    return CompetencyScore(competency.slug, competency.title, competency.short_title, _tally(mine), topics, measure)


def _tally(rows: Sequence[AnswerRow]) -> Tally:
    """Counts of scored answers; the time that each took is not known here."""
    points = sum(row.score for row in rows)
    return Tally(asked=len(rows), scored=len(rows), right=sum(row.score >= 1 for row in rows), points=points)
