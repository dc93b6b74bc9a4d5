"""Order questions in YAML: 3 to 8 items, written in the right order."""

from collections.abc import Sequence

from quizapp.bank.fields import Field, Record, list_of, record_of
from quizapp.bank.findings import Findings
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import enumeration, slug, text
from quizapp.core.markup import plain_text
from quizapp.core.question import Scoring
from quizapp.core.types.order import Item, OrderBody

_ITEM = (
    Field("id", slug),
    Field("text", text("option text")),
    Field("rationale", text("rationale")),
)

FIELDS = (
    Field("items", list_of(record_of(Item, _ITEM), 3, 8)),
    Field("scoring", enumeration(Scoring), required=False),
)


def read_body(record: Record, findings: Findings) -> OrderBody | None:
    """The items; no two of them may be taken for one another."""
    items: tuple[Item, ...] | None = record.get("items")
    if items is None:
        return None
    _check_repeated(items, record, findings)
    return OrderBody(items)


def _check_repeated(items: Sequence[Item], record: Record, findings: Findings) -> None:
    ids: set[str] = set()
    texts: dict[str, str] = {}
    for number, item in enumerate(items):
        words = " ".join(plain_text(item.text).split())
        if item.id in ids:
            findings.add(Rule.OPTION_ID_REPEATED, record.mark("items", number, "id"), id=item.id)
        if words in texts:
            findings.add(Rule.OPTION_TEXT_REPEATED, record.mark("items", number, "text"), id=texts[words])
        ids.add(item.id)
        texts.setdefault(words, item.id)
