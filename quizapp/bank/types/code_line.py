"""Code-line questions in YAML: a listing, and what is said of its lines, 1 to 4 of which are to be chosen."""

from quizapp.bank.fields import Field, Record, list_of, record_of
from quizapp.bank.findings import Findings
from quizapp.bank.materials import read_code
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import boolean, enumeration, slug, text, whole
from quizapp.core.question import Scoring
from quizapp.core.types.code_line import CodeLine, CodeLineBody

MOST_LINES = 60
"""Lines of a listing, each of which is a button on the screen."""

_MOST_CORRECT = 4
_LINE = (
    Field("line", whole(1, MOST_LINES)),
    Field("correct", boolean),
    Field("rationale", text("rationale")),
    Field("misconception", slug, required=False),
)

FIELDS = (
    Field("listing", read_code),
    Field("lines", list_of(record_of(CodeLine, _LINE), 1, 12)),
    Field("scoring", enumeration(Scoring), required=False),
)


def read_body(record: Record, findings: Findings) -> CodeLineBody | None:
    """The listing with its lines checked against it; None if one of the two could not be read."""
    if record.get("listing") is None or record.get("lines") is None:
        return None
    body = CodeLineBody(record.get("listing"), record.get("lines"))
    _check_length(body, record, findings)
    _check_lines(body, record, findings)
    _check_count(body, record, findings)
    _check_misconceptions(body, record, findings)
    return body


def _check_length(body: CodeLineBody, record: Record, findings: Findings) -> None:
    if len(body.texts) > MOST_LINES:
        counts = {"count": len(body.texts), "limit": MOST_LINES}
        findings.add(Rule.LISTING_TOO_LONG, record.mark("listing", "text"), **counts)


def _check_lines(body: CodeLineBody, record: Record, findings: Findings) -> None:
    """Each line has to be in the listing, to hold something, and to be named once."""
    seen: set[int] = set()
    for number, line in enumerate(body.lines):
        mark = record.mark("lines", number, "line")
        if line.line > len(body.texts):
            findings.add(Rule.LINE_MISSING, mark, line=line.line, count=len(body.texts))
        elif str(line.line) not in body.choices:
            findings.add(Rule.LINE_BLANK, mark, line=line.line)
        if line.line in seen:
            findings.add(Rule.LINE_REPEATED, mark, line=line.line)
        seen.add(line.line)


def _check_count(body: CodeLineBody, record: Record, findings: Findings) -> None:
    correct = len(body.correct_ids)
    if not 1 <= correct <= _MOST_CORRECT or correct >= len(body.choices):
        counts = {"count": correct, "total": len(body.choices), "limit": _MOST_CORRECT}
        findings.add(Rule.LINE_CORRECT_COUNT, record.mark("lines"), **counts)


def _check_misconceptions(body: CodeLineBody, record: Record, findings: Findings) -> None:
    for number, line in enumerate(body.lines):
        if not line.correct and not line.misconception:
            findings.add(Rule.MISCONCEPTION_MISSING, record.mark("lines", number))
