"""What there is to choose from in the questions of a bank, whatever their type."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quizapp.bank.options import is_key
from quizapp.core.markup import plain_text
from quizapp.core.plan import PlanItem
from quizapp.core.types.choice import ChoiceBody
from quizapp.core.types.cloze import ClozeBody
from scripts.questions.sheets import question_text


@dataclass(frozen=True, slots=True)
class Choice:
    """Options of which some are right, in the order in which an attempt shows them; ``group`` is the question's id."""

    group: str
    kind: str
    stem: str
    texts: tuple[str, ...]
    rights: tuple[bool, ...]


def choices_of(item: PlanItem) -> Iterator[Choice]:
    """What there is to choose from in a question: its options, or those of each drop-down of a cloze."""
    question, body = item.question, item.question.body
    stem = plain_text(question.stem)
    if isinstance(body, ChoiceBody) and question.type != "true_false":
        yield _choice(item, question.type, stem, [body.option(id_) for id_ in item.option_order], body)
    if isinstance(body, ClozeBody):
        for gap in body.gaps:
            shown = [entry.partition("=")[2] for entry in item.option_order if entry.startswith(f"{gap.id}=")]
            if shown:
                options = [option for id_ in shown for option in gap.options if option.id == id_]
                yield _choice(item, "cloze gap", question_text(item), options, gap)


def _choice(item: PlanItem, kind: str, stem: str, options: Sequence[Any], holder: object) -> Choice:
    # Markup stays: what is code or bold can be seen by a guesser.
    texts = tuple(option.text.strip() for option in options)
    return Choice(item.question.id, kind, stem, texts, tuple(is_key(option, holder) for option in options))
