"""Single choice in YAML: exactly one of 2 to 6 options is correct."""

from quizapp.bank.fields import Record
from quizapp.bank.findings import Findings
from quizapp.bank.rules import Rule
from quizapp.bank.types.choice import FIXED_ORDER, options_field, read_choice_body
from quizapp.core.types.choice import ChoiceBody

FIELDS = (options_field(2, 6), FIXED_ORDER)


def read_body(record: Record, findings: Findings) -> ChoiceBody | None:
    """The options of a question of which one is right."""
    body = read_choice_body(record, findings)
    if body and len(body.correct_ids) != 1:
        findings.add(Rule.SINGLE_CORRECT_COUNT, record.mark("options"), count=len(body.correct_ids))
    return body
