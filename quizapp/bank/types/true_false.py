"""True/false in YAML: whether the statement of the stem holds, and what to say to either choice."""

from quizapp.bank.fields import Field, Record
from quizapp.bank.findings import Findings
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import boolean, slug, text
from quizapp.core.types.choice import ChoiceBody
from quizapp.core.types.true_false import build_true_false_body

FIELDS = (
    Field("answer", boolean),
    Field("rationale_true", text("rationale")),
    Field("rationale_false", text("rationale")),
    Field("misconception", slug, required=False),
)


def read_body(record: Record, findings: Findings) -> ChoiceBody | None:
    """The two options; None if a field that they need could not be read."""
    answer, if_true, if_false = (record.get(name) for name in ("answer", "rationale_true", "rationale_false"))
    if answer is None or if_true is None or if_false is None:
        return None
    if "misconception" not in record.node.entries:
        findings.add(Rule.MISCONCEPTION_MISSING, record.mark("answer"))
    return build_true_false_body(answer, if_true, if_false, record.get("misconception") or "")
