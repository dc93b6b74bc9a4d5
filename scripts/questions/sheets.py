"""What the sheets of this folder share: a bank as it would be asked, and a question as text."""

import re
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from quizapp.bank.loader import LoadedBank, load_bank
from quizapp.core.plan import PlanItem, plan_item
from quizapp.core.problem import Severity
from quizapp.core.question import Question
from scripts.questions.bodies import Asked, SheetError, asked

_PICTURE = re.compile(r"^[ \t]*\{picture:[^|\n]*(?:\|(?P<alt>[^\n]*))?\}[ \t]*$", re.MULTILINE)


def load_sound_bank(folder: Path) -> LoadedBank:
    """A bank with its framework; stderr tells of questions left out. Raises SheetError without a framework."""
    loaded = load_bank(folder, today=datetime.now(UTC).date(), thorough=False)
    errors = sum(problem.severity is Severity.ERROR for problem in loaded.problems)
    if loaded.framework is None:
        raise SheetError(f"{folder} is no bank that can be used. Run: quizapp check {folder}")
    if errors:
        print(f"{folder}: {errors} errors; questions with errors are left out.", file=sys.stderr)
    return loaded


def draw_items(questions: Iterable[Question], seed: int) -> list[PlanItem]:
    """Each question with numbers and option order drawn by the seed and its id, whatever stands beside it."""
    return [plan_item(question, Random(f"{seed} {question.id}"), seen_before=False) for question in questions]


def question_text(item: PlanItem, parts: Asked | None = None) -> str:
    """Stem, material and what there is to choose from, in the bank's markup, without any key."""
    question = item.question
    texts = [with_alt(question.stem).strip()]
    if question.code:
        texts.append(f"```{question.code.language}\n{question.code.text.rstrip()}\n```")
    if question.table:
        texts.append("\n".join(" | ".join(row) for row in (question.table.header, *question.table.rows)))
    return "\n\n".join([*texts, with_alt((parts or asked(item)).text)])


def with_alt(text: str) -> str:
    """A text with what each picture shows in its place."""
    return _PICTURE.sub(lambda match: f"[Picture: {(match['alt'] or 'without description').strip()}]", text)
