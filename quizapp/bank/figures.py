"""The figures of a bank beside their bars, as ``quizapp check`` shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.bank.bars import BARS, FEW, Bar
from quizapp.bank.measures import MEASURES, TOPIC_MEASURES
from quizapp.core.framework import Topic
from quizapp.core.question import Question

_ENGLISH_ONLY = ("absolute_gap", "reading_grade")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a bank; ``here`` is empty, ``value`` and ``holds`` are None where there is nothing to measure."""

    key: str
    name: str
    bar: str
    here: str
    value: float | None
    holds: bool | None


def measure_bank(questions: Sequence[Question], language: str, topics: Sequence[Topic] = ()) -> tuple[Figure, ...]:
    """Every figure in the order of the bars; what counts English words is left out for other languages.

    ``topics`` are those of the framework, for what is measured on them.
    """
    return tuple(_figure(bar, _measure(bar, questions, language, topics)) for bar in BARS) if questions else ()


def render_figures(figures: Sequence[Figure], questions: int) -> list[str]:
    """The figures as the lines of a table, with a word of warning where the questions are few."""
    words = {True: "ok", False: "missed", None: "–"}
    rows = [("Figures", "bar", "here", "verdict")]
    rows += [(each.name, each.bar, each.here or "–", words[each.holds]) for each in figures]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    few = [f"{questions} questions are few: a share of less than {FEW} says little."] if questions < FEW else []
    return [lines[0], "-|-".join("-" * width for width in widths), *lines[1:], *few]


def _measure(bar: Bar, questions: Sequence[Question], language: str, topics: Sequence[Topic]) -> float | None:
    if bar.key in TOPIC_MEASURES:
        return TOPIC_MEASURES[bar.key](topics)
    is_foreign = bar.key in _ENGLISH_ONLY and language.partition("-")[0] != "en"
    return None if is_foreign else MEASURES[bar.key](questions)


def _figure(bar: Bar, value: float | None) -> Figure:
    if value is None:
        return Figure(bar.key, bar.name, bar.words, "", None, None)
    value = round(value, 4)
    return Figure(bar.key, bar.name, bar.words, bar.write(value), value, bar.holds(value))
