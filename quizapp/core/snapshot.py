"""Frozen values of the domain as plain data and back: what an attempt keeps, and what JSON exports hold."""

from dataclasses import replace
from typing import Any

import msgspec

from quizapp.core.plan import PlanItem, QuizPlan
from quizapp.core.question import Question
from quizapp.core.types import QUESTION_TYPES


def plan_to_data(plan: QuizPlan) -> dict[str, Any]:
    """A plan as dicts, tuples and scalars that JSON can hold, whole in itself."""
    data: dict[str, Any] = msgspec.to_builtins(plan)
    return data


def item_to_data(item: PlanItem) -> dict[str, Any]:
    """One question of a plan, as it stands among the ``items`` of ``plan_to_data``."""
    data: dict[str, Any] = msgspec.to_builtins(item)
    return data


def item_from_data(data: dict[str, Any]) -> PlanItem:
    """The question that ``item_to_data`` wrote. Raises msgspec.ValidationError if it is none."""
    item = msgspec.convert(data, PlanItem)
    return replace(item, question=_with_body(item.question, data["question"]["body"]))


def plan_from_data(data: dict[str, Any]) -> QuizPlan:
    """The plan that ``plan_to_data`` wrote. Raises msgspec.ValidationError if it is not one."""
    plan = msgspec.convert(data, QuizPlan)
    return replace(plan, items=tuple(item_from_data(item) for item in data["items"]))


def _with_body(question: Question, data: Any) -> Question:
    if question.type not in QUESTION_TYPES:
        raise msgspec.ValidationError(f"Unknown question type {question.type!r} - at `$.items[...].question.type`")
    return replace(question, body=msgspec.convert(data, QUESTION_TYPES[question.type].body))
