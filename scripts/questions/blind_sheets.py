"""Write sheets for people or models who solve questions blind, and the key that compare_answers.py needs.

    blind_sheets.py BANK_FOLDER OUT_FOLDER [--seed N]

OUT_FOLDER gets, for each competency, ``<competency>.md``: questions without keys, rationales and explanations, options
shuffled. ``options.md`` has the options alone, in mixed order under numbers, for someone who guesses without the stem:
an id would tell the topic, and the number of right options would give half of a multiple choice away. ``key.json`` has
the keys: keep it away from whoever solves.
"""

import argparse
import json
import random
from pathlib import Path
from typing import Any

import yaml

Question = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bank", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    shuffle = random.Random(arguments.seed)
    key: dict[str, Any] = {}
    choices: list[tuple[Question, dict[str, str]]] = []
    for folder in sorted(path for path in arguments.bank.iterdir() if path.is_dir()):
        questions = [q for file in sorted(folder.glob("*.yaml")) for q in yaml.safe_load(file.read_text())["questions"]]
        letters = {question["id"]: letter_options(question, shuffle) for question in questions}
        write(arguments.out / f"{folder.name}.md", [sheet(q, letters[q["id"]]) for q in questions])
        choices += [(q, letters[q["id"]]) for q in questions if "options" in q]
        key |= {q["id"]: key_entry(q, letters[q["id"]]) for q in questions}
    shuffle.shuffle(choices)
    sheets = []
    for number, (question, places) in enumerate(choices, start=1):
        sheets.append(f"## {number} ({question['type']})\n\n{option_lines(question, places)}")
        key[str(number)] = key[question["id"]] | {"id": question["id"]}
    write(arguments.out / "options.md", sheets)
    (arguments.out / "key.json").write_text(json.dumps(key, indent=1), encoding="utf-8")


def letter_options(question: Question, shuffle: random.Random) -> dict[str, str]:
    """Letter by option id, in shuffled order."""
    ids = [option["id"] for option in question.get("options", [])]
    shuffle.shuffle(ids)
    return {id_: chr(ord("A") + place) for place, id_ in enumerate(ids)}


def sheet(question: Question, letters: dict[str, str]) -> str:
    parts = [f"## {question['id']} ({question['type']})", question["stem"].strip()]
    if code := question.get("code"):
        parts.append(f"```{code['language']}\n{code['text'].rstrip()}\n```")
    if table := question.get("table"):
        parts.append("\n".join(" | ".join(map(str, row)) for row in [table["header"], *table["rows"]]))
    if "options" in question:
        parts.append(option_lines(question, letters))
    else:
        parts.append(f"Give a number. Unit: {question['answer'].get('unit', 'none')}")
    return "\n\n".join(parts)


def option_lines(question: Question, letters: dict[str, str]) -> str:
    texts = {option["id"]: option["text"] for option in question["options"]}
    return "\n".join(f"{letter}. {texts[id_]}" for id_, letter in sorted(letters.items(), key=lambda pair: pair[1]))


def key_entry(question: Question, letters: dict[str, str]) -> dict[str, Any]:
    if "options" not in question:
        return {"type": question["type"], **question["answer"]}
    right = sorted(letters[option["id"]] for option in question["options"] if option["correct"])
    return {"type": question["type"], "key": right, "options": len(letters)}


def write(path: Path, parts: list[str]) -> None:
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
