"""Grade blind answers with the program's own graders, and say which questions have to be looked at.

    python -m scripts.questions.compare_answers KEY_JSON ANSWERS_JSON…

An answer file maps question ids, or the numbers of options.md, to ``{"answer": …, "notes": "…"}``; the sheets say how
an answer of each type is written. For each file and type it prints how many agree with the key in full, and the mean
score where part of an answer earns part of the point, each beside its chance; then every disagreement and note. Exits
with 1 where there are disagreements, and with 2 where a file can't be used.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from quizapp.core.answer import Response
from quizapp.core.grading import describe_response, key_response
from quizapp.core.plan import PlanItem
from quizapp.core.question import Scoring
from quizapp.core.snapshot import item_from_data
from quizapp.core.types import QUESTION_TYPES
from scripts.questions.bodies import SheetError, asked


@dataclass(frozen=True, slots=True)
class Compared:
    """One answer: what it earned with partial credit, and whether it agrees with the key in full."""

    item: PlanItem
    answer: str
    score: float
    agrees: bool
    notes: str


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("key", type=Path)
    parser.add_argument("answers", type=Path, nargs="+")
    arguments = parser.parse_args()
    try:
        key = read_json(arguments.key)
        every = [(path.name, compare(key, read_json(path), path.name)) for path in arguments.answers]
    except SheetError as error:
        print(error, file=sys.stderr)
        return 2
    for name, compared in every:
        report(name, compared)
    return int(not all(each.agrees for _, compared in every for each in compared))


def read_json(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SheetError(f"{path} can't be read as JSON: {error}") from error
    if not isinstance(data, dict):
        raise SheetError(f"{path} has to hold an object: question ids with their answers.")
    return data


def compare(key: dict[str, Any], answers: dict[str, Any], name: str) -> list[Compared]:
    """Every answer compared. Raises SheetError with all that can't be read in the file."""
    compared, faults = [], []
    for id_, given in answers.items():
        data = key["items"].get(key["numbers"].get(id_, id_))
        try:
            if data is None:
                raise SheetError("there is no such question in the key")
            compared.append(compare_one(item_from_data(data), given))
        except SheetError as error:
            faults.append(f"{name}: {id_}: {error}")
    if faults:
        raise SheetError("\n".join(faults))
    return compared


def compare_one(item: PlanItem, given: Any) -> Compared:
    if not isinstance(given, dict) or "answer" not in given:
        raise SheetError('it has no "answer"')
    response = as_response(item, given["answer"])
    type_, body = QUESTION_TYPES[item.question.type], item.question.body
    score = type_.grade(body, response, Scoring.PARTIAL).score
    agrees = type_.grade(body, response, Scoring.STRICT).is_right
    return Compared(item, json.dumps(given["answer"]), score, agrees, str(given.get("notes") or ""))


def as_response(item: PlanItem, answer: Any) -> Response:
    """The response that an answer of a sheet stands for. Raises SheetError for a letter or number that isn't there."""
    if answer is None:
        return ()
    entries = [f"{place}={text}" for place, text in answer.items()] if isinstance(answer, dict) else answer
    entries = entries if isinstance(entries, list) else [entries]
    names = asked(item).names
    return tuple(_entry(names, str(entry).strip()) for entry in entries)


def _entry(names: Any, text: str) -> str:
    """An entry by its name; a typed one keeps its text behind the name of its gap, or as it is."""
    place, mark, typed = text.partition("=")
    if not names or text in names:
        return str(names.get(text, text))
    if mark and f"{place}=" in names:
        return f"{names[f'{place}=']}{typed}"
    raise SheetError(f"{text!r} is none of {', '.join(names)}")


def report(name: str, compared: Sequence[Compared]) -> None:
    print(f"{name}: {summary(compared)}")
    for type_ in sorted({each.item.question.type for each in compared}):
        print(f"  {type_}: {summary([each for each in compared if each.item.question.type == type_])}")
    for each in compared:
        question = each.item.question
        if not each.agrees:
            right = describe_response(question, key_response(question), each.item.option_order)
            print(f"  DISAGREES {question.id}: answered {each.answer}, key {right}")
        if each.notes:
            print(f"  note {question.id}: {each.notes}")


def summary(compared: Sequence[Compared]) -> str:
    if not compared:
        return "no answers"
    full, partial = (
        fmean(chance(each.item, scoring) for each in compared) for scoring in (Scoring.STRICT, Scoring.PARTIAL)
    )
    agree, score = sum(each.agrees for each in compared), fmean(each.score for each in compared)
    share = f"{agree} of {len(compared)} agree with the key (chance {full:.0%})"
    return f"{share}, mean score {score:.2f} (chance {partial:.2f})"


def chance(item: PlanItem, scoring: Scoring) -> float:
    return QUESTION_TYPES[item.question.type].chance(item.question.body, scoring)


if __name__ == "__main__":
    raise SystemExit(main())
