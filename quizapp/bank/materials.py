"""What stands around a question: code, table, references, verification."""

import re

from quizapp.bank.fields import Field, Record, list_of, record_of
from quizapp.bank.findings import Findings
from quizapp.bank.limits import TEXT_LIMITS
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import cell, day, line, matching, one_of, text, verbatim
from quizapp.core.question import Code, Reference, Table, Verification

# https://info.arxiv.org/help/arxiv_identifier.html: since April 2007, and before.
_ARXIV = re.compile(r"([0-9]{4}\.[0-9]{4,5}|[a-z-]+(\.[A-Z]{2})?/[0-9]{7})(v[0-9]{1,2})?")
_DOI = re.compile(r"10\.[0-9]{4,9}/[^\s<>\"]+")
# No user name before the host: it can make an address look like another.
_ADDRESS = re.compile(r"(?i:https?)://[^\s/?#@\\<>\"]+([/?#][^\s<>\"]*)?")

_CODE = (Field("language", line("short name")), Field("text", verbatim("code text")))
_TABLE = (
    Field("header", list_of(cell, 1, 12)),
    Field("rows", list_of(list_of(cell, 1, 12), 1, 60)),
)
REFERENCE = (
    Field("title", line("reference title")),
    Field("arxiv", matching(_ARXIV, Rule.NOT_AN_ARXIV_ID), required=False),
    Field("doi", matching(_DOI, Rule.NOT_A_DOI), required=False),
    Field("url", matching(_ADDRESS, Rule.NOT_AN_ADDRESS, limit=TEXT_LIMITS["reference url"]), required=False),
    Field("where", line("reference title"), required=False),
)
_VERIFIED = (
    Field("on", day),
    Field("how", one_of(("computed", "executed", "source"))),
    Field("note", text("note"), required=False),
)


def check_address(record: Record, findings: Findings) -> None:
    """Report a reference that says nowhere to look."""
    if not {"arxiv", "doi", "url"} & record.node.entries.keys():
        findings.add(Rule.REFERENCE_ADDRESS_MISSING, record.node.mark)


def _check_widths(record: Record, findings: Findings) -> None:
    header, rows = record.get("header"), record.get("rows")
    if header is None or rows is None:
        return
    for number, row in enumerate(rows):
        if len(row) != len(header):
            mark = record.mark("rows", number)
            findings.add(Rule.TABLE_ROW_WIDTH, mark, count=len(row), width=len(header))


read_code = record_of(Code, _CODE)
read_table = record_of(Table, _TABLE, _check_widths)
read_references = list_of(record_of(Reference, REFERENCE, check_address), 1, 12)
read_verified = record_of(Verification, _VERIFIED)
