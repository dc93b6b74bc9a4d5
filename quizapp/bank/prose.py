"""The words of a text in markup: how many, in what sentences, and how hard they are to read."""

import re
from collections.abc import Iterable, Iterator

from quizapp.core.markup import Listing, Paragraph, Spans, Style, parse_markup

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
_SILENT_E = re.compile(r"(?:(?<=[^aeiouyl])e|(?<=[^aeioutdy])ed|(?<=[^aeiousxzhgcy])es)$")
_VOWELS = re.compile(r"[aeiouy]+")
_APART = re.compile(r"(?<![tscg])i[ao]|(?<![qg])ua|(?<=cr)ea(?=t)")
"""Vowels that stand together and are spoken apart, as in "create", "variance" and "evaluate"."""


def sentences(markup: str) -> tuple[tuple[str, ...], ...]:
    """The sentences of paragraphs and lists, each as its words; code, tables and other blocks are left out.

    What is not words (inline code, a formula) counts as one word that is written as it is.
    """
    found = (sentence for line in _lines(markup) for sentence in _SENTENCE_END.split(line))
    words = (tuple(word.replace("\0", " ") for word in sentence.split() if _is_word(word)) for sentence in found)
    return tuple(sentence for sentence in words if sentence)


def word_count(markup: str) -> int:
    return sum(map(len, sentences(markup)))


def reading_grade(texts: Iterable[str]) -> float | None:
    """The Flesch-Kincaid grade of English texts taken together, or None if they hold no words.

    0.39 · words / sentences + 11.8 · syllables / words − 15.59 (Kincaid, Fishburne, Rogers, Chissom: Derivation of new
    readability formulas for Navy enlisted personnel, Research Branch Report 8-75, 1975). Syllables are estimated.
    """
    every = [sentence for text in texts for sentence in sentences(text)]
    words = [word for sentence in every for word in sentence]
    if not words:
        return None
    return 0.39 * len(words) / len(every) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """How many syllables an English word has, by its groups of vowels; numbers and code count as one."""
    letters = word.lower().strip(".,;:?!()[]\"'“”’")
    parts = letters.split("-") if letters.replace("-", "").isalpha() else []
    return max(1, sum(max(1, _spoken(_SILENT_E.sub("", part))) for part in parts if part))


def _spoken(part: str) -> int:
    return len(_VOWELS.findall(part)) + len(_APART.findall(part))


def _lines(markup: str) -> Iterator[str]:
    for block in parse_markup(markup):
        if isinstance(block, Paragraph):
            yield _text(block.spans)
        elif isinstance(block, Listing):
            yield from map(_text, block.items)


def _text(spans: Spans) -> str:
    """The text of a line; blanks and stops in what is not words neither part words nor end sentences."""
    words = (Style.PLAIN, Style.BOLD)
    return "".join(span.text if span.style in words else "\0".join(span.text.split()) for span in spans)


def _is_word(text: str) -> bool:
    return any(char.isalnum() for char in text) or "\0" in text
