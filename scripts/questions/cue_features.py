"""What an option looks like beside the others of its question, as numbers: all that a guesser could go by."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import log, sqrt
from statistics import fmean, pvariance
from typing import Any

from quizapp.bank.bars import ABSOLUTE
from quizapp.core.markup import plain_text
from scripts.questions.cue_choices import Choice

HEDGE = re.compile(
    r"\b(?:may|might|can|could|often|usually|typically|generally|sometimes|likely|probably|mostly|tends?|roughly|about"
    r"|approximately|in most cases|depends)\b",
    re.IGNORECASE,
)
NEGATION = re.compile(r"\b(?:no|not|nor|neither|without|cannot)\b|n't\b", re.IGNORECASE)
REASON = re.compile(r"\b(?:because|since|so that|therefore|which means|due to|as it|if|when|unless)\b", re.IGNORECASE)
WORD = re.compile(r"[a-z][a-z0-9_]+", re.IGNORECASE)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


def _count(pattern: re.Pattern[str]) -> Callable[[str], float]:
    return lambda text: float(len(pattern.findall(text)))


def _share(pattern: re.Pattern[str]) -> Callable[[str], float]:
    return lambda text: sum(map(len, pattern.findall(text))) / max(1, len(text))


ALONE: Mapping[str, Callable[[str], float]] = {
    "length (log)": lambda text: log(1 + len(plain_text(text))),
    "words": lambda text: float(len(text.split())),
    "length of words": lambda text: fmean(map(len, text.split() or [""])),
    "absolutes": _count(ABSOLUTE),
    "hedges": _count(HEDGE),
    "negations": _count(NEGATION),
    "reasons and conditions": _count(REASON),
    "commas": _count(re.compile(",")),
    "other punctuation": _count(re.compile(r"[;:–—()/]")),
    "full stop": lambda text: float(text.endswith(".")),
    "digits": _share(re.compile(r"\d")),
    "numbers": _count(NUMBER),
    "code or formula": _count(re.compile(r"`|\\\(")),
    "capitals": _share(re.compile(r"[A-Z]")),
    "bold": _count(re.compile(r"\*\*")),
}
"""Features of one text; what counts is how it differs from the other options."""


def _longest(choice: Choice) -> list[float]:
    return _is(max, [len(plain_text(text)) for text in choice.texts])


def _shortest(choice: Choice) -> list[float]:
    return _is(min, [len(plain_text(text)) for text in choice.texts])


def _is(pick: Callable[[Sequence[int]], int], values: Sequence[int]) -> list[float]:
    return [float(value == pick(values)) for value in values]


def _rank_of_length(choice: Choice) -> list[float]:
    return _ranks([(len(plain_text(text)),) for text in choice.texts])


def _rank_of_text(choice: Choice) -> list[float]:
    """The place by number or alphabet: authors may like the middle of "run A" to "run D"."""
    return _ranks([_sort_key(text) for text in choice.texts])


def _middle(choice: Choice) -> list[float]:
    return [-abs(rank - 0.5) for rank in _rank_of_text(choice)]


def _sort_key(text: str) -> tuple[Any, ...]:
    number = NUMBER.search(text)
    return (float(number[0].replace(",", "")) if number and number[0].count(".") < 2 else -1.0, text.lower())


def _ranks(keys: Sequence[Any]) -> list[float]:
    """Ranks from 0 to 1, equal ones in the middle of theirs."""
    return [(sum(k < key for k in keys) + sum(k <= key for k in keys) - 1) / 2 / max(1, len(keys) - 1) for key in keys]


def _overlap_with_stem(choice: Choice) -> list[float]:
    stem = set(words(choice.stem))
    return [len(stem & set(own)) / max(1, len(set(own))) for own in map(words, choice.texts)]


def _like_the_others(choice: Choice) -> list[float]:
    """How many words an option shares with each other one on average: the odd one out, or the one most repeated."""
    sets = [set(words(text)) for text in choice.texts]
    return [
        fmean(len(own & other) / max(1, len(own | other)) for j, other in enumerate(sets) if j != i)
        for i, own in enumerate(sets)
    ]


def _shown_first(choice: Choice) -> list[float]:
    return [float(place == 0) for place in range(len(choice.texts))]


def _shown_place(choice: Choice) -> list[float]:
    return [place / max(1, len(choice.texts) - 1) for place in range(len(choice.texts))]


BESIDE: Mapping[str, Callable[[Choice], list[float]]] = {
    "longest": _longest,
    "shortest": _shortest,
    "rank of length": _rank_of_length,
    "rank of text": _rank_of_text,
    "in the middle": _middle,
    "overlap with the stem": _overlap_with_stem,
    "like the others": _like_the_others,
    "shown first": _shown_first,
    "place shown": _shown_place,
}
"""Features of an option among the others. Places are those of one attempt: noise, but where the order is fixed."""

NAMES = (*ALONE, *BESIDE)
PLACES = ("rank of text", "in the middle", "shown first", "place shown")
"""Features of labels and places alone. Keys that stand evenly on all labels draw a solver below chance by them, and
what options look like could hide under that."""

MOST_WORDS, LEAST_QUESTIONS = 100, 3


def feature_rows(choices: Sequence[Choice]) -> list[list[float]]:
    """A row of features for each option of all choices in turn, centred within its choice, each of variance 1."""
    columns = list(zip(*(row for choice in choices for row in _rows(choice)), strict=True))
    return [list(row) for row in zip(*map(_scaled, columns), strict=True)]


def _rows(choice: Choice) -> Iterator[list[float]]:
    columns = [[feature(text) for text in choice.texts] for feature in ALONE.values()]
    columns += [feature(choice) for feature in BESIDE.values()]
    yield from map(list, zip(*map(_centred, columns), strict=True))


def _centred(values: Sequence[float]) -> list[float]:
    mean = fmean(values)
    return [value - mean for value in values]


def _scaled(values: Sequence[float]) -> list[float]:
    sd = sqrt(pvariance(values, 0))
    return [value / sd for value in values] if sd > 1e-9 else [0.0] * len(values)


def word_rows(choices: Sequence[Choice]) -> list[list[float]]:
    """A row for each option: which of the most common words it has, counted by questions, less the choice's mean."""
    found = Counter(
        word
        for group in _grouped(choices)
        for word in {word for choice in group for text in choice.texts for word in words(text)}
    )
    ranked = sorted(found, key=lambda word: (-found[word], word))
    common = [word for word in ranked[:MOST_WORDS] if found[word] >= LEAST_QUESTIONS]
    rows: list[list[float]] = []
    for choice in choices:
        sets = [set(words(text)) for text in choice.texts]
        columns = [_centred([float(word in own) for own in sets]) for word in common]
        rows += [[column[place] for column in columns] for place in range(len(sets))]
    return rows


def _grouped(choices: Sequence[Choice]) -> list[list[Choice]]:
    groups = dict.fromkeys(choice.group for choice in choices)
    return [[choice for choice in choices if choice.group == group] for group in groups]
