"""One gap of a cloze question in YAML: a drop-down, or a field for a text or a number."""

from collections.abc import Callable, Sequence

from quizapp.bank.fields import Field, Record, list_of, read_record, record_of
from quizapp.bank.findings import Findings
from quizapp.bank.nodes import MappingNode, Node
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import line, slug, text
from quizapp.bank.types import numeric, short_text
from quizapp.bank.types.choice import FIXED_ORDER
from quizapp.core.markup import plain_text
from quizapp.core.types.gap import Gap, GapOption

_OPTION = (
    Field("id", slug),
    Field("text", line("gap option")),
    Field("rationale", text("rationale")),
    Field("misconception", slug, required=False),
)
_ID, _RATIONALE = Field("id", slug), Field("rationale", text("rationale"))
_OPTIONS = Field("options", list_of(record_of(GapOption, _OPTION), 2, 8))
_FIELDS = {
    "options": (_ID, _OPTIONS, Field("answer", slug), FIXED_ORDER),
    "accept": (_ID, Field("accept", short_text.read_accepted), *short_text.COMMON_FIELDS, _RATIONALE),
    "value": (_ID, *numeric.ANSWER_FIELDS, numeric.COMMON_ERRORS, _RATIONALE),
}
"""The fields of each kind of gap, by the one that only it has."""


def read_gap(node: Node, what: str, findings: Findings) -> Gap | None:
    """A gap of the kind that its fields tell; None after reporting why there is none."""
    kinds = [name for name in _FIELDS if isinstance(node, MappingNode) and name in node.entries]
    if isinstance(node, MappingNode) and len(kinds) != 1:
        findings.add(Rule.GAP_KIND, node.mark)
        return None
    before = findings.errors
    kind = kinds[0] if kinds else "options"
    record = read_record(node, _FIELDS[kind], what, findings)
    gap = _BUILD[kind](record, findings) if record else None
    return gap if findings.errors == before else None


def _read_drop_down(record: Record, findings: Findings) -> Gap | None:
    options: tuple[GapOption, ...] | None = record.get("options")
    if options is None:
        return None
    answer = record.get("answer") or ""
    _check_repeated(options, record, findings)
    if answer in [option.id for option in options]:
        _check_misconceptions(options, answer, record, findings)
    elif answer:
        allowed = ", ".join(option.id for option in options)
        findings.add(Rule.GAP_ANSWER, record.mark("answer"), id=answer, allowed=allowed)
    return Gap(record.get("id") or "", options, answer, record.get("fixed_order") or False)


def _check_misconceptions(options: Sequence[GapOption], answer: str, record: Record, findings: Findings) -> None:
    for number, option in enumerate(options):
        if option.id != answer and not option.misconception:
            findings.add(Rule.MISCONCEPTION_MISSING, record.mark("options", number))


def _check_repeated(options: Sequence[GapOption], record: Record, findings: Findings) -> None:
    ids: set[str] = set()
    texts: dict[str, str] = {}
    for number, option in enumerate(options):
        if option.id in ids:
            findings.add(Rule.OPTION_ID_REPEATED, record.mark("options", number, "id"), id=option.id)
        same = texts.setdefault(plain_text(option.text), option.id)
        if same != option.id:
            findings.add(Rule.OPTION_TEXT_REPEATED, record.mark("options", number, "text"), id=same)
        ids.add(option.id)


def _read_text_field(record: Record, findings: Findings) -> Gap | None:
    accepted: tuple[str, ...] | None = record.get("accept")
    if accepted is None:
        return None
    body = short_text.add_common_texts(accepted, record, findings)
    return Gap(record.get("id") or "", text=body, rationale=record.get("rationale") or "")


def _read_number_field(record: Record, findings: Findings) -> Gap | None:
    numeric.check_tolerance(record, findings)
    if record.get("value") is None:
        return None
    parts = {name: record.get(name) for name in ("value", "tolerance", "relative_tolerance", "unit")}
    answer = numeric.build_answer(**{name: part for name, part in parts.items() if part is not None})
    body = numeric.add_common_errors(answer, record, findings)
    return Gap(record.get("id") or "", number=body, rationale=record.get("rationale") or "")


_BUILD: dict[str, Callable[[Record, Findings], Gap | None]] = {
    "options": _read_drop_down,
    "accept": _read_text_field,
    "value": _read_number_field,
}
