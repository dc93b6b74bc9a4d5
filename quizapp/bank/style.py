"""Advice on one sound question of any type: what gives its key away, and what makes it hard to read."""

from collections.abc import Iterable, Iterator, Sequence

from quizapp.bank.bars import (
    ABSOLUTE,
    ALL_OF_THE_ABOVE,
    LENGTH_RATIO,
    NEGATIVE,
    SENTENCE_WORDS,
    SHORT,
    SINGLE_OPTIONS,
    STEM_WORDS,
)
from quizapp.bank.fields import Record
from quizapp.bank.findings import Findings
from quizapp.bank.options import Options, options_of
from quizapp.bank.prose import sentences
from quizapp.bank.rules import Rule
from quizapp.core.markup import Paragraph, Style, parse_markup
from quizapp.core.question import Question

_Path = tuple[str | int, ...]
"""The way from a question to a list of options: its fields, and positions from 0."""


def advise(question: Question, record: Record, findings: Findings) -> None:
    """Warn of what a writer can mend in this question."""
    _check_stem(question, record, findings)
    if question.type == "single":
        _check_count(record, findings)
    for path, options in _option_lists(question, record):
        _check_lengths(options, path, record, findings)
        _check_words(options, path, record, findings)


def _option_lists(question: Question, record: Record) -> Iterator[tuple[_Path, Options]]:
    """Every list of options that the author wrote: that of the question, and those of its gaps or other parts."""
    if record.get("options"):
        yield ("options",), options_of(question.body)
    for name, value in record.values.items():
        for number, part in enumerate(value if isinstance(value, tuple) else ()):
            if getattr(part, "options", ()):
                yield (name, number, "options"), options_of(part)


def _check_stem(question: Question, record: Record, findings: Findings) -> None:
    counts = [len(sentence) for sentence in sentences(question.stem)]
    mark = record.mark("stem")
    if sum(counts) > STEM_WORDS:
        findings.add(Rule.STEM_LONG, mark, count=sum(counts), limit=STEM_WORDS)
    elif max(counts, default=0) > SENTENCE_WORDS:
        findings.add(Rule.SENTENCE_LONG, mark, count=max(counts), limit=SENTENCE_WORDS)
    if NEGATIVE.search(_unmarked(question.stem)):
        findings.add(Rule.NEGATIVE_STEM, mark)


def _unmarked(stem: str) -> str:
    """The stem without the words in bold type or in capitals, and without code."""
    spans = (span for block in parse_markup(stem) if isinstance(block, Paragraph) for span in block.spans)
    plain = "".join(span.text if span.style is Style.PLAIN else "…" for span in spans)
    return " ".join("…" if word.isupper() and len(word) > 1 else word for word in plain.split())


def _check_count(record: Record, findings: Findings) -> None:
    low, high = SINGLE_OPTIONS
    count = len(record.get("options"))
    if not low <= count <= high:
        findings.add(Rule.OPTION_COUNT, record.mark("options"), count=count, low=low, high=high)


def _check_lengths(options: Options, path: _Path, record: Record, findings: Findings) -> None:
    """A single key that is the longest by far, and otherwise options that differ much."""
    longest = max(options.lengths)
    mark = record.mark(*path, options.lengths.index(longest), "text")
    keys, others = options.lengths_of(right=True), options.lengths_of(right=False)
    if len(keys) == 1 and keys[0] > max(SHORT, LENGTH_RATIO * max(others)):
        findings.add(Rule.KEY_LONGEST, mark, key=longest, other=max(others))
    elif options.is_uneven:
        findings.add(Rule.OPTION_LENGTHS, mark, longest=longest, shortest=min(options.lengths))


def _check_words(options: Options, path: _Path, record: Record, findings: Findings) -> None:
    wrong = _absolutes(options.texts_of(right=False))
    if len(wrong) > 1 and not _absolutes(options.texts_of(right=True)):
        words = ", ".join(sorted(set(wrong)))
        findings.add(Rule.ABSOLUTE_WORDS, record.mark(*path), count=len(wrong), words=words)
    for number, text in enumerate(options.texts):
        if ALL_OF_THE_ABOVE.fullmatch(text):
            findings.add(Rule.ALL_OF_THE_ABOVE, record.mark(*path, number, "text"))


def _absolutes(texts: Iterable[str]) -> Sequence[str]:
    """The first absolute word of each text that has one."""
    return [match[0].lower() for match in map(ABSOLUTE.search, texts) if match]
