"""Short-text questions in YAML: the accepted texts, and the wrong ones that people type."""

from collections.abc import Iterable

from quizapp.bank.fields import Field, Record, list_of, record_of
from quizapp.bank.findings import Findings, Mark, shorten
from quizapp.bank.nodes import Node
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import boolean, line, slug, text
from quizapp.core.types.short_text import CommonText, ShortTextBody, is_among, normalise


def _read_text(node: Node, what: str, findings: Findings) -> str | None:
    """A text of which something is left once it is normalised."""
    value = line("short text")(node, what, findings)
    if value is None or normalise(value):
        return value
    findings.add(Rule.FIELD_EMPTY, node.mark, what=what)
    return None


_COMMON_ERROR = (
    Field("texts", list_of(_read_text, 1, 12)),
    Field("rationale", text("rationale")),
    Field("misconception", slug, required=False),
)

read_accepted = list_of(_read_text, 1, 12)
COMMON_FIELDS = (
    Field("match_case", boolean, required=False),
    Field("common_errors", list_of(record_of(CommonText, _COMMON_ERROR), 0, 8), required=False),
)
FIELDS = (Field("answers", read_accepted), *COMMON_FIELDS)


def read_body(record: Record, findings: Findings) -> ShortTextBody | None:
    """The accepted texts with the common errors, none of which may be taken for one of them."""
    answers: tuple[str, ...] | None = record.get("answers")
    return add_common_texts(answers, record, findings) if answers else None


def add_common_texts(answers: tuple[str, ...], record: Record, findings: Findings) -> ShortTextBody:
    """Accepted texts with the common errors of their record; those that may be taken for one are reported."""
    body = ShortTextBody(answers, record.get("match_case") or False, record.get("common_errors") or ())
    for mark, wrong in _wrong_texts(body, record):
        if is_among(wrong, answers, body.match_case):
            findings.add(Rule.COMMON_TEXT_ACCEPTED, mark, text=shorten(wrong))
    return body


def _wrong_texts(body: ShortTextBody, record: Record) -> Iterable[tuple[Mark, str]]:
    for number, error in enumerate(body.common_errors):
        for place, wrong in enumerate(error.texts):
            yield record.mark("common_errors", number, "texts", place), wrong
