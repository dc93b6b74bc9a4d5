"""What there is to choose from in a question of any type, and what its lengths and words give away."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import fmean, median
from typing import Any

from quizapp.bank.bars import ABSOLUTE, LENGTH_RATIO, SHORT
from quizapp.core.markup import plain_text
from quizapp.core.question import Question
from quizapp.core.types.choice import ChoiceBody


@dataclass(frozen=True, slots=True)
class Options:
    """Options that stand beside one another: their texts without markup, and which of them are right."""

    texts: tuple[str, ...]
    rights: tuple[bool, ...]

    @property
    def lengths(self) -> tuple[int, ...]:
        """Characters of each."""
        return tuple(map(len, self.texts))

    @property
    def is_uneven(self) -> bool:
        """Whether an option is much longer than another, and not short."""
        return max(self.lengths) > max(SHORT, LENGTH_RATIO * min(self.lengths))

    def lengths_of(self, *, right: bool) -> list[int]:
        return [len(text) for text in self.texts_of(right=right)]

    def texts_of(self, *, right: bool) -> list[str]:
        return [text for text, is_right in zip(self.texts, self.rights, strict=True) if is_right is right]


def options_of(holder: Any) -> Options:
    """The options of a body, or of a part of one such as a gap."""
    texts = tuple(plain_text(option.text) for option in holder.options)
    return Options(texts, tuple(is_key(option, holder) for option in holder.options))


def is_key(part: Any, holder: Any) -> bool:
    """Whether a part is right: it says so itself, or what holds it names it as the answer."""
    answer = getattr(holder, "answer", None)
    return getattr(part, "correct", False) or (isinstance(answer, str) and getattr(part, "id", None) == answer)


def percent(parts: Iterable[float]) -> float | None:
    """100 times the mean of shares or of truths, or None if there are none."""
    every = list(parts)
    return 100 * fmean(every) if every else None


def choices(questions: Sequence[Question]) -> Iterator[Options]:
    """The options that an author wrote: those of true/false questions are the same everywhere."""
    for question in questions:
        if isinstance(question.body, ChoiceBody) and question.type != "true_false":
            yield options_of(question.body)


def _singles(questions: Sequence[Question]) -> list[Options]:
    return list(choices([question for question in questions if question.type == "single"]))


def _extreme_is_key(pick: Callable[[tuple[int, ...]], int], questions: Sequence[Question]) -> float | None:
    """The chance that the longest or shortest option is right; among equal ones it is drawn at random."""

    def chance(options: Options) -> float:
        pairs = zip(options.lengths, options.rights, strict=True)
        return fmean(right for length, right in pairs if length == pick(options.lengths))

    return percent(map(chance, _singles(questions)))


longest_is_key = partial(_extreme_is_key, max)
shortest_is_key = partial(_extreme_is_key, min)


def key_length_ratio(questions: Sequence[Question]) -> float | None:
    """The median over single questions of the key's length by the mean length of the others."""
    ratios = [fmean(each.lengths_of(right=True)) / fmean(each.lengths_of(right=False)) for each in _singles(questions)]
    return median(ratios) if ratios else None


def uneven_options(questions: Sequence[Question]) -> float | None:
    return percent(options.is_uneven for options in choices(questions))


def absolute_gap(questions: Sequence[Question]) -> float | None:
    """How many points more of the wrong options than of the right ones have an absolute word."""
    every = list(choices(questions))
    wrong, right = (
        percent(bool(ABSOLUTE.search(text)) for options in every for text in options.texts_of(right=is_right))
        for is_right in (False, True)
    )
    return None if wrong is None or right is None else wrong - right
