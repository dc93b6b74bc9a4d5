"""The framework file: a role with its competencies and topics."""

import re
from typing import Any

from quizapp.bank.documents import SCHEMA
from quizapp.bank.fields import Check, Field, Record, list_of, read_record, record_of
from quizapp.bank.findings import Findings
from quizapp.bank.nodes import MappingNode
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import bounded, line, matching, number, slug, text
from quizapp.core.framework import Competency, Framework, RatedCut, Topic

WHAT = "A framework file"

# The form of BCP 47 (https://www.rfc-editor.org/rfc/bcp/bcp47.txt), without its registry.
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}")


def _unique_slugs(name: str) -> Check:
    """A check that no two entries of a list share a slug."""

    def check(record: Record, findings: Findings) -> None:
        seen: set[str] = set()
        for position, entry in enumerate(record.get(name) or ()):
            if entry.slug in seen:
                findings.add(Rule.SLUG_REPEATED, record.mark(name, position, "slug"), slug=entry.slug)
            seen.add(entry.slug)

    return check


def _competency(
    slug: str, title: str, topics: tuple[Topic, ...], short_title: str = "", cut: RatedCut | None = None
) -> Competency:
    return Competency(slug, title, short_title or title, topics, cut)


_TOPIC = (
    Field("slug", slug),
    Field("title", line("framework title")),
    Field("scope", text("topic scope")),
    Field("weight", bounded(number, lambda value: 0 < value <= 1e6, "above 0, up to 1,000,000")),
)
_SHARE = bounded(number, lambda value: 0 < value < 1, "between 0 and 1, such as 0.7")
_CUT = (
    Field("share", _SHARE),
    # Below 0.01 the grid of the measure is too coarse; above 0.3 raters agree on nothing.
    Field("spread", bounded(number, lambda value: 0.01 <= value <= 0.3, "from 0.01 to 0.3, such as 0.05")),
    Field("rated_by", line("note")),
)
_COMPETENCY = (
    Field("slug", slug),
    Field("title", line("framework title")),
    Field("short_title", line("framework title"), required=False),
    Field("topics", list_of(record_of(Topic, _TOPIC), 1, 60)),
    Field("cut", record_of(RatedCut, _CUT), required=False),
)
_FRAMEWORK = (
    SCHEMA,
    Field("id", slug),
    Field("title", line("framework title")),
    Field("language", matching(_LANGUAGE, Rule.NOT_A_LANGUAGE)),
    Field("readiness_cut", _SHARE),
    Field("competencies", list_of(record_of(_competency, _COMPETENCY, _unique_slugs("topics")), 1, 24)),
)


def read_framework(node: MappingNode, findings: Findings) -> Framework | None:
    """The framework; None after reporting any error in it, for questions and weights hang on all of it."""
    record = read_record(node, _FRAMEWORK, WHAT, findings)
    if record is None:
        return None
    _unique_slugs("competencies")(record, findings)
    values: dict[str, Any] = {name: value for name, value in record.values.items() if name != SCHEMA.name}
    return None if findings.errors else Framework(**values)
