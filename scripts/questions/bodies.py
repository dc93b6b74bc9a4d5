"""What a sheet shows of a question's answer side, never the key: a function for each body with more than a field."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quizapp.core.cloze_text import put_into_code
from quizapp.core.errors import QuizappError
from quizapp.core.plan import PlanItem
from quizapp.core.types.choice import ChoiceBody, letter
from quizapp.core.types.cloze import ClozeBody
from quizapp.core.types.code_line import CodeLineBody
from quizapp.core.types.gap import Gap
from quizapp.core.types.match import MatchBody, entry
from quizapp.core.types.numeric import NumericBody
from quizapp.core.types.order import OrderBody
from quizapp.core.types.short_text import ShortTextBody


class SheetError(QuizappError):
    """A bank or a filled sheet that can't be used; the text has a line for each reason."""


@dataclass(frozen=True, slots=True)
class Asked:
    """``text`` stands under the stem. ``options`` is what a guesser without the stem sees, empty where that is nothing.

    ``names`` has what a solver writes, and the entry of a response that it stands for.
    """

    text: str
    options: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


HOW = {
    "single": 'one letter: "B"',
    "true_false": 'one letter: "B"',
    "multi": 'all letters that are right, one or more: ["A", "D"]',
    "order": 'all letters in the right order: ["C", "A", "B"]',
    "match": 'a letter for each number, no letter twice: {"1": "C", "2": "A"}',
    "code_line": 'the numbers of the lines: ["5"]',
    "cloze": 'a letter, a text or a number for each gap: {"1": "B", "2": "left join"}',
    "numeric": "a number in the unit named: 0.687",
    "parametric": "a number in the unit named: 0.687",
    "short_text": 'a word or a few: "left join"',
}
"""How the answer to a question of each type is written in JSON."""


TYPED = "what is asked for, as a text"
"""How the answer to any other type is written."""


def asked(item: PlanItem) -> Asked:
    """What a sheet shows of an item's answer side. Raises SheetError for options that no function here shows."""
    body = item.question.body
    if type(body) not in _ASKED and item.option_order:
        raise SheetError(f"{item.question.type}: options on no sheet. Add a function to scripts/questions/bodies.py.")
    parts = _ASKED.get(type(body), _typed)(body, item.option_order)
    # The two options of true/false are the same everywhere: without the stem nothing is left to guess from.
    return Asked(parts.text, "", parts.names) if item.question.type == "true_false" else parts


def _choice(body: ChoiceBody, order: Sequence[str]) -> Asked:
    lines = _lettered([body.option(id_).text for id_ in order])
    return Asked(lines, lines, {letter(place): id_ for place, id_ in enumerate(order)})


def _order(body: OrderBody, order: Sequence[str]) -> Asked:
    texts = {item.id: item.text for item in body.items}
    lines = _lettered([texts[id_] for id_ in order])
    return Asked(lines, lines, {letter(place): id_ for place, id_ in enumerate(order)})


def _match(body: MatchBody, order: Sequence[str]) -> Asked:
    prompts = "\n".join(f"{number}. {pair.prompt}" for number, pair in enumerate(body.pairs, 1))
    lines = f"{prompts}\n\n{_lettered([body.targets[id_] for id_ in order])}"
    names = {
        f"{number}={letter(place)}": entry(pair.id, id_)
        for number, pair in enumerate(body.pairs, 1)
        for place, id_ in enumerate(order)
    }
    return Asked(lines, lines, names)


def _code_line(body: CodeLineBody, _: Sequence[str]) -> Asked:
    lines = "\n".join(f"{number:>3}  {text}".rstrip() for number, text in enumerate(body.texts, 1))
    count = len(body.correct_ids)
    return Asked(f"```{body.listing.language}\n{lines}\n```\n\nChoose {count} {'line' if count == 1 else 'lines'}.")


def _cloze(body: ClozeBody, order: Sequence[str]) -> Asked:
    blanks = {gap.id: f"__{number}__" for number, gap in enumerate(body.gaps, 1)}
    text = put_into_code(body.text, blanks.__getitem__)
    shown = f"```{body.language}\n{text.rstrip()}\n```" if body.is_code else text.strip()
    gaps: list[str] = []
    names: dict[str, str] = {}
    for number, gap in enumerate(body.gaps, 1):
        entries = [entry_ for entry_ in order if entry_.startswith(f"{gap.id}=")]
        gaps.append(f"Gap {number}: {_gap(gap, entries)}")
        names |= {f"{number}={letter(place)}": entry_ for place, entry_ in enumerate(entries)}
        names |= {} if entries else {f"{number}=": f"{gap.id}="}
    options = "\n\n".join(gaps) if any(gap.options for gap in body.gaps) else ""
    return Asked("\n\n".join([shown, *gaps]), options, names)


def _gap(gap: Gap, entries: Sequence[str]) -> str:
    if gap.number is not None:
        return f"a number to type. Unit: {gap.number.unit or 'none'}"
    texts = {f"{gap.id}={option.id}": option.text for option in gap.options}
    return "choose\n" + _lettered([texts[entry_] for entry_ in entries]) if texts else "a text to type"


def _numeric(body: NumericBody, _: Sequence[str]) -> Asked:
    return Asked(f"Give a number. Unit: {body.unit or 'none'}")


def _short_text(body: ShortTextBody, _: Sequence[str]) -> Asked:
    return Asked("Give a word or a few." + (" Capitals count." if body.match_case else ""))


def _typed(_body: object, _: Sequence[str]) -> Asked:
    return Asked("Give the answer as a text.")


def _lettered(texts: Sequence[str]) -> str:
    return "\n".join(f"{letter(place)}. {text.strip()}" for place, text in enumerate(texts))


_ASKED: Mapping[type, Callable[[Any, Sequence[str]], Asked]] = {
    ChoiceBody: _choice,
    OrderBody: _order,
    MatchBody: _match,
    CodeLineBody: _code_line,
    ClozeBody: _cloze,
    NumericBody: _numeric,
    ShortTextBody: _short_text,
}
