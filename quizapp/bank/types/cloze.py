"""Cloze questions in YAML: a text or code with 1 to 8 gaps, and an entry for each gap."""

from collections import Counter
from collections.abc import Sequence

from quizapp.bank.fields import Field, Record, list_of
from quizapp.bank.findings import Findings
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import enumeration, line, verbatim
from quizapp.bank.types.code_line import MOST_LINES
from quizapp.bank.types.gap import read_gap
from quizapp.core.cloze_text import gap_ids, placed_ids
from quizapp.core.question import Scoring
from quizapp.core.types.cloze import ClozeBody
from quizapp.core.types.gap import Gap

FIELDS = (
    Field("text", verbatim("cloze text")),
    Field("language", line("short name"), required=False),
    Field("gaps", list_of(read_gap, 1, 8)),
    Field("scoring", enumeration(Scoring), required=False),
)


def read_body(record: Record, findings: Findings) -> ClozeBody | None:
    """The text with its gaps in the order in which they stand there; None if one of the two could not be read."""
    text: str | None = record.get("text")
    gaps: tuple[Gap, ...] | None = record.get("gaps")
    if text is None or gaps is None:
        return None
    written = gap_ids(text)
    body = ClozeBody(text, _sorted(gaps, written), record.get("language") or "")
    _check_entries(gaps, written, record, findings)
    _check_text(gaps, written, record, findings)
    _check_places(body, written, record, findings)
    return body


def _sorted(gaps: Sequence[Gap], written: Sequence[str]) -> tuple[Gap, ...]:
    places = {id_: place for place, id_ in reversed(list(enumerate(written)))}
    return tuple(sorted(gaps, key=lambda gap: places.get(gap.id, len(written))))


def _check_entries(gaps: Sequence[Gap], written: Sequence[str], record: Record, findings: Findings) -> None:
    """Each entry has an id of its own, which is in the text."""
    seen: set[str] = set()
    for number, gap in enumerate(gaps):
        mark = record.mark("gaps", number, "id")
        if gap.id in seen:
            findings.add(Rule.GAP_ID_REPEATED, mark, id=gap.id)
        elif gap.id not in written:
            findings.add(Rule.GAP_MISSING, mark, id=gap.id)
        seen.add(gap.id)


def _check_text(gaps: Sequence[Gap], written: Sequence[str], record: Record, findings: Findings) -> None:
    """Each gap of the text has an entry, and stands there once."""
    known = {gap.id for gap in gaps}
    for id_, count in Counter(written).items():
        if id_ not in known:
            findings.add(Rule.GAP_UNKNOWN, record.mark("text"), id=id_)
        elif count > 1:
            findings.add(Rule.GAP_REPEATED, record.mark("text"), id=id_)


def _check_places(body: ClozeBody, written: Sequence[str], record: Record, findings: Findings) -> None:
    """Each gap of prose stands where a control has room; code has room everywhere, but can be too long."""
    if body.is_code:
        count = body.text.count("\n") + 1
        if count > MOST_LINES:
            findings.add(Rule.LISTING_TOO_LONG, record.mark("text"), count=count, limit=MOST_LINES)
        return
    for id_ in Counter(written) - Counter(placed_ids(body.text)):
        findings.add(Rule.GAP_PLACE, record.mark("text"), id=id_)
