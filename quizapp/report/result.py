"""The result of an attempt as plain data and JSON; docs/result-format.md describes it for those who read it."""

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import msgspec

from quizapp.core.answer import Answer
from quizapp.core.grading import describe_response, grade_answer, key_response
from quizapp.core.measure import CompetencyMeasure
from quizapp.core.plan import PlanItem
from quizapp.core.question import PictureFile
from quizapp.core.score import CompetencyScore, Tally, score_session
from quizapp.core.session import ItemState, QuizSession
from quizapp.report.calibration import calibration_data
from quizapp.report.outcome import outcome
from quizapp.report.study import study_data

FORMAT, FORMAT_VERSION = "quizapp-result", 3

Data = dict[str, Any]


def build_result(session: QuizSession, *, app_version: str, created: datetime, person: str = "") -> Data:
    """The whole result as dicts, lists and scalars; times are ISO 8601 in UTC, shares 0..1, durations seconds."""
    plan, framework, report = session.plan, session.plan.framework, score_session(session)
    return {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "app_version": app_version,
        "created": time_text(created),
        "person": person,
        "framework": _plain(framework),
        "attempt": {
            "id": session.id,
            "started_at": time_text(session.started_at),
            "finished_at": time_text(session.finished_at) if session.finished_at else None,
            "elapsed": session.elapsed,
            "feedback": str(plan.feedback),
            "method": str(plan.method),
            "limit": plan.limit,
            "competencies": list(plan.competencies),
            "ask_confidence": plan.ask_confidence,
            "seed": plan.seed,
            "bank_digest": plan.bank_digest,
            "pool": _plain(plan.pool),
        },
        "scores": {
            "total": _tally(report.total),
            "competencies": [_competency(score) for score in report.competencies],
        },
        "calibration": calibration_data(session),
        "study_plan": study_data(session),
        "questions": [
            _question(number, item, state)
            for number, (item, state) in enumerate(zip(plan.items, session.states, strict=True), 1)
        ],
    }


def render_json(session: QuizSession, *, app_version: str, created: datetime, person: str = "") -> bytes:
    """The result as UTF-8 JSON with the order of keys as documented; ends with a line feed."""
    result = build_result(session, app_version=app_version, created=created, person=person)
    text = json.dumps(result, indent=2, ensure_ascii=False)
    # Half a surrogate pair is no UTF-8; as \udXXX, which JSON knows, it survives.
    return (text + "\n").encode("utf-8", "backslashreplace")


def time_text(when: datetime) -> str:
    """A time as ISO 8601 in UTC."""
    return when.astimezone(UTC).isoformat()


def _competency(score: CompetencyScore) -> Data:
    topics = [{"slug": topic.slug, "title": topic.title, **_tally(topic.tally)} for topic in score.topics]
    head = {"slug": score.slug, "title": score.title, "measure": _measure(score.measure)}
    return {**head, **_tally(score.tally), "topics": topics}


def _measure(measure: CompetencyMeasure) -> Data:
    """What the measure may say, and null for what too few answers don't allow."""
    is_shown = measure.level is not None
    return {
        "answers": measure.answers,
        "claim": str(measure.claim),
        "domain_score": measure.level,
        "interval": list(measure.band) if measure.band else None,
        "p_ready": measure.readiness,
        "label": str(measure.label) if measure.label else None,
        "cut": {"share": measure.cut.share, "spread": measure.cut.spread},
        "ability": measure.ability if is_shown else None,
        "ability_sd": measure.ability_sd if is_shown else None,
        "seen": {
            "count": measure.seen.count,
            "mean_score": measure.seen.mean_score,
            "expected": measure.seen.expected if is_shown else None,
            "gain": measure.seen_gain,
        },
    }


def _tally(tally: Tally) -> Data:
    return {
        "asked": tally.asked,
        "scored": tally.scored,
        "right": tally.right,
        "points": tally.points,
        "share": tally.share,
        "interval": list(tally.interval) if tally.interval else None,
        "enough": tally.is_enough,
        "seconds": tally.seconds,
    }


def _question(number: int, item: PlanItem, state: ItemState) -> Data:
    question, answer = item.question, state.answer
    return {
        "number": number,
        "id": question.id,
        "revision": question.revision,
        "type": question.type,
        "competency": question.competency,
        "topic": question.topic,
        "difficulty": question.difficulty,
        "cognitive": str(question.cognitive),
        "estimated_seconds": question.seconds,
        "scoring": str(question.scoring),
        "stimulus": str(question.stimulus),
        "text": question.stem,
        "code": _plain(question.code),
        "table": _plain(question.table),
        "pictures": [_picture(file) for file in question.pictures],
        "body": _plain(question.body),
        "explanation": question.explanation,
        "references": _plain(question.references),
        "facts": list(question.facts),
        "shelf_life": str(question.shelf_life),
        "verified": _plain(question.verified),
        "as_of": question.as_of,
        "order": list(item.option_order),
        "drawn": dict(item.drawn),
        "seen_before": item.seen_before,
        "key": list(key_response(question)),
        "key_text": describe_response(question, key_response(question), item.option_order),
        "shown": state.shown,
        "flagged": state.flagged,
        "outcome": str(outcome(question, state)),
        "score": grade_answer(question, answer).score,
        **_answer(item, answer),
    }


def _picture(file: PictureFile) -> Data:
    """What a picture is; its bytes are in the bank, and the digest tells whether they are still these."""
    return {
        "name": file.name,
        "media_type": file.media_type,
        "width": file.width,
        "height": file.height,
        "sha256": sha256(file.data).hexdigest(),
    }


def _plain(value: object) -> Any:
    """A frozen value as dicts, lists and scalars, as JSON gives it back."""
    return _listed(msgspec.to_builtins(value))


def _listed(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _listed(item) for key, item in data.items()}
    return [_listed(item) for item in data] if isinstance(data, list | tuple) else data


def _answer(item: PlanItem, answer: Answer | None) -> Data:
    """What was given; nulls where nothing was confirmed."""
    given = answer.response if answer and not answer.dont_know else ()
    return {
        "response": list(given) if answer else None,
        "response_text": describe_response(item.question, given, item.option_order) if given else "",
        "dont_know": answer.dont_know if answer else None,
        "confidence": answer.confidence if answer else None,
        "seconds": answer.seconds if answer else None,
        "answered_at": time_text(answer.answered_at) if answer else None,
    }
