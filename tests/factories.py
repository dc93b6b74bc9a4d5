"""Frameworks, questions, plans and sessions for tests: small, real, and always the same.

Questions follow one another as single, multi, numeric, single, …; competencies take turns in the same way.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from quizapp.core.answer import Answer, Response
from quizapp.core.framework import Competency, Framework, Topic
from quizapp.core.grading import key_response
from quizapp.core.plan import Feedback, PlanItem, QuizPlan
from quizapp.core.question import (
    Body,
    Code,
    Cognitive,
    Question,
    Reference,
    ShelfLife,
    Stimulus,
    Table,
    Verification,
)
from quizapp.core.session import QuizSession, finish_session, move_to, start_session, submit_answer
from quizapp.core.types import QUESTION_TYPES
from quizapp.core.types.choice import ChoiceBody, Option
from quizapp.core.types.cloze import ClozeBody
from quizapp.core.types.code_line import CodeLine, CodeLineBody
from quizapp.core.types.gap import Gap, GapOption
from quizapp.core.types.match import Distractor, MatchBody, Pair
from quizapp.core.types.numeric import CommonError, NumericBody
from quizapp.core.types.order import Item, OrderBody
from quizapp.core.types.short_text import CommonText, ShortTextBody
from quizapp.core.types.true_false import build_true_false_body

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
"""When the sessions of tests start."""

TYPES = ("single", "multi", "numeric")

_COMPETENCIES = (
    ("llm-basics", "LLM basics and foundation models", "LLM basics"),
    ("fine-tuning", "Fine-tuning and alignment", "Fine-tuning"),
    ("prompting", "Prompting and context", "Prompting"),
    ("llmops", "LLMOps and production", "LLMOps"),
    ("safety", "Safety and security", "Safety"),
    ("retrieval", "Retrieval and data", "Retrieval"),
    ("agents", "Agents and tools", "Agents"),
    ("evaluation", "Evaluation", "Evaluation"),
)

_CODE = Code("python", "def softmax(x):\n    e = exp(x - x.max())\n    return e / e.sum()")
_TABLE = Table(("model", "perplexity"), (("small", "18.2"), ("large", "11.4")))


def make_framework(competencies: int = 4) -> Framework:
    """A role of 1 to 8 competencies, each with the topics "<slug>-theory" (weight 2) and "<slug>-practice" (1)."""
    return Framework(
        id="ai-engineer",
        title="AI engineer",
        language="en",
        readiness_cut=0.7,
        competencies=tuple(_competency(*names) for names in _COMPETENCIES[:competencies]),
    )


def make_question(
    id_: str,
    type: str = "single",  # noqa: A002 - the word of the domain
    competency: str = "llm-basics",
    topic: str = "",
    **changes: Any,
) -> Question:
    """A question of a type; ``topic`` is the competency's theory unless given; ``changes`` replace any other field.

    The keys: single "b"; multi "a" and "c" of four; numeric 12.5 GB ± 0.1, where 25 is a known error.
    """
    question = Question(
        id=id_,
        revision=1,
        type=type,
        competency=competency,
        topic=topic or f"{competency}-theory",
        stimulus=Stimulus.NONE,
        stem=f"What holds for **{id_}**, as \\( p < 0.05 \\) and `x_{{i}}` – say?",
        body=make_body(type),
        difficulty=3,
        cognitive=Cognitive.APPLY,
        seconds=60,
        explanation=f"The reason for {id_}.\n\n- first\n- second",
        references=(Reference("Attention is all you need", arxiv="1706.03762", where="Section 3"),),
        shelf_life=ShelfLife.DURABLE,
        verified=Verification(date(2026, 1, 15), "computed"),
    )
    return replace(question, **changes)


def make_body(type_: str) -> Body:
    """The body that ``make_question`` gives a type."""
    if type_ in ("numeric", "parametric"):  # a parametric question as it is once its numbers are drawn
        return _numeric()
    if type_ == "short_text":
        return _short_text()
    if type_ == "true_false":
        return build_true_false_body(False, "It only **seems** so.", "Just so.", "mix-up")
    if type_ == "order":
        return OrderBody(tuple(Item(id_, f"Step **{id_}**", f"It stands here because of `{id_}`.") for id_ in "abcd"))
    if type_ == "match":
        return MatchBody(tuple(_pair(id_) for id_ in "abc"), (Distractor("d", "Target d", "It fits none.", "none"),))
    if type_ == "cloze":
        return _cloze()
    if type_ == "code_line":
        lines = (CodeLine(2, True, "It may overflow."), CodeLine(3, False, "It sums to 1.", "wrong-axis"))
        return CodeLineBody(_CODE, lines)
    right = ("b",) if type_ == "single" else ("a", "c")
    return ChoiceBody(tuple(_option(id_, id_ in right) for id_ in "abcd"))


def make_plan(
    count: int = 6,
    feedback: Feedback = Feedback.EACH,
    seed: int = 7,
    competencies: int = 4,
) -> QuizPlan:
    """A plan of ``count`` questions "q0", "q1", … options in the seed's order; the first has code and a table."""
    framework = make_framework(competencies)
    random = Random(seed)
    items = tuple(_item(framework, position, random) for position in range(count))
    return QuizPlan(framework, items, feedback, seed, bank_digest="ab" * 32)


