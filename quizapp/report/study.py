"""The study plan of an attempt as data for the template and for the result file."""

from dataclasses import replace

from quizapp.core.material import Reading
from quizapp.core.misconceptions import Misconception
from quizapp.core.session import QuizSession
from quizapp.core.study_plan import TopicAdvice, session_study_plan
from quizapp.core.study_words import (
    IDEAS_TITLE,
    METHOD,
    READ_NEXT,
    TITLE,
    evidence_words,
    idea_words,
    lead_words,
    practice_words,
    reason_words,
    surer_words,
)
from quizapp.report.blocks import Data, line_spans, text_blocks
from quizapp.report.questions import source_data

WHOLE_TOPICS = 5
"""Topics that a report shows with what to know and to read; the rest are lines of a table."""

BRIEF_TOPICS = 3
"""Topics that a summary names, where there is room."""


def study_section(session: QuizSession, *, answers: bool = True) -> Data:
    """What the report shows. Without ``answers`` it names no wrong ideas: they tell what is not right."""
    plan = session_study_plan(session)
    entries = [_entry(number, advice) for number, advice in enumerate(plan.topics, 1)]
    return {
        "title": TITLE,
        "lead": lead_words(plan),
        "topics": entries[:WHOLE_TOPICS],
        "rest": entries[WHOLE_TOPICS:],
        "brief": entries[:BRIEF_TOPICS],
        "read_next": READ_NEXT,
        "ideas_title": IDEAS_TITLE,
        "ideas": [line_spans(idea_words(idea)) for idea in plan.misconceptions] if answers else [],
        "surer": line_spans(surer_words(plan)),
        "method": METHOD if plan.topics else "",
    }


def study_data(session: QuizSession) -> Data:
    """The plan for the result file (docs/result-format.md)."""
    plan = session_study_plan(session)
    return {
        "topics": [_topic_data(advice) for advice in plan.topics],
        "not_asked": [topic.slug for topic in plan.not_asked],
        "thin": [topic.slug for topic in plan.thin],
        "misconceptions": [_idea_data(idea) for idea in plan.misconceptions],
    }


def _entry(number: int, advice: TopicAdvice) -> Data:
    material = advice.topic.material
    return {
        "number": f"{number}.",
        "title": line_spans(advice.topic.title),
        "place": line_spans(advice.competency.title),
        "evidence": evidence_words(advice),
        "reason": line_spans(reason_words(advice).replace(" %", "\u00a0%")),
        "practise": practice_words(advice),
        "know": text_blocks(material.know) if material else [],
        "read": [_source(each) for each in material.read] if material else [],
    }


def _source(reading: Reading) -> Data:
    """A source with the reason to read it after the place in it."""
    where = " – ".join(filter(None, (reading.reference.where, reading.why)))
    return source_data(replace(reading.reference, where=where))


def _topic_data(advice: TopicAdvice) -> Data:
    return {
        "competency": advice.competency.slug,
        "topic": advice.topic.slug,
        "answers": advice.answers,
        "points": advice.points,
        "weight": advice.weight,
        "level": advice.level,
        "target": advice.target,
        "shortfall": advice.shortfall,
        "chance_below": advice.sureness,
        "priority": advice.priority,
        "questions": advice.questions,
    }


def _idea_data(idea: Misconception) -> Data:
    return {"slug": idea.slug, "count": idea.count, "questions": [each.number for each in idea.sightings]}
