"""What single and multi share in YAML: the options and the checks of each."""

from collections.abc import Sequence

from quizapp.bank.fields import Field, Record, list_of, record_of
from quizapp.bank.findings import Findings
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import boolean, slug, text
from quizapp.core.types.choice import ChoiceBody, Option

_OPTION = (
    Field("id", slug),
    Field("text", text("option text")),
    Field("correct", boolean),
    Field("misconception", slug, required=False),
    Field("rationale", text("rationale")),
)
FIXED_ORDER = Field("fixed_order", boolean, required=False)


def options_field(low: int, high: int) -> Field:
    """The field of ``low`` to ``high`` options."""
    return Field("options", list_of(record_of(Option, _OPTION), low, high))


def read_choice_body(record: Record, findings: Findings) -> ChoiceBody | None:
    """The body with its options checked one against the other; None if they could not be read."""
    options: tuple[Option, ...] | None = record.get("options")
    if options is None:
        return None
    _check_repeated(options, record, findings)
    _check_misconceptions(options, record, findings)
    return ChoiceBody(options, record.get("fixed_order") or False)


def _check_repeated(options: Sequence[Option], record: Record, findings: Findings) -> None:
    ids: set[str] = set()
    texts: dict[str, str] = {}
    for number, option in enumerate(options):
        if option.id in ids:
            findings.add(Rule.OPTION_ID_REPEATED, record.mark("options", number, "id"), id=option.id)
        same = texts.setdefault(" ".join(option.text.split()), option.id)
        if same != option.id:
            findings.add(Rule.OPTION_TEXT_REPEATED, record.mark("options", number, "text"), id=same)
        ids.add(option.id)


def _check_misconceptions(options: Sequence[Option], record: Record, findings: Findings) -> None:
    for number, option in enumerate(options):
        if not option.correct and not option.misconception:
            findings.add(Rule.MISCONCEPTION_MISSING, record.mark("options", number))
