"""What holds for all values of the domain: they are frozen, and the words that are stored stay the same."""

from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from enum import StrEnum
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest

import quizapp.core
from quizapp.core.answer import Answer, Grade, ReviewRow, Verdict
from quizapp.core.measure import Claim
from quizapp.core.measure import Label as ReadyLabel
from quizapp.core.plan import Feedback
from quizapp.core.problem import Severity
from quizapp.core.question import Cognitive, Question, Reference, Scoring, ShelfLife, Stimulus, Verification
from quizapp.core.session import ItemState
from quizapp.core.shapes import Label, Paint
from quizapp.core.types.choice import Option
from quizapp.core.types.numeric import CommonError
from tests.factories import NOW, make_question


def classes() -> Iterator[type]:
    """Every class of the domain."""
    for module in walk_packages(quizapp.core.__path__, "quizapp.core."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, type) and value.__module__ == module.name:
                yield value


DATACLASSES = [kind for kind in classes() if is_dataclass(kind)]
WORDS: dict[type[StrEnum], str] = {
    Claim: "raw band label",
    Cognitive: "remember understand apply analyze evaluate",
    Feedback: "each at_end",
    ReadyLabel: "ready not-yet undecided",
    Paint: "ring spoke spoke-weak band target earlier value value-weak scale label label-weak",
    Scoring: "partial strict",
    Severity: "error warning",
    ShelfLife: "durable slow fast",
    Stimulus: "none scenario code table log prompt",
    Verdict: "right wrong missed neutral",
}


@pytest.mark.parametrize("kind", DATACLASSES)
def test_every_value_is_frozen_and_has_slots(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(kind)


def test_the_values_were_found() -> None:
    assert {"Answer", "Question", "QuizPlan", "QuizSession", "Tally", "Radar"} <= {
        kind.__name__ for kind in DATACLASSES
    }


@pytest.mark.parametrize("kind", WORDS)
def test_the_words_in_banks_and_stores_stay_the_same(kind: type[StrEnum]) -> None:
    assert [*kind] == WORDS[kind].split()


def test_what_is_not_said_is_nothing() -> None:
    assert Answer((), NOW) == Answer((), NOW, dont_know=False, confidence=None, seconds=0.0)
    assert Reference("T") == Reference("T", arxiv="", doi="", url="", where="")
    assert Verification(NOW.date(), "source") == Verification(NOW.date(), "source", note="")
    assert Label(Paint.LABEL, "A", 0, 0, 13, 9) == Label(Paint.LABEL, "A", 0, 0, 13, 9, bold=False)
    assert Option("a", "A", True, "") == Option("a", "A", correct=True, rationale="", misconception="")
    assert CommonError(1, 0, "") == CommonError(1, 0, "", misconception="")
    assert Grade(0.5) == Grade(0.5, ())
    assert ItemState() == ItemState(answer=None, draft=(), flagged=False, shown=False)
    assert ReviewRow(Verdict.MISSED, ()) == ReviewRow(Verdict.MISSED, (), rationale=(), label="")


def test_a_question_needs_to_say_no_more_than_it_has() -> None:
    question = make_question("q")
    said = {name: getattr(question, name) for name in Question.__dataclass_fields__}
    rest: dict[str, Any] = {"scoring": Scoring.PARTIAL, "facts": (), "code": None, "table": None, "as_of": ""}
    assert Question(**{name: value for name, value in said.items() if name not in rest}) == replace(question, **rest)