def make_session(
    plan: QuizPlan | None = None,
    answers: Sequence[bool | None] = (),
    *,
    id_: str = "attempt-1",
    finished: bool = False,
) -> QuizSession:
    """A session with its first positions answered: True right, False wrong, None "I don't know"; 20 s for each.

    It stands at the first position without an answer, or at the last one.
    """
    session = start_session(plan or make_plan(), id_=id_, now=NOW)
    for position, answer in enumerate(answers):
        session = answer_position(session, position, answer)
    session = move_to(session, min(len(answers), len(session.states) - 1))
    return finish_session(session, now=NOW + timedelta(seconds=session.elapsed)) if finished else session


def answer_position(session: QuizSession, position: int, right: bool | None) -> QuizSession:
    """The session moved to a position and answered there, 20 s later."""
    session = move_to(replace(session, elapsed=session.elapsed + 20.0), position)
    now = session.started_at + timedelta(seconds=session.elapsed)
    question = session.item.question
    response = () if right is None else key_response(question) if right else wrong_response(question)
    return submit_answer(session, Answer(response, now, dont_know=right is None, seconds=20.0))[0]


def wrong_response(question: Question) -> Response:
    """A response that earns nothing; for a numeric question a known error."""
    if isinstance(question.body, NumericBody):
        return (str(question.body.common_errors[0].value),)
    if isinstance(question.body, MatchBody):
        ids = [pair.id for pair in question.body.pairs]
        return tuple(f"{prompt}={target}" for prompt, target in zip(ids, ids[1:] + ids[:1], strict=True))
    if isinstance(question.body, CodeLineBody):
        return tuple(str(line.line) for line in question.body.lines if not line.correct)
    if isinstance(question.body, ClozeBody):
        return tuple(f"{gap.id}={_wrong_text(gap)}" for gap in question.body.gaps)
    if isinstance(question.body, ShortTextBody):
        return question.body.common_errors[0].texts[:1]
    if isinstance(question.body, OrderBody):
        return key_response(question)[::-1]
    assert isinstance(question.body, ChoiceBody)
    return (next(option.id for option in question.body.options if not option.correct),)


def _competency(slug: str, title: str, short_title: str) -> Competency:
    theory = Topic(f"{slug}-theory", f"{short_title}: theory", "What holds and why", 2.0)
    practice = Topic(f"{slug}-practice", f"{short_title}: practice", "What to do", 1.0)
    return Competency(slug, title, short_title, (theory, practice))


def _option(id_: str, correct: bool) -> Option:
    why = f"Option {id_} is {'right' if correct else 'wrong'} because of `{id_}`."
    return Option(id_, f"Statement **{id_}** – it holds", correct, why, "" if correct else f"mistake-{id_}")


def _pair(id_: str) -> Pair:
    return Pair(id_, f"Prompt **{id_}**", f"Target `{id_}`", f"Target {id_} belongs to prompt {id_}.")


def _cloze() -> ClozeBody:
    options = (
        GapOption("left", "**kept**", "It is dropped.", "keeps-all"),
        GapOption("right", "`dropped`", "Just so."),
    )
    gaps = (
        Gap("verb", options, "right"),
        Gap("what", text=_short_text(), rationale="It counts **words**."),
        Gap("size", number=_numeric(), rationale="Each byte once."),
    )
    return ClozeBody("What fits is [[verb]] as **[[what]]**:\n\n- it has [[size]] GB", gaps)


def _wrong_text(gap: Gap) -> str:
    if gap.options:
        return next(option.id for option in gap.options if option.id != gap.answer)
    if gap.number:
        return str(gap.number.common_errors[0].value)
    assert gap.text is not None
    return gap.text.common_errors[0].texts[0]


def _numeric() -> NumericBody:
    return NumericBody(12.5, 0.1, "GB", (CommonError(25.0, 0.1, "That counts every byte twice.", "double-counting"),))


def _short_text() -> ShortTextBody:
    doubled = CommonText(("Two words",), "That counts a word twice.", "double-counting")
    return ShortTextBody(("One word", "A word"), common_errors=(doubled,))


def _item(framework: Framework, position: int, random: Random) -> PlanItem:
    competency = framework.competencies[position % len(framework.competencies)]
    topic = competency.topics[position // len(framework.competencies) % 2]
    material = {} if position else {"stimulus": Stimulus.CODE, "code": _CODE, "table": _TABLE}
    type_ = TYPES[position % len(TYPES)]
    question = make_question(f"q{position}", type_, competency.slug, topic.slug, **material)
    order = QUESTION_TYPES[type_].arrange(question.body, random)
    return PlanItem(question, order)
