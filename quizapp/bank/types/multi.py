"""Multiple choice in YAML: some of 3 to 8 options are correct, and some are not."""

from quizapp.bank.fields import Field, Record
from quizapp.bank.findings import Findings
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import enumeration
from quizapp.bank.types.choice import FIXED_ORDER, options_field, read_choice_body
from quizapp.core.question import Scoring
from quizapp.core.types.choice import ChoiceBody

FIELDS = (options_field(3, 8), FIXED_ORDER, Field("scoring", enumeration(Scoring), required=False))


def read_body(record: Record, findings: Findings) -> ChoiceBody | None:
    """The options of a question of which any number but none and all is right."""
    body = read_choice_body(record, findings)
    if body and not 0 < len(body.correct_ids) < len(body.options):
        counts = {"count": len(body.correct_ids), "total": len(body.options)}
        findings.add(Rule.MULTI_CORRECT_COUNT, record.mark("options"), **counts)
    return body
