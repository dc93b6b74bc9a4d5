"""The questions of an attempt as data for the template: asked, answered, and explained."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from quizapp.core.answer import Answer, ReviewRow, Verdict
from quizapp.core.calibration_words import sure_words
from quizapp.core.framework import Framework
from quizapp.core.grading import grade_answer, listing, review_rows
from quizapp.core.markup import Block
from quizapp.core.plan import PlanItem
from quizapp.core.question import Code, Question, Reference
from quizapp.core.session import ItemState, QuizSession
from quizapp.report.blocks import Data, blocks_data, line_spans, table_block, text_blocks
from quizapp.report.code import COLUMNS, code_block
from quizapp.report.extent import is_short
from quizapp.report.outcome import OUTCOME_WORDS, Outcome, outcome
from quizapp.report.words import duration_words, points_words

VERDICT_WORDS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.RIGHT: "Your answer, right",
        Verdict.WRONG: "Your answer, wrong",
        Verdict.MISSED: "Right answer",
        Verdict.NEUTRAL: "",
    }
)

_LONGEST_LINK = 2000


def question_entries(session: QuizSession) -> list[Data]:
    """One entry a question, in the order asked."""
    pairs = zip(session.plan.items, session.states, strict=True)
    return [_entry(number, item, state, session.plan.framework) for number, (item, state) in enumerate(pairs, 1)]


def outcome_entries(session: QuizSession) -> list[Data]:
    """What became of each question, in the order asked, with nothing of what it asks."""
    pairs = enumerate(zip(session.plan.items, session.states, strict=True), 1)
    return [_outcome_entry(number, item, state, session.plan.framework) for number, (item, state) in pairs]


def _outcome_entry(number: int, item: PlanItem, state: ItemState, framework: Framework) -> Data:
    became = outcome(item.question, state)
    return {
        "number": number,
        "place": line_spans(place_words(item.question, framework)),
        "outcome": became,
        "verdict": OUTCOME_WORDS[became],
        "remarks": _remarks(item, state, became),
    }


def _entry(number: int, item: PlanItem, state: ItemState, framework: Framework) -> Data:
    question = item.question
    rows = review_rows(question, state.answer, item.option_order)
    stem = text_blocks(question.stem, COLUMNS)
    codes = [*_listing(question.code), *_listing(listing(question))]
    table = table_block(question.table) if question.table else None
    return _outcome_entry(number, item, state, framework) | {
        "stem": stem,
        "codes": codes,
        "table": table,
        "short_lead": is_short(stem, [*codes, *([table] if table else [])]),
        "rows": [_row(row) for row in rows],
        "explanation": text_blocks(question.explanation),
        "sources": [source_data(reference) for reference in question.references],
        "short": len(question.references) < 5 and is_short(text_blocks(question.explanation)),
    }


def _listing(part: Code | tuple[Block, ...] | None) -> list[Data]:
    if isinstance(part, Code):
        return [code_block(part.language, part.text)]
    return blocks_data(part or (), COLUMNS)


def place_words(question: Question, framework: Framework) -> str:
    """Competency and topic by their titles; a slug that the framework doesn't know stands for itself."""
    competency = next((c for c in framework.competencies if c.slug == question.competency), None)
    if competency is None:
        return f"{question.competency} · {question.topic}"
    topic = next((topic.title for topic in competency.topics if topic.slug == question.topic), question.topic)
    return f"{competency.short_title} · {topic}"


def _remarks(item: PlanItem, state: ItemState, became: Outcome) -> list[str]:
    answer = state.answer
    return [
        *([f"{_points(item.question, answer)} of 1 point"] if became is Outcome.PARTLY else []),
        *([f"answered in {duration_words(answer.seconds)}"] if answer and answer.seconds else []),
        *([sure_words(answer.confidence)] if answer and answer.confidence is not None else []),
        *(["seen in an earlier attempt"] if item.seen_before else []),
        *(["flagged"] if state.flagged else []),
    ]


def _points(question: Question, answer: Answer | None) -> str:
    return points_words(grade_answer(question, answer).score)


def _row(row: ReviewRow) -> Data:
    text, rationale = blocks_data(row.text), blocks_data(row.rationale)
    return {
        "label": row.label,
        "verdict": row.verdict,
        "words": VERDICT_WORDS[row.verdict],
        "text": text,
        "rationale": rationale,
        "short": is_short(text, rationale),
    }


def source_data(reference: Reference) -> dict[str, Any]:
    """A reference; only a web address becomes a link, since a PDF viewer opens whatever it is told."""
    address = reference.address
    safe = re.match(r"https?://", address) and len(address) <= _LONGEST_LINK
    return {
        "title": line_spans(reference.title),
        "where": line_spans(reference.where),
        "address": line_spans(re.sub(r"^https?://", "", address)),
        "link": quote(address, safe=":/?#[]@!$&'()*+,;=%~", errors="replace") if safe else "",
    }
