"""The figures of a whole bank, each a function named by the ``key`` of its bar in ``quizapp.bank.bars``."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import partial
from math import ceil
from statistics import median
from typing import Any

from quizapp.bank.options import (
    absolute_gap,
    is_key,
    key_length_ratio,
    longest_is_key,
    percent,
    shortest_is_key,
    uneven_options,
)
from quizapp.bank.prose import reading_grade, word_count
from quizapp.core.framework import Topic
from quizapp.core.question import Cognitive, Question, Stimulus

Questions = Sequence[Question]
Measure = Callable[[Questions], float | None]


def _of_types(names: tuple[str, ...], questions: Questions) -> float | None:
    return percent(question.type in names for question in questions)


def _count(name: str, questions: Questions) -> float:
    return sum(question.type == name for question in questions)


def _of_stimuli(kinds: tuple[Stimulus, ...], questions: Questions) -> float | None:
    return percent(question.stimulus in kinds for question in questions)


def _of_levels(levels: tuple[Cognitive, ...], questions: Questions) -> float | None:
    return percent(question.cognitive in levels for question in questions)


def _of_difficulty(difficulty: int, questions: Questions) -> float | None:
    return percent(question.difficulty == difficulty for question in questions)


def _stem_median(questions: Questions) -> float | None:
    found = [word_count(question.stem) for question in questions]
    return median(found) if found else None


def _stem_percentile(share: float, questions: Questions) -> float | None:
    """The smallest length of a stem in words that a share of all stems does not exceed."""
    found = sorted(word_count(question.stem) for question in questions)
    return found[ceil(share * len(found)) - 1] if found else None


def _reading_grade(questions: Questions) -> float | None:
    return reading_grade(question.stem for question in questions)


def _parts(value: Any, name: str, holder: Any = None) -> Iterator[tuple[Any, Any]]:
    """Whatever in a body has a field of a name, however deep, each with what holds it: options, pairs, errors, gaps."""
    if is_dataclass(value):
        # What is chosen from has its reasons in its options.
        if hasattr(value, name) and not getattr(value, "options", ()):
            yield value, holder
        for field in fields(value):
            yield from _parts(getattr(value, field.name), name, value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _parts(item, name, holder)


def _rationales(questions: Questions) -> float | None:
    return percent(bool(part.rationale) for question in questions for part, _ in _parts(question.body, "rationale"))


def _misconceptions(questions: Questions) -> float | None:
    parts = (pair for question in questions for pair in _parts(question.body, "misconception"))
    return percent(bool(part.misconception) for part, holder in parts if not is_key(part, holder))


def _sources(questions: Questions) -> float | None:
    return percent(any(each.address and each.where for each in question.references) for question in questions)


def _learning_material(topics: Sequence[Topic]) -> float | None:
    return percent(topic.material is not None and topic.material.is_whole for topic in topics)


TOPIC_MEASURES: Mapping[str, Callable[[Sequence[Topic]], float | None]] = {"learning_material": _learning_material}
"""Those that are measured on the topics of the framework, and not on the questions."""

MEASURES: Mapping[str, Measure] = {
    "longest_is_key": longest_is_key,
    "shortest_is_key": shortest_is_key,
    "key_length_ratio": key_length_ratio,
    "uneven_options": uneven_options,
    "absolute_gap": absolute_gap,
    "single": partial(_of_types, ("single",)),
    "multi": partial(_of_types, ("multi",)),
    "numeric": partial(_of_types, ("numeric", "parametric")),
    "order_match": partial(_of_types, ("order", "match")),
    "code_line": partial(_count, "code_line"),
    "cloze": partial(_count, "cloze"),
    "stimulus": partial(_of_stimuli, tuple(kind for kind in Stimulus if kind is not Stimulus.NONE)),
    "code_stimulus": partial(_of_stimuli, (Stimulus.CODE, Stimulus.LOG)),
    "remember": partial(_of_levels, (Cognitive.REMEMBER,)),
    "understand": partial(_of_levels, (Cognitive.UNDERSTAND,)),
    "apply": partial(_of_levels, (Cognitive.APPLY,)),
    "analyze_evaluate": partial(_of_levels, (Cognitive.ANALYZE, Cognitive.EVALUATE)),
    **{f"difficulty_{number}": partial(_of_difficulty, number) for number in range(1, 6)},
    "stem_median": _stem_median,
    "stem_95th": partial(_stem_percentile, 0.95),
    "reading_grade": _reading_grade,
    "rationales": _rationales,
    "misconceptions": _misconceptions,
    "sources": _sources,
}
