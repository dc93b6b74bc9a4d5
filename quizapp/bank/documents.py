"""The bytes of a bank's file as a mapping of a schema that this program reads."""

from quizapp.bank.fields import Field
from quizapp.bank.findings import Findings, shorten
from quizapp.bank.nodes import MappingNode, ScalarNode
from quizapp.bank.reader import read_nodes
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import scalar
from quizapp.bank.texts import decode_text

SCHEMA = Field("schema", scalar)
"""In every file's table, so that it is a known field; its value is looked at before all others."""

_VERSION = "1"


def read_document(data: bytes, what: str, findings: Findings) -> MappingNode | None:
    """The file's mapping, or None after reporting why nothing of it can be used."""
    text = decode_text(data, findings)
    if text is None:
        return None
    node = read_nodes(text, findings)
    if node is None or isinstance(node, MappingNode):
        return node if node and _has_known_schema(node, findings) else None
    findings.add(Rule.EXPECTED_MAPPING, node.mark, what=what)
    return None


def _has_known_schema(node: MappingNode, findings: Findings) -> bool:
    """Whether the fields mean what this program takes them for; a missing version is reported later."""
    schema = node.get("schema")
    if not isinstance(schema, ScalarNode) or schema.text.strip() == _VERSION:
        return True
    findings.add(Rule.SCHEMA_VERSION, schema.mark, found=shorten(schema.text))
    return False
