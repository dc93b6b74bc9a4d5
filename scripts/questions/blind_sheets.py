"""Write sheets for people or models who solve questions blind, and the key that compare_answers.py needs.

    python -m scripts.questions.blind_sheets BANK_FOLDER OUT_FOLDER [--seed N]

OUT_FOLDER gets, for each competency, ``<competency>.md``: questions of all types without keys, rationales and
explanations, options shuffled, numbers drawn. ``options.md`` has the options alone, in mixed order under numbers, for
someone who guesses without the stem: an id would tell the topic, and the number of right options would give half of a
multiple choice away. Types without options, and true/false, are not in it. ``key.json`` has the questions with their
keys: keep it away from whoever solves.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from quizapp.core.plan import PlanItem
from quizapp.core.snapshot import item_to_data
from scripts.questions.bodies import HOW, TYPED, SheetError, asked
from scripts.questions.sheets import draw_items, load_sound_bank, question_text, with_alt


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bank", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    try:
        questions = load_sound_bank(arguments.bank).bank.questions
    except SheetError as error:
        print(error, file=sys.stderr)
        return 2
    arguments.out.mkdir(parents=True, exist_ok=True)
    items = draw_items(questions, arguments.seed)
    for competency in dict.fromkeys(question.competency for question in questions):
        mine = [item for item in items if item.question.competency == competency]
        parts = [f"## {item.question.id} ({item.question.type})\n\n{question_text(item)}" for item in mine]
        write(arguments.out / f"{competency}.md", [preface(mine), *parts])
    mixed = [item for item in items if asked(item).options]
    Random(arguments.seed).shuffle(mixed)
    parts = [f"## {n} ({item.question.type})\n\n{with_alt(asked(item).options)}" for n, item in enumerate(mixed, 1)]
    write(arguments.out / "options.md", [preface(mixed), *parts])
    write(arguments.out / "key.json", [json.dumps(key(items, mixed), indent=1)])
    return 0


def preface(items: Sequence[PlanItem]) -> str:
    """How the answers are written down."""
    types = dict.fromkeys(item.question.type for item in items)
    lines = "\n".join(f"- {type_}: {HOW.get(type_, TYPED)}" for type_ in types)
    return (
        'Write a JSON file that maps what stands after "##", without the brackets, to {"answer": …, "notes": "…"}. '
        f"Notes may say what is ambiguous or gives the answer away. An answer is\n\n{lines}"
    )


def key(items: Sequence[PlanItem], mixed: Sequence[PlanItem]) -> dict[str, Any]:
    """The questions as they were drawn, and which one stands under each number of options.md."""
    # Pictures are large, and no grader looks at them.
    bare = [replace(item, question=replace(item.question, pictures=())) for item in items]
    numbers = {str(number): item.question.id for number, item in enumerate(mixed, 1)}
    return {"items": {item.question.id: item_to_data(item) for item in bare}, "numbers": numbers}


def write(path: Path, parts: Sequence[str]) -> None:
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
