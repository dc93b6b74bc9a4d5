"""Single choice in YAML: exactly one of 2 to 6 options is correct."""

from quizapp.bank.fields import Record
from quizapp.bank.findings import Findings
from quizapp.bank.rules import Rule
from quizapp.bank.types.choice import FIXED_ORDER, options_field, read_choice_body
from quizapp.core.markup import plain_text
from quizapp.core.types.choice import ChoiceBody

FIELDS = (options_field(2, 6), FIXED_ORDER)

_LONGEST_RATIO = 1.35
_SHORT = 25
"""Up to so many characters a correct option may be longer than the others: nobody guesses by that."""


def read_body(record: Record, findings: Findings) -> ChoiceBody | None:
    """The options of a question of which one is right."""
    body = read_choice_body(record, findings)
    if body and len(body.correct_ids) != 1:
        findings.add(Rule.SINGLE_CORRECT_COUNT, record.mark("options"), count=len(body.correct_ids))
    elif body:
        _check_length(body, record, findings)
    return body


def _check_length(body: ChoiceBody, record: Record, findings: Findings) -> None:
    lengths = [len(plain_text(option.text)) for option in body.options]
    position = next(number for number, option in enumerate(body.options) if option.correct)
    key, others = lengths[position], lengths[:position] + lengths[position + 1 :]
    if key > _SHORT and key > _LONGEST_RATIO * max(others, default=key):
        findings.add(Rule.KEY_LONGEST, record.mark("options", position, "text"), key=key, other=max(others))
