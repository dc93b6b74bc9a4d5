"""Matching questions in YAML: 2 to 8 pairs of a prompt and its target, and up to 4 targets more."""

from collections.abc import Iterator

from quizapp.bank.fields import Field, Record, list_of, record_of
from quizapp.bank.findings import Findings
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import enumeration, line, slug, text
from quizapp.core.markup import plain_text
from quizapp.core.question import Scoring
from quizapp.core.types.match import Distractor, MatchBody, Pair

_PAIR = (
    Field("id", slug),
    Field("prompt", line("option text")),
    Field("target", line("match target")),
    Field("rationale", text("rationale")),
)
_DISTRACTOR = (
    Field("id", slug),
    Field("text", line("match target")),
    Field("rationale", text("rationale")),
    Field("misconception", slug, required=False),
)

FIELDS = (
    Field("pairs", list_of(record_of(Pair, _PAIR), 2, 8)),
    Field("distractors", list_of(record_of(Distractor, _DISTRACTOR), 0, 4), required=False),
    Field("scoring", enumeration(Scoring), required=False),
)

_Place = tuple[str, int, str]
"""The way to a field: its list, the entry's number from 0, its name."""


def read_body(record: Record, findings: Findings) -> MatchBody | None:
    """The pairs and what is left over; no two ids, prompts or targets may be taken for one another."""
    pairs: tuple[Pair, ...] | None = record.get("pairs")
    if pairs is None:
        return None
    body = MatchBody(pairs, record.get("distractors") or ())
    _check_repeated(Rule.OPTION_ID_REPEATED, _ids(body), record, findings)
    _check_repeated(Rule.OPTION_TEXT_REPEATED, _prompts(body), record, findings)
    _check_repeated(Rule.OPTION_TEXT_REPEATED, _targets(body), record, findings)
    if record.node.get("distractors") is None or record.get("distractors") == ():
        findings.add(Rule.DISTRACTOR_MISSING, record.mark("pairs"))
    return body


def _check_repeated(rule: Rule, parts: Iterator[tuple[_Place, str, str]], record: Record, findings: Findings) -> None:
    """Report each part whose value, which stands last, was there before; its id is in the middle."""
    seen: dict[str, str] = {}
    for place, id_, value in parts:
        if value in seen:
            findings.add(rule, record.mark(*place), id=seen[value])
        seen.setdefault(value, id_)


def _ids(body: MatchBody) -> Iterator[tuple[_Place, str, str]]:
    for number, pair in enumerate(body.pairs):
        yield ("pairs", number, "id"), pair.id, pair.id
    for number, other in enumerate(body.distractors):
        yield ("distractors", number, "id"), other.id, other.id


def _prompts(body: MatchBody) -> Iterator[tuple[_Place, str, str]]:
    for number, pair in enumerate(body.pairs):
        yield ("pairs", number, "prompt"), pair.id, plain_text(pair.prompt)


def _targets(body: MatchBody) -> Iterator[tuple[_Place, str, str]]:
    """Targets as they are shown to choose from: without their markup."""
    for number, pair in enumerate(body.pairs):
        yield ("pairs", number, "target"), pair.id, plain_text(pair.target)
    for number, other in enumerate(body.distractors):
        yield ("distractors", number, "text"), other.id, plain_text(other.text)
