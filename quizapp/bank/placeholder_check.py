"""Whether the names of a parametric question fit together: in its formulas, and in its texts."""

from collections.abc import Iterator

from quizapp.bank.fields import Record
from quizapp.bank.findings import Findings, Mark
from quizapp.bank.rules import Rule
from quizapp.core.formulas import parse_formula
from quizapp.core.parametric import ParametricBody
from quizapp.core.placeholders import names_in

_Text = tuple[Mark, str]


def formulas_of(body: ParametricBody, record: Record) -> Iterator[_Text]:
    """All formulas but the derived ones, with their places."""
    yield record.mark("answer", "formula"), body.answer.formula
    for position, error in enumerate(body.common_errors):
        yield record.mark("common_errors", position, "formula"), error.formula
    for position, constraint in enumerate(body.constraints):
        yield record.mark("constraints", position), constraint


def check_names(body: ParametricBody, record: Record, findings: Findings) -> None:
    """A formula may use variables and derived numbers; a derived number those before it."""
    known = [variable.name for variable in body.variables]
    for derived in body.derived:
        mark = record.mark("derived", derived.name)
        if derived.name in known:
            findings.add(Rule.VARIABLE_NAME, mark, name=derived.name)
        _check_formula(mark, derived.formula, known, findings)
        known.append(derived.name)
    for mark, formula in formulas_of(body, record):
        _check_formula(mark, formula, known, findings)


def check_placeholders(body: ParametricBody, record: Record, findings: Findings) -> None:
    """A placeholder has to stand for something, and every number has to be shown, or used if it is derived."""
    known = [variable.name for variable in body.variables] + [derived.name for derived in body.derived]
    asked, said = list(_asked(record)), list(_said(body, record))
    for texts, names in ((asked, known), (said, [*known, "answer"])):
        for mark, text in texts:
            _check_text(mark, text, names, findings)
    shown = {name for _, text in asked for name in names_in(text)}
    used = shown | {name for _, text in said for name in names_in(text)}
    for _, formula in formulas_of(body, record):
        used |= parse_formula(formula).names
    _check_shown(body, shown, used, record, findings)


def _check_formula(mark: Mark, formula: str, known: list[str], findings: Findings) -> None:
    for name in sorted(parse_formula(formula).names - set(known)):
        findings.add(Rule.FORMULA_NAME, mark, name=name, allowed=", ".join(known))


def _check_text(mark: Mark, text: str, known: list[str], findings: Findings) -> None:
    for name in dict.fromkeys(names_in(text)):
        if name not in known:
            findings.add(Rule.PLACEHOLDER_UNKNOWN, mark, name=name, allowed=", ".join(known))


def _check_shown(body: ParametricBody, shown: set[str], used: set[str], record: Record, findings: Findings) -> None:
    # From the last to the first: what a derived number follows from is shown, or used, with it.
    for derived in reversed(body.derived):
        names = parse_formula(derived.formula).names
        shown |= names if derived.name in shown else set()
        used |= names if derived.name in used else set()
        if derived.name not in used:
            findings.add(Rule.VARIABLE_UNUSED, record.mark("derived", derived.name), name=derived.name)
    for variable in body.variables:
        if variable.name not in shown:
            findings.add(Rule.VARIABLE_HIDDEN, record.mark("variables", variable.name), name=variable.name)


def _asked(record: Record) -> Iterator[_Text]:
    """The texts that are read before answering."""
    yield record.mark("stem"), record.get("stem") or ""
    code, table = record.get("code"), record.get("table")
    if code:
        yield record.mark("code", "text"), code.text
    if table:
        for position, cell in enumerate(table.header):
            yield record.mark("table", "header", position), cell
        for number, row in enumerate(table.rows):
            for position, cell in enumerate(row):
                yield record.mark("table", "rows", number, position), cell


def _said(body: ParametricBody, record: Record) -> Iterator[_Text]:
    """The texts that are read after it."""
    yield record.mark("explanation"), record.get("explanation") or ""
    for position, error in enumerate(body.common_errors):
        yield record.mark("common_errors", position, "rationale"), error.rationale
